import pg from 'pg';
import { DataSource } from 'typeorm';
import { BootError } from '../boot/boot-error.js';
import type { ModuleManifest } from '../registry/manifest.js';
import { isConnectionLoss } from './failures.js';
import { placeOf } from './place.js';

/** Processes that start together wait here, one after the other. */
const LOCK = 470_010;

export interface DatabaseUrls {
  /** The product's own role. */
  product: string;
  /** The role that owns the schemas, where the installation separates the two. */
  owner: string;
}

/** The data source of a process: its entities are those of all modules; `synchronize` is always off. */
export async function openDataSource(urls: DatabaseUrls, manifests: readonly ModuleManifest[]): Promise<DataSource> {
  await migrate(urls, manifests);
  const dataSource = new DataSource({
    type: 'postgres',
    url: urls.product,
    entities: manifests.flatMap(({ entities }) => [...entities]),
    synchronize: false,
    poolSize: 2,
    applicationName: 'foundry entities',
  });
  return dataSource.initialize();
}

async function migrate(urls: DatabaseUrls, manifests: readonly ModuleManifest[]): Promise<void> {
  const turn = new pg.Client({ connectionString: urls.owner, connectionTimeoutMillis: 5_000 });
  turn.on('error', () => undefined);
  try {
    await turn.connect();
  } catch (error) {
    throw unreachable(urls.owner, error);
  }
  try {
    await turn.query('select pg_advisory_lock($1)', [LOCK]);
    const owner = new DataSource({
      type: 'postgres',
      url: urls.owner,
      migrations: manifests.flatMap(({ migrations }) => [...migrations]),
      migrationsTableName: 'foundry_migrations',
      migrationsTransactionMode: 'each',
      poolSize: 1,
    });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();
    await grant(turn, urls, manifests);
  } finally {
    await turn.end();
  }
}

/** Only where the product runs under a role of its own. */
async function grant(client: pg.Client, urls: DatabaseUrls, manifests: readonly ModuleManifest[]): Promise<void> {
  const role = decodeURIComponent(new URL(urls.product).username);
  if (urls.product === urls.owner || role === '') return;
  for (const { name, grants } of manifests) {
    for (const text of grants?.(role) ?? usualGrants(name, role)) await client.query(text);
  }
}

function usualGrants(module: string, role: string): string[] {
  const schema = pg.escapeIdentifier(module.replaceAll('-', '_'));
  const to = pg.escapeIdentifier(role);
  return [
    `grant usage on schema ${schema} to ${to}`,
    `grant select, insert, update, delete on all tables in schema ${schema} to ${to}`,
    `grant usage on all sequences in schema ${schema} to ${to}`,
    `grant execute on all functions in schema ${schema} to ${to}`,
  ];
}

/** Names the place, never the password. */
function unreachable(url: string, error: unknown): BootError {
  const reason = error instanceof Error ? error.message || String(error) : String(error);
  const remedy = isConnectionLoss(error) ? 'start Postgres there, or correct DATABASE_URL' : 'correct DATABASE_URL';
  return new BootError(`Postgres at ${placeOf(url)} does not let us in (${reason}); ${remedy}.`, { cause: error });
}
