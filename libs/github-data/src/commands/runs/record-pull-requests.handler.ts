import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordPullRequests } from '../../contracts/index.js';
import { pageBatch, PullRequestListPages } from '../../rows/pages.js';
import type { Run } from '../../rows/run-rows.js';
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
    for (const { repositoryId, error, observedAt } of repositories) {
      if (error !== null) {
        await noteFailure(tx, run, repositoryId, error);
        continue;
      }
      const listed = pages.get(repositoryId);
      if (!listed) throw new Error(`Repository ${repositoryId} of run ${runId} was reported and is not kept.`);
      const source = { observedAt: new Date(observedAt), fetched: false };
      await storePullRequests(tx, organizationId, repositoryId, listed.pullRequests, source);
      await keepMarks(tx, organizationId, listed.marks);
      await noteListed(tx, run, repositoryId, listed, source.observedAt);
    }
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

async function noteFailure(tx: Tx, run: Run, repositoryId: string, error: string): Promise<void> {
  await tx.sql`update github_data.sync_run_repositories set state = 'failed', error = ${error}
    where run_id = ${run.runId} and repository_id = ${repositoryId}`;
  await tx.sql`update github_data.repositories set sync_error = ${error}
    where organization_id = ${run.organizationId} and repository_id = ${repositoryId}`;
}

async function noteListed(
  tx: Tx,
  run: Run,
  repositoryId: string,
  listed: ReturnType<typeof PullRequestListPages.parse>,
  observedAt: Date,
): Promise<void> {
  const numbers = listed.marks.flatMap(({ items }) => items.map(Number));
  await tx.sql`update github_data.sync_run_repositories set state = 'listed', numbers = ${numbers}::int[],
    observed_at = ${observedAt} where run_id = ${run.runId} and repository_id = ${repositoryId}`;
  await tx.sql`update github_data.repositories set sync_error = null, pulls_synced_at = ${observedAt}
    where organization_id = ${run.organizationId} and repository_id = ${repositoryId}`;
}
