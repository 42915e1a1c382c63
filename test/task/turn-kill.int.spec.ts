import 'reflect-metadata';
import { randomInt, randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KilledWorkers } from './killed-workers.js';
import type { Person } from './product.js';

/** How many turns lose their worker: few with every run, 20 when somebody asks (`TURN_KILLS=20`). */
const KILLS = Number(process.env['TURN_KILLS'] ?? 4);
const BRANCH = 'fix-empty-basket-currency';
const FILE = 'turns.txt';
const FIRST_WORDS = Array.from({ length: 40 }, (_, index) => `word${String(index)}`).join(' ');
const NUMBERS = Array.from({ length: 300 }, (_, index) => `${String(index + 1)}\n`).join('');

const Item = z.looseObject({
  seq: z.int(),
  kind: z.string(),
  turnId: z.string().nullable(),
  text: z.string(),
  open: z.boolean(),
  data: z.looseObject({ messageId: z.string().optional(), outcome: z.string().optional() }),
});
const Transcript = z.looseObject({ items: z.array(Item), headSeq: z.int() });
const Ready = z.looseObject({ sandbox: z.looseObject({ sandboxId: z.string() }) });
const Held = z.tuple([z.object({ holder: z.string(), text: z.coerce.number() })]);

/** Words, many pieces at once, silence, a change that asks for leave and shows if it is made twice, and words again. */
const scriptOf = (name: string) =>
  [`say ${FIRST_WORDS}`, 'slow 1', 'burst 300', `append ${FILE}: ${name}`, 'slow 3', `say ${name} is done`].join('\n');
const saidOf = (name: string) => `${FIRST_WORDS}\n${NUMBERS}Changed \`${FILE}\`.\n${name} is done\n`;

let workers: KilledWorkers;
let priya: Person;
let taskId: string;
const sessionId = randomUUID();

beforeAll(async () => {
  workers = await KilledWorkers.start();
  priya = await workers.enter('priya-raman');
  const task = (await priya.tasks()).find(({ branch }) => branch === BRANCH);
  if (!task) throw new Error(`The demonstration has no pull request of ${BRANCH}.`);
  taskId = task.id;
}, 180_000);
afterAll(() => workers.stop());

const transcript = async () =>
  Transcript.parse((await priya.read(`/v1/sessions/${sessionId}/transcript?limit=500`)).body);

/** Who holds the turn of this message once `characters` of its answer are stored. */
const holderAt = (messageId: string, characters: number) =>
  eventually(async () => {
    const [held] = Held.parse(
      await workers.product.sql`select e.lease_owner as holder,
          (select coalesce(sum(length(text)), 0) from task.items i
            where i.turn_id = t.turn_id and i.kind = 'assistant_text') as text
        from task.turns t join messaging.effect e on e.id = t.effect_id
        where t.message_id = ${messageId} and t.state <> 'ended' and e.state = 'running'`,
    );
    expect(held.text).toBeGreaterThanOrEqual(characters);
    return held.holder;
  }, 120_000);

/** Waits beside the API, which tells whoever asks all the time to wait. */
const untilEnded = (messageId: string) =>
  eventually(async () => {
    const turns = await workers.product.sql`select state from task.turns where message_id = ${messageId}`;
    expect(turns).toEqual([{ state: 'ended' }]);
  }, 120_000);

/** What a message brought, once its turn is over. */
const answerTo = async (messageId: string) => {
  await untilEnded(messageId);
  const { items } = await transcript();
  const messages = items.filter(({ data }) => data.messageId === messageId);
  const [{ turnId, seq: place }] = z.tuple([Item]).parse(messages);
  const ofTurn = items.filter((item) => item.turnId === turnId);
  const said = ofTurn.filter(({ kind }) => kind === 'assistant_text');
  return {
    outcomes: ofTurn.filter(({ kind }) => kind === 'turn').map(({ data }) => data.outcome),
    text: said.map(({ text }) => text).join(''),
    isFirst: said.every(({ seq }) => seq > place),
    open: ofTurn.filter(({ open }) => open).length,
  };
};

const finished = (name: string) => ({ outcomes: ['finished'], text: saidOf(name), isFirst: true, open: 0 });

const send = async (text: string) => {
  const messageId = randomUUID();
  const sent = await priya.visitor.send(`/v1/sessions/${sessionId}/messages`, { messageId, text });
  expect(sent.status).toBe(200);
  return messageId;
};

describe('a turn whose worker is killed', () => {
  it('begins on a machine of its own', async () => {
    const messageId = randomUUID();
    const first = { sessionId, messageId, text: scriptOf('first'), agent: 'demo' };
    expect(await priya.visitor.send(`/v1/tasks/${taskId}/messages`, first)).toMatchObject({ status: 200 });
    const Delivered = z.looseObject({ items: z.array(z.looseObject({ state: z.literal('delivered') })).length(1) });
    await priya.until(`/v1/sessions/${sessionId}/messages`, Delivered, 120_000);
    expect(await answerTo(messageId)).toEqual(finished('first'));
  });

  // One before anything is heard, and none so late that the turn may be over before somebody is killed.
  const moments = Array.from({ length: KILLS }, (_, index) =>
    index === 0 ? 0 : randomInt(0, saidOf('kill0').length - 20),
  );
  it.each(moments.map((characters, index) => [`kill${String(index)}`, characters] as const))(
    'is told whole by another one (%s, at %i characters)',
    async (name, characters) => {
      const messageId = await send(scriptOf(name));
      await workers.kill(await holderAt(messageId, characters));
      await workers.startWorker();
      expect(await answerTo(messageId)).toEqual(finished(name));
    },
    180_000,
  );

  it('leaves a session that goes on, and a transcript without a hole', async () => {
    const messageId = await send(scriptOf('last'));
    expect(await answerTo(messageId)).toEqual(finished('last'));
    const Idle = z.looseObject({ task: z.looseObject({ status: z.literal('idle') }) });
    await priya.until(`/v1/tasks/${taskId}`, Idle, 60_000);
    const { items, headSeq } = await transcript();
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: headSeq }, (_, index) => index + 1));
    const messages = items.filter(({ kind }) => kind === 'user_message').map(({ data }) => data.messageId);
    expect(messages).toHaveLength(KILLS + 2);
    expect(new Set(messages).size).toBe(KILLS + 2);
    expect(items.filter(({ kind }) => kind === 'turn')).toHaveLength(KILLS + 2);
  });

  it('and an agent that did each thing once', async () => {
    const { sandbox } = Ready.parse((await priya.read(`/v1/tasks/${taskId}`)).body);
    const ran = await priya.visitor.send(`/v1/sandboxes/${sandbox.sandboxId}/exec`, { argv: ['cat', FILE] });
    const names = ['first', ...moments.map((_, index) => `kill${String(index)}`), 'last'];
    expect(ran).toMatchObject({ status: 200, body: { stdout: names.map((name) => `${name}\n`).join('') } });
  });
});
