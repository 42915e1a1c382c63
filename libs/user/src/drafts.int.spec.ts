import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { TaskCreated, type TaskSummary } from '@foundry/organization/contracts';
import { MessageAccepted } from '@foundry/task/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DraftView, newTaskScope, PinTask, SaveDraft, taskScope } from './contracts/index.js';
import { ACME, ANA, AT, BEN, CLEO, StateDesk } from './testing/state-desk.js';

let desk: StateDesk;
let scope = '';
let messageId = '';
beforeAll(async () => {
  desk = await StateDesk.open();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.begin();
  scope = taskScope(desk.taskId, desk.sessionId);
  messageId = randomUUID();
});

type Over = Partial<ConstructorParameters<typeof SaveDraft>[0]>;
const saving = (text: string, over: Over = {}) =>
  new SaveDraft({ userId: ANA.userId, organizationId: ACME, scope, messageId, text, ...over });
const save = (text: string, over: Over = {}) => desk.does(ANA, saving(text, over));
const accepted = (id = messageId) =>
  desk.happens(new MessageAccepted({ ...desk.told, sessionId: desk.sessionId, messageId: id, author: ANA }));
const shown = async () => (await desk.frames()).filter(({ type }) => type === 'draft').map(({ data }) => data);

describe('a draft', () => {
  it('that two tabs type is for both what arrived last, and nobody else hears of it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => save(`tab ${String(n % 2)} wrote ${String(n)}`)));
    const stored = await desk.draftAt(ANA, scope);
    expect([(await shown()).at(-1), stored?.version]).toEqual([stored, 20]);
    expect(new Set((await desk.frames()).map(({ topic }) => topic))).toEqual(new Set(['app:1']));
  });

  it('ends when its message is accepted, and a late save does not bring it back', async () => {
    await save('Please add a test');
    await accepted();
    expect(await desk.draftAt(ANA, scope)).toMatchObject({ messageId: null, text: '', version: 2 });
    await save('Please add a test, and');
    expect(await desk.draftAt(ANA, scope)).toMatchObject({ messageId: null, version: 2 });
    await save('the next one', { messageId: randomUUID() });
    expect(await desk.draftAt(ANA, scope)).toMatchObject({ text: 'the next one', version: 3 });
  });

  it('that was never saved before its message was sent does not come after it', async () => {
    await accepted();
    await save('typed and sent within half a second');
    expect((await desk.draftAt(ANA, scope))?.messageId).toBeNull();
    expect(await shown()).toEqual([]);
  });

  it('of another message stays when one is accepted', async () => {
    await save('still typing');
    await accepted(randomUUID());
    expect(await desk.draftAt(ANA, scope)).toMatchObject({ messageId, text: 'still typing' });
  });

  it('to a task without a session ends with the message that made the session', async () => {
    const place = `task:${desk.taskId}:new`;
    await save('the first words', { scope: place });
    await accepted();
    expect(await desk.draftAt(ANA, place)).toMatchObject({ messageId: null });
    await save('the first words', { scope: place });
    expect(await desk.draftAt(ANA, place)).toMatchObject({ messageId: null });
  });

  it('of a new task ends when the task is made', async () => {
    const place = newTaskScope(ACME);
    await save('', { scope: place, form: { branch: 'greetings', fork: false } });
    expect(await desk.draftAt(ANA, place)).toMatchObject({ text: '', form: { branch: 'greetings', fork: false } });
    const task: TaskSummary = {
      ...{ id: desk.taskId, organizationId: ACME, repositoryId: '5', repositoryName: 'acme/web' },
      ...{ repositoryAvailable: true, branch: 'greetings', branchGone: false, fork: false, virtual: false },
      ...{ status: 'queued', title: 'Greet', titleSource: 'prompt', statusReason: null, archivedAt: null },
      ...{ archiveReason: null, owner: null, sessions: [], filesChanged: null, linesAdded: null, linesRemoved: null },
      ...{ unpushed: null, lastActivityAt: AT, pullRequest: null, pullRequestCount: 0, createdAt: AT, version: 1 },
    };
    const made = { organizationId: ACME, version: 1, task, createdBy: ANA.userId, messageId, adopted: false };
    await desk.happens(new TaskCreated(made));
    expect(await desk.draftAt(ANA, place)).toMatchObject({ messageId: null, form: null });
    expect(await desk.stateOf(ANA)).toMatchObject({ participant: true });
  });

  it('is there no more when everything was deleted, and its version goes on', async () => {
    await save('x');
    await save('  \n');
    expect(await shown()).toMatchObject([
      { messageId, version: 1 },
      { messageId: null, text: '', version: 2 },
    ]);
    await save('');
    expect(await shown()).toHaveLength(2);
  });

  it('keeps every character, attachments included', async () => {
    const text = `  ${'字🦀'.repeat(21_000)}\n\t"quoted" \\u0000  `;
    const attachments = [{ kind: 'line' as const, path: 'src/a b.ts', line: 3, excerpt: 'const a = "\\u0000";\r\n\f' }];
    await save(text, { attachments });
    const expected: Partial<DraftView> = { text, attachments };
    const [stored, [frame]] = [await desk.draftAt(ANA, scope), await shown()];
    // a failure should not print it
    expect([isDeepStrictEqual({ ...stored, ...expected }, stored), isDeepStrictEqual(frame, stored)]).toEqual([
      true,
      true,
    ]);
  });

  it('is taken within its limits alone', () => {
    const attachment = { kind: 'file' as const, path: 'a' };
    for (const over of [
      { text: 'x'.repeat(64_001) },
      { text: 'half \ud83e' },
      { text: 'nothing \0' },
      { attachments: Array.from({ length: 21 }, () => attachment) },
      { attachments: [{ kind: 'file' as const, path: 'a\0b' }] },
      { attachments: [{ kind: 'file' as const, path: 'x'.repeat(1_025) }] },
      { form: { name: 'x'.repeat(1_001) } },
      { form: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [String(n), true])) },
      { scope: '../x' },
      { scope: `task:${desk.taskId.toUpperCase()}:new` },
      { scope: `task:${desk.taskId}:${desk.sessionId}:more` },
    ]) {
      expect(() => saving('x', over)).toThrow();
    }
  });

  it('is one of 500 at most', async () => {
    await desk.kernel.database.transaction(
      (sql) => sql`
        insert into "user".drafts (user_id, scope, organization_id, task_id, message_id, cleared_ids, text, attachments,
          updated_at, version)
        select ${CLEO.userId}::bigint, 'task:' || id || ':new', ${ACME}::bigint, id, gen_random_uuid(), '{}', 'x', '[]', now(), 1
        from (select gen_random_uuid() as id from generate_series(1, 500)) ids`,
    );
    expect(await desk.codeOf(CLEO, saving('one more', { userId: CLEO.userId }))).toBe('draft.limit');
    expect(await desk.draftAt(CLEO, scope)).toBeNull();
  });

  it('is nobody else’s', async () => {
    expect(await desk.codeOf(BEN, saving('in your name'))).toBe('resource.not_found');
    await save('mine');
    await desk.does(BEN, saving('mine too', { userId: BEN.userId }));
    expect((await desk.draftAt(ANA, scope))?.text).toBe('mine');
  });
});

describe('pins', () => {
  it('are 200 at most, and moving one is always possible', async () => {
    await desk.kernel.database.transaction(
      (sql) => sql`
        insert into "user".task_state (user_id, task_id, organization_id, pin_rank, participant, updated_at, version)
        select ${BEN.userId}::bigint, gen_random_uuid(), ${ACME}::bigint, 'a', true, now(), 1 from generate_series(1, 199)`,
    );
    const pin = (rank: string | null) => new PinTask({ userId: BEN.userId, ...desk.task, rank });
    expect(await desk.does(BEN, pin('b'))).toMatchObject({ pinRank: 'b', participant: true, version: 1 });
    expect(await desk.does(BEN, pin('c'))).toMatchObject({ pinRank: 'c', version: 2 });
    expect(await desk.does(BEN, pin('c'))).toMatchObject({ version: 2 });
    await desk.begin();
    expect(await desk.codeOf(BEN, pin('b'))).toBe('pin.limit');
    expect(await desk.stateOf(BEN)).toBeNull();
  });
});
