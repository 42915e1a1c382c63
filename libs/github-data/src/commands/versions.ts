import type { Tx } from '@foundry/messaging';
import { z } from 'zod';

const Taken = z.array(z.object({ version: z.int() }));

/**
 * Takes the next `count` versions of an organization and returns the first. They come from one counter, so that no row's
 * version ever repeats, not even after the row was dropped and made again.
 */
export async function takeVersions(tx: Tx, organizationId: string, count = 1): Promise<number> {
  const [row] = Taken.parse(
    await tx.sql`update github_data.accounts set version = version + ${count}::int
      where organization_id = ${organizationId} returning version`,
  );
  if (!row) throw new Error(`Organization ${organizationId} has rows, but GitHub never told of it.`);
  return row.version - count + 1;
}
