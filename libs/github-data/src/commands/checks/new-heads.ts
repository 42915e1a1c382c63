import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { askWhenQuiet } from './ask-for-checks.js';

const Watched = z.array(z.object({ headSha: z.string() }));

/**
 * The checks that were known are those of another commit. Called after the rows are stored and before they are told, so
 * that nobody sees a new commit with the checks of the old one.
 */
export async function forgetChecks(
  tx: Tx,
  organizationId: string,
  repositoryId: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  const watched = Watched.parse(
    await tx.sql`update github_data.pull_requests set checks = 'unknown' where organization_id = ${organizationId}
      and repository_id = ${repositoryId} and number = any(${numbers}::int[]) and watched and state = 'open'
      returning head_sha as "headSha"`,
  );
  for (const { headSha } of watched) askWhenQuiet(tx, { organizationId, repositoryId, headSha });
}
