import { z } from 'zod';
import { AccountKind, MembershipRole, RunState, SyncPhase, SyncScope, SyncTrigger } from '../contracts/index.js';
import type { Reader } from './reader.js';

/** Everything that a run needs to know of its account, written down when it begins; nothing else is read. */
export const RunContext = z.object({
  login: z.string(),
  kind: AccountKind,
  installationId: z.string(),
  permissions: z.record(z.string(), z.string()),
});
export type RunContext = z.infer<typeof RunContext>;

/** Where the run is: the page or batch that it waits for. */
export const RunCursor = z.object({
  page: z.int().optional(),
  role: MembershipRole.optional(),
  batch: z.int().optional(),
  /** The member list was read completely. */
  membersSeen: z.boolean().optional(),
  membersError: z.string().optional(),
  /** The repository list was read once more, because too much would vanish. */
  reread: z.boolean().optional(),
});
export type RunCursor = z.infer<typeof RunCursor>;

export const Run = z.object({
  runId: z.string(),
  organizationId: z.string(),
  trigger: SyncTrigger,
  scope: SyncScope,
  context: RunContext.partial(),
  state: RunState,
  phase: SyncPhase,
  done: z.int(),
  total: z.int().nullable(),
  failed: z.int(),
  cursor: RunCursor,
  notBefore: z.date().nullable(),
  heartbeatAt: z.date(),
  announcedAt: z.date().nullable(),
  requests: z.int(),
  startedAt: z.date().nullable(),
});
export type Run = z.infer<typeof Run>;

/** The run, whatever its state. */
export async function findRun(reader: Reader, organizationId: string, runId: string): Promise<Run | null> {
  const rows = await reader.sql`
    select run_id as "runId", organization_id as "organizationId", trigger, scope, context, state, phase, done, total,
      failed, cursor, not_before as "notBefore", heartbeat_at as "heartbeatAt", announced_at as "announcedAt", requests,
      started_at as "startedAt"
    from github_data.sync_runs where run_id = ${runId} and organization_id = ${organizationId}`;
  return Run.array().parse(rows)[0] ?? null;
}

/** The one that is running or queued. */
export async function presentRun(
  reader: Reader,
  organizationId: string,
  state: 'running' | 'queued',
): Promise<Run | null> {
  const rows = await reader.sql`
    select run_id as "runId" from github_data.sync_runs
    where organization_id = ${organizationId} and state = ${state}`;
  const [row] = z.array(z.object({ runId: z.string() })).parse(rows);
  return row ? findRun(reader, organizationId, row.runId) : null;
}
