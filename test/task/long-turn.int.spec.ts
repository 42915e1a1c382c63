import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AgentLimits } from '../../libs/task/src/effects/agent/turn-limits.js';
import { Conversation } from './conversation.js';
import { TaskProduct } from './product.js';

/**
 * A turn of six minutes, of which four are silent, with a worker that has less patience in the same measure. Whoever wants
 * to see the real one says so: `LONG_TURN_SECONDS=360`.
 */
const SECONDS = Number(process.env['LONG_TURN_SECONDS'] ?? 6);
const REAL = 360;

let product: TaskProduct;
beforeAll(async () => {
  product = await TaskProduct.start();
  const limits = product.installation.worker.get(AgentLimits, { strict: false });
  const usual = new AgentLimits();
  for (const name of ['firstOutputMs', 'silenceMs', 'holdEveryMs'] as const) {
    limits[name] = (usual[name] * SECONDS) / REAL;
  }
}, 120_000);
afterAll(() => product.stop());

it(
  'finishes however long it is silent, tells people of it, and ends nothing',
  async () => {
    const priya = await product.enter('priya-raman');
    const talk = await Conversation.on(product, priya, 'fix-empty-basket-currency');
    const silent = Math.round(SECONDS * (2 / 3));
    const rest = SECONDS - silent;
    const first = await talk.send('say Here I am.');
    await talk.turn(first, 'ended');
    const messageId = await talk.send(`slow ${String(silent)}`, 'say half', `slow ${String(rest)}`, 'say done');
    const patience = (SECONDS + 120) * 1_000;
    expect(await talk.turn(messageId, 'ended', patience)).toMatchObject({ outcome: 'finished', generation: 1 });
    const items = await talk.items(messageId);
    expect(items.map(({ kind, data }) => (kind === 'notice' ? data['code'] : kind))).toEqual([
      ...['agent.silent', 'assistant_text', 'turn'],
    ]);
    expect(await talk.said(messageId)).toBe('half\ndone\n');
    const agents = await product.installation.sql`select connection_no as no from task.sessions
      where session_id = ${talk.sessionId}`;
    expect(agents).toEqual([{ no: 1 }]);
  },
  (SECONDS + 240) * 1_000,
);
