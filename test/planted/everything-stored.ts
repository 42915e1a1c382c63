import type { Client } from 'pg';
import { z } from 'zod';

const Tables = z.array(z.object({ name: z.string() }));
const Rows = z.array(z.object({ row: z.string() }));

/** Every row of every table that is not Postgres' own, as text; bytes as hex. By table. */
export async function everythingStored(database: Client): Promise<Map<string, string>> {
  const tables = await database.query(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const stored = new Map<string, string>();
  for (const { name } of Tables.parse(tables.rows)) {
    const { rows } = await database.query(`select t::text as row from ${name} t`);
    stored.set(
      name,
      Rows.parse(rows)
        .map(({ row }) => row)
        .join('\n'),
    );
  }
  return stored;
}
