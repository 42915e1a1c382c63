import type { Tx } from '@foundry/messaging';
import { CheckRun } from '../../contracts/index.js';
import { findRun, type Run } from '../../rows/run-rows.js';
import { tellStatus } from '../tell-status.js';

/** A run that makes no progress for so long is given up. */
export const STALLED_MS = 3 * 60_000;
/** Progress is told at most so often. */
const TOLD_EVERY_MS = 250;

export const runKey = (runId: string): string => `github-run:${runId}`;

/** The running run of this id; null when it ended, so that what arrives late changes nothing. */
export async function runningRun(tx: Tx, organizationId: string, runId: string): Promise<Run | null> {
  const run = await findRun(tx, organizationId, runId);
  return run?.state === 'running' ? run : null;
}

/** Writes down how far the run is, and that it is alive. */
export async function saveProgress(tx: Tx, run: Run): Promise<void> {
  const tell = run.announcedAt === null || tx.now.getTime() - run.announcedAt.getTime() >= TOLD_EVERY_MS;
  await tx.sql`
    update github_data.sync_runs set phase = ${run.phase}, done = ${run.done}, total = ${run.total},
      failed = ${run.failed}, cursor = ${JSON.stringify(run.cursor)}::jsonb, requests = ${run.requests},
      not_before = null, waiting_reason = null, heartbeat_at = ${tx.now},
      announced_at = ${tell ? tx.now : run.announcedAt}
    where run_id = ${run.runId}`;
  const { organizationId, runId } = run;
  tx.schedule(runKey(runId), new Date(tx.now.getTime() + STALLED_MS), new CheckRun({ organizationId, runId }));
  if (tell) await tellStatus(tx, organizationId);
}
