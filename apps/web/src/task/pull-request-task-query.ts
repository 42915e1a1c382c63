import { TaskSummary } from '@foundry/organization/contracts';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import type { PullRequestAddress } from '../github-data/pull-request-address.js';
import { taskAbout } from './pull-request-task.js';

const Found = z.object({ items: z.array(TaskSummary) });

/** The task of a pull request, asked at the server, archived ones included. */
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
