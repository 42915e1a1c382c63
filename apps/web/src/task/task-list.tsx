import { type KeyboardEvent, useRef } from 'react';
import { useVirtualRows } from '../ui/virtual-rows.js';
import { TaskRow } from './task-row.js';
import type { ListRow } from './task-rows.js';

const GROUP_HEIGHT = 30;
const ROW_HEIGHT = 46;

interface TaskListProps {
  rows: readonly ListRow[];
  withRepository: boolean;
}

/** As many rows as fit the screen, of however many there are. Arrows, and J and K, go from task to task. */
export function TaskList({ rows, withRepository }: TaskListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    count: rows.length,
    scroller,
    heightOf: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : ROW_HEIGHT),
    keyOf: (index) => rows[index]?.key ?? String(index),
  });

  const focusRow = (index: number): void => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus();
    });
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = stepOf(event);
    if (step === 0 || !(event.target instanceof HTMLElement)) return;
    const from = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const next = nextTask(rows, from, step);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2" onKeyDown={move}>
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
            >
              {row.kind === 'group' ? (
                <p className="flex h-full items-end gap-1 px-2 pb-1 text-meta font-medium text-text-2">
                  <span className="truncate">{row.name}</span>
                  <span className="text-text-3">{row.count}</span>
                </p>
              ) : (
                <TaskRow task={row.task} matched={row.matched} withRepository={withRepository} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || metaKey || altKey) return 0;
  if (key === 'ArrowDown' || key === 'j') return 1;
  return key === 'ArrowUp' || key === 'k' ? -1 : 0;
}

function nextTask(rows: readonly ListRow[], from: number, step: -1 | 1): number | null {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'task') return index;
  }
  return null;
}
