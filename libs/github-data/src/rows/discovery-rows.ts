import { DiscoveryView } from '../contracts/index.js';
import { type Reader, shown } from './reader.js';

const Row = DiscoveryView.extend({ startedAt: shown.nullable(), finishedAt: shown.nullable() });
const NEVER: DiscoveryView = { state: 'never', startedAt: null, finishedAt: null, reason: null, version: 0 };

/** How the search for a person's organizations goes. */
export async function readDiscovery(reader: Reader, userId: string): Promise<DiscoveryView> {
  const rows = await reader.sql`select state, started_at as "startedAt", finished_at as "finishedAt", reason, version
    from github_data.discoveries where user_id = ${userId}`;
  return Row.array().parse(rows)[0] ?? NEVER;
}
