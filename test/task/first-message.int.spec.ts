import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Providers } from '../../libs/sandbox/src/providers/providers.js';
import { type Person, TaskProduct } from './product.js';

const Virtual = z.looseObject({ virtual: z.literal(true), summary: z.looseObject({ id: z.string() }) });
const Running = z.looseObject({
  virtual: z.literal(false),
  task: z.looseObject({
    status: z.string(),
    owner: z.looseObject({}),
    // As GitHub's module knew it before: nothing of it happened since.
    pullRequest: z.looseObject({ headSha: z.string().length(40) }),
  }),
  sandbox: z.looseObject({ sandboxId: z.string(), state: z.literal('ready'), provider: z.literal('local') }),
  topicVersion: z.int().min(1),
});
const Files = z.object({ files: z.array(z.looseObject({ path: z.string(), kind: z.string() })) });
const Content = z.looseObject({ path: z.string(), text: z.string() });
const Asked = z.object({ items: z.tuple([z.looseObject({ permissionId: z.string() })]), nextCursor: z.null() });
const Transcript = z.looseObject({ items: z.array(z.looseObject({ seq: z.int(), kind: z.string() })) });
const Problem = z.looseObject({ code: z.string() });

/** Of a pull request that the demonstration begins with. */
const BRANCH = 'fix-empty-basket-currency';

let product: TaskProduct;
let priya: Person;
let taskId: string;
beforeAll(async () => {
  product = await TaskProduct.start();
  priya = await product.enter('priya-raman');
  const task = (await priya.tasks()).find(({ branch }) => branch === BRANCH);
  if (!task) throw new Error(`The demonstration has no pull request of ${BRANCH}.`);
  taskId = task.id;
});
afterAll(() => product.stop());

const codeOf = async (path: string) => {
  const { status, body } = await priya.read(path);
  return `${String(status)} ${Problem.parse(body).code}`;
};

/* One task, from a row of the list to work on a real machine with real git. */
describe('a task that nobody used yet', () => {
  it('is its row of the list, and reading it makes nothing', async () => {
    const read = Virtual.parse((await priya.read(`/v1/tasks/${taskId}`)).body);
    expect(read.summary.id).toBe(taskId);
    expect(await codeOf(`/v1/tasks/${taskId}/files`)).toBe('409 sandbox.not_running');
    expect((await priya.read(`/v1/tasks/${taskId}/changes`)).body).toMatchObject({ files: [], version: 0 });
    const rows = await product.installation.sql`select 1 from task.tasks`;
    expect(rows).toEqual([]);
  });

  it('is not put away as a task that was used', async () => {
    const refused = await priya.visitor.send(`/v1/tasks/${taskId}/archive`, { operationId: randomUUID() });
    expect(refused).toMatchObject({ status: 409, body: { code: 'task.virtual' } });
  });
});

describe('its first message', () => {
  const [sessionId, messageId] = [randomUUID(), randomUUID()];
  const message = { sessionId, messageId, text: 'Greet people by name', agent: 'demo' };

  it('is kept before any machine is there', async () => {
    const sent = await priya.visitor.send(`/v1/tasks/${taskId}/messages`, message);
    expect(sent).toMatchObject({ status: 200, body: { messageId, position: 1, state: 'queued' } });
    expect(await priya.visitor.send(`/v1/tasks/${taskId}/messages`, message)).toMatchObject({ status: 200 });
    const sessions = await priya.read(`/v1/tasks/${taskId}/sessions`);
    expect(sessions.body).toMatchObject({ sessions: [{ sessionId, taskId, number: 1 }] });
  });

  it('brings a machine with the branch of the pull request', async () => {
    await priya.until(`/v1/tasks/${taskId}`, Running);
    const { files } = await priya.until(`/v1/tasks/${taskId}/files`, Files);
    const { path = '' } = files.find(({ kind }) => kind === 'file') ?? {};
    const { text } = Content.parse((await priya.read(`/v1/tasks/${taskId}/files/content?path=${path}`)).body);
    expect(text).not.toBe('');
    const found = await priya.read(`/v1/tasks/${taskId}/files/search?q=${path.toUpperCase()}`);
    expect(found.body).toMatchObject({ paths: expect.arrayContaining([path]) });
    expect(await codeOf(`/v1/tasks/${taskId}/files/content?path=../x`)).toBe('422 file.path_invalid');
    expect(await codeOf(`/v1/tasks/${taskId}/files/content?path=nothing`)).toBe('404 file.unknown');
  });

  it('gets the credential of its author onto the machine, and takes the task over', async () => {
    const Owned = z.looseObject({ task: z.looseObject({ owner: z.looseObject({ credential: z.literal('ready') }) }) });
    const { task } = await priya.until(`/v1/tasks/${taskId}`, Owned);
    expect(task.owner).toMatchObject({ person: { login: 'priya-raman' }, reason: 'message' });
  });

  it('runs programs on the machine, for those who may', async () => {
    const { sandbox } = Running.parse((await priya.read(`/v1/tasks/${taskId}`)).body);
    const ran = await priya.visitor.send(`/v1/sandboxes/${sandbox.sandboxId}/exec`, {
      argv: ['git', 'rev-parse', '--abbrev-ref', 'HEAD'],
    });
    expect(ran).toMatchObject({ status: 200, body: { exitCode: 0, stdout: `${BRANCH}\n` } });
  });

  it('makes the agent ask before it runs something, and the first answer wins', async () => {
    const asked = await priya.until(`/v1/tasks/${taskId}/permissions?state=open`, Asked);
    const [request] = asked.items;
    const answer = () => priya.visitor.send(`/v1/permissions/${request.permissionId}/answer`, { answer: 'allow_once' });
    const answers = await Promise.all([answer(), answer()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body)).toContainEqual(expect.objectContaining({ code: 'permission.answered' }));
  });

  it('is answered, and the transcript tells it', async () => {
    const Answered = z.looseObject({
      items: z.array(z.looseObject({ messageId: z.literal(messageId), state: z.literal('delivered') })).length(1),
    });
    await priya.until(`/v1/sessions/${sessionId}/messages`, Answered);
    const Ended = z.looseObject({ task: z.looseObject({ status: z.literal('idle') }) });
    await priya.until(`/v1/tasks/${taskId}`, Ended);
    const transcript = Transcript.parse((await priya.read(`/v1/sessions/${sessionId}/transcript`)).body);
    const kinds = transcript.items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['user_message', 'assistant_text', 'turn']));
    expect(transcript.items.map(({ seq }) => seq)).toEqual(transcript.items.map((_, index) => index + 1));
    const outline = Transcript.parse((await priya.read(`/v1/sessions/${sessionId}/transcript/outline`)).body);
    expect(outline.items[0]).toMatchObject({ kind: 'user_message', text: 'Greet people by name' });
    const found = Transcript.parse((await priya.read(`/v1/sessions/${sessionId}/transcript/search?q=GREET`)).body);
    expect(found.items.map(({ kind }) => kind)).toContain('user_message');
  });

  it('and what it changed is read from its saved state', async () => {
    const Read = z.looseObject({ changes: z.looseObject({ state: z.literal('current'), readAt: z.string() }) });
    await priya.until(`/v1/tasks/${taskId}/changes`, Read);
  });

  it('and its machine is on the list; once it is gone it has no processes, however often one looks', async () => {
    const { sandbox } = Running.parse((await priya.read(`/v1/tasks/${taskId}`)).body);
    const { sandboxId } = sandbox;
    const listed = await priya.read(`/v1/organizations/${priya.organizationId}/sandboxes`);
    expect(listed).toMatchObject({ status: 200, body: { items: [{ sandboxId, taskId, state: 'ready' }] } });
    const [{ id: instance }] = z
      .tuple([z.object({ id: z.string() })])
      .parse(await product.installation.sql`select instance_id as id from sandbox.instance`);
    const provider = product.installation.worker.get(Providers, { strict: false }).get('local');
    const abort = AbortSignal.timeout(60_000);
    for (const { ref } of await provider.find({ instance, sandbox: sandboxId }, abort)) {
      await provider.destroy(ref, abort);
    }
    await priya.until(`/v1/sandboxes/${sandboxId}`, z.looseObject({ state: z.literal('expired') }));
    for (let look = 0; look < 20; look += 1) {
      const answer = { status: 200, body: { state: 'expired', processes: [], nextCursor: null } };
      expect(await priya.read(`/v1/sandboxes/${sandboxId}/processes`)).toEqual(answer);
    }
  });
});

describe('twenty first messages at once', () => {
  it('are twenty messages, on one machine', async () => {
    const task = (await priya.tasks()).find(({ virtual }) => virtual);
    if (!task) throw new Error('Every task of the demonstration is used.');
    const texts = Array.from({ length: 20 }, (_, index) => `say ${String(index)}`);
    const sent = await Promise.all(
      texts.map((text) =>
        priya.visitor.send(`/v1/tasks/${task.id}/messages`, {
          messageId: randomUUID(),
          sessionId: randomUUID(),
          text,
          agent: 'demo',
        }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(texts.map(() => 200));
    await priya.until(`/v1/tasks/${task.id}`, Running);
    const { sql } = product.installation;
    expect(await sql`select 1 from task.messages where task_id = ${task.id}`).toHaveLength(20);
    expect(
      await sql`select g.generation from sandbox.sandboxes s join sandbox.generations g using (sandbox_id)
        where s.task_id = ${task.id}`,
    ).toEqual([{ generation: 1 }]);
  });
});
