import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useApp, useLive } from '../live/live-context.js';
import type { OrganizationState } from '../live/organization-topic.js';
import { KeyCaps } from '../ui/key-caps.js';
import { useAction } from '../palette/use-action.js';
import { TaskList } from '../task/task-list.js';
import { TaskListTools } from '../task/task-list-tools.js';
import { FIRST_VIEW, type ListView, listRows } from '../task/task-rows.js';
import { useArchivedTasks } from '../task/use-archived-tasks.js';
import { useListView } from '../task/use-list-view.js';
import { useOlderTasks } from '../task/use-older-tasks.js';
import { useOpenPasted } from '../task/use-open-pasted.js';
import { useServerFilter } from '../task/use-server-filter.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { ConnectionState } from './connection-state.js';
import { PutAwayButton } from '../ui/put-away-button.js';
import { FirstStepsRow } from './first-steps-row.js';
import { OrganizationMenu } from './organization-menu.js';
import { SidebarLinks } from './sidebar-links.js';
import { SyncRow } from './sync-row.js';
import { UserMenu } from './user-menu.js';

interface SidebarProps {
  organizationId: string;
  /** Null until the first snapshot. */
  state: OrganizationState | null;
  /** Somebody opened it to filter. */
  startsInFilter?: boolean;
}

export function Sidebar({ organizationId, state, startsInFilter = false }: SidebarProps) {
  const [filter, setFilter] = useState('');
  const [view, change] = useListView(organizationId);
  const field = useRef<HTMLInputElement>(null);
  useAction('list.filter', () => field.current?.focus());
  const clear = (): void => {
    setFilter('');
    change({ ...view, view: FIRST_VIEW.view });
  };
  const openPasted = useOpenPasted(organizationId, () => {
    setFilter('');
  });
  return (
    <>
      <div className="grid gap-2 border-b border-line p-2">
        <OrganizationMenu organizationId={organizationId} />
        {state?.role !== 'viewer' && (
          <Link
            to="/o/$organizationId/new"
            params={{ organizationId }}
            aria-keyshortcuts="c"
            className={`${buttonLook()} justify-start`}
          >
            <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
            <span className="flex-1">New task</span>
            <span aria-hidden="true" className="pointer-coarse:hidden">
              <KeyCaps keys="c" />
            </span>
          </Link>
        )}
        <TaskListTools
          field={field}
          startsInFilter={startsInFilter}
          filter={filter}
          onFilter={setFilter}
          onEnter={openPasted}
          view={view}
          onView={change}
        />
      </div>
      <FirstStepsRow organizationId={organizationId} />
      <SyncRow organizationId={organizationId} github={state?.github ?? null} />
      {state ? (
        <Tasks organizationId={organizationId} state={state} filter={filter} view={view} onClear={clear} />
      ) : (
        <div className="flex-1">
          <Skeleton rows={6} label="Reading the tasks" />
        </div>
      )}
      <SidebarLinks organizationId={organizationId} role={state?.role ?? null} />
      <div className="flex items-center justify-between gap-2 border-t border-line p-2 max-[599px]:hidden">
        <UserMenu organizationId={organizationId} />
        <ConnectionState />
        <PutAwayButton />
      </div>
    </>
  );
}

interface TasksProps {
  organizationId: string;
  state: OrganizationState;
  filter: string;
  view: ListView;
  onClear: () => void;
}

function Tasks({ organizationId, state: { tasks, truncated }, filter, view, onClear }: TasksProps) {
  const { user, taskStates, preferences } = useApp();
  const { userId } = user;
  const wanted = useDeferredValue(filter);
  const isArchive = view.view === 'archived';
  const archived = useArchivedTasks(organizationId, isArchive);
  const [placed, setPlaced] = useState<typeof tasks | null>(null);
  const topic = useLive().organization(organizationId);
  const hold = useCallback(
    (isHeld: boolean) => {
      setPlaced((held) => (isHeld ? (held ?? topic.get().state?.tasks ?? null) : null));
    },
    [topic],
  );
  const hasMore = truncated.includes('tasks');
  const pasted = useServerFilter(organizationId, wanted, hasMore);
  const rows = useMemo(
    () =>
      listRows(isArchive ? archived.tasks : tasks.values(), {
        ...view,
        filter: wanted,
        userId,
        own: taskStates,
        placed,
      }),
    [isArchive, archived.tasks, tasks, view, wanted, userId, taskStates, placed],
  );
  const older = useOlderTasks(organizationId, hasMore);
  const { list } = archived;
  if (isArchive && list.isPending) {
    return (
      <div className="flex-1">
        <Skeleton rows={6} label="Reading the archive" />
      </div>
    );
  }
  return (
    <>
      {rows.length === 0 ? (
        <div className="grid flex-1 content-start justify-items-start gap-2 p-4 text-text-2">
          <p>
            {pasted ??
              (tasks.size === 0 && !isArchive
                ? 'No tasks yet. Open pull requests appear here by themselves.'
                : 'No tasks in this view.')}
          </p>
          {(tasks.size > 0 || isArchive) && <Button onClick={onClear}>Clear filter</Button>}
        </div>
      ) : (
        <TaskList
          rows={rows}
          withRepository={view.group !== 'repository'}
          isCompact={preferences?.appearance.density === 'compact'}
          onHold={hold}
        />
      )}
      {isArchive && list.isError && (
        <ErrorNotice error={list.error} what="The archive was not read." retry={() => void list.refetch()} />
      )}
      {isArchive && list.hasNextPage && (
        <More isReading={list.isFetchingNextPage} read={() => void list.fetchNextPage()} />
      )}
      {!isArchive && older.canRead && <More isReading={older.isReading} read={older.read} />}
      {older.error !== null && <ErrorNotice error={older.error} what="Older tasks were not read." retry={older.read} />}
    </>
  );
}

function More({ isReading, read }: { isReading: boolean; read: () => void }) {
  return (
    <p className="p-2">
      <Button pending={isReading ? 'Reading' : null} onClick={read}>
        Show older tasks
      </Button>
    </p>
  );
}
