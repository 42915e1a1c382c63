import type { OrganizationEntry } from '@foundry/organization/contracts';
import { z } from 'zod';
import { GithubStatusView, SyncRunView } from '../contracts/index.js';
import { missingPermissions } from '../domain/installation-status.js';
import { type Reader, shown } from './reader.js';

export const RunViewRow = SyncRunView.extend({
  waitingUntil: shown.nullable(),
  startedAt: shown.nullable(),
  finishedAt: shown.nullable(),
});

const StatusRow = GithubStatusView.omit({ missingPermissions: true, run: true }).extend({
  lastSyncedAt: shown.nullable(),
  lastDeliveryAt: shown.nullable(),
  permissions: z.record(z.string(), z.string()).nullable(),
});

/** One run as people see it; null when the organization has none with this id. */
export async function readRun(reader: Reader, organizationId: string, runId: string): Promise<SyncRunView | null> {
  const runs = await reader.sql`
    select run_id as "runId", trigger, scope, state, phase, done, total, failed, requests,
      not_before as "waitingUntil", waiting_reason as "waitingReason", started_at as "startedAt",
      finished_at as "finishedAt", error_code as "errorCode", error_text as "errorText"
    from github_data.sync_runs where organization_id = ${organizationId} and run_id = ${runId}`;
  return RunViewRow.array().parse(runs)[0] ?? null;
}

/** Installation, sync and the present run of one organization; null when GitHub never told of it. */
export async function readStatus(reader: Reader, organizationId: string): Promise<GithubStatusView | null> {
  const accounts = await reader.sql`
    select a.organization_id as "organizationId", a.kind, a.login, a.installation_status as installation,
      i.installation_id as "installationId", i.permissions, a.sync_status as sync, a.error_code as "errorCode",
      a.error_text as "errorText", a.last_synced_at as "lastSyncedAt", a.last_delivery_at as "lastDeliveryAt",
      a.last_delivery_event as "lastDeliveryEvent", a.version
    from github_data.accounts a
    left join github_data.installations i on i.organization_id = a.organization_id and i.state <> 'deleted'
    where a.organization_id = ${organizationId}`;
  const [found] = StatusRow.array().parse(accounts);
  if (!found) return null;
  const running = await reader.sql`select run_id as "runId" from github_data.sync_runs
    where organization_id = ${organizationId} and state = 'running'`;
  const [present] = z.array(z.object({ runId: z.string() })).parse(running);
  const { permissions, ...status } = found;
  return {
    ...status,
    missingPermissions: permissions === null ? [] : missingPermissions(permissions),
    run: present ? await readRun(reader, organizationId, present.runId) : null,
  };
}

/** The status of an account of which only name and kind are known yet. */
export const neverTold = ({ id, kind, login }: Pick<OrganizationEntry, 'id' | 'kind' | 'login'>): GithubStatusView => ({
  ...{ organizationId: id, kind, login, installation: 'not_installed', installationId: null, missingPermissions: [] },
  ...{ sync: 'never', errorCode: null, errorText: null, run: null, version: 0 },
  ...{ lastSyncedAt: null, lastDeliveryAt: null, lastDeliveryEvent: null },
});
