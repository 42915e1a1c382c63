import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import {
  type Account,
  InstallationChanged,
  type InstallationFacts,
  ReadInstallation,
  Reconcile,
} from '../contracts/index.js';
import { installationStatus } from '../domain/installation-status.js';
import { presentRun } from '../rows/run-rows.js';
import { removeRepositories } from './end-rows.js';
import { endRun } from './runs/end-run.js';
import { wantRun } from './runs/start-run.js';
import { tellStatus } from './tell-status.js';
import { takeVersions } from './versions.js';

const Known = z.object({
  installationId: z.string(),
  state: z.enum(['active', 'suspended', 'deleted']),
  permissions: z.record(z.string(), z.string()),
  observedAt: z.date(),
});

const SWEEP_MS = 5 * 60_000;

/** Makes the account known, or takes over its login, name and picture. True: something differs. */
export async function knowAccount(tx: Tx, account: Account): Promise<boolean> {
  const { accountId, kind, login, name, avatarUrl } = account;
  const changed = await tx.sql`
    insert into github_data.accounts as a (organization_id, kind, login, name, avatar_url)
    values (${accountId}, ${kind}, ${login}, ${name}, ${avatarUrl})
    on conflict (organization_id) do update set login = excluded.login, name = coalesce(excluded.name, a.name),
      avatar_url = coalesce(excluded.avatar_url, a.avatar_url)
    where a.login <> excluded.login or (excluded.name is not null and a.name is distinct from excluded.name)
      or (excluded.avatar_url is not null and a.avatar_url is distinct from excluded.avatar_url)
    returning organization_id`;
  return changed.length > 0;
}

/**
 * Takes over what GitHub says about an installation at `at` (GitHub's time for events, ours when it was read). A deleted
 * installation never returns under its id. Two states of one second: GitHub is asked, unless this is its answer.
 */
export async function applyInstallation(
  tx: Tx,
  facts: InstallationFacts,
  { at, read }: { at: Date; read: boolean },
): Promise<void> {
  const organizationId = facts.account.accountId;
  const renamed = await knowAccount(tx, facts.account);
  const rows = Known.array().parse(
    await tx.sql`select installation_id as "installationId", state, permissions, observed_at as "observedAt"
      from github_data.installations where organization_id = ${organizationId}
      order by installation_id desc`,
  );
  const known = rows.find(({ installationId }) => installationId === facts.installationId);
  const newer = rows.some(({ installationId }) => BigInt(installationId) > BigInt(facts.installationId));
  const same =
    known?.state === facts.state &&
    JSON.stringify(sorted(known.permissions)) === JSON.stringify(sorted(facts.permissions));
  if (known?.state === 'deleted' || (known && at < known.observedAt && facts.state !== 'deleted')) return;
  if (known && !read && !same && facts.state !== 'deleted' && at.getTime() === known.observedAt.getTime()) {
    tx.perform(new ReadInstallation({ organizationId, installationId: facts.installationId }));
    return;
  }
  const before = await statusNow(tx, organizationId);
  // A reinstallation has a higher id, so the lower ones have ended, whatever arrives about them.
  const state = newer ? 'deleted' : facts.state;
  await saveInstallation(tx, organizationId, { ...facts, state }, at);
  const after = installationStatus(newer ? await presentFacts(tx, organizationId) : { ...facts, state });
  await tx.sql`update github_data.accounts set installation_status = ${after} where organization_id = ${organizationId}`;
  const grew =
    known !== undefined && JSON.stringify(sorted(known.permissions)) !== JSON.stringify(sorted(facts.permissions));
  if (before === after && same && !renamed) return;
  await tellInstallation(tx, organizationId);
  auditChange(tx, facts, { before, after, grew });
  await followStatus(tx, organizationId, { before, after, fresh: known === undefined, grew });
  await tellStatus(tx, organizationId);
}

const sorted = (permissions: Record<string, string>) =>
  Object.entries(permissions).sort(([a], [b]) => (a < b ? -1 : 1));

async function statusNow(tx: Tx, organizationId: string): Promise<string> {
  const [row] = z
    .array(z.object({ status: z.string() }))
    .parse(
      await tx.sql`select installation_status as status from github_data.accounts where organization_id = ${organizationId}`,
    );
  return row?.status ?? 'not_installed';
}

async function presentFacts(tx: Tx, organizationId: string) {
  const [row] = Known.array().parse(
    await tx.sql`select installation_id as "installationId", state, permissions, observed_at as "observedAt"
      from github_data.installations where organization_id = ${organizationId} and state <> 'deleted'`,
  );
  return row ?? null;
}

async function saveInstallation(tx: Tx, organizationId: string, facts: InstallationFacts, at: Date): Promise<void> {
  const { installationId, state } = facts;
  const version = await takeVersions(tx, organizationId);
  if (state !== 'deleted') {
    await tx.sql`update github_data.installations set state = 'deleted', version = ${version}
      where organization_id = ${organizationId} and installation_id <> ${installationId} and state <> 'deleted'`;
  }
  await tx.sql`
    insert into github_data.installations as i (installation_id, organization_id, state, repository_selection,
      permissions, events, installed_by, observed_at, version)
    values (${installationId}, ${organizationId}, ${state}, ${facts.repositorySelection},
      ${JSON.stringify(facts.permissions)}::jsonb, ${JSON.stringify(facts.events)}::jsonb, ${facts.installedBy}, ${at}, ${version})
    on conflict (installation_id) do update set state = excluded.state,
      repository_selection = excluded.repository_selection, permissions = excluded.permissions,
      events = excluded.events, installed_by = coalesce(i.installed_by, excluded.installed_by),
      observed_at = greatest(i.observed_at, excluded.observed_at), version = excluded.version`;
}

interface Change {
  before: string;
  after: string;
  grew: boolean;
}

/** What follows from the new status: a sync, or the end of what the App cannot see any more. */
async function followStatus(
  tx: Tx,
  organizationId: string,
  { before, after, fresh, grew }: Change & { fresh: boolean },
): Promise<void> {
  if (after === 'connected' || after === 'needs_permissions') {
    if (before === after && !fresh && !grew) return;
    const runId = tx.derivedId('sync after installation');
    await wantRun(tx, organizationId, { runId, trigger: 'installation', scope: 'all', requestedBy: null });
    tx.schedule(
      `github-sweep:${organizationId}`,
      new Date(tx.now.getTime() + SWEEP_MS),
      new Reconcile({ organizationId }),
    );
    return;
  }
  const run = await presentRun(tx, organizationId, 'running');
  if (run) await endRun(tx, run, { state: 'cancelled' });
  tx.unschedule(`github-sweep:${organizationId}`);
  if (after !== 'not_installed') return;
  const present = z.array(z.object({ id: z.string() })).parse(
    await tx.sql`select repository_id as id from github_data.repositories
      where organization_id = ${organizationId} and state = 'available'`,
  );
  await removeRepositories(
    tx,
    organizationId,
    present.map(({ id }) => id),
  );
}

const TOLD = z.object({
  accountId: z.string(),
  kind: z.enum(['company', 'personal']),
  login: z.string(),
  name: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  installation: z.enum(['not_installed', 'connected', 'suspended', 'needs_permissions']),
  installationId: z.string().nullable(),
});

/** Tells the account and its installation as they are now. */
export async function tellInstallation(tx: Tx, organizationId: string): Promise<void> {
  const [row] = TOLD.array().parse(
    await tx.sql`select a.organization_id as "accountId", a.kind, a.login, a.name, a.avatar_url as "avatarUrl",
        a.installation_status as installation, i.installation_id as "installationId"
      from github_data.accounts a left join github_data.installations i
        on i.organization_id = a.organization_id and i.state <> 'deleted'
      where a.organization_id = ${organizationId}`,
  );
  if (!row) return;
  const { installation, installationId, ...account } = row;
  const version = await takeVersions(tx, organizationId);
  tx.emit(new InstallationChanged({ organizationId, version, account, installation, installationId }));
}

function auditChange(tx: Tx, facts: InstallationFacts, { before, after, grew }: Change): void {
  const subject = { type: 'installation', id: facts.installationId };
  const details = { login: facts.account.login };
  const kind =
    before === after
      ? grew
        ? 'github.installation_permissions_changed'
        : null
      : after === 'not_installed'
        ? 'github.installation_removed'
        : after === 'suspended'
          ? 'github.installation_suspended'
          : 'github.installation_connected';
  if (kind !== null) tx.audit({ kind, subject, details });
}
