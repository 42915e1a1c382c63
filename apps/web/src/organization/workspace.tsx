import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLive, useOrganization } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { NotFoundScreen } from '../ui/not-found-screen.js';
import { Skeleton } from '../ui/skeleton.js';
import { BottomBar } from './bottom-bar.js';
import { rememberOrganization } from './last-organization.js';
import { Sidebar } from './sidebar.js';
import { useGithub } from './use-github.js';
import { WorkspaceActions } from './workspace-actions.js';

const route = getRouteApi('/signed-in/o/$organizationId');

/** Two panes; under 900 pixels one of them, the list on the organization's own page. */
export function Workspace() {
  const { organizationId } = route.useParams();
  const { state, ended } = useOrganization(organizationId);
  const topic = useLive().organization(organizationId);
  const isHome = useLocation({ select: ({ pathname }) => /^\/o\/[^/]+\/?$/.test(pathname) });
  useGithub(organizationId);
  useEffect(() => {
    if (state) rememberOrganization(organizationId);
  }, [organizationId, state]);

  if (ended === 'topic.limit') {
    return <ErrorNotice error={new Error(ended)} what="This tab shows too many things at once." retry={topic.retry} />;
  }
  if (ended !== null) return <NotFoundScreen />;
  return (
    <div
      className={`grid h-full grid-cols-[minmax(0,1fr)] min-[900px]:grid-cols-[288px_minmax(0,1fr)] min-[900px]:grid-rows-[minmax(0,1fr)] ${isHome ? 'max-[899px]:grid-rows-[auto_minmax(0,1fr)_auto]' : 'max-[899px]:grid-rows-[minmax(0,1fr)_auto]'}`}
    >
      <a
        href="#main"
        className="sr-only z-30 bg-raised p-2 focus:not-sr-only focus:absolute"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the page
      </a>
      <nav
        aria-label="Tasks"
        className={`order-2 flex min-h-0 flex-col border-line bg-canvas min-[900px]:order-1 min-[900px]:border-r ${isHome ? '' : 'max-[899px]:hidden'}`}
      >
        <Sidebar organizationId={organizationId} state={state} />
      </nav>
      <main
        id="main"
        tabIndex={-1}
        className={`order-1 min-h-0 overflow-y-auto bg-surface outline-none min-[900px]:order-2 ${isHome ? 'max-[899px]:max-h-[45vh]' : ''}`}
      >
        {state ? <Outlet /> : <Skeleton rows={3} label="Reading the organization" />}
      </main>
      <BottomBar organizationId={organizationId} />
      <WorkspaceActions organizationId={organizationId} state={state} />
    </div>
  );
}
