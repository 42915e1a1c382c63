import type { SqlRunner } from './sql.js';

/** Reads of a module's own tables, for queries. Writing is the business of commands. */
export abstract class Database {
  /** Runs one statement on any connection: ``await database.sql`select … where id = ${id}` ``. */
  abstract readonly sql: SqlRunner;
  /** Runs several reads on one repeatable-read snapshot. Keep it short, or page within it. */
  abstract snapshot<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T>;
  /**
   * Runs writes that are not commands: only what `architecture.md` lists for the API (webhook receipts, auth rows),
   * and the offline tools. `last` sends one statement, or none, that is answered together with the commit, which
   * saves a round trip. When it fails, before or after that statement, nothing is committed.
   */
  abstract transaction<T>(
    work: (sql: SqlRunner) => Promise<T>,
    last?: (sql: SqlRunner, result: T) => Promise<unknown>,
  ): Promise<T>;
}
