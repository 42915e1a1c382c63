import { z } from 'zod';
import type { Database } from '../database/database.js';

const Rows = z.array(z.object({ payload: z.record(z.string(), z.unknown()), acceptedAt: z.date() }));
/** Whoever has more under way than this is over every limit. */
const MOST = 1_000;

/** A command that was accepted and has no outcome yet. */
export type CommandUnderWay = z.infer<typeof Rows>[number];

/**
 * What a person sent since a time that no handler settled yet, oldest first: a limit counts it as much as what is
 * handled, so that it holds while no worker runs. `name`: `<module>.<command>`.
 */
export async function commandsUnderWay(
  { sql }: Pick<Database, 'sql'>,
  { name, userId, since }: { name: string; userId: string; since: Date },
): Promise<CommandUnderWay[]> {
  const [module = ''] = name.split('.');
  return Rows.parse(
    await sql`select payload, accepted_at as "acceptedAt" from messaging.outbox
      where kind = 'command' and settled_at is null and module = ${module} and name = ${name}
        and actor->>'userId' = ${userId} and accepted_at > ${since}
      order by seq limit ${MOST}`,
  );
}
