import type { Tx } from '@foundry/messaging';
import { InstallationFacts } from '../contracts/index.js';

/** The installation of an account as it is stored, or null. */
export async function presentInstallation(tx: Tx, organizationId: string): Promise<InstallationFacts | null> {
  const rows = await tx.sql`
    select i.installation_id as "installationId", i.state, i.repository_selection as "repositorySelection", i.permissions,
      i.events, i.installed_by as "installedBy", jsonb_build_object('accountId', a.organization_id::text, 'kind', a.kind,
        'login', a.login, 'name', a.name, 'avatarUrl', a.avatar_url) as account
    from github_data.installations i join github_data.accounts a on a.organization_id = i.organization_id
    where i.organization_id = ${organizationId} and i.state <> 'deleted'`;
  return InstallationFacts.array().parse(rows)[0] ?? null;
}
