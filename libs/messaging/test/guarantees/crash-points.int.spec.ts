import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Failpoint } from '../../src/failpoints/failpoints.js';
import { breaches, eventually, journalBreaches, TestSystem } from '../../src/testing/index.js';
import { AppendEntry, AskOutside } from '../../src/testing/journal/journal-messages.js';

/** Ends the process that comes to the point first, and starts another. */
async function dieAt(system: TestSystem, point: Failpoint, act: () => Promise<unknown>): Promise<void> {
  const alive = system.workers.filter((worker) => worker.alive);
  await Promise.all(alive.map((worker) => worker.arm({ point, act: 'die' })));
  const death = Promise.race(alive.map((worker) => worker.exited));
  // Where API and worker are one process, the answer may die with it.
  await Promise.allSettled([act()]);
  expect(await death).toEqual({ code: null, signal: 'SIGKILL' });
  await Promise.all(alive.filter((worker) => worker.alive).map((worker) => worker.release()));
  await system.addWorker();
}

const linesOf = (system: TestSystem, journalId: string) =>
  system.sql`select n from journal.entry where journal_id = ${journalId} order by id`;

describe.each(['amqp', 'in-process'] as const)('a process that dies, on the %s wire', (wire) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire, workers: 2 });
  });
  afterAll(() => system.stop());

  it.each([
    'relay.published',
    'relay.marked',
    'handle.marked',
    'handle.locked',
    'handle.saved',
    'handle.committed',
    'handle.acked',
    'reply.sent',
  ] as const)('leaves one effect of a command when it dies at %s', async (point) => {
    const journalId = randomUUID();
    await dieAt(system, point, () => system.send(new AppendEntry({ journalId, n: 1 })));
    await system.handle(new AppendEntry({ journalId, n: 2 }));
    expect(await linesOf(system, journalId)).toEqual([{ n: 1 }, { n: 2 }]);
    const [first] = await system.facts.historyOf('journal', journalId);
    if (point === 'handle.saved') expect(first?.attempts).toBe(2);
    if (point === 'handle.committed') expect(first?.attempts).toBe(1);
  });

  it('keeps a command whose sender was never told that it was accepted', async () => {
    const journalId = randomUUID();
    await system.api.arm({ point: 'accept.committed', act: 'die' });
    await expect(system.send(new AppendEntry({ journalId, n: 1 }))).rejects.toThrow(/ended/);
    if (wire === 'amqp') await system.newApi();
    else await system.addWorker();
    await eventually(async () => expect(await linesOf(system, journalId)).toEqual([{ n: 1 }]));
  });

  it.each(['effect.claimed', 'effect.performed', 'effect.reported'] as const)(
    'reports an effect once when it dies at %s',
    async (point) => {
      const call = { journalId: randomUUID(), callId: randomUUID() };
      await dieAt(system, point, () => system.send(new AskOutside({ ...call, outside: 'succeed' })));
      // Nobody waits for half a minute here: the lease of the dead lapses now.
      await system.sql`update messaging.effect set lease_until = now() where state = 'running'`;
      const report = () => system.sql`select outcome from journal.report where call_id = ${call.callId}`;
      await eventually(async () => expect(await report()).toEqual([{ outcome: 'done' }]));
    },
  );

  it('keeps every invariant over all of this', async () => {
    await system.facts.allSettled();
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
