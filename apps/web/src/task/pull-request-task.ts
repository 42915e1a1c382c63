import type { TaskSummary } from '@foundry/organization/contracts';
import type { PullRequestAddress } from '../github-data/pull-request-address.js';

/** Whether a task is about the pull request of that address. Names at GitHub ignore case. */
export const isAbout = (
  { repositoryName, pullRequest }: Pick<TaskSummary, 'repositoryName' | 'pullRequest'>,
  { repository, number }: PullRequestAddress,
): boolean => pullRequest?.number === number && repositoryName.toLowerCase() === repository.toLowerCase();

/** The task of a pull request, one that is not archived before others; null when none of these is. */
export function taskAbout(tasks: Iterable<TaskSummary>, address: PullRequestAddress): TaskSummary | null {
  const found = [...tasks].filter((task) => isAbout(task, address));
  return found.find(({ archivedAt }) => archivedAt === null) ?? found[0] ?? null;
}

/** What to say while a task is looked up, or because there is none. */
export function lookUpWords(
  { repository, number }: PullRequestAddress,
  { isLoading, isError }: { isLoading: boolean; isError: boolean },
): string {
  const name = `${repository} #${number}`;
  if (isLoading) return `Looking for ${name}.`;
  return isError ? `${name} could not be looked up.` : `Foundry has no task for ${name}.`;
}
