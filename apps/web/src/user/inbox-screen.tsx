import { InboxItem } from '@foundry/user/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp, useOrganization } from '../live/live-context.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { InboxRow } from './inbox-row.js';
import { useInboxDone } from './use-inbox-done.js';

const route = getRouteApi('/signed-in/o/$organizationId/inbox');

/** What this person should know of, or do. */
export function InboxScreen() {
  const { organizationId } = route.useParams();
  const { state = 'open' } = route.useSearch();
  const { state: organization } = useOrganization(organizationId);
  return (
    <>
      <BackToTasks organizationId={organizationId} />
      <Page title="Inbox" tab={`Inbox · ${organization?.organization?.login ?? 'organization'}`}>
        <nav aria-label="Views of the inbox" className="flex gap-1 border-b border-line pb-2">
          {(['open', 'done'] as const).map((view) => (
            <Link
              key={view}
              to="/o/$organizationId/inbox"
              params={{ organizationId }}
              search={view === 'open' ? {} : { state: view }}
              activeOptions={{ exact: true }}
              aria-current={view === state ? 'page' : undefined}
              className="rounded-button px-2 py-1.5 text-text-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-text"
            >
              {view === 'open' ? 'Open' : 'Done'}
            </Link>
          ))}
        </nav>
        {state === 'open' ? (
          <OpenItems organizationId={organizationId} />
        ) : (
          <DoneItems organizationId={organizationId} />
        )}
      </Page>
    </>
  );
}

function OpenItems({ organizationId }: { organizationId: string }) {
  const { inbox, inboxOpen, preferences } = useApp();
  const items = useMemo(
    () =>
      [...inbox.values()]
        .filter((item) => item.organizationId === organizationId)
        .sort((a, b) => b.at.localeCompare(a.at)),
    [inbox, organizationId],
  );
  const { finish } = useInboxDone();
  // Before the first snapshot nobody knows whether it is empty.
  if (preferences === null) return <Skeleton rows={4} label="Reading the inbox" />;
  const elsewhere = inboxOpen - items.length;
  return (
    <>
      {items.length === 0 ? (
        <p className="text-text-2">Nothing needs you.</p>
      ) : (
        <>
          <p>
            <Button
              onClick={() => {
                finish(items.map(({ itemId }) => itemId));
              }}
            >
              All done
            </Button>
          </p>
          <ul aria-label="Open items" className="divide-y divide-line rounded-card border border-line">
            {items.map((item) => (
              <InboxRow
                key={item.itemId}
                item={item}
                verb="Done"
                onAct={() => {
                  finish([item.itemId]);
                }}
              />
            ))}
          </ul>
        </>
      )}
      {elsewhere > 0 && <p className="text-text-3">{elsewhere} more in your other organizations.</p>}
    </>
  );
}

const Items = z.object({ items: z.array(InboxItem), nextCursor: z.nullable(z.string()) });
const START: string | null = null;

function DoneItems({ organizationId }: { organizationId: string }) {
  const { open } = useInboxDone();
  const list = useInfiniteQuery({
    queryKey: ['inbox', 'done', organizationId],
    queryFn: async ({ pageParam }) => {
      const filter = { state: 'done' as const, organizationId };
      const query = pageParam === null ? filter : { ...filter, cursor: pageParam };
      return Items.parse(await answered(api.GET('/v1/me/inbox', { params: { query } })));
    },
    initialPageParam: START,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isPending && <Skeleton rows={4} label="Reading what is done" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The inbox was not read." retry={() => void list.refetch()} />
      )}
      {list.isSuccess && items.length === 0 && <p className="text-text-2">Nothing was done in the last 30 days.</p>}
      {items.length > 0 && (
        <ul aria-label="Done items" className="divide-y divide-line rounded-card border border-line">
          {items.map((item) => (
            <InboxRow
              key={item.itemId}
              item={item}
              verb="Open again"
              onAct={() => {
                open([item.itemId]);
              }}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p>
          <Button pending={list.isFetchingNextPage ? 'Reading' : null} onClick={() => void list.fetchNextPage()}>
            Show older items
          </Button>
        </p>
      )}
    </>
  );
}
