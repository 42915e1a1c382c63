import { DataSource, type EntityManager, type ObjectLiteral } from 'typeorm';
import { Database } from '../../database/database.js';
import { type SqlRunner, statement } from '../../database/sql.js';
import type { ModuleManifest } from '../../registry/manifest.js';
import { OwnDatabase } from './own-database.js';

/** One statement that was run, for tests that spy on queries. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * A database of its own with the tables of some modules: for tests of queries, with neither worker nor broker.
 * `await ScratchDatabase.create(manifest)` before, `await scratch.drop()` after.
 */
export class ScratchDatabase extends Database {
  readonly statements: Statement[] = [];
  readonly sql: SqlRunner;

  private constructor(
    private readonly own: OwnDatabase,
    private readonly dataSource: DataSource,
  ) {
    super();
    this.sql = this.runnerOn(dataSource.manager);
  }

  static async create(
    ...manifests: readonly Pick<ModuleManifest, 'entities' | 'migrations'>[]
  ): Promise<ScratchDatabase> {
    const own = await OwnDatabase.create();
    const dataSource = new DataSource({
      type: 'postgres',
      url: own.url,
      entities: manifests.flatMap(({ entities }) => [...entities]),
      migrations: manifests.flatMap(({ migrations }) => [...migrations]),
    });
    await dataSource.initialize();
    await dataSource.runMigrations();
    return new ScratchDatabase(own, dataSource);
  }

  /** Stores rows as handlers do. */
  async save(...entities: readonly ObjectLiteral[]): Promise<void> {
    for (const entity of entities) await this.dataSource.manager.save(entity);
  }

  snapshot<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) => work(this.runnerOn(manager)));
  }

  transaction<T>(
    work: (sql: SqlRunner) => Promise<T>,
    last?: (sql: SqlRunner, result: T) => Promise<unknown>,
  ): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const result = await work(this.runnerOn(manager));
      await last?.(this.runnerOn(manager), result);
      return result;
    });
  }

  async drop(): Promise<void> {
    await this.dataSource.destroy();
    await this.own.drop();
  }

  private runnerOn(manager: EntityManager): SqlRunner {
    return async (query, ...values) => {
      const asked = statement(query, values);
      this.statements.push(asked);
      return rowsOf(await manager.query<unknown>(asked.text, asked.values));
    };
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** TypeORM gives the rows, but `[rows, count]` for an update or delete. */
function rowsOf(answer: unknown): unknown[] {
  if (!isList(answer)) return [];
  const [first, count] = answer;
  return isList(first) && typeof count === 'number' ? first : answer;
}
