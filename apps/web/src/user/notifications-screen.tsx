import type { PreferencesView } from '@foundry/user/contracts';
import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL_SHAPE } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { switchOff, switchOn, useBrowserSwitch } from './browser-switch.js';

type Notifications = PreferencesView['notifications'];
type Kind = keyof Notifications;
type Channel = Notifications[Kind];

const KINDS: readonly (readonly [Kind, string])[] = [
  ['needsYou', 'An agent needs you: a permission or a question'],
  ['finished', 'A turn finished'],
  ['failed', 'A turn failed'],
  ['ownerChanged', 'A task became yours, or somebody else’s'],
  ['pullRequest', 'Reviews, comments, merges and failing checks'],
];
const CHANNELS: readonly (readonly [Channel, string])[] = [
  ['off', 'Nowhere'],
  ['inbox', 'Inbox'],
  ['browser', 'Inbox and browser'],
];

/** Which news a person gets, and whether this browser shows any of it outside of the page. */
export function NotificationsScreen() {
  const notifications = useApp().preferences?.notifications;
  const save = useMutation({
    mutationFn: (change: Partial<Notifications>) =>
      done(api.PATCH('/v1/me/preferences', { body: { notifications: change } })),
  });
  if (!notifications) {
    return (
      <Page title="Notifications">
        <Skeleton rows={3} label="Reading what you chose" />
      </Page>
    );
  }
  const shown = save.isPending ? { ...notifications, ...save.variables } : notifications;
  return (
    <Page title="Notifications">
      <ThisBrowser />
      <section aria-labelledby="kinds" className="grid gap-2">
        <h2 id="kinds" className="text-title font-semibold">
          What you hear of
        </h2>
        <p className="prose-width text-text-2">Only of tasks that you take part in. Kept with your account.</p>
        <ul className="divide-y divide-line border-y border-line">
          {KINDS.map(([kind, name]) => (
            <li key={kind} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <label htmlFor={`news-${kind}`}>{name}</label>
              <select
                id={`news-${kind}`}
                value={shown[kind]}
                className={CONTROL_SHAPE}
                onChange={({ target }) => {
                  const channel = CHANNELS.find(([value]) => value === target.value)?.[0];
                  if (channel) save.mutate({ [kind]: channel });
                }}
              >
                {CHANNELS.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <p role="status" className="text-text-2">
          {save.isSuccess && 'Saved for all your browsers.'}
        </p>
        {save.isError && <ErrorNotice error={save.error} what="It was not saved." />}
      </section>
    </Page>
  );
}

/** The browser is asked only when somebody asks for it here. */
function ThisBrowser() {
  const state = useBrowserSwitch();
  const asking = useMutation({ mutationFn: switchOn });
  return (
    <section aria-labelledby="this-browser" className="grid justify-items-start gap-2">
      <h2 id="this-browser" className="text-title font-semibold">
        This browser
      </h2>
      {state === 'impossible' && (
        <p className="prose-width text-text-2">
          This browser cannot show notifications from here: it knows none, or the address is not safe (https).
        </p>
      )}
      {state === 'blocked' && (
        <p className="prose-width text-text-2">
          This browser blocks notifications from here. Its settings for this page can allow them.
        </p>
      )}
      {state === 'off' && (
        <>
          <p className="prose-width text-text-2">
            Shows what waits for you while no tab of Foundry is in view. The browser asks you once.
          </p>
          <Button
            pending={asking.isPending ? 'Asking' : null}
            onClick={() => {
              asking.mutate();
            }}
          >
            Show notifications in this browser
          </Button>
        </>
      )}
      {state === 'on' && (
        <>
          <p role="status" className="prose-width text-text-2">
            On: what waits for you is shown while no tab of Foundry is in view.
          </p>
          <Button onClick={switchOff}>Stop in this browser</Button>
        </>
      )}
      {asking.isError && <ErrorNotice error={asking.error} what="The browser was not asked." />}
    </section>
  );
}
