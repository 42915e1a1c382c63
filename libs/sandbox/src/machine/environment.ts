/** What every machine has, whatever else it gets. */
export const baseEnvironment = (home: string): Record<string, string> & { PATH: string } => ({
  HOME: home,
  PATH: '/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin',
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  SHELL: '/bin/sh',
  IS_SANDBOX: '1',
  GIT_TERMINAL_PROMPT: '0',
  // An agent that is not there is not fetched from the network on the way.
  SANDBOX_AGENT_REQUIRE_PREINSTALL: '1',
  SANDBOX_AGENT_LOG_STDOUT: '1',
  // A turn may last as long as it does; its answer comes by the stream of events.
  SANDBOX_AGENT_ACP_REQUEST_TIMEOUT_MS: String(24 * 60 * 60_000),
});
