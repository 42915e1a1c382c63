import type { TaskSummary } from '@foundry/organization/contracts';
import { type KeyboardEvent, lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../palette/use-action.js';
import { useVirtualRows } from '../ui/virtual-rows.js';
import { type OpenTaskMenu, TaskRow } from './task-row.js';
import type { ListRow } from './task-rows.js';
import { usePinMoves } from './use-pin-moves.js';

const TaskMenu = lazy(async () => ({ default: (await import('./task-menu.js')).TaskMenu }));

const GROUP_HEIGHT = 30;
const ROW_HEIGHT = 46;
const COMPACT_HEIGHT = 30;

interface TaskListProps {
  rows: readonly ListRow[];
  withRepository: boolean;
  isCompact: boolean;
  /** Somebody points at the list or is in it, or not any more. */
  onHold: (isHeld: boolean) => void;
}

/**
 * As many rows as fit the screen, of however many there are. Arrows, and J and K, go from task to task; pins are dragged,
 * or moved by Alt with an arrow.
 */
export function TaskList({ rows, withRepository, isCompact, onHold }: TaskListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ task: TaskSummary; button: HTMLElement } | null>(null);
  const rowHeight = isCompact ? COMPACT_HEIGHT : ROW_HEIGHT;
  const virtual = useVirtualRows({
    count: rows.length,
    scroller,
    heightOf: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    keyOf: (index) => rows[index]?.key ?? String(index),
  });
  // Nobody points at a list that is gone.
  useEffect(
    () => () => {
      onHold(false);
    },
    [onHold],
  );
  const openMenu = useCallback<OpenTaskMenu>((task, button) => {
    setMenu({ task, button });
  }, []);
  const focusRow = (index: number): void => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus();
    });
  };
  const pins = usePinMoves(rows);
  const movePin = (from: number, step: -1 | 1): void => {
    const row = rows[from];
    if (row?.kind !== 'task' || !pins.step(row.key, step)) return;
    // A row that is put elsewhere in the page loses the focus.
    focusRow(from + step);
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = stepOf(event);
    if (step === 0 || !(event.target instanceof HTMLElement)) return;
    const from = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    if (event.altKey) {
      event.preventDefault();
      movePin(from, step);
      return;
    }
    const next = nextTask(rows, from, step);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  useAction('list.enter', () => {
    const first = nextTask(rows, -1, 1);
    if (first !== null) focusRow(first);
  });

  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto px-2"
      onKeyDown={move}
      onPointerEnter={() => {
        onHold(true);
      }}
      onPointerLeave={() => {
        onHold(isIn(scroller));
      }}
      onFocus={() => {
        onHold(true);
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        onHold(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
      }}
    >
      <ul aria-label="Tasks" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
              {...(row.kind === 'task' ? pins.handlers(row) : null)}
            >
              {pins.drop?.id === row.key && (
                <span
                  className={`pointer-events-none absolute inset-x-2 z-10 h-0.5 bg-accent ${pins.drop.isAfter ? '-bottom-px' : '-top-px'}`}
                />
              )}
              {row.kind === 'group' ? (
                <p className="flex h-full items-end gap-1 px-2 pb-1 text-meta font-medium text-text-2">
                  <span className="truncate">{row.name}</span>
                  <span className="text-text-3">{row.count}</span>
                </p>
              ) : (
                <TaskRow
                  task={row.task}
                  matched={row.matched}
                  unread={row.unread}
                  withRepository={withRepository || row.pinned}
                  isCompact={isCompact}
                  onMenu={openMenu}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" className="sr-only">
        {pins.said}
      </p>
      <Suspense fallback={null}>
        {menu && (
          <TaskMenu
            key={menu.task.id}
            task={menu.task}
            button={menu.button}
            onClose={() => {
              setMenu(null);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

const isIn = (place: RefObject<HTMLElement | null>): boolean =>
  place.current?.contains(document.activeElement) ?? false;

function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || metaKey || (altKey && !key.startsWith('Arrow'))) return 0;
  if (key === 'ArrowDown' || key === 'j') return 1;
  return key === 'ArrowUp' || key === 'k' ? -1 : 0;
}

function nextTask(rows: readonly ListRow[], from: number, step: -1 | 1): number | null {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'task') return index;
  }
  return null;
}
