import { z } from 'zod';
import type { Account, InstallationFacts } from '../contracts/index.js';
import { cut, GithubId, GithubTime, GithubUser } from './values.js';

export const GithubAccount = GithubUser.extend({ name: cut(255).nullish() });

export function accountOf(account: z.output<typeof GithubAccount>): Account {
  return {
    accountId: account.id,
    kind: account.type === 'Organization' ? 'company' : 'personal',
    login: account.login,
    name: account.name ?? null,
    avatarUrl: account.avatar_url ?? null,
  };
}

/** `installation` of events about itself, and of `GET /app/installations`. */
export const GithubInstallation = z.object({
  id: GithubId,
  account: GithubAccount,
  target_type: z.string().nullish(),
  repository_selection: z.enum(['all', 'selected']),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
  suspended_at: GithubTime.nullish(),
  updated_at: GithubTime,
});
export type GithubInstallation = z.output<typeof GithubInstallation>;

/** `state` is what the message says; by itself an installation is active or suspended. */
export function installationOf(
  installation: GithubInstallation,
  state: InstallationFacts['state'] = installation.suspended_at ? 'suspended' : 'active',
  installedBy: string | null = null,
): InstallationFacts {
  const { account } = installation;
  return {
    installationId: installation.id,
    account: accountOf({ ...account, type: account.type ?? installation.target_type }),
    state,
    repositorySelection: installation.repository_selection,
    permissions: installation.permissions,
    events: installation.events,
    installedBy,
  };
}
