/**
 * What makes two pull requests one task: the repository that holds the branch, and its name. Two forks with `patch-1` are
 * two; a branch whose fork was never known stands for its pull request alone. Names keep their case.
 */
export const headKeyOf = (head: { headRepositoryId: string | null; headBranch: string; number: number }): string =>
  head.headRepositoryId === null ? `pr:${String(head.number)}` : branchKeyOf(head.headRepositoryId, head.headBranch);

/** The key of a branch in the repository itself. */
export const branchKeyOf = (repositoryId: string, branch: string): string => `${repositoryId}:${branch}`;
