import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { breaches, eventually, journalBreaches, TestSystem } from '../../src/testing/index.js';
import { AppendEntry, BreakDown, MeetTrouble, Ping, RefuseEntry } from '../../src/testing/journal/journal-messages.js';

const Letter = z.object({ source: z.string(), state: z.string(), code: z.string() });

describe.each(['amqp', 'in-process'] as const)('a command, on the %s wire', (wire) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await TestSystem.start({ wire, workers: 1, partitions: 1 });
  });
  afterAll(() => system.stop());

  const letterOf = async (id: string) =>
    Letter.parse((await system.sql`select source, state, code from messaging.dead_letter where id = ${id}`)[0]);
  const linesOf = (journalId: string) => system.sql`select n from journal.entry where journal_id = ${journalId}`;

  it('that is rejected answers with the code, and leaves nothing but its outcome', async () => {
    const journalId = randomUUID();
    const requested = await system.request(new RefuseEntry({ journalId, n: 1 }));
    expect(requested).toMatchObject({ state: 'settled', reply: { outcome: 'rejected', code: 'journal.closed' } });
    expect(await system.facts.historyOf('journal', journalId)).toMatchObject([{ outcome: 'rejected' }]);
    expect(await linesOf(journalId)).toEqual([]);
    expect(await system.sql`select 1 from messaging.outbox where causation_id = ${requested.commandId}`).toEqual([]);
  });

  it('that meets a bug becomes an open dead letter, and the next one of its entity goes on', async () => {
    const journalId = randomUUID();
    const poison = await system.send(new BreakDown({ journalId }));
    const good = await system.send(new AppendEntry({ journalId, n: 1 }));
    await system.facts.expectCommand(poison).toBe('dead');
    await system.facts.expectCommand(good, 1_000).toBe('handled');
    expect(await letterOf(poison)).toEqual({ source: 'command', state: 'open', code: 'internal' });
    expect(await linesOf(journalId)).toEqual([{ n: 1 }]);
  });

  it('of another entity goes on while one is tried again in its place for eight seconds', async () => {
    const troubled = { over: false };
    const end = system.facts
      .expectCommand(await system.send(new MeetTrouble({ journalId: randomUUID() })))
      .toBe('dead')
      .finally(() => (troubled.over = true));
    let beside = 0;
    while (!troubled.over) {
      const reply = await system.request(new AppendEntry({ journalId: randomUUID(), n: 1 }));
      expect(reply.state).toBe('settled');
      beside += 1;
    }
    expect(await end).toMatchObject({ code: 'unavailable' });
    // If they waited for the one in trouble, there would be one or two.
    expect(beside).toBeGreaterThan(10);
  });

  it('that takes longer than its sender waits is pending, and handled later', async () => {
    const requested = await system.request(new AppendEntry({ journalId: randomUUID(), n: 1, slowMs: 1_500 }), 200);
    expect(requested.state).toBe('pending');
    await system.facts.expectCommand(requested.commandId).toBe('handled');
  });

  it('that is sent fifty times under one key is one command, also when the API dies between', async () => {
    const journalId = randomUUID();
    const command = new AppendEntry({ journalId, n: 1 });
    const post = () => system.api.send(command, { key: journalId, hash: 'same' });
    const first = await Promise.allSettled(Array.from({ length: 25 }, post));
    const dying = Promise.allSettled(Array.from({ length: 25 }, post));
    await system.api.kill9();
    await dying;
    if (wire === 'amqp') await system.newApi();
    else await system.addWorker();
    const id = await post();
    for (const sent of first) expect(sent).toEqual({ status: 'fulfilled', value: id });
    await expect(system.api.send(command, { key: journalId, hash: 'other' })).rejects.toThrow('IdempotencyKeyReused');
    await system.facts.expectCommand(id).toBe('handled');
    expect(await linesOf(journalId)).toEqual([{ n: 1 }]);
  });

  it('whose reactions answer each other for ever ends as a dead letter', async () => {
    const journalId = randomUUID();
    await system.handle(new Ping({ journalId }));
    const letters = () => system.sql`select code from messaging.dead_letter where envelope->>'entityId' = ${journalId}`;
    await eventually(async () => expect(await letters()).toEqual([{ code: 'internal' }]));
    await system.facts.allSettled();
    const history = await system.facts.historyOf('journal', journalId);
    expect(history.map(({ outcome }) => outcome)).toEqual([...Array.from({ length: 16 }, () => 'handled'), 'dead']);
  });

  it('keeps every invariant, whatever became of it', async () => {
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
