import type { RepositoryFacts, RepositoryView } from '../contracts/index.js';

/** What is known of a repository, as far as news is measured against it. */
export interface KnownRepository extends RepositoryView {
  openIssues: number;
  githubUpdatedAt: Date | null;
  observedAt: Date;
}

export interface Source {
  observedAt: Date;
  by: 'list' | 'event';
}

/** `keep`: stored, and nobody sees a difference. `show`: new, or people see it differently. */
export type RepositoryVerdict = 'skip' | 'keep' | 'show';

const SHOWN = ['fullName', 'private', 'archived', 'fork', 'defaultBranch'] as const;

/**
 * Whether news of a repository is taken over. Older news is not; and a removed repository comes back only when a list
 * that was asked for after its removal names it, because events come late and in any order.
 */
export function judgeRepository(
  known: KnownRepository | null,
  facts: RepositoryFacts,
  source: Source,
): RepositoryVerdict {
  if (known === null) return 'show';
  if (known.state === 'removed') {
    const since = known.removedAt === null ? 0 : Date.parse(known.removedAt);
    return source.by === 'list' && source.observedAt.getTime() > since ? 'show' : 'skip';
  }
  const at = facts.githubUpdatedAt ? Date.parse(facts.githubUpdatedAt) : null;
  if (at !== null && known.githubUpdatedAt !== null && at < known.githubUpdatedAt.getTime()) return 'skip';
  const differs = SHOWN.some((field) => facts[field] !== undefined && facts[field] !== known[field]);
  if (differs) return 'show';
  return isSame(known, facts) ? 'skip' : 'keep';
}

function isSame(known: KnownRepository, facts: RepositoryFacts): boolean {
  const same = (given: string | null | undefined, stored: string | Date | null): boolean =>
    given === undefined ||
    (given === null ? null : Date.parse(given)) === (stored === null ? null : new Date(stored).getTime());
  return (
    (facts.openIssues === undefined || facts.openIssues === known.openIssues) &&
    same(facts.pushedAt, known.pushedAt) &&
    same(facts.githubUpdatedAt, known.githubUpdatedAt)
  );
}

/** The row that follows: what the news does not say stays as it was. */
export function mergeRepository(
  organizationId: string,
  known: KnownRepository | null,
  facts: RepositoryFacts,
  source: Source,
) {
  return {
    organizationId,
    repositoryId: facts.repositoryId,
    fullName: facts.fullName,
    private: facts.private,
    archived: facts.archived ?? known?.archived ?? false,
    fork: facts.fork ?? known?.fork ?? false,
    defaultBranch: facts.defaultBranch ?? known?.defaultBranch ?? 'main',
    openIssues: facts.openIssues ?? known?.openIssues ?? 0,
    pushedAt: facts.pushedAt === undefined ? (known?.pushedAt ?? null) : facts.pushedAt,
    githubUpdatedAt:
      facts.githubUpdatedAt === undefined ? (known?.githubUpdatedAt?.toISOString() ?? null) : facts.githubUpdatedAt,
    observedAt: source.observedAt.toISOString(),
    version: known?.version ?? 1,
  };
}
