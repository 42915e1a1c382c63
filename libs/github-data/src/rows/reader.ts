import { z } from 'zod';

/** What can run a statement: a handler's transaction, or the door for queries. */
export interface Reader {
  sql(query: TemplateStringsArray, ...values: unknown[]): Promise<unknown[]>;
}

/** A time as it is stored, shown as every answer shows it. */
export const shown = z.date().transform((at) => at.toISOString());
