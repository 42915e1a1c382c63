import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { breaches, eventually, journalBreaches, TestSystem, Wire } from '../../src/testing/index.js';
import { AppendEntry } from '../../src/testing/journal/journal-messages.js';

const SERVER = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

describe('the relay', () => {
  let system: TestSystem;
  let wire: Wire;
  beforeAll(async () => {
    wire = await Wire.to(SERVER);
    system = await TestSystem.start({ wire: 'amqp', workers: 1 });
    await system.worker.stop();
    await system.addWorker({ amqpUrl: wire.url });
    await system.api.stop();
    await system.newApi({ amqpUrl: wire.url });
    await system.handle(new AppendEntry({ journalId: randomUUID(), n: 0 }));
  });
  afterAll(async () => {
    await system.stop();
    await wire.close();
  });

  it('publishes again what went into a cable that carries nothing', async () => {
    const before = wire.swallowed;
    wire.deafen();
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) => system.send(new AppendEntry({ journalId: randomUUID(), n }))),
    );
    await eventually(() => expect(wire.swallowed).toBeGreaterThan(before + 20 * 300));
    wire.mend();
    for (const id of ids) await system.facts.expectCommand(id).toBe('handled');
  });

  it('loses nothing that was accepted while the broker was away', async () => {
    wire.cut();
    const ids = await Promise.all(
      Array.from({ length: 200 }, (_, n) => system.send(new AppendEntry({ journalId: `away-${String(n % 10)}`, n }))),
    );
    wire.mend();
    for (const id of ids) await system.facts.expectCommand(id).toBe('handled');
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });

  it('binds queues again that somebody unbound, and delivers what had no way', async () => {
    await system.broker?.unbind();
    const ids = await Promise.all(
      Array.from({ length: 16 }, (_, n) => system.send(new AppendEntry({ journalId: randomUUID(), n }))),
    );
    for (const id of ids) await system.facts.expectCommand(id).toBe('handled');
  });

  it('is led by another worker when the leader hangs', async () => {
    const leader = system.worker;
    const other = await system.addWorker();
    await eventually(async () => expect(await leader.metric('relay_leader')).toBe(1));
    leader.pause();
    await eventually(async () => expect(await other.metric('relay_leader')).toBe(1));
    leader.resume();
    await eventually(async () => expect(await leader.metric('relay_leader')).toBe(0));
    await system.handle(new AppendEntry({ journalId: randomUUID(), n: 0 }));
    await leader.kill9();
  });

  it('keeps what is accepted while Postgres throws everybody out twenty times', async () => {
    const ids: string[] = [];
    let cuts = 0;
    const cutting = (async () => {
      for (; cuts < 20; cuts += 1) {
        await eventually(
          () => system.sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        );
        const seen = ids.length;
        await eventually(() => expect(ids.length).toBeGreaterThan(seen + 1));
      }
    })();
    for (let n = 0; cuts < 20; n += 1) {
      const command = new AppendEntry({ journalId: `cut-${String(n % 5)}`, n });
      // Not accepted is said as such; the caller may send again.
      const [sent] = await Promise.allSettled([system.send(command)]);
      if (sent.status === 'fulfilled') ids.push(sent.value);
    }
    await cutting;
    for (const id of ids) await system.facts.expectCommand(id).toBe('handled');
    await system.facts.allSettled();
    expect(await breaches(system.sql)).toEqual([]);
    expect(await journalBreaches(system.sql)).toEqual([]);
  });
});
