import type { HistoryItem } from '@foundry/messaging/contracts';
import { HistoryItem as Item } from '@foundry/messaging/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { HISTORY_SHAPE } from '../live/history-topic.js';
import { useLive, useTopic } from '../live/live-context.js';

const Page = z.object({ items: z.array(Item), nextCursor: z.nullable(z.string()) });
const START: string | null = null;
const NONE: readonly HistoryItem[] = Object.freeze([]);

/** The commands of an entity: the last ones live, older ones page by page when somebody asks for them. */
export function useHistory(module: string, entityId: string) {
  const topic = useLive().history(module, entityId, HISTORY_SHAPE);
  const { state, ended } = useTopic(topic);
  const older = useInfiniteQuery({
    queryKey: ['history', module, entityId],
    queryFn: async ({ pageParam }) => {
      const query = { kind: 'command' as const, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { path: { module, entityId }, query };
      return Page.parse(await answered(api.GET('/v1/inspector/entities/{module}/{entityId}/history', { params })));
    },
    initialPageParam: START,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // The topic has the newest; the first page is read when it is not enough.
    enabled: false,
  });
  const { data } = older;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? NONE, [data]);
  return { state, ended, retry: topic.retry, older, items };
}
