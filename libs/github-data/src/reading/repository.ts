import { z } from 'zod';
import type { Permission, RepositoryFacts } from '../contracts/index.js';
import { cut, GithubId, GithubTime, GithubUser } from './values.js';

const FullName = z.string().min(3).max(255);

/** A repository in lists and events. */
export const GithubRepository = z.object({
  id: GithubId,
  full_name: FullName,
  private: z.boolean(),
  archived: z.boolean().optional(),
  fork: z.boolean().optional(),
  default_branch: cut(1_024).optional(),
  open_issues_count: z.int().min(0).optional(),
  pushed_at: GithubTime.nullish(),
  updated_at: GithubTime.nullish(),
  owner: GithubUser.nullish(),
  permissions: z.record(z.string(), z.boolean()).nullish(),
});
export type GithubRepository = z.output<typeof GithubRepository>;

export function repositoryFacts(repository: GithubRepository): RepositoryFacts {
  return {
    repositoryId: repository.id,
    fullName: repository.full_name,
    private: repository.private,
    archived: repository.archived,
    fork: repository.fork,
    defaultBranch: repository.default_branch,
    openIssues: repository.open_issues_count,
    pushedAt: repository.pushed_at,
    githubUpdatedAt: repository.updated_at,
  };
}

/** `GET /installation/repositories` and `GET /user/installations/{id}/repositories`. */
export const RepositoryPage = z.object({ total_count: z.int().min(0), repositories: z.array(GithubRepository) });

const LEVELS = ['admin', 'maintain', 'push', 'triage', 'pull'] as const;
const WORDS = { admin: 'admin', maintain: 'maintain', push: 'write', triage: 'triage', pull: 'read' } as const;

/** The most that GitHub's flags allow. */
export function permissionOf({ permissions }: GithubRepository): Permission {
  const highest = LEVELS.find((level) => permissions?.[level] === true);
  return highest === undefined ? 'none' : WORDS[highest];
}
