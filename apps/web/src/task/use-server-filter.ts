import { TaskSummary } from '@foundry/organization/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useLive } from '../live/live-context.js';
import { withTasks } from '../live/organization-topic.js';
import { pullRequestAddress } from '../github-data/pull-request-address.js';
import { useDebounced } from '../ui/use-debounced.js';
import { lookUpWords } from './pull-request-task.js';
import { taskAboutQuery } from './pull-request-task-query.js';

const Found = z.object({ items: z.array(TaskSummary) });

/**
 * Asks the server too what fits the filter, when it has more tasks than are here, and always for the address of a pull
 * request, whose task may be archived. What it finds comes into the list. Returns what to say while, or because, no task
 * of that pull request is there.
 */
export function useServerFilter(organizationId: string, filter: string, hasMore: boolean): string | null {
  const topic = useLive().organization(organizationId);
  const address = pullRequestAddress(filter);
  const q = useDebounced(filter.trim()).slice(0, 100);
  const { data } = useQuery({
    queryKey: ['tasks', 'filter', organizationId, q],
    queryFn: async () =>
      Found.parse(
        await answered(
          api.GET('/v1/organizations/{organizationId}/tasks', {
            params: { path: { organizationId }, query: { q, limit: 100 } },
          }),
        ),
      ),
    enabled: hasMore && q !== '' && address === null,
  });
  useEffect(() => {
    if (data) topic.merge((state) => withTasks(state, data.items));
  }, [data, topic]);
  const about = useQuery(
    address
      ? taskAboutQuery(organizationId, address)
      : { queryKey: ['tasks', 'pull-request', 'none'], queryFn: skipToken },
  );
  const named = about.data ?? null;
  useEffect(() => {
    if (named) topic.merge((state) => withTasks(state, [named]));
  }, [named, topic]);
  return address && lookUpWords(address, about);
}
