import { TaskSummary } from '@foundry/organization/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useLive } from '../live/live-context.js';
import { withTasks } from '../live/organization-topic.js';

const Page = z.object({ items: z.array(TaskSummary), nextCursor: z.nullable(z.string()) });

/** Tasks beyond those that the socket brings, page by page into the same list. `isLonger`: there are some. */
export function useOlderTasks(organizationId: string, isLonger: boolean) {
  const topic = useLive().organization(organizationId);
  const [cursor, setCursor] = useState<string | null | undefined>(undefined);
  const reading = useMutation({
    mutationFn: async () => {
      const query = { limit: 100, ...(typeof cursor === 'string' ? { cursor } : {}) };
      const path = { organizationId };
      return Page.parse(
        await answered(api.GET('/v1/organizations/{organizationId}/tasks', { params: { path, query } })),
      );
    },
    onSuccess: ({ items, nextCursor }) => {
      topic.merge((state) => withTasks(state, items));
      setCursor(nextCursor);
    },
  });
  return {
    canRead: isLonger && cursor !== null,
    isReading: reading.isPending,
    error: reading.error,
    read: (): void => {
      reading.mutate();
    },
  };
}
