/**
 * The program of a shell that ends the agent server of the machine, if one runs, and becomes the next one. Its text is the
 * same for every machine: the token comes in the environment as `AGENT_TOKEN` and is forgotten there, so that no agent
 * finds it. The port is free only when the former server has ended, so that is waited for.
 */
export const serveScript = (port: number): string => `token="$AGENT_TOKEN"; unset AGENT_TOKEN
pkill -TERM -x sandbox-agent
tries=0
while pgrep -x sandbox-agent >/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -eq 30 ] && pkill -KILL -x sandbox-agent
  sleep 0.1
done
exec sandbox-agent --token "$token" server --host 0.0.0.0 --port ${String(port)} --no-telemetry`;
