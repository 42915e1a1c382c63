import type { ReactNode } from 'react';
import { useAction } from '../palette/use-action.js';
import { Tabs } from '../ui/tabs.js';
import { useIsWide } from '../ui/use-width.js';
import type { TaskSearch, TaskTab } from './task-search.js';
import { useTaskSearch } from './use-task-search.js';

interface TaskLayoutProps {
  header: ReactNode;
  centre: ReactNode;
  /** Takes the place of the centre while a file is looked at. */
  diff?: ReactNode;
  /** Stands over the details. */
  bar?: ReactNode;
  overview: ReactNode;
  changes?: ReactNode;
  changeCount?: number;
  files?: ReactNode;
}

const CHAT = 'chat';
const isTab = (value: string): value is TaskTab => value === 'overview' || value === 'changes' || value === 'files';

/** The centre with its details beside it; where there is no room, one of them at a time. */
export function TaskLayout(props: TaskLayoutProps) {
  const { header, centre, diff = null, bar, overview, changes, changeCount = 0, files } = props;
  const isWide = useIsWide();
  const { search, change } = useTaskSearch();
  useAction('panel.overview', () => change({ tab: 'overview' }));
  useAction('panel.changes', changes === undefined ? null : () => change({ tab: 'changes' }));
  useAction('panel.files', files === undefined ? null : () => change({ tab: 'files' }));
  const details = [
    { value: 'overview', label: 'Overview', panel: overview },
    ...(changes === undefined
      ? []
      : [{ value: 'changes', label: changeCount > 0 ? `Changes (${changeCount})` : 'Changes', panel: changes }]),
    ...(files === undefined ? [] : [{ value: 'files', label: 'Files', panel: files }]),
  ];
  const go = (value: string): void => change(asked(value));
  if (!isWide) {
    const tabs = [
      { value: CHAT, label: 'Chat', panel: centre },
      ...details.map((tab) => ({ ...tab, panel: narrowPanel(tab, bar, diff) })),
    ];
    return (
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        {header}
        <Tabs label="Parts of the task" tabs={tabs} value={search.tab ?? CHAT} onChange={go} />
      </div>
    );
  }
  return (
    <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_368px]">
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        {header}
        {diff ?? centre}
      </div>
      <aside
        aria-label="Details"
        className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] border-l border-line bg-canvas"
      >
        <div>{bar}</div>
        <Tabs label="Details of the task" tabs={details} value={search.tab ?? 'overview'} onChange={go} />
      </aside>
    </div>
  );
}

/** Where there is one pane only, a file that is looked at takes that of the changes. */
function narrowPanel(
  { value, panel }: { value: string; panel: ReactNode },
  bar: ReactNode,
  diff: ReactNode,
): ReactNode {
  if (value === 'files') return panel;
  if (value === 'changes' && diff !== null) return <div className="grid h-full min-h-0">{diff}</div>;
  return (
    <>
      {bar}
      {panel}
    </>
  );
}

const asked = (value: string): Partial<TaskSearch> =>
  isTab(value) ? { tab: value } : { tab: undefined, file: undefined };
