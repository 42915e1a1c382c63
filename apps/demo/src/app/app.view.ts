import { accountView, nodeId, simpleUser } from '../accounts/account.view.js';
import type { App, Installation } from '../state/app-records.js';
import { timestamp } from '../state/clock.js';
import type { World } from '../state/world.js';

/** GitHub's `integration`. */
export function appView(world: World, app: App) {
  return {
    id: app.id,
    slug: app.slug,
    client_id: app.clientId,
    node_id: nodeId('App', app.id),
    owner: simpleUser(world, app.ownerId),
    name: app.name,
    description: app.description,
    external_url: app.url,
    html_url: `${world.addresses.web}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
    installations_count: [...world.installations.values()].filter(({ appId }) => appId === app.id).length,
  };
}

/** GitHub's `installation`. */
export function installationView(world: World, installation: Installation) {
  const app = world.app(installation.appId);
  const account = world.account(installation.accountId);
  const settings = account.kind === 'Organization' ? `organizations/${account.record.login}/settings` : 'settings';
  return {
    id: installation.id,
    client_id: app.clientId,
    account: accountView(world, account),
    repository_selection: installation.selection,
    access_tokens_url: `${world.addresses.api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.addresses.api}/installation/repositories`,
    html_url: `${world.addresses.web}/${settings}/installations/${installation.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: installation.accountId,
    target_type: account.kind,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedById === null ? null : simpleUser(world, installation.suspendedById),
    suspended_at: installation.suspendedAt,
  };
}

/** Seconds since the epoch in GitHub's text. */
export function fromSeconds(seconds: number): string {
  return timestamp(seconds * 1000);
}
