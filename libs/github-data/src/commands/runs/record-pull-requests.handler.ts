import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordPullRequests } from '../../contracts/index.js';
import { pageBatch, PullRequestListPages } from '../../rows/pages.js';
import type { Run } from '../../rows/run-rows.js';
import { sideBySide } from '../side-by-side.js';
import { storePullRequests } from '../store-pull-requests.js';
import { askNext } from './ask-next.js';
import { runningRun, saveProgress } from './run-changes.js';
import { keepMarks, takePages } from './take-page.js';

/** Stores and tells the pull requests of a batch before the next is asked for. One bad repository stops no other. */
@CommandHandler(RecordPullRequests)
export class RecordPullRequestsHandler extends Handler<RecordPullRequests> {
  async handle({ payload }: RecordPullRequests, tx: Tx): Promise<null> {
    const { organizationId, runId, batch, requests, repositories } = payload;
    const run = await runningRun(tx, organizationId, runId);
    if (run?.phase !== 'pull_requests' || run.cursor.batch !== batch) return null;
    const kept = await takePages(tx, runId, pageBatch.pullRequests(batch), PullRequestListPages);
    const pages = new Map(kept.map((page) => [page.repositoryId, page]));
    const read = repositories.map(({ repositoryId, error, observedAt }): Read => {
      const listed = pages.get(repositoryId) ?? null;
      if (error === null && listed === null)
        throw new Error(`Repository ${repositoryId} of run ${runId} was reported and is not kept.`);
      return { repositoryId, error, observedAt, listed };
    });
    // Side by side: the statements of all of them go to the database together.
    await sideBySide([
      ...read.map(({ repositoryId, listed, observedAt }) => {
        const source = { observedAt: new Date(observedAt), fetched: false };
        return storePullRequests(tx, organizationId, repositoryId, listed?.pullRequests ?? [], source);
      }),
      keepMarks(
        tx,
        organizationId,
        read.flatMap(({ listed }) => listed?.marks ?? []),
      ),
      noteRead(tx, run, read),
    ]);
    const failed = repositories.filter(({ error }) => error !== null).length;
    const next: Run = {
      ...run,
      done: run.done + repositories.length,
      failed: run.failed + failed,
      requests: run.requests + requests,
      cursor: { ...run.cursor, batch: batch + 1 },
    };
    await saveProgress(tx, next);
    await askNext(tx, next);
    return null;
  }
}

interface Read {
  repositoryId: string;
  error: string | null;
  observedAt: string;
  listed: ReturnType<typeof PullRequestListPages.parse> | null;
}

/** What was listed may be swept when the run ends; what failed keeps what is known and shows why. */
async function noteRead(tx: Tx, run: Run, read: readonly Read[]): Promise<void> {
  const rows = read.map(({ repositoryId, error, observedAt, listed }) => ({
    repositoryId,
    error,
    observedAt: error === null ? observedAt : null,
    numbers: (listed?.marks ?? []).flatMap(({ items }) => items.map(Number)),
  }));
  const text = JSON.stringify(rows);
  await sideBySide([
    tx.sql`
      update github_data.sync_run_repositories seen set state = case when x.error is null then 'listed' else 'failed' end,
        error = x.error, observed_at = coalesce(x."observedAt", seen.observed_at),
        numbers = array(select jsonb_array_elements_text(x.numbers)::int)
      from jsonb_to_recordset(${text}::jsonb) as x("repositoryId" bigint, error text, "observedAt" timestamptz, numbers jsonb)
      where seen.run_id = ${run.runId} and seen.repository_id = x."repositoryId"`,
    tx.sql`
      update github_data.repositories r set sync_error = x.error,
        pulls_synced_at = coalesce(x."observedAt", r.pulls_synced_at)
      from jsonb_to_recordset(${text}::jsonb) as x("repositoryId" bigint, error text, "observedAt" timestamptz)
      where r.organization_id = ${run.organizationId} and r.repository_id = x."repositoryId"`,
  ]);
}
