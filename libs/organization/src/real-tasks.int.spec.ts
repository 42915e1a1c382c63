import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AppliedPullRequest,
  FindTask,
  ReleaseTask,
  SetVirtualTaskArchived,
  TaskSeedOf,
  UpdateSettings,
} from './contracts/index.js';
import { OrganizationQuery } from './queries/organization.query.js';
import { FindTaskQuery, TaskSeedQuery } from './queries/task-answers.query.js';
import { telling } from './testing/other-modules.js';
import { ANA, BEN, CLEO } from './testing/people.js';
import { aClosed, aMerged, aPull, asNews } from './testing/pull-requests.js';
import { FOUNDRY, session, TaskDesk } from './testing/task-desk.js';

describe('tasks that people work on', () => {
  let desk: TaskDesk;

  beforeAll(async () => {
    desk = await TaskDesk.open();
  });
  afterAll(() => desk.kernel.stop());
  beforeEach(() => desk.begin());

  const github = (...pulls: AppliedPullRequest[]) => desk.tell(desk.pulls(...pulls.map(asNews)));
  const payloads = async () => (await desk.askedOfTasks()).map(({ payload }) => payload);
  /** The columns that one side writes, to compare before and after. */
  const columns = async () => {
    const [task, pulls] = await Promise.all([
      desk.task(),
      desk.kernel.database.sql`select * from organization.task_pull_requests
        where organization_id = ${desk.organizationId} order by number`,
    ]);
    const { pullRequest, pullRequestCount, branchGone, repositoryAvailable, repositoryName, ...rest } = task;
    const own = { ...rest, version: null };
    return { own, theirs: { pulls, pullRequest, pullRequestCount, branchGone, repositoryAvailable, repositoryName } };
  };

  it('get a drawn branch, both rows, the seed and the first message', async () => {
    const created = await desk.create({ new: null });
    expect(created).toMatchObject({ title: 'Fix the login', adopted: false });
    expect(created.branch).toMatch(/^foundry\/[a-z]+-[a-z]+-[a-z0-9]{4}$/);
    expect(await desk.task()).toMatchObject({
      id: created.taskId,
      virtual: false,
      status: 'queued',
      branch: created.branch,
    });
    await desk.caughtUp();
    expect(await payloads()).toMatchObject([
      {
        seed: { branch: created.branch, baseBranch: 'main', fork: false },
        firstMessage: { text: 'Fix the login' },
        authorId: BEN,
      },
    ]);
    expect(desk.audit.kinds).toEqual(['task.created']);
  });

  it('are one where twenty ask for one branch at once', async () => {
    const asked = Array.from({ length: 20 }, () => desk.outcome(desk.creation({ new: 'x' }), session(BEN)));
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(({ outcome }) => outcome === 'handled')).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'branch.taken')).toHaveLength(19);
    const { id } = await desk.task();
    expect(id).toBeDefined();
  });

  it('are one task with the pull request when both come at the same moment, two hundred times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const numbers = Array.from({ length: 20 }, (_, index) => round * 20 + index + 1);
      const both = numbers.flatMap((number) => [
        desk.outcome(telling(desk.pulls(asNews(aPull(number)))), FOUNDRY),
        desk.outcome(desk.creation({ existing: `branch-${String(number)}` }), session(BEN)),
      ]);
      for (const { outcome } of await Promise.all(both)) expect(outcome).toBe('handled');
    }
    await desk.caughtUp();
    const rows = await desk.kernel.database.sql`
      select count(*)::int as tasks, count(*) filter (where pull_request is not null and not virtual)::int as linked,
        count(distinct branch)::int as branches
      from organization.task_summaries where organization_id = ${desk.organizationId}`;
    expect(rows).toEqual([{ tasks: 200, linked: 200, branches: 200 }]);
  }, 60_000);

  it('adopt the virtual task of a branch, which is restored and keeps its pull request', async () => {
    await github(aPull(1, { headBranch: 'x' }));
    const { id } = await desk.task();
    await github(aClosed(1, 2, { headBranch: 'x' }));
    const created = await desk.create({ existing: 'x' });
    expect(created).toMatchObject({ taskId: id, branch: 'x', title: 'Pull request 1', adopted: true });
    expect(await desk.task()).toMatchObject({ id, virtual: false, archivedAt: null, pullRequest: { number: 1 } });
    await desk.caughtUp();
    expect(await payloads()).toMatchObject([{ taskId: id, seed: { baseBranch: 'main', pullRequestNumber: 1 } }]);
    const again = await desk.outcome(desk.creation({ pullRequest: 1 }), session(ANA));
    expect(again).toMatchObject({ code: 'branch.taken', result: { current: { taskId: id, archived: false } } });
  });

  it('are found by the number of a pull request, or not at all', async () => {
    await github(aPull(1));
    expect(await desk.create({ pullRequest: 1 })).toMatchObject({ adopted: true });
    const refusal = await desk.outcome(desk.creation({ pullRequest: 2 }), session(BEN));
    expect(refusal).toMatchObject({ code: 'pull_request.unknown' });
  });

  it('are not begun without text, and leave the branch free', async () => {
    const firstMessage = { messageId: randomUUID(), sessionId: randomUUID(), text: '  \n ', attachments: [] };
    const refusal = await desk.outcome(desk.creation({ new: 'x' }, { firstMessage }), session(BEN));
    expect(refusal).toMatchObject({ code: 'message.empty' });
    expect(await desk.tasks()).toEqual([]);
    expect(await desk.create({ new: 'x' })).toMatchObject({ branch: 'x' });
  });

  it('are begun by members only, on branches that git takes and that are not the default one', async () => {
    expect(await desk.outcome(desk.creation({ new: 'x' }), session(CLEO))).toMatchObject({
      code: 'resource.not_found',
    });
    expect(await desk.outcome(desk.creation({ new: 'a..b' }), session(BEN))).toMatchObject({ code: 'branch.invalid' });
    const based = desk.creation({ new: 'x', base: 'a..b' });
    expect(await desk.outcome(based, session(BEN))).toMatchObject({ code: 'branch.invalid' });
    expect(await desk.outcome(desk.creation({ new: 'main' }), session(BEN))).toMatchObject({
      code: 'branch.is_default',
    });
    expect(await desk.outcome(desk.creation({ new: 'x' }, { sandboxProvider: 'e2b' }), session(BEN))).toMatchObject({
      code: 'sandbox.provider_unavailable',
    });
    expect(await desk.tasks()).toEqual([]);
  });

  it('are as many as the settings allow', async () => {
    const found = await new OrganizationQuery(desk.kernel.database).find(desk.organizationId);
    const expectedVersion = found?.organization.version ?? 0;
    const { organizationId } = desk;
    await desk.kernel.handled(
      new UpdateSettings({ organizationId, patch: { maxActiveTasks: 1 }, expectedVersion }),
      session(ANA),
    );
    await github(aPull(1));
    await desk.create({ new: 'x' });
    expect(await desk.outcome(desk.creation({ new: 'y' }), session(BEN))).toMatchObject({ code: 'task.limit' });
  });

  it('answer the same to the same creation, and refuse its id for anything else', async () => {
    const creation = desk.creation({ new: 'x' });
    const { taskId } = creation.payload;
    const first = await desk.kernel.handled(creation, session(BEN));
    await desk.report(taskId, 1);
    expect(await desk.kernel.handled(creation, session(BEN))).toEqual(first);
    const taken = { code: 'task.id_taken' };
    expect(await desk.outcome(creation, session(ANA))).toMatchObject(taken);
    expect(await desk.outcome(desk.creation({ new: 'y' }, { taskId }), session(BEN))).toMatchObject(taken);
    expect(await desk.outcome(desk.creation({ new: 'x' }, { taskId }), session(BEN))).toMatchObject(taken);
    await desk.begin();
    expect(await desk.outcome(desk.creation({ new: 'x' }, { taskId }), session(BEN))).toMatchObject(taken);
    expect(await payloads()).toEqual([]);
  });

  it('answer the same to the same creation also when it adopted a virtual task', async () => {
    await github(aPull(1, { headBranch: 'x' }));
    const creation = desk.creation({ existing: 'x' });
    const first = await desk.kernel.handled(creation, session(BEN));
    expect(first).toMatchObject({ adopted: true });
    expect(await desk.kernel.handled(creation, session(BEN))).toEqual(first);
    await desk.caughtUp();
    expect(await payloads()).toHaveLength(1);
  });

  it('turn real once, however many of their first summaries come at once', async () => {
    await github(aPull(1));
    const { id } = await desk.task();
    await Promise.all([1, 2, 3, 4].map((version) => desk.report(id, version, { title: `Version ${String(version)}` })));
    const shown = (await desk.frames()).filter(({ type }) => type === 'tasks').map(({ data }) => JSON.stringify(data));
    const virtual = shown.map((data) => data.includes('"virtual":true'));
    expect(virtual.slice(0, 1)).toEqual([true]);
    expect(virtual.slice(1)).not.toContain(true);
    expect(await desk.task()).toMatchObject({ virtual: false, title: 'Version 4' });
  });

  it('become real with their first summary, without losing the pull request for a single frame', async () => {
    await github(aPull(1));
    const { id } = await desk.task();
    const before = await columns();
    await desk.report(id, 1, { title: 'Renamed' });
    expect(await desk.task()).toMatchObject({ virtual: false, status: 'idle', title: 'Renamed' });
    expect((await columns()).theirs).toEqual(before.theirs);
    const shown = (await desk.frames()).filter(({ type }) => type === 'tasks').map(({ data }) => data);
    expect(shown).toHaveLength(2);
    for (const data of shown) expect(data).toMatchObject({ tasks: [{ pullRequest: { number: 1 } }] });
  });

  it('keep what they say of themselves when pull requests change', async () => {
    await github(aPull(1));
    await desk.report((await desk.task()).id, 1);
    const before = await columns();
    await github(aPull(1, { version: 2, title: 'New', checks: 'failed' }));
    const after = await columns();
    expect(after.own).toEqual(before.own);
    expect(after.theirs).not.toEqual(before.theirs);
  });

  it('hold the newest of their versions, and tell only what changed', async () => {
    await github(aPull(1));
    const { id } = await desk.task();
    const frames = (await desk.frames()).length;
    for (const version of [5, 7, 6]) await desk.report(id, version, { title: `Version ${String(version)}` });
    expect(await desk.task()).toMatchObject({ title: 'Version 7' });
    expect((await desk.frames()).length - frames).toBe(2);
    await desk.report(id, 8, { title: 'Version 7' });
    expect((await desk.frames()).length - frames).toBe(2);
    const rows = await desk.kernel.database
      .sql`select task_version::int as v from organization.task_summaries where task_id = ${id}`;
    expect(rows).toEqual([{ v: 8 }]);
    await desk.report(randomUUID(), 1);
    expect(await desk.tasks()).toHaveLength(1);
  });

  it('are asked to archive once when their pull request is merged, however often it is told', async () => {
    await github(aPull(1));
    const { id } = await desk.task();
    await desk.report(id, 1);
    await github(aMerged(1, 2));
    await github(aMerged(1, 2), aMerged(1, 2));
    await github(aMerged(1, 3, { title: 'Seen by the sweep' }));
    expect(await payloads()).toMatchObject([{ taskId: id, reason: 'merged', number: 1 }]);
    expect(await desk.task()).toMatchObject({ archivedAt: null, pullRequest: { state: 'merged' } });
  });

  it('are asked to archive and restore by people', async () => {
    await github(aPull(1));
    const { id: taskId } = await desk.task();
    await desk.report(taskId, 1);
    const { organizationId } = desk;
    for (const archived of [true, false]) {
      await desk.kernel.handled(new SetVirtualTaskArchived({ organizationId, taskId, archived }), session(BEN));
    }
    await desk.caughtUp();
    expect(await payloads()).toMatchObject([{ taskId, reason: 'user' }, { taskId }]);
    // their own module tells the audit log, when it did it
    expect(desk.audit.kinds).toEqual(['task.virtual_created']);
  });

  it('leave the list when they are released, and their branch may be used again', async () => {
    const { taskId } = await desk.create({ new: 'x' });
    const { organizationId } = desk;
    await desk.kernel.handled(new ReleaseTask({ organizationId, taskId, taskVersion: 9 }), FOUNDRY);
    expect(await desk.tasks()).toEqual([]);
    await desk.report(taskId, 10);
    expect(await desk.tasks()).toEqual([]);
    expect((await desk.create({ new: 'x' })).taskId).not.toBe(taskId);
  });

  it('give their seed from this module alone, and only in their organization', async () => {
    await github(aPull(7, { headRepositoryId: '71', baseBranch: 'next' }));
    const { id } = await desk.task();
    const seedIn = (organizationId: string) =>
      new TaskSeedQuery(desk.kernel.database).execute(new TaskSeedOf(organizationId, id));
    expect(await seedIn(desk.organizationId)).toMatchObject({
      taskId: id,
      headRepositoryId: '71',
      fork: true,
      baseBranch: 'next',
      pullRequestNumber: 7,
    });
    expect([
      await seedIn('8'),
      await new TaskSeedQuery(desk.kernel.database).execute(new TaskSeedOf('8', randomUUID())),
    ]).toEqual([null, null]);
    const found = await new FindTaskQuery(desk.kernel.database).execute(new FindTask(id));
    expect(found).toEqual(await desk.task());
  });

  it('have an index row with the same repository and branch for each row of the list, and the reverse', async () => {
    await github(aPull(1), aPull(2));
    await desk.create({ existing: 'branch-1' });
    await desk.create({ new: null });
    const strange = await desk.kernel.database.sql`
      select from organization.task_index i full join organization.task_summaries s using (task_id)
      where coalesce(i.organization_id, s.organization_id) = ${desk.organizationId} and i.released_at is null
        and (i.repository_id, i.branch) is distinct from (s.repository_id, s.branch)`;
    expect(strange).toEqual([]);
  });
});
