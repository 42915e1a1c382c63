import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { Prune } from '../contracts/index.js';
import type { Attempt } from '../effects/attempt.js';
import { ownerOf } from '../history/entity-owner.js';
import { KernelRows } from '../history/testing/kernel-rows.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import { HistoryLimits } from './history-limits.js';
import { PruneEffect } from './prune.effect.js';

const Ids = z.array(z.object({ id: z.string() }));

describe('pruning', () => {
  let database: ScratchDatabase;
  let rows: KernelRows;

  beforeAll(async () => {
    database = await ScratchDatabase.create(KERNEL_MANIFEST);
    rows = new KernelRows(database);
  });
  afterAll(() => database.drop());

  const attemptOf = (abort: AbortSignal): Attempt => ({
    effectId: randomUUID(),
    key: '',
    attemptKey: '',
    number: 1,
    fence: 1n,
    deadline: new Date(),
    abort,
    progress: () => Promise.resolve(),
    signals: async function* () {
      // none
    },
    send: () => Promise.resolve(),
    stream: () => Promise.resolve(),
    guarded: () => Promise.reject(new Error('Pruning needs no lease.')),
  });
  const prune = async (scope: 'history' | 'deltas', days = 30, abort = new AbortController().signal) =>
    (await new PruneEffect(database, new HistoryLimits(days)).perform(new Prune({ scope }), attemptOf(abort))).payload;
  const kept = async (...ids: string[]) => {
    const found = Ids.parse(await database.sql`select id from messaging.outbox where id = any(${ids}::uuid[])`);
    const left = new Set(found.map(({ id }) => id));
    return ids.filter((id) => left.has(id));
  };
  const settledBefore = async (days: number, more: Parameters<KernelRows['settle']>[2] = {}) => {
    const id = await rows.accept();
    await rows.settle(id, 'handled', more);
    for (const event of more.events ?? []) await rows.publish(event);
    for (const effect of more.effects ?? []) await rows.publish(effect);
    await rows.age(id, days);
    return id;
  };
  const letterAbout = (id: string, state: string, days: number) =>
    database.sql`
      insert into messaging.dead_letter (id, source, module, envelope, code, message, attempts, state, died_at, resolved_at)
      values (${id}, 'command', 'organization', '{}', 'internal', '', 1, ${state}, now() - ${days} * interval '1 day',
        now() - ${days} * interval '1 day')`;

  it('removes settled commands with their outcomes after the days of the configuration', async () => {
    const old = await settledBefore(31);
    const young = await settledBefore(29);
    expect((await prune('history')).removed).toMatchObject({ commands: 1 });
    expect(await kept(old, young)).toEqual([young]);
    expect(await database.sql`select 1 from messaging.inbox where command_id = ${old}`).toEqual([]);
    await prune('history', 7);
    expect(await kept(young)).toEqual([]);
  });

  it('remembers whose an entity was, and takes no word of a refused stranger for it', async () => {
    const entityId = randomUUID();
    const ref = { module: 'task', entityId };
    const done = await rows.accept({ ...ref, organizationId: '9919' });
    const refused = await rows.accept({ ...ref, organizationId: '777' });
    await rows.settle(done);
    await rows.settle(refused, 'rejected', { code: 'resource.not_found', kind: 'missing' });
    expect(await ownerOf(database.sql, ref)).toMatchObject({ organizationId: '9919' });
    for (const id of [done, refused]) await rows.age(id, 31);
    await prune('history');
    expect(await kept(done, refused)).toEqual([]);
    expect(await ownerOf(database.sql, ref)).toMatchObject({ organizationId: '9919' });
    const late = await rows.accept({ ...ref, organizationId: '777' });
    await rows.settle(late, 'rejected', { code: 'resource.not_found', kind: 'missing' });
    expect(await ownerOf(database.sql, ref)).toMatchObject({ organizationId: '9919' });
    expect(await ownerOf(database.sql, { ...ref, entityId: randomUUID() })).toMatchObject({ organizationId: null });
  });

  it('removes events after 7 days', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    const both = [await settledBefore(8, { events: [old] }), await settledBefore(6, { events: [young] })];
    await prune('history');
    expect(await kept(old, young, ...both)).toEqual([young, ...both]);
  });

  it('never removes what is not settled, however old', async () => {
    const waiting = await rows.accept();
    const started = await rows.accept();
    await rows.begin(started);
    const event = randomUUID();
    const teller = await rows.accept();
    await rows.settle(teller, 'handled', { events: [event] });
    for (const id of [waiting, started, teller]) await rows.age(id, 400);
    await prune('history');
    expect(await kept(waiting, started, event)).toEqual([waiting, started, event]);
  });

  it('never removes what an open dead letter is about, and resolved letters after 90 days', async () => {
    const dead = await settledBefore(100);
    await letterAbout(dead, 'open', 100);
    const [resolved, recent] = [randomUUID(), randomUUID()];
    await letterAbout(resolved, 'discarded', 91);
    await letterAbout(recent, 'retried', 89);
    await prune('history');
    expect(await kept(dead)).toEqual([dead]);
    const letters = Ids.parse(await database.sql`select id from messaging.dead_letter`).map(({ id }) => id);
    expect(letters.sort()).toEqual([dead, recent].sort());
  });

  it('removes ended effects after 30 days and never open ones', async () => {
    const [ended, open] = [randomUUID(), randomUUID()];
    const asked = await rows.accept();
    await rows.settle(asked, 'handled', { effects: [ended, open] });
    await rows.publish(ended);
    await rows.publish(open);
    await database.sql`
      update messaging.effect set state = 'succeeded', finished_at = clock_timestamp() where id = ${ended}`;
    await rows.age(asked, 31);
    await prune('history');
    const effects = Ids.parse(await database.sql`select id from messaging.effect`).map(({ id }) => id);
    expect(effects).toEqual([open]);
    expect(await kept(ended, open)).toEqual([open]);
  });

  it('goes through more than one window', async () => {
    await database.sql`
      insert into messaging.outbox (id, kind, name, v, module, entity_id, payload, actor, actor_key, correlation_id, hop,
        accepted_at, published_at, settled_at)
      select gen_random_uuid(), 'command', 'a.b', 1, 'a', 'many', '{}', '{}', 'x', gen_random_uuid(), 0,
        now() - interval '40 days', now(), now() - interval '40 days' from generate_series(1, 2500)`;
    expect((await prune('history')).removed['commands']).toBe(2500);
  });

  it('stops when it is told to and says that something is left', async () => {
    const old = await settledBefore(31);
    const { unfinished } = await prune('history', 30, AbortSignal.abort());
    expect(unfinished).toBe(true);
    expect(await kept(old)).toEqual([old]);
  });

  it('keeps deltas for 10 minutes, and 2,000 of a topic', async () => {
    await database.sql`insert into messaging.topic values ('busy', 2005), ('quiet', 2)`;
    await database.sql`
      insert into messaging.topic_delta (topic, version, type, data)
      select 'busy', n, 'x', '{}' from generate_series(1, 2005) n`;
    await database.sql`
      insert into messaging.topic_delta (topic, version, type, data, at) values
        ('quiet', 1, 'x', '{}', now() - interval '11 minutes'), ('quiet', 2, 'x', '{}', now() - interval '9 minutes')`;
    expect((await prune('deltas')).removed).toEqual({ deltas: 6 });
    const [left] = await database.sql`
      select min(version) filter (where topic = 'busy')::int as busy,
        min(version) filter (where topic = 'quiet')::int as quiet from messaging.topic_delta`;
    expect(left).toEqual({ busy: 6, quiet: 2 });
  });
});
