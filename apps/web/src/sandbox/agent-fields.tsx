import { useQuery } from '@tanstack/react-query';
import { useApp } from '../live/live-context.js';
import { CONTROL, Field } from '../ui/field.js';
import { agentsQuery, whyNotReady } from './agents-query.js';

interface AgentFieldsProps {
  organizationId: string;
  /** Empty: the usual one. */
  agent: string;
  model: string;
  onChange: (change: { agent: string; model: string }) => void;
}

/** Which agent works, with which model. Those that cannot work now stand there with the reason. */
export function AgentFields({ organizationId, agent, model, onChange }: AgentFieldsProps) {
  const { preferences } = useApp();
  const list = useQuery(agentsQuery(organizationId));
  const agents = list.data?.agents ?? NONE;
  const chosen = agents.find(({ id }) => id === agent);
  return (
    <div className="grid gap-3 min-[600px]:grid-cols-2">
      <Field
        id="agent"
        label="Agent"
        {...(list.isError ? { hint: 'The agents could not be read; the usual one works.' } : {})}
      >
        <select
          id="agent"
          className={CONTROL}
          value={agent}
          onChange={({ target }) => {
            onChange({ agent: target.value, model: preferences?.lastModels[target.value] ?? '' });
          }}
        >
          <option value="">The usual one</option>
          {agent !== '' && chosen === undefined && <option value={agent}>{agent}</option>}
          {agents.map((one) => {
            const reason = list.data ? whyNotReady(list.data, one) : null;
            return (
              <option key={one.id} value={one.id} disabled={reason !== null}>
                {reason === null ? one.name : `${one.name} (${reason.toLowerCase()})`}
              </option>
            );
          })}
        </select>
      </Field>
      {chosen !== undefined && chosen.models.length > 0 && (
        <Field id="model" label="Model">
          <select
            id="model"
            className={CONTROL}
            value={model}
            onChange={({ target }) => {
              onChange({ agent, model: target.value });
            }}
          >
            <option value="">The usual one</option>
            {chosen.models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  );
}

const NONE: readonly never[] = Object.freeze([]);
