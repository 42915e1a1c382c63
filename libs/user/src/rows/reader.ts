import type { SqlRunner } from '@foundry/messaging';

/** Whoever runs a statement: the transaction of a command, or the database of a query. */
export interface Reader {
  sql: SqlRunner;
}
