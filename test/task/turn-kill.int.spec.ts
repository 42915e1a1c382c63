import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTheStream, KilledTurns } from './killed-turns.js';
import { StepGates } from './step-gates.js';

/** How often each step of a turn loses its worker: once with every run, 20 times when somebody asks (`TURN_KILLS=20`). */
const KILLS = Number(process.env['TURN_KILLS'] ?? 1);
const STEPS = ['attach', 'send', 'confirm', 'stream', 'request', 'end'] as const;
type Step = (typeof STEPS)[number];

let turns: KilledTurns;
let gates: StepGates;
const sessions = new Map<Step, string>();

beforeAll(async () => {
  turns = await KilledTurns.start();
  for (const step of STEPS) sessions.set(step, await turns.session());
  gates = await StepGates.install(turns.workers.product.sql);
}, 240_000);
afterAll(() => turns.workers.stop());

const of = (step: Step): string => {
  const sessionId = sessions.get(step);
  if (sessionId === undefined) throw new Error(`No session is for ${step}.`);
  return sessionId;
};

/** Six turns, each brought to another step and kept there. */
async function bringToTheirSteps(round: number): Promise<Record<Step, string>> {
  const messages = {
    ...{ attach: randomUUID(), send: randomUUID(), confirm: randomUUID() },
    ...{ stream: randomUUID(), request: randomUUID(), end: randomUUID() },
  };
  const say = (step: Step, silentFor = 0) => turns.send(of(step), messages[step], `${step}${String(round)}`, silentFor);
  await gates.close(messages.attach, { step: 'attach' });
  await gates.close(messages.confirm, { step: 'confirm' });
  await gates.close(messages.stream, { step: 'stream', at: inTheStream(Math.random()) });
  await gates.close(messages.end, { step: 'end' });
  for (const step of ['attach', 'confirm', 'stream', 'request', 'end'] as const) await say(step);
  await turns.answer(messages.stream);
  await turns.answer(messages.end);
  await eventually(async () => {
    expect(await gates.waiting()).toEqual(['attach', 'confirm', 'end', 'stream']);
    expect(await turns.asked(messages.request)).not.toBeNull();
  }, 60_000);
  // It gets no further than this, and its agent may or may not have the prompt. In the first round the agent is silent for
  // so long that the next holder is in doubt, too.
  await gates.close(messages.send, { step: 'confirm' });
  await say('send', round === 1 ? 20 : 2);
  await eventually(async () => {
    const { sql } = turns.workers.product;
    const rows = await sql`select delivery from task.turns where message_id = ${messages.send}`;
    expect(rows).toEqual([{ delivery: 'sending' }]);
  }, 60_000);
  return messages;
}

describe('turns whose workers are killed, each at another step', () => {
  it.each(Array.from({ length: KILLS }, (_, index) => index + 1))(
    'are told whole by others (round %i)',
    async (round) => {
      const messages = await bringToTheirSteps(round);
      await turns.workers.replace(() => gates.open());
      for (const step of ['attach', 'send', 'confirm', 'request'] as const) await turns.answer(messages[step]);
      await turns.ended(Object.values(messages));
      for (const step of STEPS) expect(await turns.told(of(step))).toEqual(await turns.expected(of(step)));
    },
    240_000,
  );

  it('leave their agents as they were, which did each thing once', async () => {
    const rows = await turns.workers.product.sql`select distinct connection_no as no from task.sessions`;
    expect(rows).toEqual([{ no: 1 }]);
    for (const step of STEPS) {
      const { did, asked } = await turns.done(of(step));
      expect(did).toBe(asked);
    }
  });
});

describe('a turn whose worker hangs', () => {
  it('goes on without it, and hears nothing of it when it comes back', async () => {
    const sessionId = of('stream');
    const messageId = randomUUID();
    await turns.send(sessionId, messageId, 'hang');
    await eventually(async () => {
      expect(await turns.asked(messageId)).not.toBeNull();
    }, 60_000);
    const former = turns.workers.worker(await turns.holder(messageId));
    former.hang();
    await turns.answer(messageId);
    await turns.ended([messageId]);
    former.goOn();
    const after = randomUUID();
    await turns.send(sessionId, after, 'last');
    await turns.answer(after);
    await turns.ended([after]);
    expect(await turns.told(sessionId)).toEqual(await turns.expected(sessionId));
    await turns.untilIdle();
  }, 240_000);
});
