import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { OwnDatabase } from '../testing/rows/own-database.js';
import { Encryption } from './encryption.js';
import { KeyRing } from './key-ring.js';
import { rotateKeys } from './rotate-keys.js';
import type { SealedTable } from './sealed-table.js';
import { Secret } from './secret.js';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const OLD = new KeyRing(key('k1', 1));
const BOTH = new KeyRing(`${key('k2', 2)}, ${key('k1', 1)}`);
const NEW = new KeyRing(key('k2', 2));
const TABLE: SealedTable = { table: 'things.tokens', row: 'id', keyId: 'key_id', columns: ['access', 'refresh'] };
const ROWS = 250;

const Rows = z.array(
  z.object({
    id: z.string(),
    key_id: z.string(),
    access: z.instanceof(Buffer),
    refresh: z.instanceof(Buffer).nullable(),
  }),
);
const place = (row: string, column: string) => ({ table: 'things.tokens', column, row });

describe('rotating the keys', () => {
  let own: OwnDatabase;
  let client: Client;

  beforeAll(async () => {
    own = await OwnDatabase.create();
    client = new Client({ connectionString: own.url });
    await client.connect();
    await client.query('create schema things');
    await client.query('create table things.tokens (id bigint primary key, key_id text, access bytea, refresh bytea)');
  });
  afterAll(async () => {
    await client.end();
    await own.drop();
  });
  beforeEach(async () => {
    await client.query('truncate things.tokens');
    for (let n = 1; n <= ROWS; n += 1) await write(client, OLD, String(n), `token ${String(n)}`);
  });

  async function write(by: Client, keys: KeyRing, id: string, token: string): Promise<void> {
    const { keyId, bytes } = new Encryption(keys).seal(new Secret(token), place(id, 'access'));
    await by.query(
      `insert into things.tokens values ($1, $2, $3, null)
       on conflict (id) do update set key_id = $2, access = $3`,
      [id, keyId, bytes],
    );
  }
  const rows = async () =>
    Rows.parse((await client.query('select id::text, key_id, access, refresh from things.tokens')).rows);
  const opened = async (keys: KeyRing) =>
    new Map(
      (await rows()).map(({ id, key_id, access }) => [
        id,
        new Encryption(keys).open({ keyId: key_id, bytes: access }, place(id, 'access')).reveal(),
      ]),
    );

  it('lets the old key go, while others read and write', async () => {
    const writer = new Client({ connectionString: own.url });
    await writer.connect();
    const done = new AbortController();
    const writing = (async () => {
      let failed = 0;
      for (let n = 0; !done.signal.aborted; n += 1) {
        await write(writer, BOTH, String((n % ROWS) + 1), 'fresh');
        await opened(BOTH).catch(() => (failed += 1));
      }
      return failed;
    })();
    const rotation = await rotateKeys(client, BOTH, TABLE);
    done.abort();
    expect(await writing).toBe(0);
    await writer.end();
    expect(rotation.unreadable).toEqual([]);
    expect(rotation.rotated).toBeGreaterThan(0);
    const tokens = await opened(NEW);
    expect(tokens.size).toBe(ROWS);
    for (const [id, token] of tokens) expect(['fresh', `token ${id}`]).toContain(token);
    expect(await rotateKeys(client, BOTH, TABLE)).toEqual({ rotated: 0, unreadable: [] });
  });

  it('names what it cannot read and leaves it as it is', async () => {
    await client.query(
      `update things.tokens set access = (select access from things.tokens where id = 1) where id = 2`,
    );
    const { rotated, unreadable } = await rotateKeys(client, BOTH, TABLE);
    expect(rotated).toBe(ROWS - 1);
    expect(unreadable).toEqual(['The value of things.tokens.access in row 2 cannot be read (altered).']);
    expect((await rows()).find(({ id }) => id === '2')?.key_id).toBe('k1');
  });
});
