import { TaskSummary } from '@foundry/organization/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';

const Page = z.object({ items: z.array(TaskSummary), nextCursor: z.nullable(z.string()) });
const START: string | null = null;
const NONE: readonly TaskSummary[] = Object.freeze([]);

/** Archived tasks, which no topic carries, page by page. `isWanted`: somebody looks at them. */
export function useArchivedTasks(organizationId: string, isWanted: boolean) {
  const list = useInfiniteQuery({
    queryKey: ['archived-tasks', organizationId],
    queryFn: async ({ pageParam }) => {
      const query = { state: 'archived' as const, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { path: { organizationId }, query };
      return Page.parse(await answered(api.GET('/v1/organizations/{organizationId}/tasks', { params })));
    },
    initialPageParam: START,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isWanted,
  });
  const { data } = list;
  const tasks = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? NONE, [data]);
  return { list, tasks };
}
