import type { SandboxProvider } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AskAdmin } from '../organization/ask-admin.js';
import { NumberSetting, Setting, SettingsFormBox } from '../organization/settings-fields.js';
import { SettingsNav } from '../organization/settings-nav.js';
import { useSettingsForm } from '../organization/use-settings-form.js';
import { useOrganization } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { CurrentMachines } from './current-machines.js';
import { isModelKey } from './model-keys.js';
import { PROVIDERS } from './provider-words.js';
import { VariableForm } from './variable-form.js';
import { VariableRow } from './variable-row.js';
import { variablesQuery } from './variables-query.js';

const route = getRouteApi('/signed-in/o/$organizationId');
const signedIn = getRouteApi('/signed-in');

/** Where machines run, how long they wait, which there are, and what they are given. */
export function SandboxesScreen() {
  const { organizationId } = route.useParams();
  const { providers } = signedIn.useLoaderData().instance;
  const { state } = useOrganization(organizationId);
  const form = useSettingsForm(organizationId, 'sandboxes');
  const { settings } = form;
  const isOwner = state?.role === 'owner';
  const choose = (provider: SandboxProvider, isAllowed: boolean): void => {
    if (!settings) return;
    const others = settings.sandboxProviders.filter((one) => one !== provider);
    const allowed = isAllowed ? [...others, provider] : others;
    form.set('sandboxProviders', allowed);
    const isKept = settings.defaultProvider !== null && allowed.includes(settings.defaultProvider);
    if (!isKept) form.set('defaultProvider', allowed[0] ?? null);
  };
  return (
    <>
      <SettingsNav organizationId={organizationId} />
      <Page title="Sandboxes" tab={`Sandboxes · ${state?.organization?.login ?? 'organization'}`}>
        {!form.isAdmin && <AskAdmin organizationId={organizationId} what="You may look, not change." />}
        <SettingsFormBox label="Sandboxes" form={form}>
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">Where sandboxes may run</legend>
            {providers.length === 0 && <p className="text-text-2">This Foundry offers no place for machines.</p>}
            {providers.map((provider) => (
              <label key={provider} className="flex min-h-7 flex-wrap items-center gap-x-2 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  checked={settings?.sandboxProviders.includes(provider) ?? false}
                  disabled={provider === 'local' && !isOwner}
                  onChange={({ target }) => {
                    choose(provider, target.checked);
                  }}
                />
                {PROVIDERS[provider].name}
                <span className="text-text-3">
                  {PROVIDERS[provider].isolation}
                  {provider === 'local' && !isOwner && '; only an owner can allow it'}
                </span>
              </label>
            ))}
            {settings?.sandboxProviders.length === 0 && (
              <p className="text-meta text-text-3">None chosen: messages wait until there is one.</p>
            )}
          </fieldset>
          <Setting
            form={form}
            name="defaultProvider"
            label="Usual place"
            words={({ defaultProvider }) => (defaultProvider === null ? 'none' : PROVIDERS[defaultProvider].name)}
          >
            {({ sandboxProviders, defaultProvider }, id) => (
              <select
                id={id}
                className={CONTROL}
                value={defaultProvider ?? ''}
                disabled={sandboxProviders.length === 0}
                onChange={({ target }) => {
                  const chosen = sandboxProviders.find((name) => name === target.value);
                  if (chosen !== undefined) form.set('defaultProvider', chosen);
                }}
              >
                {sandboxProviders.length === 0 && <option value="">None</option>}
                {sandboxProviders.map((name) => (
                  <option key={name} value={name}>
                    {PROVIDERS[name].name}
                  </option>
                ))}
              </select>
            )}
          </Setting>
          <NumberSetting
            form={form}
            name="idleMinutes"
            label="Minutes without activity until a sandbox pauses"
            hint="Nothing is lost by it: the next message wakes it up."
            min={5}
            max={1_440}
          />
        </SettingsFormBox>
        <section aria-labelledby="machines" className="grid gap-3">
          <h2 id="machines" className="text-title font-semibold">
            Current machines
          </h2>
          <CurrentMachines organizationId={organizationId} />
        </section>
        <section aria-labelledby="variables" className="grid gap-3">
          <h2 id="variables" className="text-title font-semibold">
            Variables
          </h2>
          <p className="prose-width text-text-2">
            Every machine gets them in its environment; machines for untrusted forks do not. Keys of models stand with
            the agents.
          </p>
          {form.isAdmin ? (
            <Variables organizationId={organizationId} />
          ) : (
            <p className="text-text-3">Owners and admins can see and set them.</p>
          )}
        </section>
      </Page>
    </>
  );
}

function Variables({ organizationId }: { organizationId: string }) {
  const list = useQuery(variablesQuery(organizationId));
  if (list.isPending) return <Skeleton rows={2} label="Reading the variables" />;
  if (list.data === undefined) {
    return <ErrorNotice error={list.error} what="The variables were not read." retry={() => void list.refetch()} />;
  }
  const variables = list.data.filter(({ name }) => !isModelKey(name));
  return (
    <>
      {variables.length === 0 ? (
        <p className="text-text-2">There are none.</p>
      ) : (
        <ul aria-label="Variables" className="divide-y divide-line rounded-card border border-line">
          {variables.map((variable) => (
            <VariableRow
              key={`${variable.name} ${variable.repositoryId ?? ''}`}
              organizationId={organizationId}
              variable={variable}
              canTest={false}
            />
          ))}
        </ul>
      )}
      <VariableForm organizationId={organizationId} />
    </>
  );
}
