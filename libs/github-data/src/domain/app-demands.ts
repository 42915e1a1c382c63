/** What the App asks of an account, and nothing else: no task needs administration, workflows, secrets or actions. */
export const APP_PERMISSIONS = {
  contents: 'write',
  pull_requests: 'write',
  metadata: 'read',
  checks: 'read',
  statuses: 'read',
  issues: 'read',
  members: 'read',
  email_addresses: 'read',
} as const satisfies Readonly<Record<string, 'read' | 'write'>>;

/** What the App is told of. Installations and revoked authorizations are told to every App without asking. */
export const APP_EVENTS = [
  'check_suite',
  'create',
  'delete',
  'issue_comment',
  'member',
  'membership',
  'organization',
  'public',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'push',
  'repository',
  'status',
  'team',
  'team_add',
] as const;

/** Paths of the product that GitHub calls, or sends browsers to. */
export const APP_PATHS = {
  webhook: '/v1/webhooks/github',
  callback: '/v1/auth/github/callback',
  setup: '/v1/github/setup',
  manifest: '/v1/setup/callback',
} as const;

const LONGEST_NAME = 34;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether only programs of the same machine reach this address. */
export const isLoopback = (address: string): boolean => LOOPBACK.includes(new URL(address).hostname);

/** Whether this GitHub can send webhooks there: GitHub elsewhere refuses an App whose address is on one machine only. */
export const hearsWebhooks = (publicUrl: string, webUrl: string): boolean =>
  !isLoopback(publicUrl) || isLoopback(webUrl);

/** GitHub's App manifest: the App that Foundry at `publicUrl` needs. */
export function appManifest(publicUrl: string, webUrl: string) {
  const at = (path: string) => `${publicUrl}${path}`;
  return {
    name: `Foundry ${new URL(publicUrl).host}`.slice(0, LONGEST_NAME),
    url: publicUrl,
    description: 'The control plane where this team runs coding agents on its repositories.',
    ...(hearsWebhooks(publicUrl, webUrl) ? { hook_attributes: { url: at(APP_PATHS.webhook), active: true } } : {}),
    redirect_url: at(APP_PATHS.manifest),
    callback_urls: [at(APP_PATHS.callback)],
    setup_url: at(APP_PATHS.setup),
    public: false,
    default_permissions: APP_PERMISSIONS,
    default_events: APP_EVENTS,
  };
}
