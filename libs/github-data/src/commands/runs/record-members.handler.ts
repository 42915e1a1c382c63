import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordMembers } from '../../contracts/index.js';
import { MemberListPage, pageBatch } from '../../rows/pages.js';
import type { Run } from '../../rows/run-rows.js';
import { askNext, beginPullRequests } from './ask-next.js';
import { runningRun, saveProgress } from './run-changes.js';
import { keepMarks, takePages } from './take-page.js';

/** Gathers the members, owners first; a list that cannot be read ends the phase and removes nobody. */
@CommandHandler(RecordMembers)
export class RecordMembersHandler extends Handler<RecordMembers> {
  async handle({ payload }: RecordMembers, tx: Tx): Promise<null> {
    const { organizationId, runId, role, page, last, error, requests } = payload;
    const run = await runningRun(tx, organizationId, runId);
    if (run?.phase !== 'members' || run.cursor.role !== role || run.cursor.page !== page) return null;
    const counted: Run = { ...run, done: run.done + 1, requests: run.requests + requests };
    if (error !== null) {
      await beginPullRequests(tx, { ...counted, cursor: { ...run.cursor, membersError: error } });
      return null;
    }
    const [listed] = await takePages(tx, runId, pageBatch.members(role, page), MemberListPage);
    if (!listed) throw new Error(`Page ${String(page)} of run ${runId} was reported and is not kept.`);
    await gather(tx, run, role, listed);
    await keepMarks(tx, organizationId, [listed.mark]);
    if (last && role === 'member') {
      await beginPullRequests(tx, { ...counted, cursor: { ...run.cursor, membersSeen: true } });
      return null;
    }
    const cursor = last ? { ...run.cursor, role: 'member' as const, page: 1 } : { ...run.cursor, page: page + 1 };
    const next: Run = { ...counted, cursor };
    await saveProgress(tx, next);
    await askNext(tx, next);
    return null;
  }
}

type Listed = ReturnType<typeof MemberListPage.parse>;

/** A page that is as it was is made of what is known. */
async function gather(tx: Tx, run: Run, role: string, { unchanged, mark, members }: Listed): Promise<void> {
  if (unchanged) {
    await tx.sql`
      insert into github_data.sync_run_members (run_id, user_id, login, avatar_url, role)
      select ${run.runId}::uuid, user_id, login, avatar_url, ${role}::text from github_data.members
      where organization_id = ${run.organizationId} and user_id = any(${mark.items}::bigint[])
      on conflict do nothing`;
    return;
  }
  await tx.sql`
    insert into github_data.sync_run_members (run_id, user_id, login, avatar_url, role)
    select ${run.runId}::uuid, "userId", login, "avatarUrl", role
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as x("userId" bigint, login text, "avatarUrl" text, role text)
    on conflict do nothing`;
}
