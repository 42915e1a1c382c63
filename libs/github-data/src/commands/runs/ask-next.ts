import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { FinishSync, ListMembers, ListPullRequests, ListRepositories } from '../../contracts/index.js';
import { type Run, RunContext } from '../../rows/run-rows.js';
import { saveProgress } from './run-changes.js';

/** Repositories whose pull requests are read at once. */
const BATCH = 10;

const Waiting = z.array(z.object({ repositoryId: z.string(), fullName: z.string() }));

/** Asks for what the cursor waits for. Asking twice does no harm: the second report is not waited for any more. */
export async function askNext(tx: Tx, run: Run): Promise<void> {
  const { organizationId, runId, cursor } = run;
  const { login, installationId, permissions } = RunContext.parse(run.context);
  const on = { organizationId, runId, installationId, permissions };
  switch (run.phase) {
    case 'repositories':
      tx.perform(new ListRepositories({ ...on, page: cursor.page ?? 1 }));
      return;
    case 'members':
      tx.perform(new ListMembers({ ...on, login, role: cursor.role ?? 'admin', page: cursor.page ?? 1 }));
      return;
    case 'pull_requests': {
      const repositories = await waitingRepositories(tx, organizationId, runId);
      if (repositories.length > 0) tx.perform(new ListPullRequests({ ...on, batch: cursor.batch ?? 0, repositories }));
      else tx.send(new FinishSync({ organizationId, runId }));
      return;
    }
    case 'finish':
      tx.send(new FinishSync({ organizationId, runId }));
  }
}

/** After the repositories come the members, if this is a company that lets the App read them; then pull requests. */
export async function beginMembers(tx: Tx, run: Run): Promise<void> {
  const { kind, permissions } = RunContext.parse(run.context);
  if (kind === 'personal' || permissions['members'] === undefined || run.scope !== 'all') {
    await beginPullRequests(tx, run);
    return;
  }
  const next: Run = {
    ...run,
    phase: 'members',
    done: 0,
    total: null,
    cursor: { ...run.cursor, role: 'admin', page: 1 },
  };
  await saveProgress(tx, next);
  await askNext(tx, next);
}

export async function beginPullRequests(tx: Tx, run: Run): Promise<void> {
  const [counted] = z.array(z.object({ total: z.coerce.number() })).parse(
    await tx.sql`select count(*) as total from github_data.sync_run_repositories
      where run_id = ${run.runId} and state = 'waiting'`,
  );
  const total = counted?.total ?? 0;
  const next: Run = { ...run, phase: 'pull_requests', done: 0, total, cursor: { ...run.cursor, batch: 0 } };
  await saveProgress(tx, next);
  await askNext(tx, next);
}

/** The next ones, those with the newest work first. */
async function waitingRepositories(tx: Tx, organizationId: string, runId: string) {
  return Waiting.parse(
    await tx.sql`
      select w.repository_id as "repositoryId", r.full_name as "fullName"
      from github_data.sync_run_repositories w join github_data.repositories r
        on r.organization_id = ${organizationId} and r.repository_id = w.repository_id
      where w.run_id = ${runId} and w.state = 'waiting'
      order by r.pushed_at desc nulls last, w.repository_id limit ${BATCH}`,
  );
}
