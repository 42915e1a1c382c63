import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry as MetricsRegistry } from 'prom-client';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { Metrics } from '../metrics/metrics.js';
import { Registry } from '../registry/registry.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import { ChainReader, treeOf } from './chain-reader.js';
import { CommandReader, commandView } from './command-reader.js';
import { EffectReader } from './effect-reader.js';
import { effectView } from './effect-rows.js';
import { EntityAccess, type EntityRights } from './entity-access.js';
import { EntityHistoryReader } from './entity-history-reader.js';
import { ownerOf } from './entity-owner.js';
import { historyItem, type HistoryRow } from './history-rows.js';
import { pendingCommand, PendingReader } from './pending-reader.js';
import { ProcessReader } from './process-reader.js';
import { QueueReader } from './queue-reader.js';
import { sampleGauges } from './sample-gauges.js';
import { ScheduleReader, scheduleView } from './schedule-reader.js';
import { StoredHistoryReader } from './stored-history-reader.js';
import { KernelRows, WORKER } from './testing/kernel-rows.js';

class EverybodyReads extends EntityAccess {
  rightsOf(): Promise<EntityRights> {
    return Promise.resolve('read');
  }
  administeredBy(): Promise<string[]> {
    return Promise.resolve([]);
  }
}

describe('what the kernel tells of itself', () => {
  let database: ScratchDatabase;
  let rows: KernelRows;
  const registry = new Registry([KERNEL_MANIFEST]);
  const everything = { kinds: null, outcomes: null };

  beforeAll(async () => {
    database = await ScratchDatabase.create(KERNEL_MANIFEST);
    rows = new KernelRows(database);
  });
  afterAll(() => database.drop());

  const entityOf = (entityId: string) => ownerOf(database.sql, { module: 'organization', entityId });
  const view = async (id: string) => {
    const row = await new CommandReader(database).find(id);
    if (!row) throw new Error('There is no such command.');
    return commandView(row, { withPayload: false, mayCancel: true });
  };

  describe('a command', () => {
    it('goes from accepted over published and started to settled', async () => {
      const id = await rows.accept({ entityId: 'life' });
      expect(await view(id)).toMatchObject({ state: 'accepted', next: { waitsFor: 'relay' }, actions: ['cancel'] });
      await rows.publish(id);
      expect(await view(id)).toMatchObject({ state: 'published', next: { waitsFor: 'worker' }, attempt: 0 });
      await rows.begin(id);
      expect(await view(id)).toMatchObject({
        state: 'started',
        next: { waitsFor: 'handler' },
        attempt: 1,
        actions: [],
      });
      await rows.settle(id, 'handled', { result: { ok: true } });
      const settled = await view(id);
      expect(settled).toMatchObject({ state: 'settled', outcome: 'handled', result: { ok: true }, next: null });
      expect(settled.problem).toBeNull();
    });

    it('waits for the older one of its entity', async () => {
      const elder = await rows.accept({ entityId: 'elders' });
      const younger = await rows.accept({ entityId: 'elders' });
      expect((await view(younger)).next).toEqual({ waitsFor: 'elder', commandId: elder, until: null });
      expect((await view(elder)).next?.waitsFor).toBe('relay');
    });

    it('shows its refusal as waiting for it would have', async () => {
      const id = await rows.accept({ entityId: 'refused' });
      await rows.settle(id, 'rejected', { code: 'member.own_role', kind: 'conflict', message: 'Ask another admin.' });
      const problem = { status: 409, code: 'member.own_role', detail: 'Ask another admin.' };
      expect(await view(id)).toMatchObject({ outcome: 'rejected', result: null, problem });
    });

    it('keeps its payload to itself unless the reader may see it', async () => {
      const id = await rows.accept({ payload: { secretive: true } });
      expect((await view(id)).payload).toBeNull();
    });

    it('is unknown when it is an event', async () => {
      const event = randomUUID();
      await rows.settle(await rows.accept(), 'handled', { events: [event] });
      expect(await new CommandReader(database).find(event)).toBeNull();
    });
  });

  describe('a chain', () => {
    it('is one tree from the root over effects to their reports', async () => {
      const correlationId = randomUUID();
      const [event, effect] = [randomUUID(), randomUUID()];
      const root = await rows.accept({ correlationId, entityId: 'chain' });
      await rows.settle(root, 'handled', { events: [event], effects: [effect] });
      const report = await rows.accept({ correlationId, causationId: effect, entityId: 'chain' });
      const { steps, truncated } = await new ChainReader(database).steps(correlationId);
      expect(truncated).toBe(false);
      expect(treeOf(steps).map(({ id, depth, parentId, state }) => ({ id, depth, parentId, state }))).toEqual([
        { id: root, depth: 0, parentId: null, state: 'settled' },
        { id: event, depth: 1, parentId: root, state: 'accepted' },
        { id: effect, depth: 1, parentId: root, state: 'requested' },
        { id: report, depth: 2, parentId: effect, state: 'accepted' },
      ]);
    });

    it('ends at 500 steps and says so', async () => {
      const correlationId = randomUUID();
      const root = await rows.accept({ correlationId, entityId: 'long' });
      await rows.settle(root, 'handled', { events: Array.from({ length: 499 }, () => randomUUID()) });
      const reader = new ChainReader(database);
      const whole = await reader.steps(correlationId);
      expect([whole.steps.length, whole.truncated]).toEqual([500, false]);
      await rows.accept({ correlationId, causationId: root, entityId: 'long' });
      const cut = await reader.steps(correlationId);
      expect([cut.steps.length, cut.truncated]).toEqual([500, true]);
    });

    it('hangs a step whose cause is not shown on the root', async () => {
      const correlationId = randomUUID();
      const root = await rows.accept({ correlationId });
      const lost = await rows.accept({ correlationId, causationId: randomUUID() });
      const { steps } = await new ChainReader(database).steps(correlationId);
      expect(treeOf(steps).map(({ id, parentId }) => [id, parentId])).toEqual([
        [root, null],
        [lost, root],
      ]);
    });
  });

  describe('the history of an entity', () => {
    it('pages without skipping or doubling while rows arrive', async () => {
      const sent: string[] = [];
      for (let n = 0; n < 10; n += 1) sent.push(await rows.accept({ entityId: 'paged' }));
      const reader = new EntityHistoryReader(database);
      const seen: HistoryRow[] = [];
      for (let before: string | null = null, more = true; more;) {
        const page: HistoryRow[] = await reader.page(await entityOf('paged'), everything, before, 3);
        seen.push(...page);
        before = page.at(-1)?.seq ?? null;
        more = page.length === 3;
        await rows.accept({ entityId: 'paged' });
      }
      expect(seen.map(({ id }) => id)).toEqual(sent.toReversed());
    });

    it('filters by kind and by outcome', async () => {
      const [event, effect] = [randomUUID(), randomUUID()];
      const handled = await rows.accept({ entityId: 'filtered' });
      await rows.settle(handled, 'handled', { events: [event], effects: [effect] });
      const rejected = await rows.accept({ entityId: 'filtered' });
      await rows.settle(rejected, 'rejected', { code: 'a.b', kind: 'conflict', message: 'No.' });
      const reader = new EntityHistoryReader(database);
      const entity = await entityOf('filtered');
      const ids = async (filter: Parameters<typeof reader.page>[1]) =>
        (await reader.page(entity, filter, null, 10)).map(({ id }) => id);
      expect(await ids({ kinds: ['event'], outcomes: null })).toEqual([event]);
      expect(await ids({ kinds: ['effect', 'event'], outcomes: null })).toEqual([effect, event]);
      expect(await ids({ kinds: null, outcomes: ['rejected'] })).toEqual([rejected]);
    });

    it('shows payloads only to those who may see them', async () => {
      await rows.accept({ entityId: 'payload', payload: { role: 'admin' } });
      const [row] = await new EntityHistoryReader(database).page(await entityOf('payload'), everything, null, 1);
      if (!row) throw new Error('There is no history.');
      expect(historyItem(row, false).payload).toBeNull();
      expect(historyItem(row, true).payload).toEqual({ role: 'admin' });
    });

    it('belongs to whose commands it handled, whatever strangers sent under its id', async () => {
      const own = await rows.accept({ entityId: 'contested', organizationId: '1' });
      await rows.settle(own);
      const foreign = await rows.accept({ entityId: 'contested', organizationId: '666' });
      await rows.settle(foreign, 'rejected', { code: 'task.id_taken', kind: 'conflict', message: 'Taken.' });
      const entity = await entityOf('contested');
      expect(entity.organizationId).toBe('1');
      const shown = await new EntityHistoryReader(database).page(entity, everything, null, 10);
      expect(shown.map(({ id }) => id)).toEqual([own]);
    });
  });

  it('lists what an entity waits for, with what may be done about it', async () => {
    const effect = randomUUID();
    await rows.settle(await rows.accept({ entityId: 'pending' }), 'handled', { effects: [effect] });
    const first = await rows.accept({ entityId: 'pending' });
    const second = await rows.accept({ entityId: 'pending' });
    await rows.begin(first);
    const entity = await entityOf('pending');
    const commands = (await new PendingReader(database).commands(entity)).map((row) => pendingCommand(row, true));
    expect(commands).toMatchObject([
      { commandId: first, state: 'started', actions: [], next: { waitsFor: 'handler' } },
      { commandId: second, state: 'accepted', actions: ['cancel'], next: { waitsFor: 'elder', commandId: first } },
    ]);
    const effects = (await new EffectReader(database).ofEntity(entity)).map((row) => effectView(row, registry, true));
    expect(effects).toMatchObject([{ effectId: effect, state: 'requested', attempt: 0, actions: ['cancel'] }]);
  });

  it('pages effects of the wanted organizations only', async () => {
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await rows.settle(await rows.accept({ organizationId: '77' }), 'handled', { effects: [ours] });
    await rows.settle(await rows.accept({ organizationId: '78' }), 'handled', { effects: [theirs] });
    const filter = { states: ['requested' as const], modules: null, organizations: ['77'] };
    const page = await new EffectReader(database).page(filter, null, 10);
    expect(page.map(({ id }) => id)).toEqual([ours]);
    const [{ place, id } = { place: '', id: '' }] = page;
    expect(await new EffectReader(database).page(filter, { at: place, id }, 10)).toEqual([]);
  });

  it('tells of queues: depth, age, rate, holder and standby', async () => {
    await database.sql`insert into messaging.partitioning values ('sandbox', 2)`;
    await database.sql`
      insert into messaging.process (id, kind, host, pid, version) values (${WORKER}, 'worker', 'here', 7, '1')`;
    await database.sql`
      insert into messaging.partition_holder values ('sandbox', 0, ${WORKER}, null, now())`;
    await rows.settle(await rows.accept({ module: 'sandbox', organizationId: '5' }));
    await rows.settle(await rows.accept({ module: 'sandbox', organizationId: '6' }));
    await rows.settle(await rows.accept({ module: 'sandbox', organizationId: null }));
    const old = await rows.accept({ module: 'sandbox' });
    await rows.settle(old);
    await database.sql`
      update messaging.inbox set finished_at = now() - interval '2 minutes' where command_id = ${old}`;
    await rows.accept({ module: 'sandbox' });
    const queues = (await new QueueReader(database).all()).filter(({ module }) => module === 'sandbox');
    expect(queues).toMatchObject([
      { partition: 0, depth: 1, perMinute: 3, holder: { processId: WORKER, host: 'here', pid: 7 }, standby: null },
      { partition: 1, depth: 0, perMinute: 0, oldestAt: null, holder: null },
    ]);
    expect(queues[0]?.oldestAt).not.toBeNull();
  });

  it('tells of processes whether they live', async () => {
    const [gone, draining] = [randomUUID(), randomUUID()];
    await database.sql`
      insert into messaging.process (id, kind, host, pid, version, heartbeat_at, draining) values
        (${gone}, 'worker', 'h', 1, '1', now() - interval '11 seconds', false),
        (${draining}, 'worker', 'h', 2, '1', now(), true)`;
    const states = new Map((await new ProcessReader(database).all()).map(({ processId, state }) => [processId, state]));
    expect([states.get(gone), states.get(draining)]).toEqual(['gone', 'draining']);
  });

  it('pages schedules, the next one first', async () => {
    await database.sql`
      insert into messaging.schedule (key, name, v, module, entity_id, payload, due_at, every) values
        ('b', 'a.b', 1, 'a', '1', '{}', '2030-01-01', '1 hour'), ('a', 'a.b', 1, 'a', '1', '{}', '2030-01-01', null)`;
    const reader = new ScheduleReader(database);
    const [first] = await reader.page(null, 1);
    if (!first) throw new Error('There is no schedule.');
    expect(scheduleView(first)).toMatchObject({ key: 'a', everyMs: null });
    const rest = await reader.page({ at: first.place, key: first.key }, 5);
    expect(rest.map(scheduleView)).toMatchObject([{ key: 'b', everyMs: 3_600_000 }]);
  });

  it('shows watchers what is pending and the last 50, without payloads', async () => {
    const effect = randomUUID();
    const asked = await rows.accept({ entityId: 'watched' });
    await rows.settle(asked, 'handled', { effects: [effect] });
    for (let n = 0; n < 51; n += 1) await rows.settle(await rows.accept({ entityId: 'watched' }));
    const waiting = await rows.accept({ entityId: 'watched' });
    const reader = new StoredHistoryReader(
      database,
      new EverybodyReads(),
      new EntityHistoryReader(database),
      new EffectReader(database),
      registry,
    );
    const { commands, effects } = await reader.read('organization', 'watched');
    expect(commands).toHaveLength(51);
    expect(commands[0]).toMatchObject({ id: waiting, state: 'accepted', payload: null });
    expect(effects).toMatchObject([{ id: effect, state: 'requested', actions: [] }]);
  });

  it('measures what only the database knows', async () => {
    const metrics = new Metrics(new MetricsRegistry());
    await rows.accept();
    await database.sql`
      insert into messaging.dead_letter (id, source, module, code, message, attempts)
      values (${randomUUID()}, 'broker', 'organization', 'internal', 'It broke.', 1)`;
    await sampleGauges(database, metrics);
    const valueOf = async (name: string, state?: string) => {
      const metric = await metrics.registry.getSingleMetric(name)?.get();
      return metric?.values.find(({ labels }) => state === undefined || labels['state'] === state)?.value;
    };
    expect(await valueOf('outbox_unpublished')).toBeGreaterThan(0);
    expect(await valueOf('outbox_oldest_seconds')).toBeGreaterThan(0);
    expect(await valueOf('dead_letters_open')).toBe(1);
    expect(await valueOf('effects_open', 'requested')).toBeGreaterThan(0);
    expect(await valueOf('effects_open', 'running')).toBe(0);
  });
});
