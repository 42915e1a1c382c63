import { type Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import { Encryption, NotReadable, type Place, type Sealed } from './encryption.js';
import type { KeyRing } from './key-ring.js';
import type { SealedTable } from './sealed-table.js';

const BATCH = 100;

const Row = z.looseObject({ row: z.string(), key_id: z.string() });
type Row = z.infer<typeof Row>;

export interface Rotation {
  rotated: number;
  /** Places that could not be read, so that their old key is still needed, or their value is lost. */
  unreadable: string[];
}

const named = (name: string): string => name.split('.').map(escapeIdentifier).join('.');

/**
 * Writes every value of `table` again with the first key, in small transactions with row locks, so the product may run.
 * Once it ends without unreadable rows, no value needs the other keys. Values that cannot be read stay as they are.
 */
export async function rotateKeys(client: Client, keys: KeyRing, table: SealedTable): Promise<Rotation> {
  const total: Rotation = { rotated: 0, unreadable: [] };
  const encryption = new Encryption(keys);
  for (let after: string | null = ''; after !== null;) {
    await client.query('begin');
    const rows = await oldRows(client, keys.writing.id, table, after);
    for (const row of rows) await rewrite(client, encryption, table, row, total);
    await client.query('commit');
    after = rows.length < BATCH ? null : (rows.at(-1)?.row ?? null);
  }
  return total;
}

async function oldRows(client: Client, newest: string, sealed: SealedTable, after: string): Promise<Row[]> {
  const { table, row, keyId, columns } = sealed;
  const key = `${named(row)}::text`;
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${key} as row, ${named(keyId)} as key_id, ${columns.map(named).join(', ')} from ${named(table)}
     where ${named(keyId)} <> $1 and ${key} collate "C" > $2 order by ${key} collate "C" limit ${String(BATCH)} for update`,
    [newest, after],
  );
  return Row.array().parse(rows);
}

async function rewrite(client: Client, encryption: Encryption, sealed: SealedTable, row: Row, total: Rotation) {
  const { table, columns } = sealed;
  const fresh: { column: string; value: Sealed }[] = [];
  for (const column of columns) {
    const bytes = row[column];
    if (!Buffer.isBuffer(bytes)) continue;
    const place: Place = { table, column, row: row.row };
    const value = again(encryption, { keyId: row.key_id, bytes }, place, total);
    if (value === null) return;
    fresh.push({ column, value });
  }
  const [first] = fresh;
  if (!first) return;
  const sets = fresh.map(({ column }, index) => `${named(column)} = $${String(index + 3)}`).join(', ');
  await client.query(
    `update ${named(table)} set ${named(sealed.keyId)} = $2, ${sets} where ${named(sealed.row)}::text = $1`,
    [row.row, first.value.keyId, ...fresh.map(({ value }) => value.bytes)],
  );
  total.rotated += 1;
}

function again(encryption: Encryption, sealed: Sealed, place: Place, total: Rotation): Sealed | null {
  try {
    return encryption.seal(encryption.open(sealed, place), place);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    total.unreadable.push(error.message);
    return null;
  }
}
