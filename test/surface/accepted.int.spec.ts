import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Seen, seen } from './answers.js';
import { addressOf, ask, ofBrowser, type Wanted } from './asking.js';
import { namedOperations, type Operation, OPERATIONS, PROVED_ELSEWHERE } from './operations.js';
import { type Name, World } from './world.js';

/* What every operation does when it is not refused: reads answer by their schema, and commands keep their promises. */

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

const succeeds = ({ id }: Operation): boolean => !PROVED_ELSEWHERE.includes(id);
const sending = (operation: Operation): boolean => operation.command !== null && succeeds(operation);
const Pending = z.object({ commandId: z.string(), statusUrl: z.string() });
const Command = z.object({
  state: z.string(),
  outcome: z.string().nullable(),
  problem: z.object({ code: z.string() }).nullable(),
});

async function asked(name: Name, operation: Operation, label: string, wanted: Partial<Wanted> = {}): Promise<Seen> {
  const person = world.people[name];
  const headers = operation.sessionOnly ? ofBrowser(person.browser) : { authorization: await person.token(label) };
  const address = wanted.address ?? addressOf(operation, world.own);
  const ids = { ...world.own, 'changeTaskOwner.userId': person.userId };
  const all = { ids, ...wanted, address, headers: { ...headers, ...wanted.headers } };
  return seen(operation, await ask(world.foundry.base, operation, all));
}

const commandOf = async (name: Name, commandId: string) => {
  const [operation] = OPERATIONS.filter(({ id }) => id === 'getCommand');
  if (!operation) throw new Error('getCommand is gone.');
  const wanted = { address: `/v1/commands/${commandId}`, headers: { prefer: 'wait=10' } };
  return Command.parse((await asked(name, operation, 'commands', wanted)).body);
};

describe('a read', () => {
  const reads = namedOperations(
    (operation) => operation.method === 'GET' && operation.role !== 'public' && succeeds(operation),
  );
  const least = ({ role }: Operation): Name => {
    if (role === 'operator') return 'olga';
    if (role === 'admin') return 'adi';
    return role === 'signed_in' ? 'ana' : 'vi';
  };

  it.each(reads)('answers the least who may, and as the document says: %s', async (_name, operation) => {
    const answer = await asked(least(operation), operation, 'reads');
    // a command is for its sender and admins only, a session or token for its person
    expect(answer.status).toBe(200);
  });

  it.each(reads)('says that nothing changed to who knows it: %s', async (_name, operation) => {
    const { headers } = await asked(least(operation), operation, 'etags');
    const tag = headers.get('etag');
    if (tag === null) return;
    const again = await asked(least(operation), operation, 'etags', { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(namedOperations(({ takesQuery, method }) => takesQuery && method === 'GET'))(
    'refuses a cursor that is none of its own: %s',
    async (_name, operation) => {
      if (!operation.codes.get(422)?.includes('cursor.invalid')) return;
      for (const cursor of ['x', 'eyJh.bcd', '.', 'WyIxIl0.AAAAAAAAAAAAAAAAAAAAAAAA', '%00', '😀']) {
        const address = `${addressOf(operation, world.own)}?cursor=${encodeURIComponent(cursor)}`;
        expect((await asked(least(operation), operation, 'cursors', { address })).code).toBe('cursor.invalid');
      }
      for (const limit of ['0', '-1', '1e9', 'all', '']) {
        const address = `${addressOf(operation, world.own)}?limit=${limit}`;
        expect((await asked(least(operation), operation, 'limits', { address })).code).toBe('request.invalid');
      }
    },
  );
});

const AT_ONCE = 30;
/** Together they stay below the requests that a token has in a minute; then another one is taken. */
const ACTS_OF_A_TOKEN = 15;

describe('a key', () => {
  let acts = 0;
  it.each(namedOperations(sending))(
    'sent 30 times at once is one command and one answer: %s',
    async (_name, operation) => {
      const headers = { 'idempotency-key': randomUUID() };
      const label = `at once ${String(Math.floor(acts++ / ACTS_OF_A_TOKEN))}`;
      // made before, so that they come at once
      await world.people.ana.token(label);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => asked('ana', operation, label, { headers })),
      );
      const first = answers.filter(
        (answer) => answer.headers.get('idempotent-replayed') === null && answer.code === null,
      );
      expect(first.length).toBeLessThanOrEqual(1);
      const shown = answers.map(({ status, code, body }) => canonicalize({ status, code, body: withoutSecret(body) }));
      expect([...new Set(shown)]).toEqual([shown[0]]);
      const sent = await world.foundry.sql`
      select 1 from messaging.outbox where idempotency_key = ${headers['idempotency-key']}`;
      expect(sent).toHaveLength(1);
    },
  );

  /** A secret is shown once, and the number of a request is its own. */
  function withoutSecret(body: unknown): unknown {
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'secret' && field !== 'requestId'));
  }
});

describe('a command that nobody waits for', () => {
  it.each(namedOperations(sending))(
    'is accepted at once, and ends as if one had waited: %s',
    async (_name, operation) => {
      const key = { 'idempotency-key': randomUUID() };
      const accepted = await asked('adi', operation, 'async', { headers: { ...key, prefer: 'respond-async' } });
      expect([accepted.status, accepted.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
      const { commandId, statusUrl } = Pending.parse(accepted.body);
      expect([statusUrl, accepted.headers.get('location')]).toEqual([`/v1/commands/${commandId}`, statusUrl]);
      const { state, outcome, problem } = await commandOf('adi', commandId);
      expect(state).toBe('settled');
      const again = await asked('adi', operation, 'async', { headers: key });
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      if (again.status === 202) return;
      expect([outcome, problem?.code ?? null]).toEqual([again.code === null ? 'handled' : 'rejected', again.code]);
    },
  );
});

describe('a command that comes too late', () => {
  it('does nothing, and says so to whoever asks', async () => {
    // making a token needs a worker
    for (const label of ['late', 'commands']) await world.people.olga.token(label);
    await world.foundry.stopWorker();
    const late = [];
    for (const operation of OPERATIONS.filter(sending)) {
      const key = { 'idempotency-key': randomUUID() };
      const accepted = await asked('olga', operation, 'late', { headers: { ...key, prefer: 'respond-async' } });
      expect(accepted.status).toBe(202);
      late.push({ operation, key, ...Pending.parse(accepted.body) });
    }
    const ids = late.map(({ commandId }) => commandId);
    await world.foundry.sql`
      update messaging.outbox set deadline = now() - interval '1 s' where id = any(${ids}::uuid[])`;
    await world.foundry.startWorker();
    await eventually(async () => {
      const open = await world.foundry.sql`
        select 1 from messaging.outbox where id = any(${ids}::uuid[]) and settled_at is null`;
      expect(open).toEqual([]);
    });
    for (const { operation, key, commandId } of late) {
      expect(await commandOf('olga', commandId)).toMatchObject({
        outcome: 'expired',
        problem: { code: 'command.expired' },
      });
      const again = await asked('olga', operation, 'late', { headers: key });
      const waits = Object.keys(Object.fromEntries(operation.answers)).some((status) => /^20[014]$/.test(status));
      if (waits) expect([operation.id, again.status, again.code]).toEqual([operation.id, 409, 'command.expired']);
    }
    const done = await world.foundry.sql`
      select name from messaging.outbox where causation_id = any(${ids}::uuid[])
      union all select kind from audit_log.entries where command_id = any(${ids}::uuid[])`;
    expect(done).toEqual([]);
  });
});
