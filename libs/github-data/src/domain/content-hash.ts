import { createHash } from 'node:crypto';
import type { PullRequestFacts } from '../contracts/index.js';

const TIMES = ['createdAt', 'githubUpdatedAt', 'closedAt', 'mergedAt'];

/** Names the content of a pull request, all that is stored of it but its times. */
export function contentHash(facts: PullRequestFacts): string {
  const ordered = Object.entries(facts)
    .filter(([name]) => !TIMES.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('base64url');
}
