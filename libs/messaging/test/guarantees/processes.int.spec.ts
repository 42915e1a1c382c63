import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { breaches, eventually, journalBreaches, TestSystem } from '../../src/testing/index.js';
import { AppendEntry, AskStream, Novelty } from '../../src/testing/journal/journal-messages.js';

describe('workers that come and go', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await TestSystem.start({ wire: 'amqp', workers: 1 });
  });
  afterEach(async () => {
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
    await system.stop();
  });
  afterAll(() => undefined);

  const linesOf = (callId: string) =>
    system.sql`select distinct pid from journal.line where call_id = ${callId} and at > now() - interval '500 ms'`;

  it('finish what is in hand, hand long effects on at once, and end with code 0', async () => {
    const leaving = system.worker;
    const streams = Array.from({ length: 3 }, () => ({ journalId: randomUUID(), callId: randomUUID() }));
    for (const stream of streams) await system.handle(new AskStream(stream));
    for (const { callId } of streams) {
      await eventually(async () => expect(await linesOf(callId)).toEqual([{ pid: leaving.pid }]));
    }
    const staying = await system.addWorker();
    const commands = await Promise.all(
      Array.from({ length: 10 }, (_, n) => system.send(new AppendEntry({ journalId: randomUUID(), n, slowMs: 500 }))),
    );
    await eventually(async () =>
      expect(z.array(z.object({ pid: z.number() })).parse(await system.sql`select pid from journal.run`)).not.toEqual(
        [],
      ),
    );
    const began = performance.now();
    const exit = leaving.stop();
    for (const { callId } of streams) {
      await eventually(async () => expect(await linesOf(callId)).toEqual([{ pid: staying.pid }]));
    }
    expect(await exit).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(30_000);
    for (const id of commands) {
      expect(await system.facts.expectCommand(id).toBe('handled')).toMatchObject({ attempts: 1 });
    }
    const attempts = await system.sql`select distinct attempt, fence from messaging.effect`;
    expect(attempts).toEqual([{ attempt: 1, fence: '2' }]);
  });

  it('share the partitions, and take over those of one that is killed within 10 s', async () => {
    const [first] = system.workers;
    await Promise.all([system.addWorker(), system.addWorker()]);
    const shares = async () => {
      const rows = await system.sql`select p.pid, count(*)::int as held from messaging.partition_holder h
        join messaging.process p on p.id = h.first where h.module = 'journal' group by p.pid`;
      return z.array(z.object({ pid: z.number(), held: z.number() })).parse(rows);
    };
    const live = (pids: readonly number[]) => async () => {
      const held = await shares();
      expect(held.map(({ pid }) => pid).sort()).toEqual([...pids].sort());
      expect(held.reduce((sum, share) => sum + share.held, 0)).toBe(8);
    };
    await eventually(live(system.workers.map(({ pid }) => pid)), 15_000);
    await first?.kill9();
    const began = performance.now();
    const sent = await Promise.all(
      Array.from({ length: 40 }, (_, n) => system.send(new AppendEntry({ journalId: randomUUID(), n }))),
    );
    for (const id of sent) await system.facts.expectCommand(id).toBe('handled');
    expect(performance.now() - began).toBeLessThan(10_000);
    await eventually(live(system.workers.filter(({ alive }) => alive).map(({ pid }) => pid)), 15_000);
  });

  it('of an old release leave what they do not know to those of the new one', async () => {
    const old = system.worker;
    // The API of the new release is there first, as a rolling deploy may have it.
    await system.newApi({ release: 'new' });
    const novelties = await Promise.all(
      Array.from({ length: 8 }, () => system.send(new Novelty({ journalId: randomUUID() }))),
    );
    const known = await system.send(new AppendEntry({ journalId: randomUUID(), n: 1 }));
    await system.facts.expectCommand(known).toBe('handled');
    await system.addWorker({ release: 'new' });
    await old.stop();
    for (const id of novelties) await system.facts.expectCommand(id).toBe('handled');
  });
});
