import { CONTROL } from '../ui/field.js';
import type { useAgentChoice } from './use-agents.js';
import { whyNotRunning } from './usual-agent.js';

const SELECT = `${CONTROL} w-auto max-w-44 text-meta`;

/** Which agent a new session has, and which model. Those that cannot run are listed with the reason. */
export function AgentChoice({ choice: { agents, chosen, choose } }: { choice: ReturnType<typeof useAgentChoice> }) {
  const models = agents.find(({ id }) => id === chosen.agent)?.models ?? [];
  const { agent } = chosen;
  return (
    <>
      <select
        aria-label="Agent"
        className={SELECT}
        value={agent ?? ''}
        onChange={({ target: { value } }) => choose(value === '' ? {} : { agent: value })}
      >
        {agent === undefined && <option value="">Usual agent</option>}
        {agents.map((one) => {
          const reason = whyNotRunning(one);
          return (
            <option key={one.id} value={one.id} disabled={reason !== null}>
              {reason === null ? one.name : `${one.name} (${reason})`}
            </option>
          );
        })}
      </select>
      {agent !== undefined && models.length > 0 && (
        <select
          aria-label="Model"
          className={SELECT}
          value={chosen.model ?? ''}
          onChange={({ target: { value } }) => choose(value === '' ? { agent } : { agent, model: value })}
        >
          <option value="">Usual model</option>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
