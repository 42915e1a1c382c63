import { randomUUID } from 'node:crypto';
import type { Actor } from '@foundry/messaging/contracts';
import { eventually, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  AdvanceTask,
  AdvanceTasks,
  ArchiveTask,
  InitializeTask,
  NoteCredential,
  RetryMessage,
  SendMessage,
} from '../src/contracts/index.js';
import { TaskRows } from '../src/queries/task-rows.js';
import { TranscriptRows } from '../src/queries/transcript-rows.js';
import { GithubModule } from '../src/testing/github.js';
import { ListModule, MachinesModule, PeopleModule, TaskModuleUnderTest } from '../src/testing/neighbours.js';
import { ACME, ANA, BEN, SEED } from '../src/testing/tasks.js';

const FOUNDRY: Actor = { kind: 'system', module: 'organization' };
const session = (userId: string): Actor => ({ kind: 'user', userId, via: 'session' });
const Row = z.array(z.record(z.string(), z.unknown()));

describe('the decisions of tasks on Postgres', () => {
  let kernel: TestKernel;
  const audit = new RecordedAudit();

  beforeAll(async () => {
    const modules = [TaskModuleUnderTest, MachinesModule, ListModule, PeopleModule, GithubModule];
    kernel = await startKernel({ modules, audit });
  });
  afterAll(() => kernel.stop());

  const rows = async (table: 'tasks' | 'messages' | 'turns' | 'sessions' | 'items' | 'task_owners', taskId: string) => {
    const { sql } = kernel.database;
    const read = {
      tasks: () => sql`select * from task.tasks where task_id = ${taskId}`,
      messages: () => sql`select * from task.messages where task_id = ${taskId} order by position`,
      turns: () => sql`select * from task.turns where task_id = ${taskId}`,
      sessions: () => sql`select * from task.sessions where task_id = ${taskId}`,
      task_owners: () => sql`select * from task.task_owners where task_id = ${taskId}`,
      items: () => sql`select i.* from task.items i join task.sessions s using (session_id) where s.task_id = ${taskId}
        order by seq`,
    };
    return Row.parse(await read[table]());
  };

  /** A new task whose first message waits for its author's credential. */
  async function begun() {
    const taskId = randomUUID();
    const named = { organizationId: ACME, taskId };
    const seed = { ...SEED, taskId };
    const [messageId, sessionId] = [randomUUID(), randomUUID()];
    const firstMessage = { messageId, sessionId, text: 'Fix it', attachments: [] };
    await kernel.handled(new InitializeTask({ ...named, seed, provider: null, firstMessage, author: ANA }), FOUNDRY);
    await eventually(async () => {
      expect(await rows('messages', taskId)).toMatchObject([{ state: 'queued', waiting_for: 'identity' }]);
    });
    const [task] = await rows('tasks', taskId);
    return { named, seed, taskId, messageId, sessionId, sandboxId: String(task?.['sandbox_id']) };
  }

  const installed = (
    { named, sandboxId }: Awaited<ReturnType<typeof begun>>,
    userId: string,
    needId: string,
  ): NoteCredential => {
    const facts = { ...named, sandboxId, generation: 1, userId, mode: 'user', needIds: [needId] };
    return new NoteCredential({ ...facts, code: null, message: null });
  };

  it('take the first prompt of a new task to its answer', async () => {
    const task = await begun();
    await kernel.handled(installed(task, ANA.userId, `message:${task.messageId}:1`), FOUNDRY);
    await eventually(async () => {
      expect(await rows('turns', task.taskId)).toMatchObject([
        { state: 'ended', outcome: 'finished', cost_cents: '12' },
      ]);
    });
    expect(await rows('messages', task.taskId)).toMatchObject([{ state: 'delivered', waiting_for: null }]);
    expect(await rows('sessions', task.taskId)).toMatchObject([{ state: 'ready', model: 'opus', head_seq: '2' }]);
    expect(await rows('tasks', task.taskId)).toMatchObject([{ status: 'idle', failure: null }]);
    expect(await rows('task_owners', task.taskId)).toMatchObject([{ user_id: ANA.userId, credential: 'ready' }]);
    expect(await rows('items', task.taskId)).toMatchObject([
      { seq: '1', kind: 'owner_change' },
      { seq: '2', kind: 'turn', data: { outcome: 'finished', costCents: 12 } },
    ]);
    expect(audit.kinds).toContain('task.owner_changed');

    const source = kernel.workerApp.get(DataSource);
    const reader = new TaskRows(source);
    expect(await reader.detail(task.taskId)).toMatchObject({
      task: { status: 'idle', owner: { person: ANA, credential: 'ready' } },
      sessions: [{ sessionId: task.sessionId, state: 'ready', queued: 0, turn: null, headSeq: 2 }],
      permissions: [],
    });
    expect(await reader.messages(task.sessionId, 'delivered', null, 10)).toMatchObject([{ text: 'Fix it' }]);
    expect(await reader.messages(task.sessionId, null, 1, 10)).toEqual([]);
    expect(await reader.queue(task.sessionId)).toEqual([]);
    const page = await new TranscriptRows(kernel.database).page(task.sessionId, {
      before: null,
      after: null,
      limit: 10,
    });
    expect(page).toMatchObject({
      items: [{ seq: 1, kind: 'owner_change', data: { to: ANA } }, { kind: 'turn' }],
      headSeq: 2,
    });
    expect(page.hasMoreBefore).toBe(false);
  });

  it('let a second person go on after the first, with their own identity', async () => {
    const task = await begun();
    await kernel.handled(installed(task, ANA.userId, `message:${task.messageId}:1`), FOUNDRY);
    const { named, seed, sessionId } = task;
    const messageId = randomUUID();
    const said = { messageId, sessionId, text: 'And this', attachments: [] };
    await kernel.handled(new SendMessage({ ...named, seed, by: BEN, ...said }), session(BEN.userId));
    await eventually(async () => {
      expect((await rows('messages', task.taskId)).at(1)).toMatchObject({ waiting_for: 'identity', need: 'asked' });
    });
    await kernel.handled(installed(task, BEN.userId, `message:${messageId}:1`), FOUNDRY);
    await eventually(async () => {
      expect((await rows('messages', task.taskId)).at(1)).toMatchObject({ state: 'delivered' });
    });
    expect(await rows('task_owners', task.taskId)).toMatchObject([{ user_id: BEN.userId }]);
    const again = new SendMessage({ ...named, seed, by: BEN, ...said });
    await expect(kernel.handled(again, session(BEN.userId))).resolves.toMatchObject({ state: 'delivered' });
  });

  it('change nothing when there is nothing new, and put the task away', async () => {
    const { named, seed, taskId, messageId } = await begun();
    const before = await rows('tasks', taskId);
    await kernel.handled(new AdvanceTasks({ scope: 'waiting' }), FOUNDRY);
    await kernel.handled(new AdvanceTask(named), FOUNDRY);
    expect(await rows('tasks', taskId)).toEqual(before);
    const retry = new RetryMessage({ ...named, seed, by: ANA, messageId, withoutCredential: true });
    await kernel.handled(retry, session(ANA.userId));
    await eventually(async () => {
      expect(await rows('messages', taskId)).toMatchObject([{ state: 'delivered', attempt: 2 }]);
    });
    const archive = new ArchiveTask({ ...named, operationId: randomUUID(), reason: 'user', number: null });
    await kernel.handled(archive, session(ANA.userId));
    await eventually(async () => {
      expect(await rows('tasks', taskId)).toMatchObject([{ lifecycle: 'archiving' }]);
    });
  });
});
