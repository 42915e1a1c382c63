import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useApp, useConnection } from '../live/live-context.js';
import type { OrganizationState } from '../live/organization-topic.js';
import { storedListView, storeListView } from '../task/list-view.js';
import { TaskList } from '../task/task-list.js';
import { TaskListTools } from '../task/task-list-tools.js';
import { FIRST_VIEW, type ListView, listRows } from '../task/task-rows.js';
import { useOlderTasks } from '../task/use-older-tasks.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { OrganizationMenu } from './organization-menu.js';
import { SyncRow } from './sync-row.js';
import { UserMenu } from './user-menu.js';

interface SidebarProps {
  organizationId: string;
  /** Null until the first snapshot. */
  state: OrganizationState | null;
}

export function Sidebar({ organizationId, state }: SidebarProps) {
  const [filter, setFilter] = useState('');
  const [view, setView] = useState(storedListView);
  const field = useRef<HTMLInputElement>(null);
  useFilterKey(field);
  const change = (next: ListView): void => {
    setView(next);
    storeListView(next);
  };
  const clear = (): void => {
    setFilter('');
    change({ ...view, view: FIRST_VIEW.view });
  };
  return (
    <>
      <div className="grid gap-2 border-b border-line p-2">
        <OrganizationMenu organizationId={organizationId} />
        <TaskListTools field={field} filter={filter} onFilter={setFilter} view={view} onView={change} />
      </div>
      <SyncRow organizationId={organizationId} github={state?.github ?? null} />
      {state ? (
        <Tasks organizationId={organizationId} state={state} filter={filter} view={view} onClear={clear} />
      ) : (
        <div className="flex-1">
          <Skeleton rows={6} label="Reading the tasks" />
        </div>
      )}
      <div className="flex items-center justify-between gap-2 border-t border-line p-2">
        <UserMenu organizationId={organizationId} />
        <ConnectionState />
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
  const { userId } = useApp().user;
  const wanted = useDeferredValue(filter);
  const rows = useMemo(
    () => listRows(tasks.values(), { ...view, filter: wanted, userId }),
    [tasks, view, wanted, userId],
  );
  const older = useOlderTasks(organizationId, truncated.includes('tasks'));
  return (
    <>
      {rows.length === 0 ? (
        <div className="grid flex-1 content-start justify-items-start gap-2 p-4 text-text-2">
          <p>
            {tasks.size === 0
              ? 'No tasks yet. Open pull requests appear here by themselves.'
              : 'No tasks in this view.'}
          </p>
          {tasks.size > 0 && <Button onClick={onClear}>Clear filter</Button>}
        </div>
      ) : (
        <TaskList rows={rows} withRepository={view.group !== 'repository'} />
      )}
      {older.canRead && (
        <p className="p-2">
          <Button pending={older.isReading ? 'Reading' : null} onClick={older.read}>
            Show older tasks
          </Button>
        </p>
      )}
      {older.error !== null && <ErrorNotice error={older.error} what="Older tasks were not read." retry={older.read} />}
    </>
  );
}

/** `/` goes to the filter, unless somebody is writing. */
function useFilterKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const find = (event: KeyboardEvent): void => {
      const { target } = event;
      const isWriting = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', find);
    return () => {
      document.removeEventListener('keydown', find);
    };
  }, [field]);
}

function ConnectionState() {
  const { state } = useConnection();
  const words = {
    connecting: 'Connecting',
    open: 'Live',
    waiting: 'Reconnecting',
    signed_out: 'Signed out',
    broken: 'Not live',
  };
  return (
    <span role="status" className={`text-meta ${state === 'open' ? 'text-text-3' : 'text-warning'}`}>
      {words[state]}
    </span>
  );
}
