import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createApp } from '../app/manifest.js';
import type { Github } from '../github.js';
import type { App } from '../state/app-records.js';
import type { Permissions } from '../state/records.js';

/** What Foundry's configuration needs to know of its App; kept in the folder, readable by its owner only. */
export const Credentials = z.object({
  appId: z.number().int(),
  slug: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  privateKey: z.string(),
  webhookSecret: z.string(),
});
export type Credentials = z.infer<typeof Credentials>;

/** Addresses of the product that the App belongs to. */
export interface AppAddresses {
  readonly webhookUrl: string | null;
  readonly callbackUrl: string;
  readonly setupUrl: string;
}

/** What Foundry asks for: `docs` and the manifest name the same. */
export const permissions: Permissions = {
  contents: 'write',
  pull_requests: 'write',
  metadata: 'read',
  checks: 'read',
  statuses: 'read',
  issues: 'read',
  members: 'read',
  email_addresses: 'read',
};

export const events = [
  'check_suite', 'create', 'delete', 'issue_comment', 'member', 'membership', 'organization', 'public', 'pull_request',
  'pull_request_review', 'pull_request_review_comment', 'push', 'repository', 'status', 'team', 'team_add',
]; // prettier-ignore

const file = (folder: string) => join(folder, 'app-credentials.json');

/** Registers Foundry's App and writes its credentials down. */
export function registerApp(github: Github, folder: string, ownerId: number, at: AppAddresses): App {
  const { app, privateKey } = createApp(
    github,
    {
      name: 'Foundry',
      url: new URL(at.callbackUrl).origin,
      description: 'Control plane for coding agents',
      ...(at.webhookUrl === null ? {} : { hook_attributes: { url: at.webhookUrl, active: true } }),
      callback_urls: [at.callbackUrl],
      setup_url: at.setupUrl,
      public: false,
      default_permissions: permissions,
      default_events: events,
    },
    ownerId,
  );
  const { id: appId, slug, clientId, clientSecret, webhookSecret } = app;
  const credentials: Credentials = { appId, slug, clientId, clientSecret, privateKey, webhookSecret };
  writeFileSync(file(folder), JSON.stringify(credentials), { mode: 0o600 });
  return app;
}

/** Moves the registered App to where the product is now; nothing when none was registered here. */
export function moveApp({ world }: Github, folder: string, at: AppAddresses): void {
  const app = world.apps.get(readCredentials(folder)?.appId ?? 0);
  if (!app) return;
  Object.assign(app, {
    url: new URL(at.callbackUrl).origin,
    webhookUrl: at.webhookUrl,
    callbackUrls: [at.callbackUrl],
    setupUrl: at.setupUrl,
  });
  world.touch();
}

/** The credentials written down earlier, or null when no App was registered here. */
export function readCredentials(folder: string): Credentials | null {
  if (!existsSync(file(folder))) return null;
  return Credentials.parse(JSON.parse(readFileSync(file(folder), 'utf8')));
}
