import { getRouteApi } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';
import { buttonLook } from '../ui/button.js';
import { CONTROL } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { AskAdmin } from './ask-admin.js';
import { DisplayName } from './display-name.js';
import { ChoiceSetting, NumberSetting, Setting, SettingsFormBox } from './settings-fields.js';
import { SettingsNav } from './settings-nav.js';
import { useSettingsForm } from './use-settings-form.js';

const route = getRouteApi('/signed-in/o/$organizationId');
const signedIn = getRouteApi('/signed-in');

const PULL_REQUESTS = {
  all: 'All open pull requests',
  same_repository: 'All but those from forks',
  none: 'None',
} as const;
const AUTO_ARCHIVE = {
  closed_or_merged: 'When its pull request is merged or closed',
  merged: 'When its pull request is merged',
  never: 'Never',
} as const;
const DEFAULT_ROLES = { member: 'Member: may work on tasks', viewer: 'Viewer: may look' } as const;
const VISIBILITIES = {
  repository: 'Whoever can read the repository on GitHub',
  organization: 'Every member',
} as const;

/** What an organization decided for all of its people. */
export function GeneralScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const form = useSettingsForm(organizationId, 'general');
  const login = state?.organization?.login ?? 'organization';
  return (
    <>
      <SettingsNav organizationId={organizationId} />
      <Page title="General" tab={`General · ${login}`}>
        {!form.isAdmin && <AskAdmin organizationId={organizationId} what="You may look, not change." />}
        <DisplayName organizationId={organizationId} isAdmin={form.isAdmin} />
        <section aria-labelledby="tasks-heading" className="grid gap-3">
          <h2 id="tasks-heading" className="text-title font-semibold">
            Tasks and people
          </h2>
          <SettingsFormBox label="Settings" form={form}>
            <ChoiceSetting form={form} name="pullRequestTasks" label="Pull requests as tasks" options={PULL_REQUESTS} />
            <Setting
              form={form}
              name="excludeAuthors"
              label="Without pull requests of"
              hint="Logins, separated by commas. For bots, mostly."
              words={({ excludeAuthors }) => excludeAuthors.join(', ') || 'nobody'}
            >
              {(settings, id) => (
                <input
                  id={id}
                  className={CONTROL}
                  defaultValue={settings.excludeAuthors.join(', ')}
                  onBlur={({ target }) => {
                    form.set('excludeAuthors', loginsOf(target.value));
                  }}
                />
              )}
            </Setting>
            <ChoiceSetting form={form} name="autoArchive" label="Archive a task" options={AUTO_ARCHIVE} />
            <Setting
              form={form}
              name="branchPrefix"
              label="Names of new branches begin with"
              words={({ branchPrefix }) => branchPrefix}
            >
              {(settings, id) => (
                <input
                  id={id}
                  maxLength={40}
                  spellCheck={false}
                  className={`${CONTROL} font-mono`}
                  value={settings.branchPrefix}
                  onChange={({ target }) => {
                    form.set('branchPrefix', target.value);
                  }}
                />
              )}
            </Setting>
            <ChoiceSetting form={form} name="defaultRole" label="Usual role of members" options={DEFAULT_ROLES} />
            <ChoiceSetting
              form={form}
              name="taskVisibility"
              label="Who sees tasks of private repositories"
              options={VISIBILITIES}
            />
            <NumberSetting
              form={form}
              name="maxActiveTasks"
              label="Most tasks at once"
              hint="Those that were not started and archived ones do not count."
              min={1}
              max={10_000}
            />
            <NumberSetting
              form={form}
              name="turnLimitMinutes"
              label="Longest turn of an agent, in minutes"
              min={5}
              max={720}
            />
          </SettingsFormBox>
        </section>
        {form.isAdmin && <DangerZone login={login} />}
      </Page>
    </>
  );
}

const loginsOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter((login) => login !== ''))];

/** What takes everything away is done at GitHub, where it can be undone. */
function DangerZone({ login }: { login: string }) {
  const { githubUrl } = signedIn.useLoaderData().instance;
  return (
    <section aria-labelledby="danger" className="grid justify-items-start gap-2 rounded-card border border-danger p-3">
      <h2 id="danger" className="text-title font-semibold text-danger">
        Leave Foundry
      </h2>
      <p className="prose-width text-text-2">
        An owner of {login} ends the connection by uninstalling the GitHub App at GitHub. Tasks and their history stay
        here, nothing new is read, and no machine can push any more.
      </p>
      {githubUrl !== null && (
        <a
          className={buttonLook('danger')}
          href={`${githubUrl}/settings/installations`}
          target="_blank"
          rel="noreferrer"
        >
          Installations at GitHub
        </a>
      )}
    </section>
  );
}
