import { z } from 'zod';
import { MessagingConfig } from '../config/messaging-config.js';
import { runTool } from './run-tool.js';
import type { SqlRunner } from '../database/sql.js';

const Count = z.tuple([z.object({ rows: z.string() })]);

/**
 * After the broker lost its disk: everything that has no outcome goes on the wire again. What is still there arrives
 * twice, and the second is dropped. Effects need none of it: open ones are looked for anyway.
 */
export async function republish(sql: SqlRunner): Promise<number> {
  const rows = await sql`
    with cleared as (
      update messaging.outbox set published_at = null
      where kind = 'command' and settled_at is null and published_at is not null returning 1)
    select count(*)::text as rows from cleared`;
  await sql`select pg_notify('foundry_outbox', '')`;
  return Number(Count.parse(rows)[0].rows);
}

if (process.argv[1] === import.meta.filename) {
  await runTool(MessagingConfig.pick({ DATABASE_URL: true }), async (sql) => {
    const rows = await republish(sql);
    return `${String(rows)} commands will be published again.`;
  });
}
