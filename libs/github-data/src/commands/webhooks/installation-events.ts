import type { Tx } from '@foundry/messaging';
import { AuthorizationRevoked, ReadInstallation } from '../../contracts/index.js';
import { installationOf } from '../../reading/account.js';
import {
  DeliveryHead,
  InstallationPayload,
  InstallationRepositoriesPayload,
  TargetPayload,
} from '../../reading/webhook.js';
import { applyInstallation, knowAccount, tellInstallation } from '../apply-installation.js';
import { removeRepositories } from '../end-rows.js';
import { presentInstallation } from '../present-installation.js';
import { presentRun } from '../../rows/run-rows.js';
import { wantRun } from '../runs/start-run.js';
import { storeRepositories } from '../store-repositories.js';
import { tellStatus } from '../tell-status.js';
import { type Applies, type Delivered, ignored, PROCESSED, type Verdict, readPayload } from './delivered.js';

const STATES: Readonly<Record<string, 'active' | 'suspended' | 'deleted'>> = {
  created: 'active',
  unsuspend: 'active',
  suspend: 'suspended',
  deleted: 'deleted',
};

export const installation: Applies = async (tx, { payload, action }) => {
  const { installation: row, sender } = readPayload(InstallationPayload, payload);
  const installedBy = action === 'created' ? (sender?.id ?? null) : null;
  const facts = installationOf(row, STATES[action ?? ''], installedBy);
  await applyInstallation(tx, facts, { at: new Date(row.updated_at), read: false });
  return PROCESSED;
};

/** Added and removed may come in the wrong order and carry no time, so the list is read as well: it decides. */
export const installationRepositories: Applies = async (tx, { organizationId, payload, at }) => {
  const { installation: row, ...change } = readPayload(InstallationRepositoriesPayload, payload);
  await applyInstallation(tx, installationOf(row), { at: new Date(row.updated_at), read: false });
  const added = change.repositories_added.map(({ id, full_name, private: hidden }) => ({
    repositoryId: id,
    fullName: full_name,
    private: hidden,
  }));
  await storeRepositories(tx, organizationId, added, { observedAt: at, by: 'event' });
  await removeRepositories(
    tx,
    organizationId,
    change.repositories_removed.map(({ id }) => id),
  );
  await syncThese(tx, organizationId, [
    ...added.map(({ repositoryId }) => repositoryId),
    ...change.repositories_removed.map(({ id }) => id),
  ]);
  return PROCESSED;
};

/** Reads the lists again with these in scope, if the App can read there at all. */
export async function syncThese(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await isReadable(tx, organizationId))) return;
  const scope = ids.length > 200 ? ('all' as const) : [...ids];
  const runId = tx.derivedId('sync of repositories');
  await wantRun(tx, organizationId, { runId, trigger: 'repositories', scope, requestedBy: null });
}

async function isReadable(tx: Tx, organizationId: string): Promise<boolean> {
  const rows = await tx.sql`select 1 from github_data.accounts where organization_id = ${organizationId}
    and installation_status in ('connected', 'needs_permissions')`;
  return rows.length > 0;
}

export const installationTarget: Applies = async (tx, delivered) => {
  const { account } = readPayload(TargetPayload, delivered.payload);
  return rename(tx, delivered, account.login);
};

/** Names change, ids stay. A run that is going on learns the new login; full names come with the next list. */
export async function rename(tx: Tx, { organizationId }: Delivered, login: string): Promise<Verdict> {
  const known = await tx.sql`select kind from github_data.accounts where organization_id = ${organizationId}`;
  if (known.length === 0) return ignored('account_unknown');
  const changed = await knowAccount(tx, {
    accountId: organizationId,
    kind: 'company',
    login,
    name: null,
    avatarUrl: null,
  });
  if (!changed) return PROCESSED;
  // Two renames may come in the wrong order and carry no time, so GitHub is asked: what it calls the account now wins.
  const present = await presentInstallation(tx, organizationId);
  if (present) tx.perform(new ReadInstallation({ organizationId, installationId: present.installationId }));
  const run = await presentRun(tx, organizationId, 'running');
  if (run) {
    const context = { ...run.context, login };
    await tx.sql`update github_data.sync_runs set context = ${JSON.stringify(context)}::jsonb where run_id = ${run.runId}`;
  }
  await tellInstallation(tx, organizationId);
  await tellStatus(tx, organizationId);
  if (await isReadable(tx, organizationId)) {
    const runId = tx.derivedId('sync after renaming');
    await wantRun(tx, organizationId, { runId, trigger: 'renamed', scope: 'all', requestedBy: null });
  }
  return PROCESSED;
}

/** Concerns a person, not an organization; the module that keeps people's tokens answers. */
export const authorization: Applies = (tx, { payload, at, action }) => {
  const { sender } = readPayload(DeliveryHead, payload);
  if (action !== 'revoked' || !sender) return Promise.resolve(ignored('unhandled_event'));
  tx.emit(new AuthorizationRevoked({ userId: sender.id, at: at.toISOString() }));
  return Promise.resolve(PROCESSED);
};
