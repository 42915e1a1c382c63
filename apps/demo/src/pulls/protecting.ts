import type { Github } from '../github.js';
import type { Pull, Repository } from '../state/records.js';
import type { World } from '../state/world.js';

/** Asks approving reviews of pull requests into a branch from now on; 0 asks for none. */
export function protectBranch({ world }: Github, repository: Repository, branch: string, approvals: number): void {
  const { [branch]: _, ...others } = repository.protections;
  repository.protections = approvals > 0 ? { ...others, [branch]: approvals } : others;
  world.touch();
}

/** What the protection of its base branch still asks of a pull request, in GitHub's words; null: nothing. */
export function askedOf(world: World, pull: Pull): string | null {
  const needed = world.repository(pull.repositoryId).protections[pull.base.branch] ?? 0;
  const newest = new Map<number, string>();
  for (const review of world.reviews) {
    const isHere = review.repositoryId === pull.repositoryId && review.number === pull.number;
    if (isHere && review.state !== 'COMMENTED') newest.set(review.userId, review.state);
  }
  newest.delete(pull.authorId);
  const approved = [...newest.values()].filter((state) => state === 'APPROVED').length;
  if (approved >= needed) return null;
  const reviews = needed === 1 ? '1 approving review is' : `${needed} approving reviews are`;
  return `At least ${reviews} required by reviewers with write access.`;
}
