import { z } from 'zod';
import { GithubFailure } from '../client/github-failure.js';
import type { PlainAnswer } from '../client/plain-call.js';
import type { Diagnosis, InstanceApp } from '../contracts/index.js';
import { APP_EVENTS, APP_PERMISSIONS } from '../domain/app-demands.js';
import { askAsApp } from '../setup/app-page.js';
import { bad, note, ok, type Patient } from './diagnoses.js';

const Own = z.object({
  slug: z.string(),
  client_id: z.string(),
  html_url: z.string(),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});
type Own = z.infer<typeof Own>;

/** A signature is dated a minute back and good for nine; more than half of that minute is too near to the edge. */
const SKEW_LIMIT_S = 30;
const LEVELS = ['none', 'read', 'write', 'admin'];

/** `settingsUrl`: the App's page at GitHub; null when GitHub does not accept the App, so that nothing else can be asked. */
export interface Identity {
  found: Diagnosis[];
  pageUrl: string | null;
}

/** Whether GitHub answers, our clock is right, and number, key, client id, permissions and events are those of one App. */
export async function examineIdentity(app: InstanceApp, { apiUrl }: Patient): Promise<Identity> {
  const answer = await asked(app, apiUrl);
  if (answer === null) {
    const remedy = 'Check GITHUB_API_URL, and that this machine reaches it (proxy, firewall, DNS).';
    return { found: [bad('GitHub', `${apiUrl} does not answer.`, remedy)], pageUrl: null };
  }
  const clock = clockOf(answer);
  const own = Own.safeParse(answer.data);
  if (answer.status === 200 && own.success) {
    return { found: [clock, ...accepted(app, own.data)], pageUrl: own.data.html_url };
  }
  return { found: [clock, refused(app, answer, clock)], pageUrl: null };
}

async function asked(app: InstanceApp, apiUrl: string): Promise<PlainAnswer | null> {
  try {
    return await askAsApp(app, apiUrl, 'GET /app');
  } catch (error) {
    if (error instanceof GithubFailure) return null;
    throw error;
  }
}

function clockOf({ headers }: PlainAnswer): Diagnosis {
  const theirs = Date.parse(String(headers['date'] ?? ''));
  if (Number.isNaN(theirs)) return note('Clock', 'GitHub did not say its time.');
  const ahead = Math.round((Date.now() - theirs) / 1000);
  if (Math.abs(ahead) <= SKEW_LIMIT_S) return ok('Clock', 'agrees with GitHub’s');
  const says = `It is ${String(Math.abs(ahead))} s ${ahead > 0 ? 'ahead of' : 'behind'} GitHub’s.`;
  return bad('Clock', says, 'Let the clock of this machine be set over NTP; signatures of the App depend on it.');
}

function refused({ appId }: InstanceApp, { status }: PlainAnswer, clock: Diagnosis): Diagnosis {
  if (status === 404) {
    return bad(
      'App',
      `GitHub has no App with the number ${appId}.`,
      'Copy the App ID of the App’s page to GITHUB_APP_ID.',
    );
  }
  if (status !== 401) {
    return bad(
      'App',
      `GitHub answered ${String(status)}.`,
      'Look at githubstatus.com, or at the log of your GitHub server.',
    );
  }
  const says = `GitHub does not accept the signature of App ${appId}.`;
  if (clock.state === 'bad') return bad('App', says, 'Set the clock first; then run this again.');
  return bad(
    'App',
    `${says} Its number and its private key do not belong together, or the key was deleted at GitHub.`,
    'Make a new private key on the App’s page and put it into GITHUB_APP_PRIVATE_KEY; compare GITHUB_APP_ID with the page.',
  );
}

function accepted(app: InstanceApp, own: Own): Diagnosis[] {
  const settings = `the App’s page at GitHub (${own.html_url})`;
  const identity =
    own.client_id === app.clientId
      ? ok('App', `is ${own.slug}, and GitHub accepts its key`)
      : bad(
          'App',
          `App ${app.appId} is ${own.slug}, whose client id is another one than GITHUB_CLIENT_ID.`,
          `Copy client id and a client secret of ${settings}.`,
        );
  return [identity, permissionsOf(own, settings), ...surplusOf(own, settings), eventsOf(own, settings)];
}

const level = (granted: string | undefined): number => LEVELS.indexOf(granted ?? 'none');

function permissionsOf({ permissions }: Own, settings: string): Diagnosis {
  const missing = Object.entries(APP_PERMISSIONS)
    .filter(([name, needed]) => level(permissions[name]) < level(needed))
    .map(([name, needed]) => `${name}: ${needed}`);
  if (missing.length === 0) return ok('Permissions', 'all that Foundry needs');
  const remedy = `Add them under “Permissions & events” of ${settings}; then owners have to approve them.`;
  return bad('Permissions', `The App lacks ${missing.join(', ')}.`, remedy);
}

/** What an App may do beyond its task is a risk, and works. */
function surplusOf({ permissions }: Own, settings: string): Diagnosis[] {
  const asked: Readonly<Record<string, string>> = APP_PERMISSIONS;
  const surplus = Object.entries(permissions)
    .filter(([name, granted]) => level(granted) > level(asked[name]))
    .map(([name, granted]) => `${name}: ${granted}`);
  const says = `The App may do more than Foundry ever needs: ${surplus.join(', ')}.`;
  return surplus.length === 0 ? [] : [note('Permissions', says, `Take that away on ${settings}.`)];
}

function eventsOf({ events }: Own, settings: string): Diagnosis {
  const missing = APP_EVENTS.filter((event) => !events.includes(event));
  if (missing.length === 0) return ok('Events', 'all that Foundry listens to');
  const says = `The App is not told of ${missing.join(', ')}; such changes show up with the next sweep only.`;
  return bad('Events', says, `Subscribe to them under “Permissions & events” of ${settings}.`);
}
