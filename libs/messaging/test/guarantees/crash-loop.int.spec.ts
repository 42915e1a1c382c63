import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { TestSystem } from '../../src/testing/index.js';
import { AppendEntry, Die } from '../../src/testing/journal/journal-messages.js';

/** More starts than deliveries that a message may have. */
const MOST_STARTS = 25;

const idOf = async (system: TestSystem) =>
  z
    .array(z.object({ id: z.string() }))
    .parse(await system.sql`select id from messaging.outbox where name = 'journal.die'`)[0]?.id ?? '';
const isOpen = async (system: TestSystem, id: string) =>
  (await system.sql`select 1 from messaging.outbox where id = ${id} and settled_at is null`).length > 0;

/** Starts a worker whenever there is none, as a supervisor does, until the command is settled. */
async function startUntilSettled(system: TestSystem, id: string): Promise<void> {
  for (let starts = 0; starts < MOST_STARTS && (await isOpen(system, id)); starts += 1) {
    if (!system.workers.some(({ alive }) => alive)) await Promise.allSettled([system.addWorker()]);
    const alive = system.workers.find((worker) => worker.alive);
    await Promise.race([alive?.exited, system.facts.settled(id, 5_000).catch(() => undefined)]);
  }
  await system.facts.expectCommand(id, 5_000).toBe('dead');
}

const letterOf = (system: TestSystem, id: string) =>
  system.sql`select source, state from messaging.dead_letter where id = ${id}`;

describe('a command that kills its process each time, on the amqp wire', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire: 'amqp', workers: 1, partitions: 1 });
  });
  afterAll(() => system.stop());

  it('becomes a dead letter of the broker, and its partition goes on', async () => {
    await system.send(new Die({ journalId: randomUUID() }));
    const deadly = await idOf(system);
    // Sent beside it, and in the same hands at each death.
    const beside = Array.from({ length: 10 }, () => randomUUID());
    for (const journalId of beside) await system.send(new AppendEntry({ journalId, n: 1 }));
    await startUntilSettled(system, deadly);
    expect(await letterOf(system, deadly)).toEqual([{ source: 'broker', state: 'open' }]);
    await system.handle(new AppendEntry({ journalId: randomUUID(), n: 1 }));
    await system.facts.allSettled(30_000);
    for (const journalId of beside) {
      expect(await system.facts.historyOf('journal', journalId)).toMatchObject([{ outcome: 'handled' }]);
    }
  });
});
