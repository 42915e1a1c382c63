import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'amqplib';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { eventually, journalBreaches, type OwnBroker, TestSystem, Wire } from '../../src/testing/index.js';
import { AppendEntry } from '../../src/testing/journal/journal-messages.js';
import { partitionOf } from '../../src/topology/partition.js';

let system: TestSystem;
let wire: Wire;
let broker: OwnBroker;

beforeAll(async () => {
  system = await TestSystem.start({ wire: 'amqp', workers: 1 });
  if (!system.broker) throw new Error('This suite is about the broker.');
  broker = system.broker;
  wire = await Wire.to(broker.url);
  await system.addWorker({ amqpUrl: wire.url });
  await bothHold();
});
afterAll(async () => {
  await system.stop();
  await wire.close();
});

/** Each of the two workers is first for some partitions, and known to the other. */
async function bothHold(): Promise<void> {
  await eventually(async () => {
    const holders = await system.sql`select distinct h.first from messaging.partition_holder h
      join messaging.process p on p.id = h.first where h.module = 'journal' and second is not null`;
    expect(holders).toHaveLength(2);
  });
}

const rowOf = async (id: string) => (await system.sql`select * from messaging.outbox where id = ${id}`)[0];
const linesOf = (journalId: string) =>
  system.sql`select n, pid from journal.entry where journal_id = ${journalId} order by id`;
const metric = async (name: string) => {
  const alive = system.workers.filter((worker) => worker.alive);
  return (await Promise.all(alive.map((worker) => worker.metric(name)))).reduce((sum, value) => sum + value, 0);
};

/** Sends to fresh journals until one was handled by the worker with this process id; returns that journal. */
async function journalHeldBy(pid: number): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const journalId = randomUUID();
    await system.handle(new AppendEntry({ journalId, n: 0 }));
    const [line] = z.array(z.object({ pid: z.number() })).parse(await linesOf(journalId));
    if (line?.pid === pid) return journalId;
  }
  throw new Error(`Process ${String(pid)} handled none of 200 journals.`);
}

describe('deliveries of the broker', () => {
  it('take effect once when a message comes three times more', async () => {
    const journalId = randomUUID();
    const id = await system.handle(new AppendEntry({ journalId, n: 1 }));
    const before = await metric('duplicates_total');
    for (let times = 0; times < 3; times += 1) await broker.deliver(await rowOf(id));
    await eventually(async () => expect(await metric('duplicates_total')).toBe(before + 3));
    expect(await linesOf(journalId)).toMatchObject([{ n: 1 }]);
    expect(await system.sql`select 1 from messaging.inbox where command_id = ${id}`).toHaveLength(1);
    expect(await system.sql`select 1 from messaging.outbox where causation_id = ${id} and kind = 'event'`).toHaveLength(
      1,
    );
    await eventually(async () => expect((await broker.look(broker.queueOf('journal', journalId))).messages).toBe(0));
  });

  it('go to one worker for each partition, whatever else is subscribed', async () => {
    const connection = await connect(broker.url);
    const channel = await connection.createChannel();
    const stolen: unknown[] = [];
    for (let p = 0; p < 8; p += 1) {
      await channel.consume(broker.topology.commandQueue('journal', p), (message) => {
        stolen.push(message);
      });
    }
    const journals = Array.from({ length: 60 }, () => randomUUID());
    const sent = await Promise.all(journals.map((journalId) => system.send(new AppendEntry({ journalId, n: 1 }))));
    try {
      for (const id of sent) await system.facts.expectCommand(id, 5_000).toBe('handled');
      expect(stolen).toEqual([]);
    } finally {
      await connection.close();
    }
    const pids = await system.sql`
      select o.partition, count(distinct e.pid) as workers from journal.entry e
      join messaging.outbox o on o.id = e.command_id where e.journal_id = any(${journals}) group by o.partition`;
    expect(pids.length).toBe(8);
    for (const row of pids) expect(row).toMatchObject({ workers: '1' });
  });

  it('put every command of an entity into the queue that its id decides', async () => {
    const journals = Array.from({ length: 20 }, () => randomUUID());
    for (const journalId of journals) {
      await system.send(new AppendEntry({ journalId, n: 1 }));
      await system.send(new AppendEntry({ journalId, n: 2 }));
    }
    await system.facts.allSettled();
    const rows = z
      .array(z.object({ entity_id: z.string(), partition: z.number() }))
      .parse(
        await system.sql`select entity_id, partition from messaging.outbox where kind = 'command' and module = 'journal'`,
      );
    for (const { entity_id, partition } of rows) expect(partition).toBe(partitionOf(entity_id, 8));
    expect(new Set(rows.map(({ partition }) => partition)).size).toBe(8);
  });

  it('that overtake an older command of the entity wait for it', async () => {
    const [holder, other] = system.workers;
    const journalId = await journalHeldBy(other?.pid ?? 0);
    const before = await metric('elders_first_total');
    // Nobody relays: both stand in the outbox, and only the second is on the wire.
    holder?.pause();
    other?.pause();
    const first = await system.send(new AppendEntry({ journalId, n: 1 }));
    const second = await system.send(new AppendEntry({ journalId, n: 2 }));
    await system.sql`update messaging.outbox set published_at = now() where id = any(${[first, second]})`;
    await broker.deliver(await rowOf(second));
    holder?.resume();
    other?.resume();
    await system.facts.expectCommand(second).toBe('handled');
    expect(await linesOf(journalId)).toMatchObject([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(await metric('elders_first_total')).toBeGreaterThan(before);
    await broker.deliver(await rowOf(first));
    await eventually(async () => expect((await broker.look(broker.queueOf('journal', journalId))).messages).toBe(0));
    expect(await linesOf(journalId)).toHaveLength(3);
  });

  it('wait while somebody holds the row of their entity, and only theirs', async () => {
    const journalId = randomUUID();
    await system.handle(new AppendEntry({ journalId, n: 1 }));
    const holder = new pg.Client(system.databaseUrl);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from messaging.mailbox where entity_id = $1 for update', [journalId]);
    const waiting = await system.send(new AppendEntry({ journalId, n: 2 }));
    await eventually(async () => expect(await rowOf(waiting)).toMatchObject({ attempts: expect.any(Number) }));
    await eventually(async () => {
      expect(z.object({ attempts: z.number() }).parse(await rowOf(waiting)).attempts).toBeGreaterThan(0);
    });
    for (let n = 0; n < 3; n += 1) await system.handle(new AppendEntry({ journalId: randomUUID(), n }));
    expect(await linesOf(journalId)).toHaveLength(1);
    await holder.query('commit');
    await holder.end();
    await system.facts.expectCommand(waiting).toBe('handled');
  });

  it('to the standby wait for a consumer that was cut off and still works', async () => {
    const [, cutOff] = system.workers;
    const journalId = await journalHeldBy(cutOff?.pid ?? 0);
    const slow = await system.send(new AppendEntry({ journalId, n: 1, slowMs: 3_000, slowIn: cutOff?.pid ?? 0 }));
    const next = await system.send(new AppendEntry({ journalId, n: 2, slowMs: 1 }));
    await eventually(async () => {
      expect(await system.sql`select 1 from journal.run where command_id = ${slow}`).toHaveLength(1);
    });
    wire.cut();
    await system.facts.expectCommand(next).toBe('handled');
    wire.mend();
    expect(await linesOf(journalId)).toMatchObject([{ n: 0 }, { n: 1, pid: cutOff?.pid }, { n: 2 }]);
    expect(await journalBreaches(system.sql)).toEqual([]);
    await bothHold();
  });
});
