import pg from 'pg';
import { DataSource } from 'typeorm';
import { BootError } from '../boot/boot-error.js';
import type { ModuleManifest } from '../registry/manifest.js';
import { fixPartitions } from '../topology/stored-partitions.js';
import { isConnectionLoss } from './failures.js';
import { giveRights, type ProductKind } from './grants.js';
import { placeOf } from './place.js';
import { mustBeMigrated, ownsDatabase } from './schema-state.js';

/** Processes that start together wait here, one after the other. */
const LOCK = 470_010;

export interface DatabaseUrls {
  /** The role of this process. */
  product: string;
  /** The role that owns the schemas; the same where the installation does not separate the two. */
  owner: string;
}

export interface Preparation {
  urls: DatabaseUrls;
  manifests: readonly ModuleManifest[];
  /** What `urls.product` is for; null: for nothing that needs rights, as in a tool that only migrates. */
  kind: ProductKind | null;
  /** Partitions of a module that has none yet. */
  partitions: number;
}

/** The data source of a process: its entities are those of all modules; `synchronize` is always off. */
export async function openDataSource(preparation: Preparation): Promise<DataSource> {
  await prepareDatabase(preparation);
  const dataSource = new DataSource({
    type: 'postgres',
    url: preparation.urls.product,
    entities: preparation.manifests.flatMap(({ entities }) => [...entities]),
    synchronize: false,
    poolSize: 2,
    applicationName: 'foundry entities',
  });
  return dataSource.initialize();
}

/**
 * Runs the migrations, fixes the partitions of new modules and gives the product's roles their rights. A role that may
 * not do that only looks whether somebody did. Throws `BootError` when the database does not answer, or is older than
 * this release and this process may not change that.
 */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const { urls, manifests, kind, partitions } = preparation;
  const turn = new pg.Client({ connectionString: urls.owner, connectionTimeoutMillis: 5_000 });
  turn.on('error', () => undefined);
  try {
    await turn.connect();
  } catch (error) {
    throw unreachable(urls.owner, error);
  }
  try {
    if (!(await ownsDatabase(turn))) {
      await mustBeMigrated(turn, manifests, placeOf(urls.owner));
      return;
    }
    await turn.query('select pg_advisory_lock($1)', [LOCK]);
    await migrate(urls.owner, manifests);
    const modules = manifests.map(({ name }) => name);
    await fixPartitions(turn, modules, partitions);
    const grantee = urls.product === urls.owner ? '' : decodeURIComponent(new URL(urls.product).username);
    await giveRights(turn, manifests, kind === null || grantee === '' ? [] : [{ kind, role: grantee }]);
  } finally {
    await turn.end();
  }
}

async function migrate(url: string, manifests: readonly ModuleManifest[]): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations: manifests.flatMap(({ migrations }) => [...migrations]),
    migrationsTableName: 'foundry_migrations',
    migrationsTransactionMode: 'each',
    poolSize: 1,
  });
  await owner.initialize();
  await owner.runMigrations();
  await owner.destroy();
}

/** Names the place, never the password. */
function unreachable(url: string, error: unknown): BootError {
  const reason = error instanceof Error ? error.message || String(error) : String(error);
  const remedy = isConnectionLoss(error) ? 'start Postgres there, or correct DATABASE_URL' : 'correct DATABASE_URL';
  return new BootError(`Postgres at ${placeOf(url)} does not let us in (${reason}); ${remedy}.`, { cause: error });
}
