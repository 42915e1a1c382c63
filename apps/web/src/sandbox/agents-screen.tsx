import type { AgentView } from '@foundry/sandbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';
import { AskAdmin } from '../organization/ask-admin.js';
import { SettingsNav } from '../organization/settings-nav.js';
import { Age } from '../ui/age.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { type AgentList, agentsQuery, whyNotReady } from './agents-query.js';
import { MODEL_KEYS } from './model-keys.js';
import { VariableForm } from './variable-form.js';
import { VariableRow } from './variable-row.js';
import { variablesQuery } from './variables-query.js';

const route = getRouteApi('/signed-in/o/$organizationId');

/** Which agents can work here, and the keys of their models. */
export function AgentsScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  return (
    <>
      <SettingsNav organizationId={organizationId} />
      <Page title="Agents" tab={`Agents · ${state?.organization?.login ?? 'organization'}`}>
        <Agents organizationId={organizationId} />
        <section aria-labelledby="keys" className="grid gap-3">
          <h2 id="keys" className="text-title font-semibold">
            Keys
          </h2>
          {isAdmin ? (
            <Keys organizationId={organizationId} />
          ) : (
            <AskAdmin organizationId={organizationId} what="Owners and admins set the keys of models." />
          )}
        </section>
      </Page>
    </>
  );
}

function Agents({ organizationId }: { organizationId: string }) {
  const list = useQuery(agentsQuery(organizationId));
  return (
    <section aria-label="Agents" className="grid gap-2">
      {list.isPending && <Skeleton rows={3} label="Reading the agents" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The agents were not read." retry={() => void list.refetch()} />
      )}
      {list.data && (
        <>
          <ul className="divide-y divide-line rounded-card border border-line">
            {list.data.agents.map((agent) => (
              <Agent key={agent.id} list={list.data} agent={agent} />
            ))}
          </ul>
          <p className="text-meta text-text-3">
            {list.data.asOf === null ? (
              'No machine was asked yet, so it is not known which of them are ready. The first task asks.'
            ) : (
              <>
                As a machine said <Age at={list.data.asOf} ago />.
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}

const MOST_NAMES = 6;

function Agent({ list, agent }: { list: AgentList; agent: AgentView }) {
  const { id, name, version, models, modes } = agent;
  const reason = whyNotReady(list, agent);
  const state = list.source === 'catalogue' ? null : (reason ?? 'Ready');
  const key = MODEL_KEYS[id];
  const namesOf = (choices: AgentView['models']): string => {
    const names = choices.slice(0, MOST_NAMES).map((choice) => choice.name);
    return choices.length > MOST_NAMES
      ? `${names.join(', ')} and ${choices.length - MOST_NAMES} more`
      : names.join(', ');
  };
  return (
    <li className="grid gap-0.5 p-2">
      <span className="flex flex-wrap items-center gap-x-3">
        <span className="font-medium">{name}</span>
        {version !== null && <span className="text-meta text-text-3">{version}</span>}
        {state !== null && <span className={reason === null ? 'text-owner' : 'text-warning'}>{state}</span>}
      </span>
      {reason === 'No key' && key !== undefined && (
        <span className="text-text-2">
          Set <code className="font-mono">{key}</code> below.
        </span>
      )}
      {models.length > 0 && <span className="text-meta text-text-2">Models: {namesOf(models)}</span>}
      {modes.length > 0 && <span className="text-meta text-text-2">Modes: {namesOf(modes)}</span>}
    </li>
  );
}

function Keys({ organizationId }: { organizationId: string }) {
  const list = useQuery(variablesQuery(organizationId));
  const names = [...new Set(Object.values(MODEL_KEYS))];
  if (list.isPending) return <Skeleton rows={2} label="Reading the keys" />;
  if (list.data === undefined) {
    return <ErrorNotice error={list.error} what="The keys were not read." retry={() => void list.refetch()} />;
  }
  const keys = list.data.filter(({ name }) => names.includes(name));
  const missing = names.filter((name) => !keys.some((key) => key.name === name && key.repositoryId === null));
  return (
    <>
      {keys.length > 0 && (
        <ul aria-label="Keys" className="divide-y divide-line rounded-card border border-line">
          {keys.map((variable) => (
            <VariableRow
              key={`${variable.name} ${variable.repositoryId ?? ''}`}
              organizationId={organizationId}
              variable={variable}
              canTest
            />
          ))}
        </ul>
      )}
      {missing.map((name) => (
        <VariableForm key={name} organizationId={organizationId} name={name} />
      ))}
      <p className="prose-width text-meta text-text-3">
        Keys that the operator of this Foundry has set work for every organization; they do not stand here.
      </p>
    </>
  );
}
