import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordRepositories } from '../../contracts/index.js';
import { pageBatch, RepositoryListPage } from '../../rows/pages.js';
import type { Run } from '../../rows/run-rows.js';
import { storeRepositories } from '../store-repositories.js';
import { askNext, beginMembers } from './ask-next.js';
import { runningRun, saveProgress } from './run-changes.js';
import { keepMarks, takePages } from './take-page.js';

/** Makes one page of repositories visible at once, and asks for the next. */
@CommandHandler(RecordRepositories)
export class RecordRepositoriesHandler extends Handler<RecordRepositories> {
  async handle({ payload }: RecordRepositories, tx: Tx): Promise<null> {
    const { organizationId, runId, page, observedAt, last, total, requests } = payload;
    const run = await runningRun(tx, organizationId, runId);
    if (run?.phase !== 'repositories' || (run.cursor.page ?? 1) !== page) return null;
    const [listed] = await takePages(tx, runId, pageBatch.repositories(page), RepositoryListPage);
    if (!listed) throw new Error(`Page ${String(page)} of run ${runId} was reported and is not kept.`);
    await storeRepositories(tx, organizationId, listed.repositories, { observedAt: new Date(observedAt), by: 'list' });
    await noteSeen(tx, run, listed.mark.items, observedAt);
    await keepMarks(tx, organizationId, [listed.mark]);
    const next: Run = {
      ...run,
      done: run.done + listed.mark.items.length,
      total,
      requests: run.requests + requests,
      cursor: { ...run.cursor, page: page + 1 },
    };
    if (last) {
      await beginMembers(tx, next);
      return null;
    }
    await saveProgress(tx, next);
    await askNext(tx, next);
    return null;
  }
}

/** What the run saw, and whose pull requests it has to read; without open issues there are none. */
async function noteSeen(tx: Tx, run: Run, ids: readonly string[], observedAt: string): Promise<void> {
  const scope = run.scope === 'all' ? null : run.scope;
  await tx.sql`
    insert into github_data.sync_run_repositories (run_id, repository_id, state, numbers, observed_at)
    select ${run.runId}::uuid, repository_id,
      case when archived or not (${scope}::bigint[] is null or repository_id = any(${scope}::bigint[])) then 'skipped'
        when open_issues > 0 then 'waiting' else 'listed' end,
      '{}', ${observedAt}::timestamptz
    from github_data.repositories
    where organization_id = ${run.organizationId} and repository_id = any(${ids}::bigint[])
    on conflict (run_id, repository_id) do nothing`;
}
