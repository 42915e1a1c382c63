import type { Github } from '../github.js';
import type { Pull } from '../state/records.js';
import { pullFull, unmeasured } from './pull.view.js';

/** Marks a pull request as changed now, and tells the Apps with the state it has now. */
export function announcePull(
  { world, clock, announcer }: Github,
  pull: Pull,
  action: string,
  byId: number,
  rest: Record<string, unknown> = {},
): void {
  pull.updatedAt = clock.text();
  world.touch();
  announcer.aboutRepository('pull_request', world.repository(pull.repositoryId), byId, {
    action,
    number: pull.number,
    pull_request: pullFull(world, pull, unmeasured),
    ...rest,
  });
}

/** Notes that a pull request is merged as this commit. */
export function markMerged(github: Github, pull: Pull, sha: string, byId: number): void {
  const now = github.clock.text();
  Object.assign(pull, { state: 'closed', closedAt: now, mergedAt: now, mergedById: byId, mergeSha: sha });
  announcePull(github, pull, 'closed', byId);
}
