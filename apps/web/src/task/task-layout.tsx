import { FileDiff, Files, PanelRight } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { openPane, usePaneOpen } from '../ui/pane-store.js';
import { Rail } from '../ui/rail.js';
import { Splitter } from '../ui/splitter.js';
import { Tabs } from '../ui/tabs.js';
import { useWidth } from '../ui/use-width.js';
import type { TaskSearch, TaskTab } from './task-search.js';
import { useTaskSearch } from './use-task-search.js';

const Drawer = lazy(async () => ({ default: (await import('../ui/drawer.js')).Drawer }));

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
const ICONS = { overview: PanelRight, changes: FileDiff, files: Files } as const;

/** The centre with its details beside it; where there is no room, in a drawer over it; on a phone one of them at a time. */
export function TaskLayout(props: TaskLayoutProps) {
  const { header, centre, diff = null, bar, overview, changes, changeCount = 0, files } = props;
  const width = useWidth();
  const isOpen = usePaneOpen('right');
  const { search, change } = useTaskSearch();
  const show = (tab: TaskTab): void => {
    if (width === 'wide') openPane('right', true);
    change({ tab });
  };
  useAction('panel.overview', () => show('overview'));
  useAction('panel.changes', changes === undefined ? null : () => show('changes'));
  useAction('panel.files', files === undefined ? null : () => show('files'));
  const details = [
    { value: 'overview' as const, label: 'Overview', panel: overview },
    ...(changes === undefined
      ? []
      : [
          {
            value: 'changes' as const,
            label: changeCount > 0 ? `Changes (${changeCount})` : 'Changes',
            panel: changes,
          },
        ]),
    ...(files === undefined ? [] : [{ value: 'files' as const, label: 'Files', panel: files }]),
  ];
  const go = (value: string): void => change(asked(value));
  if (width === 'phone') {
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
  const isBeside = width === 'wide' && isOpen;
  // A file that is looked at takes the centre, so nothing lies over it.
  const isDrawn = width !== 'wide' && search.tab !== undefined && search.file === undefined;
  const hide = (): void => {
    if (width === 'wide') openPane('right', false);
    else change({ tab: undefined });
  };
  const parts = (
    <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <div>{bar}</div>
      <Tabs
        label="Details of the task"
        tabs={details}
        value={search.tab ?? 'overview'}
        onChange={go}
        end={isBeside && <Hide act={hide} />}
      />
    </div>
  );
  return (
    <div
      className={`grid min-h-0 ${isBeside ? 'grid-cols-[minmax(0,1fr)_min(var(--pane-right),calc(100vw-var(--pane-beside)-400px))]' : 'grid-cols-[minmax(0,1fr)_auto]'}`}
    >
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        {header}
        {diff ?? centre}
      </div>
      <aside
        aria-label="Details"
        className={`border-l border-line bg-canvas ${isBeside ? 'relative grid min-h-0 grid-cols-[minmax(0,1fr)]' : ''}`}
      >
        <Toggle act={isBeside || isDrawn ? hide : () => show(search.tab ?? 'overview')} />
        {isBeside ? (
          <>
            {parts}
            <Splitter name="right" label="Width of the details" />
          </>
        ) : (
          <Rail
            buttons={details.map(({ value, label }) => ({
              label: `Show ${label}`,
              icon: ICONS[value],
              onClick: () => {
                if (search.file !== undefined) change({ file: undefined, line: undefined });
                show(value);
              },
            }))}
          />
        )}
      </aside>
      {isDrawn && (
        <Suspense fallback={null}>
          <Drawer title="Details" side="right" onClose={hide}>
            {parts}
          </Drawer>
        </Suspense>
      )}
    </div>
  );
}

function Toggle({ act }: { act: () => void }) {
  useAction('panel.details', act);
  return null;
}

/** Makes room for the centre; the details are then behind their buttons. */
function Hide({ act }: { act: () => void }) {
  return (
    <Button look="quiet" aria-label="Hide the details" title="Hide the details" onClick={act}>
      <PanelRight aria-hidden="true" size={16} strokeWidth={1.75} />
    </Button>
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
