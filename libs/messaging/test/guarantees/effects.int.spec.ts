import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { breaches, eventually, journalBreaches, TestSystem } from '../../src/testing/index.js';
import { AskOutside, AskStream, StopStream, Walk } from '../../src/testing/journal/journal-messages.js';

const Effect = z.object({
  state: z.string(),
  attempt: z.number(),
  last_code: z.string().nullable(),
  fence: z.string(),
});
const Id = z.object({ effectId: z.string() });
const Line = z.object({ fence: z.string(), pid: z.number() });

describe.each(['amqp', 'in-process'] as const)('an effect, on the %s wire', (wire) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire, workers: 2 });
  });
  afterAll(() => system.stop());

  const ask = async (outside: AskOutside['payload']['outside'], once = false) => {
    const call = { journalId: randomUUID(), callId: randomUUID() };
    const requested = await system.request(new AskOutside({ ...call, outside, once }));
    if (requested.state === 'pending') throw new Error('The effect was not asked for in time.');
    return { ...call, effectId: Id.parse(requested.reply.result).effectId };
  };
  const effectOf = async (id: string) =>
    Effect.parse((await system.sql`select state, attempt, last_code, fence from messaging.effect where id = ${id}`)[0]);
  const reportsOf = (callId: string) =>
    system.sql`select outcome, code, attempts from journal.report where call_id = ${callId}`;

  it('that succeeds reports once', async () => {
    const { callId } = await ask('succeed');
    await eventually(async () =>
      expect(await reportsOf(callId)).toEqual([{ outcome: 'done', code: null, attempts: 1 }]),
    );
  });

  it('that the outside refuses gives up at once', async () => {
    const { callId } = await ask('refuse');
    await eventually(async () =>
      expect(await reportsOf(callId)).toEqual([{ outcome: 'gave_up', code: 'outside.refused', attempts: 1 }]),
    );
  });

  it('with a bug gives up at once, and is an open dead letter', async () => {
    const { callId, effectId } = await ask('bug');
    await eventually(async () =>
      expect(await reportsOf(callId)).toEqual([{ outcome: 'gave_up', code: 'internal', attempts: 1 }]),
    );
    expect(
      await system.sql`select source, state from messaging.dead_letter where envelope->>'id' = ${effectId}`,
    ).toEqual([{ source: 'effect', state: 'open' }]);
  });

  it('gives up after five attempts with growing pauses, and never calls an answer that did not come a success', async () => {
    const unavailable = await ask('unavailable');
    const hanging = await ask('hang');
    await eventually(async () =>
      expect(await effectOf(hanging.effectId)).toMatchObject({ last_code: 'effect.timed_out' }),
    );
    expect(await reportsOf(hanging.callId)).toEqual([]);
    await eventually(async () =>
      expect(await reportsOf(unavailable.callId)).toEqual([
        { outcome: 'gave_up', code: 'outside.unavailable', attempts: 5 },
      ]),
    );
    const calls = z.array(z.object({ pause: z.coerce.number().nullable() })).parse(
      await system.sql`select extract(epoch from at - lag(at) over (order by at)) as pause
        from journal.outside_call where call_id = ${unavailable.callId} order by at`,
    );
    const pauses = calls.flatMap(({ pause }) => (pause === null ? [] : [pause]));
    expect(pauses).toHaveLength(4);
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThan(0.8 * 2 ** index);
    });
    await system.sql`update messaging.effect set deadline = now() where id = ${hanging.effectId}`;
    await eventually(async () => expect(await reportsOf(hanging.callId)).toMatchObject([{ outcome: 'gave_up' }]));
  });

  it('that must never run twice tells that its outcome is unknown when its worker is lost', async () => {
    const alive = system.workers.filter((worker) => worker.alive);
    await Promise.all(alive.map((worker) => worker.arm({ point: 'effect.claimed', act: 'die' })));
    const call = { journalId: randomUUID(), callId: randomUUID() };
    const death = Promise.race(alive.map((worker) => worker.exited));
    await Promise.allSettled([system.send(new AskOutside({ ...call, outside: 'succeed', once: true }))]);
    await death;
    await Promise.all(alive.filter((worker) => worker.alive).map((worker) => worker.release()));
    await system.addWorker();
    await system.sql`update messaging.effect set lease_until = now() where state = 'running'`;
    await eventually(async () =>
      expect(await reportsOf(call.callId)).toMatchObject([{ outcome: 'gave_up', code: 'outcome_unknown' }]),
    );
    expect(await system.sql`select 1 from journal.outside_call where call_id = ${call.callId}`).toEqual([]);
  });

  const walked = async (journalId: string) => {
    await system.facts.allSettled();
    const history = await system.facts.historyOf('journal', journalId);
    return history.map(({ outcome }) => outcome);
  };

  it('that is one step of many goes on as long as there is work', async () => {
    const journalId = randomUUID();
    await system.handle(new Walk({ journalId, left: 40, steps: true }));
    const done = () => system.sql`select count(*)::int as done from messaging.effect
      where entity_id = ${journalId} and state = 'succeeded'`;
    await eventually(async () => expect(await done()).toEqual([{ done: 40 }]));
    expect(await walked(journalId)).toEqual(Array.from({ length: 41 }, () => 'handled'));
  });

  it('that asks for itself for ever ends as a dead letter, and still every one of them reported', async () => {
    const journalId = randomUUID();
    await system.handle(new Walk({ journalId, left: 100, steps: false }));
    const letters = () => system.sql`select code from messaging.dead_letter where envelope->>'entityId' = ${journalId}`;
    await eventually(async () => expect(await letters()).toEqual([{ code: 'internal' }]));
    expect(await walked(journalId)).toEqual([...Array.from({ length: 16 }, () => 'handled'), 'dead']);
    const effects = await system.sql`select distinct state from messaging.effect where entity_id = ${journalId}`;
    expect(effects).toEqual([{ state: 'succeeded' }]);
  });

  it('keeps every invariant, whatever became of it', async () => {
    await system.facts.allSettled();
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});

describe('a long effect whose worker is paused', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire: 'amqp', workers: 2 });
  });
  afterAll(() => system.stop());

  it('goes on elsewhere, and every late write of the first holder is refused and counted', async () => {
    const call = { journalId: randomUUID(), callId: randomUUID() };
    const requested = await system.request(new AskStream(call));
    if (requested.state === 'pending') throw new Error('The stream was not asked for in time.');
    const { effectId } = Id.parse(requested.reply.result);
    const lines = async () =>
      Line.array().parse(
        await system.sql`select fence, pid from journal.line where call_id = ${call.callId} order by id`,
      );
    await eventually(async () => expect((await lines()).length).toBeGreaterThan(2));
    const [first] = await lines();
    const paused = system.workers.find(({ pid }) => pid === first?.pid);
    const other = system.workers.find(({ pid }) => pid !== first?.pid);
    paused?.pause();
    await eventually(async () => expect((await lines()).at(-1)).toEqual({ fence: '2', pid: other?.pid }), 45_000);
    const soFar = (await lines()).length;
    paused?.resume();
    await eventually(async () => expect(await paused?.metric('stale_writes_refused_total')).toBeGreaterThan(0));
    await eventually(async () => expect((await lines()).length).toBeGreaterThan(soFar + 5));
    await system.handle(new StopStream({ journalId: call.journalId, effectId }));
    const report = () => system.sql`select outcome, attempts from journal.report where call_id = ${call.callId}`;
    await eventually(async () => expect(await report()).toEqual([{ outcome: 'done', attempts: 2 }]));
    await system.facts.allSettled();
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
