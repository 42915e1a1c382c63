import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Failpoint } from '../../src/failpoints/failpoints.js';
import { breaches, eventually, journalBreaches, TestSystem } from '../../src/testing/index.js';
import { AppendEntry, AskOutside } from '../../src/testing/journal/journal-messages.js';

/** Ends the worker at the point, once; another one (or a new one, where there is only one process) goes on. */
async function dieAt(system: TestSystem, point: Failpoint, act: () => Promise<unknown>): Promise<void> {
  await Promise.all(system.workers.filter(({ alive }) => alive).map((worker) => worker.arm({ point, act: 'die' })));
  // Where API and worker are one process, the answer may die with it.
  await act().catch(() => undefined);
  const dead = await Promise.race(system.workers.filter(({ alive }) => alive).map((w) => w.exited.then(() => w)));
  expect(dead.alive).toBe(false);
  for (const worker of system.workers.filter(({ alive }) => alive)) await worker.release();
  await system.addWorker();
}

const linesOf = (system: TestSystem, journalId: string) =>
  system.sql`select n, command_id, pid from journal.entry where journal_id = ${journalId} order by id`;

describe.each(['amqp', 'in-process'] as const)('a process that dies, on the %s wire', (wire) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire, workers: 2 });
  });
  afterAll(() => system.stop());

  const points: Failpoint[] = [
    'handle.marked',
    'handle.locked',
    'handle.saved',
    'handle.committed',
    'handle.acked',
    'reply.sent',
    'relay.published',
    'relay.marked',
  ];
  it.each(points)('leaves one effect of a command when it dies at %s', async (point) => {
    const journalId = randomUUID();
    await dieAt(system, point, () => system.send(new AppendEntry({ journalId, n: 1 })));
    await system.handle(new AppendEntry({ journalId, n: 2 }));
    await system.facts.allSettled();
    expect(await linesOf(system, journalId)).toMatchObject([{ n: 1 }, { n: 2 }]);
    expect(await system.facts.historyOf('journal', journalId)).toMatchObject([
      { outcome: 'handled', payload: { n: 1 } },
      { outcome: 'handled', payload: { n: 2 } },
    ]);
  });

  it('handles in a second attempt what died before its commit', async () => {
    const journalId = randomUUID();
    await dieAt(system, 'handle.saved', () => system.send(new AppendEntry({ journalId, n: 1 })));
    await system.facts.allSettled();
    expect(await system.facts.historyOf('journal', journalId)).toMatchObject([{ outcome: 'handled', attempts: 2 }]);
  });

  it.each(['effect.performed', 'effect.reported'] as const)('reports an effect once when it dies at %s', async (point) => {
    const call = { journalId: randomUUID(), callId: randomUUID() };
    await dieAt(system, point, () => system.send(new AskOutside({ ...call, outside: 'succeed' })));
    const report = () => system.sql`select outcome from journal.report where call_id = ${call.callId}`;
    await eventually(async () => expect(await report()).toEqual([{ outcome: 'done' }]), 45_000);
  });

  it('keeps every invariant over all of this', async () => {
    await system.facts.allSettled();
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
