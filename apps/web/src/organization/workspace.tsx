import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLive, useOrganization } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { NotFoundScreen } from '../ui/not-found-screen.js';
import { usePaneOpen } from '../ui/pane-store.js';
import { Skeleton } from '../ui/skeleton.js';
import { useStrayDrops } from '../ui/use-stray-drops.js';
import { useWidth, type Width } from '../ui/use-width.js';
import { BottomBar } from './bottom-bar.js';
import { rememberOrganization } from './last-organization.js';
import { TasksPane } from './tasks-pane.js';
import { useGithub } from './use-github.js';
import { WorkspaceActions } from './workspace-actions.js';

const route = getRouteApi('/signed-in/o/$organizationId');

/** The list and a page; under 600 pixels one of them, the list on the organization's own page. */
export function Workspace() {
  const { organizationId } = route.useParams();
  const { state, ended } = useOrganization(organizationId);
  const topic = useLive().organization(organizationId);
  const isHome = useLocation({ select: ({ pathname }) => /^\/o\/[^/]+\/?$/.test(pathname) });
  const width = useWidth();
  const isOpen = usePaneOpen('left');
  useGithub(organizationId);
  useStrayDrops();
  useEffect(() => {
    if (state) rememberOrganization(organizationId);
  }, [organizationId, state]);

  if (ended === 'topic.limit') {
    return <ErrorNotice error={new Error(ended)} what="This tab shows too many things at once." retry={topic.retry} />;
  }
  if (ended !== null) return <NotFoundScreen />;
  const isPhone = width === 'phone';
  return (
    <div className={`grid h-full ${isPhone ? phoneRows(isHome) : columns(width, isOpen)}`}>
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
      {(!isPhone || isHome) && <TasksPane organizationId={organizationId} state={state} width={width} />}
      <main
        id="main"
        tabIndex={-1}
        className={`min-h-0 overflow-y-auto bg-surface outline-none ${isPhone ? 'order-1' : ''} ${isPhone && isHome ? 'max-h-[45vh]' : ''}`}
      >
        {state ? <Outlet /> : <Skeleton rows={3} label="Reading the organization" />}
      </main>
      {isPhone && <BottomBar organizationId={organizationId} />}
      <WorkspaceActions organizationId={organizationId} state={state} />
    </div>
  );
}

const phoneRows = (isHome: boolean): string =>
  `grid-cols-[minmax(0,1fr)] ${isHome ? 'grid-rows-[auto_minmax(0,1fr)_auto]' : 'grid-rows-[minmax(0,1fr)_auto]'}`;

const columns = (width: Width, isOpen: boolean): string =>
  `grid-rows-[minmax(0,1fr)] ${isOpen && width !== 'narrow' ? 'grid-cols-[var(--pane-left)_minmax(0,1fr)]' : 'grid-cols-[auto_minmax(0,1fr)]'}`;
