import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { AskAdmin } from '../organization/ask-admin.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { AuditTable } from './audit-table.js';
import { Verify } from './verify.js';

const route = getRouteApi('/signed-in/o/$organizationId/audit');
const FIRST: string | null = null;

/** What happened, newest first, and whether anybody changed it afterwards. */
export function AuditScreen() {
  const { organizationId } = route.useParams();
  const { kind, actor } = route.useSearch();
  const { state } = useOrganization(organizationId);
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  const filter = { ...(kind === undefined ? {} : { kind }), ...(actor === undefined ? {} : { actor }) };
  const list = useInfiniteQuery({
    queryKey: ['audit', organizationId, filter],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/organizations/{organizationId}/audit', {
          params: {
            path: { organizationId },
            query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isAdmin,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <BackToTasks organizationId={organizationId} />
      <Page title="Audit log">
        {!isAdmin && <AskAdmin organizationId={organizationId} what="Owners and admins can see this." />}
        {isAdmin && <Verify organizationId={organizationId} />}
        {isAdmin && list.isPending && <Skeleton rows={6} label="Reading the entries" />}
        {list.isError && (
          <ErrorNotice error={list.error} what="The entries were not read." retry={() => void list.refetch()} />
        )}
        {list.data && <AuditTable entries={entries} members={state?.members} />}
        {list.data && entries.length === 0 && (kind !== undefined || actor !== undefined) && (
          <p>
            <Link to="/o/$organizationId/audit" params={{ organizationId }} className={buttonLook()}>
              Show everything
            </Link>
          </p>
        )}
        {list.hasNextPage && (
          <p>
            <Button pending={list.isFetchingNextPage ? 'Reading' : null} onClick={() => void list.fetchNextPage()}>
              Show older entries
            </Button>
          </p>
        )}
      </Page>
    </>
  );
}
