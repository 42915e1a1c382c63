import { type RepositoryAccess, RepositoryAccessOf } from '@foundry/github-data/contracts';
import { ask, Database, type Subscriber } from '@foundry/messaging';
import { ScratchDatabase } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { RepositoryTaskCounts, TaskAccessOf, TaskStandingOf, TaskSummary } from '../contracts/index.js';
import { manifest } from '../manifest.js';
import { MembershipOfQuery } from '../queries/membership.query.js';
import { MembersQuery } from '../queries/members.query.js';
import { OrganizationQuery } from '../queries/organization.query.js';
import { TaskAccessQuery } from '../queries/task-access.query.js';
import { TaskRightsQuery } from '../queries/task-rights.query.js';
import { FindTaskQuery } from '../queries/task-answers.query.js';
import { type TaskPosition, taskPositionOf } from '../queries/task-rows.js';
import { TaskStandingQuery } from '../queries/task-standing.query.js';
import { type TaskFilter, TasksQuery } from '../queries/tasks.query.js';
import { ACME, aMember, ANA, anOrganization, anOwner, BEN, CLEO } from '../testing/people.js';
import { insertTasks } from '../testing/task-list.js';
import { TaskVisibility } from '../visibility/task-visibility.js';
import { VisibleRepositories } from '../visibility/visible-repositories.js';
import { OrganizationTopic } from './organization.topic.js';

const SECRET = '2';
let known: RepositoryAccess[] = [];

@QueryHandler(RepositoryAccessOf)
class Access implements IQueryHandler<RepositoryAccessOf, RepositoryAccess[]> {
  async execute(): Promise<RepositoryAccess[]> {
    return Promise.resolve(known);
  }
}

const Snapshot = z.object({
  tasks: z.array(TaskSummary),
  counts: z.array(RepositoryTaskCounts),
  truncated: z.array(z.string()),
});
const subscriber = (userId: string): Subscriber => ({
  actor: { kind: 'user', userId, via: 'session' },
  scopes: 'all',
  organizationId: null,
});

describe('the list of tasks as people see it', () => {
  let database: ScratchDatabase;
  let app: INestApplicationContext;
  let topic: OrganizationTopic;
  let tasks: TasksQuery;
  let visibility: TaskVisibility;

  const open = async (...handlers: (new () => object)[]): Promise<INestApplicationContext> => {
    @Module({})
    class ScreenModule {}
    const providers = [
      { provide: Database, useValue: database },
      MembershipOfQuery,
      MembersQuery,
      OrganizationQuery,
      TasksQuery,
      TaskVisibility,
      OrganizationTopic,
      FindTaskQuery,
      TaskAccessQuery,
      TaskRightsQuery,
      TaskStandingQuery,
      ...handlers,
    ];
    return NestFactory.createApplicationContext(
      { module: ScreenModule, imports: [CqrsModule.forRoot()], providers },
      { logger: false, abortOnError: false },
    ).then((context) => context.init());
  };

  beforeAll(async () => {
    database = await ScratchDatabase.create(manifest);
    app = await open(Access);
    topic = app.get(OrganizationTopic);
    tasks = app.get(TasksQuery);
    visibility = app.get(TaskVisibility);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    await database.sql`truncate organization.organizations, organization.members, organization.task_index,
      organization.task_summaries, organization.task_pull_requests`;
    const now = new Date();
    await database.save(
      anOrganization(),
      ...[anOwner(ANA), aMember(BEN), aMember(CLEO)].map((member) => Object.assign(member, { verifiedAt: now })),
    );
    known = [
      { repositoryId: '1', isPrivate: false, permission: null, isCurrent: false },
      { repositoryId: SECRET, isPrivate: true, permission: 'none', isCurrent: true },
    ];
  });

  const insert = (count: number, over: Parameters<typeof insertTasks>[2] = {}) => insertTasks(database, count, over);
  const page = (filter: TaskFilter, after: TaskPosition | null = null, take = 50) =>
    tasks.page(ACME, VisibleRepositories.every, filter, after, take);
  const snapshotFor = async (who: Subscriber) => Snapshot.parse(await topic.snapshot(who, ACME));

  it('shows nothing of a repository that the viewer may not read: list, counts, search, snapshot, frames', async () => {
    await insert(1, { repositoryId: '1', title: 'Open work' });
    await insert(1, { repositoryId: SECRET, title: 'Secret work' });
    const ben = subscriber(BEN);
    const visible = (await visibility.of(BEN, ACME)) ?? VisibleRepositories.every;
    const secret = (await page({ q: 'secret' }))[0];
    expect(secret?.repositoryId).toBe(SECRET);
    expect(await tasks.page(ACME, visible, { q: 'secret' }, null, 10)).toEqual([]);
    expect(await tasks.find(ACME, visible, secret?.id ?? '')).toBeNull();
    expect((await tasks.counts(ACME, visible)).map(({ repositoryId }) => repositoryId)).toEqual(['1']);
    expect(JSON.stringify(await topic.snapshot(ben, ACME))).not.toContain('Secret');
    const delta = { topic: `organization:${ACME}`, version: 1, type: 'tasks', data: { tasks: [secret] } };
    expect(topic.view(ben, delta)).toBeNull();

    known = known.map((one) => ({ ...one, permission: 'read' as const }));
    expect(await topic.mayRead(ben, ACME)).toBe(true);
    expect(topic.view(ben, delta)).toEqual(delta);
    expect((await snapshotFor(ben)).tasks).toHaveLength(2);
  });

  it('answers other modules as it answers the person', async () => {
    await insert(2, { repositoryId: '1', archived: true });
    await insert(1, { repositoryId: SECRET, status: 'idle' });
    const queries = app.get(QueryBus);
    const [secret] = await page({});
    const read = async (who: string, id = secret?.id ?? '') =>
      (await ask(queries, new TaskAccessOf(who, id)))?.task.id ?? null;
    expect([await read(ANA), await read(BEN), await read('99')]).toEqual([secret?.id, null, null]);
    expect(await read(ANA, '0190c6a0-0000-7000-8000-000000000009')).toBeNull();
    const standing = (who: string) => ask(queries, new TaskStandingOf(who, [ACME, '8']));
    expect(await standing(ANA)).toEqual([{ organizationId: ACME, active: 1, hasRealTask: true }]);
    expect(await standing(BEN)).toEqual([{ organizationId: ACME, active: 0, hasRealTask: false }]);
    expect(await standing('99')).toEqual([]);
  });

  it('shows everything to GitHub’s owners, and nothing of it to strangers', async () => {
    await insert(1, { repositoryId: SECRET });
    expect((await snapshotFor(subscriber(ANA))).tasks).toHaveLength(1);
    expect(await topic.mayRead(subscriber('99'), ACME)).toBe(false);
    expect(await visibility.of('99', ACME)).toBeNull();
    expect((await snapshotFor(subscriber('99'))).tasks).toEqual([]);
  });

  it('shows no task to a token that may not read tasks', async () => {
    await insert(1, { repositoryId: '1' });
    const token = { ...subscriber(ANA), scopes: ['organization:read'] };
    expect(await topic.mayRead(token, ACME)).toBe(true);
    expect(await snapshotFor(token)).toMatchObject({ tasks: [], counts: [] });
  });

  it('shows a member no task while nobody knows their permissions', async () => {
    await insert(1, { repositoryId: '1' });
    const silent = await open();
    const found = await silent.get(TaskVisibility).of(BEN, ACME);
    expect(found).toMatchObject({ all: false, ids: [] });
    expect(await silent.get(TaskVisibility).isWriteDenied(BEN, ACME, '1')).toBe(false);
    expect(silent.get(QueryBus)).toBeDefined();
    await silent.close();
  });

  it('has the 200 newest in a snapshot, and says that there are more', async () => {
    await insert(250);
    const shown = await snapshotFor(subscriber(ANA));
    expect(shown.tasks).toEqual((await page({}, null, 200)).slice(0, 200));
    expect(shown.tasks).toHaveLength(200);
    expect(shown.truncated).toEqual(['tasks']);
    expect(shown.counts).toMatchObject([{ repositoryId: '1', active: 250, virtual: 250, running: 0, needsInput: 0 }]);
  });

  it('keeps a snapshot within its limit, whatever the rows are', async () => {
    await insert(200, { title: 'x'.repeat(5_000) });
    const shown = await snapshotFor(subscriber(ANA));
    expect(shown.tasks.length).toBeGreaterThan(50);
    expect(shown.tasks.length).toBeLessThan(200);
    expect(shown.truncated).toEqual(['tasks']);
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(1024 * 1024);
  });

  it('pages by newest activity, then id, without skipping or repeating', async () => {
    await insert(7, { minutes: 3 });
    const whole = await page({});
    const paged: TaskSummary[] = [];
    for (
      let next = await page({}, null, 2);
      next[0];
      next = await page({}, taskPositionOf(paged.at(-1) ?? next[0]), 2)
    ) {
      paged.push(...next);
    }
    expect(paged).toEqual(whole);
    expect(whole).toEqual(
      [...whole].sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt) || a.id.localeCompare(b.id)),
    );
  });

  it('filters by state, repository, virtual, status, owner, branch and words', async () => {
    await insert(1, { title: 'Fix % login', branch: 'Fix/It' });
    await insert(1, { title: 'Old', archived: true });
    await insert(1, { title: 'Busy', repositoryId: '3', status: 'running', owner: 'Ana' });
    const titles = async (filter: TaskFilter) => (await page(filter)).map(({ title }) => title).sort();
    expect(await titles({})).toEqual(['Busy', 'Fix % login']);
    expect(await titles({ state: 'archived' })).toEqual(['Old']);
    expect(await titles({ state: 'all' })).toHaveLength(3);
    expect(await titles({ repositoryId: '3' })).toEqual(['Busy']);
    expect(await titles({ virtual: true })).toEqual(['Fix % login']);
    expect(await titles({ status: 'running' })).toEqual(['Busy']);
    expect(await titles({ owner: 'ana' })).toEqual(['Busy']);
    expect(await titles({ owner: 'nobody' })).toEqual([]);
    expect(await titles({ branch: 'Fix/It' })).toEqual(['Fix % login']);
    expect(await titles({ branch: 'fix/it' })).toEqual([]);
    expect(await titles({ q: 'FIX %' })).toEqual(['Fix % login']);
    expect(await titles({ q: '_' })).toEqual([]);
    expect(await tasks.page('8', VisibleRepositories.every, { state: 'all' }, null, 10)).toEqual([]);
  });

  it('names the organization in every statement', async () => {
    await insert(1);
    database.statements.length = 0;
    await page({});
    await tasks.counts(ACME, VisibleRepositories.every);
    await tasks.find(ACME, VisibleRepositories.every, '00000000-0000-4000-8000-000000000001');
    expect(database.statements).toHaveLength(3);
    for (const { text, values } of database.statements) {
      expect(text).toMatch(/organization_id = \$\d/);
      expect(values).toContain(ACME);
    }
  });

  it('answers quickly with 10,000 tasks', async () => {
    await insert(10_000, { minutes: 10_000 });
    await database.sql`analyze organization.task_summaries`;
    const middle = (await page({}, null, 5_000)).at(-1);
    const times: number[] = [];
    for (let round = 0; round < 30; round += 1) {
      const started = performance.now();
      await page({ q: 'task 1', virtual: true }, middle ? taskPositionOf(middle) : null);
      await tasks.counts(ACME, VisibleRepositories.every);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    // the targets are 20 and 100 ms for a page alone; this leaves room for other work on the machine
    expect(times[15]).toBeLessThan(150);
  }, 60_000);
});
