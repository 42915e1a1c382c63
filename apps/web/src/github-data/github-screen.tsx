import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { InstallButton } from '../organization/install-button.js';
import { SettingsNav } from '../organization/settings-nav.js';
import { useGithub } from '../organization/use-github.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { SyncButton } from './sync-button.js';
import { SyncProgress } from './sync-progress.js';

const route = getRouteApi('/signed-in/o/$organizationId');

const INSTALLATION = {
  connected: 'Connected',
  not_installed: 'Not installed',
  suspended: 'Suspended',
  needs_permissions: 'Permissions missing',
} as const;

/** Installation, sync and repositories. */
export function GithubScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const first = useGithub(organizationId);
  const github = state?.github ?? null;
  const mayAct = state?.role !== 'viewer' && state?.role !== null;
  return (
    <>
      <SettingsNav organizationId={organizationId} />
      <Page title="GitHub and sync">
        {first.isError && !github && (
          <ErrorNotice error={first.error} what="The state was not read." retry={() => void first.refetch()} />
        )}
        {!github && first.isPending && <Skeleton rows={2} label="Reading the state" />}
        {github && (
          <section
            aria-labelledby="state"
            className="grid justify-items-start gap-3 rounded-card border border-line p-3"
          >
            <h2 id="state" className="text-title font-semibold">
              {github.login}: {INSTALLATION[github.installation]}
            </h2>
            {github.installation === 'connected' ? (
              <>
                <SyncProgress github={github} />
                {mayAct ? (
                  <SyncButton organizationId={organizationId} />
                ) : (
                  <p className="text-text-3">Members can start a sync; you may look.</p>
                )}
              </>
            ) : (
              <InstallButton organizationId={organizationId} label="Open GitHub" />
            )}
          </section>
        )}
        <Repositories organizationId={organizationId} />
      </Page>
    </>
  );
}

function Repositories({ organizationId }: { organizationId: string }) {
  const list = useInfiniteQuery({
    queryKey: ['repositories', organizationId],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/organizations/{organizationId}/repositories', {
          params: { path: { organizationId }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: startOfList(),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const repositories = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="repositories" className="grid gap-2">
      <h2 id="repositories" className="text-title font-semibold">
        Repositories
      </h2>
      {list.isPending && <Skeleton rows={4} label="Reading the repositories" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The repositories were not read." retry={() => void list.refetch()} />
      )}
      {list.isSuccess && repositories.length === 0 && (
        <p className="text-text-2">None yet. Choose at GitHub which repositories the App may read.</p>
      )}
      <ul className="divide-y divide-line">
        {repositories.map(({ repositoryId, fullName }) => (
          <li key={repositoryId} className="py-2">
            {fullName}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <p>
          <Button pending={list.isFetchingNextPage ? 'Reading' : null} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
    </section>
  );
}

const startOfList = (): string | null => null;
