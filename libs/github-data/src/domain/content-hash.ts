import { createHash } from 'node:crypto';
import type { PullRequestFacts } from '../contracts/index.js';

/** Names the content of a pull request, all that is stored of it but its times. */
export function contentHash(facts: PullRequestFacts): string {
  const { createdAt: _created, githubUpdatedAt: _updated, closedAt: _closed, mergedAt: _merged, ...content } = facts;
  const ordered = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('base64url');
}
