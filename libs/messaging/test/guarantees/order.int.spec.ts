import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import { breaches, journalBreaches, type TestProcess, TestSystem } from '../../src/testing/index.js';
import { AppendEntry } from '../../src/testing/journal/journal-messages.js';

const ENTITIES = 20;
const COMMANDS = 100;
const KILLS = 5;
const NUMBERS = Array.from({ length: COMMANDS }, (_, index) => index + 1);

/** Sends 1, 2, 3 … to one journal, each when the last one was accepted. */
async function sendAll(system: TestSystem, journalId: string): Promise<void> {
  for (const n of NUMBERS) await system.send(new AppendEntry({ journalId, n }));
}

const numbersOf = async (system: TestSystem, journalId: string) =>
  (await system.facts.historyOf('journal', journalId)).map(({ payload }) => payload['n']);

describe('commands of one entity, with three workers of which one is killed again and again', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire: 'amqp', workers: 3 });
  });
  afterAll(() => system.stop());

  it('are handled one at a time in the order of their acceptance', async () => {
    const journals = Array.from({ length: ENTITIES }, () => randomUUID());
    const load = { over: false };
    const sent = Promise.all(journals.map((journalId) => sendAll(system, journalId))).finally(() => {
      load.over = true;
    });
    const victims: TestProcess[] = [];
    while (!load.over || victims.length < KILLS) {
      const alive = system.workers.filter((worker) => worker.alive);
      const victim = alive[randomInt(alive.length)];
      await victim?.kill9();
      if (victim) victims.push(victim);
      await system.addWorker();
    }
    await sent;
    await system.facts.allSettled();
    for (const journalId of journals) expect(await numbersOf(system, journalId)).toEqual(NUMBERS);
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});

describe('commands of one entity in one process', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire: 'in-process' });
  });
  afterAll(() => system.stop());

  it('are handled in the order of their acceptance, also over the death of that process', async () => {
    const journalId = randomUUID();
    for (const n of NUMBERS) {
      await system.send(new AppendEntry({ journalId, n }));
      if (n % 40 === 0) {
        await system.worker.kill9();
        await system.addWorker();
      }
    }
    await system.facts.allSettled();
    expect(await numbersOf(system, journalId)).toEqual(NUMBERS);
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
