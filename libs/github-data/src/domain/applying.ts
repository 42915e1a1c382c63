import type { PullRequestFacts } from '../contracts/index.js';

/** What is known of a pull request, as far as a newcomer is measured against it. */
export interface KnownPullRequest {
  githubUpdatedAt: Date;
  contentHash: string;
  /** Its end was only concluded here, GitHub did not say it. */
  presumed: boolean;
}

export type Verdict = 'store' | 'skip' | 'ask';

/**
 * Whether a pull request as GitHub showed it replaces what is known. GitHub's clock has whole seconds: of two states of
 * one second nobody can say which is newer, so GitHub is asked (`ask`), and its answer (`fetched`) wins.
 */
export function judge(
  known: KnownPullRequest | null,
  incoming: Pick<PullRequestFacts, 'githubUpdatedAt'> & { contentHash: string },
  fetched: boolean,
): Verdict {
  if (known === null) return 'store';
  const age = Date.parse(incoming.githubUpdatedAt) - known.githubUpdatedAt.getTime();
  if (age < 0) return 'skip';
  if (age > 0) return 'store';
  if (incoming.contentHash === known.contentHash) return known.presumed ? 'store' : 'skip';
  return known.presumed || fetched ? 'store' : 'ask';
}
