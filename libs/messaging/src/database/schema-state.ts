import { DatabaseError, type Client } from 'pg';
import { z } from 'zod';
import { BootError } from '../boot/boot-error.js';
import type { ModuleManifest } from '../registry/manifest.js';

const Rights = z.tuple([z.object({ creates: z.boolean(), owns: z.boolean().nullable() })]);
/** No such table, no such schema, no right. */
const NOT_FOR_US = ['42P01', '3F000', '42501'];

const Names = z.array(z.object({ name: z.string() }));

/** Whether this role may run migrations: it may make schemas here, and nobody else began to. */
export async function ownsDatabase(client: Client): Promise<boolean> {
  const { rows } = await client.query(`
    select has_database_privilege(current_database(), 'create') as creates,
      (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('foundry_migrations')) as owns`);
  const [{ creates, owns }] = Rights.parse(rows);
  return creates && owns !== false;
}

/** Throws `BootError` when the database lacks what this release needs; whoever owns it must migrate it first. */
export async function mustBeMigrated(
  client: Client,
  manifests: readonly ModuleManifest[],
  place: string,
): Promise<void> {
  const run = await namesIn(client, 'select name from foundry_migrations');
  const fixed = await namesIn(client, 'select module as name from messaging.partitioning');
  const missing = manifests.flatMap(({ migrations }) => migrations).filter(({ name }) => !run.has(name));
  if (missing.length === 0 && manifests.every(({ name }) => fixed.has(name))) return;
  throw new BootError(
    `The database at ${place} is not that of this release, and this role may not change that; start a worker with ` +
      'DATABASE_OWNER_URL, or run npm run operator -- migrate, and then start this again.',
  );
}

/** None when the table is not there, or not for us: then nobody who owns it has prepared it for this role. */
async function namesIn(client: Client, query: string): Promise<Set<string>> {
  try {
    const { rows } = await client.query(query);
    return new Set(Names.parse(rows).map(({ name }) => name));
  } catch (error) {
    if (error instanceof DatabaseError && NOT_FOR_US.includes(error.code ?? '')) return new Set();
    throw error;
  }
}
