import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { FinishSync, RefreshPullRequest } from '../../contracts/index.js';
import type { Run } from '../../rows/run-rows.js';
import { closePullRequests, removeRepositories } from '../end-rows.js';
import { tellPullRequests } from '../store-pull-requests.js';
import { sweepMembers } from '../store-members.js';
import { askNext } from './ask-next.js';
import { endRun } from './end-run.js';
import { runningRun, saveProgress } from './run-changes.js';

/** A list that would end more than so many, and more than half, is read once more before it is believed. */
const SUSPICIOUS = 20;

const Ended = z.array(z.object({ repositoryId: z.string(), number: z.int() }));

/** Ends what the run did not see, only now, and only what it read completely. */
@CommandHandler(FinishSync)
export class FinishSyncHandler extends Handler<FinishSync> {
  async handle({ payload: { organizationId, runId } }: FinishSync, tx: Tx): Promise<null> {
    const run = await runningRun(tx, organizationId, runId);
    if (!run) return null;
    const { gone, known } = await unseenRepositories(tx, run);
    if (gone.length > SUSPICIOUS && gone.length * 2 > known && run.cursor.reread !== true) {
      await readAgain(tx, run);
      return null;
    }
    await removeRepositories(tx, organizationId, gone);
    const vanished = await unseenPullRequests(tx, run);
    await closePullRequests(tx, organizationId, vanished, 'vanished');
    for (const row of vanished) tx.send(new RefreshPullRequest({ organizationId, ...row }));
    if (run.cursor.membersSeen === true) await sweepMembers(tx, run);
    if (run.trigger === 'settings') await tellAllOpen(tx, organizationId);
    await endRun(tx, run, { state: run.failed > 0 ? 'partial' : 'done' });
    return null;
  }
}

const Unseen = z.array(z.object({ repositoryId: z.string(), unseen: z.boolean() }));

async function unseenRepositories(tx: Tx, run: Run): Promise<{ gone: string[]; known: number }> {
  const rows = Unseen.parse(
    await tx.sql`
      select r.repository_id as "repositoryId", seen.repository_id is null and r.observed_at < ${run.startedAt} as unseen
      from github_data.repositories r left join github_data.sync_run_repositories seen
        on seen.run_id = ${run.runId} and seen.repository_id = r.repository_id
      where r.organization_id = ${run.organizationId} and r.state = 'available'`,
  );
  const gone = rows.filter(({ unseen }) => unseen).map(({ repositoryId }) => repositoryId);
  return { gone, known: rows.length };
}

/** Open here, not in the list, and known from before the list was asked for: a webhook since then is newer. */
async function unseenPullRequests(tx: Tx, run: Run): Promise<z.infer<typeof Ended>> {
  return Ended.parse(
    await tx.sql`
      select p.repository_id as "repositoryId", p.number
      from github_data.sync_run_repositories seen join github_data.pull_requests p
        on p.organization_id = ${run.organizationId} and p.repository_id = seen.repository_id
      where seen.run_id = ${run.runId} and seen.state = 'listed' and p.state = 'open'
        and p.observed_at < seen.observed_at and not (p.number = any(seen.numbers))
      order by p.repository_id, p.number`,
  );
}

async function readAgain(tx: Tx, run: Run): Promise<void> {
  await tx.sql`delete from github_data.sync_run_repositories where run_id = ${run.runId}`;
  await tx.sql`delete from github_data.sync_run_members where run_id = ${run.runId}`;
  const again: Run = { ...run, phase: 'repositories', done: 0, total: null, cursor: { page: 1, reread: true } };
  await saveProgress(tx, again);
  await askNext(tx, again);
}

/** For those who want more of them than before: an unchanged pull request is news to them. */
async function tellAllOpen(tx: Tx, organizationId: string): Promise<void> {
  const open = Ended.parse(
    await tx.sql`select repository_id as "repositoryId", number from github_data.pull_requests
      where organization_id = ${organizationId} and state = 'open'`,
  );
  for (const repositoryId of new Set(open.map((row) => row.repositoryId))) {
    const numbers = open.filter((row) => row.repositoryId === repositoryId).map(({ number }) => number);
    await tellPullRequests(tx, organizationId, repositoryId, numbers);
  }
}
