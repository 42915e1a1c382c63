import { TaskSummary } from '@foundry/organization/contracts';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import type { PullRequestAddress } from '../github-data/pull-request-address.js';

const Found = z.object({ items: z.array(TaskSummary) });

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

/** The same, asked at the server, archived ones included. */
export const taskAboutQuery = (organizationId: string, address: PullRequestAddress) => ({
  queryKey: ['tasks', 'pull-request', organizationId, address.repository, address.number],
  queryFn: async () => {
    const q = `${address.repository} #${address.number}`.slice(-100);
    const answer = await answered(
      api.GET('/v1/organizations/{organizationId}/tasks', {
        params: { path: { organizationId }, query: { q, state: 'all' as const, limit: 100 } },
      }),
    );
    return taskAbout(Found.parse(answer).items, address);
  },
});

/** What to say while a task is looked up, or because there is none. */
export function lookUpWords(
  { repository, number }: PullRequestAddress,
  { isLoading, isError }: { isLoading: boolean; isError: boolean },
): string {
  const name = `${repository} #${number}`;
  if (isLoading) return `Looking for ${name}.`;
  return isError ? `${name} could not be looked up.` : `Foundry has no task for ${name}.`;
}
