import { useLocation } from '@tanstack/react-router';
import { PanelLeft } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { OrganizationState } from '../live/organization-topic.js';
import { useAction } from '../palette/use-action.js';
import { openPane, usePaneOpen } from '../ui/pane-store.js';
import { Rail } from '../ui/rail.js';
import { Splitter } from '../ui/splitter.js';
import { type Width } from '../ui/use-width.js';
import { Sidebar } from './sidebar.js';

const Drawer = lazy(async () => ({ default: (await import('../ui/drawer.js')).Drawer }));

interface TasksPaneProps {
  organizationId: string;
  /** Null until the first snapshot. */
  state: OrganizationState | null;
  width: Width;
}

type OpenedBy = 'button' | 'filter';

const NAV = 'flex min-h-0 flex-col border-line bg-canvas';

/** The list of tasks: a pane that can be put away, a drawer under 900 pixels, a page of its own under 600. */
export function TasksPane({ organizationId, state, width }: TasksPaneProps) {
  const isOpen = usePaneOpen('left');
  const [openedBy, setOpenedBy] = useState<OpenedBy>('button');
  // A drawer is open until somebody goes to another page.
  const pathname = useLocation({ select: (location) => location.pathname });
  const [drawnAt, setDrawnAt] = useState<string | null>(null);
  const sidebar = <Sidebar organizationId={organizationId} state={state} startsInFilter={openedBy === 'filter'} />;
  if (width === 'phone') {
    return (
      <nav aria-label="Tasks" className={`${NAV} order-2`}>
        {sidebar}
      </nav>
    );
  }
  if (width !== 'narrow') {
    return isOpen ? (
      <nav aria-label="Tasks" className={`${NAV} relative border-r`}>
        <PutAway />
        {sidebar}
        <Splitter name="left" label="Width of the list of tasks" />
      </nav>
    ) : (
      <TasksRail
        open={(by) => {
          setOpenedBy(by);
          openPane('left', true);
        }}
      />
    );
  }
  return (
    <>
      <TasksRail
        open={(by) => {
          setOpenedBy(by);
          setDrawnAt(pathname);
        }}
      />
      {drawnAt === pathname && (
        <Suspense fallback={null}>
          <Drawer
            title="Tasks"
            side="left"
            onClose={() => {
              setDrawnAt(null);
            }}
          >
            <nav aria-label="Tasks" className={NAV}>
              {sidebar}
            </nav>
          </Drawer>
        </Suspense>
      )}
    </>
  );
}

const putAway = (): void => {
  openPane('left', false);
};

/** The open pane can be put away, by its button at the foot and by this action. */
function PutAway() {
  useAction('panel.tasks', putAway);
  return null;
}

function TasksRail({ open }: { open: (by: OpenedBy) => void }) {
  const byButton = (): void => {
    open('button');
  };
  useAction('panel.tasks', byButton);
  useAction('list.filter', () => {
    open('filter');
  });
  return (
    <nav aria-label="Tasks" className="border-r border-line bg-canvas">
      <Rail buttons={[{ label: 'Show the list of tasks', icon: PanelLeft, onClick: byButton }]} />
    </nav>
  );
}
