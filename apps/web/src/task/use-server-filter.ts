import { TaskSummary } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useLive } from '../live/live-context.js';
import { withTasks } from '../live/organization-topic.js';
import { useDebounced } from '../ui/use-debounced.js';

const Found = z.object({ items: z.array(TaskSummary) });

/** Asks the server too what fits the filter, when it has more tasks than are here. What it finds comes into the list. */
export function useServerFilter(organizationId: string, filter: string, hasMore: boolean): void {
  const topic = useLive().organization(organizationId);
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
    enabled: hasMore && q !== '',
  });
  useEffect(() => {
    if (data) topic.merge((state) => withTasks(state, data.items));
  }, [data, topic]);
}
