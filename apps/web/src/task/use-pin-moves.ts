import { type DragEvent, useState } from 'react';
import { useLive } from '../live/live-context.js';
import { type Pin, rankBefore, stepTo } from './pin-order.js';
import type { ListRow } from './task-rows.js';
import { usePin } from './use-own-task.js';

type TaskListRow = Extract<ListRow, { kind: 'task' }>;

/** Where a dragged pin would come to stand: on which side of which pin. */
interface Drop {
  readonly id: string;
  readonly isAfter: boolean;
}

/** Puts pins into another order, by dragging and by a step up or down. Only pins that are shown count. */
export function usePinMoves(rows: readonly ListRow[]) {
  const { app } = useLive();
  const pin = usePin();
  const [dragged, setDragged] = useState<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const [said, setSaid] = useState('');
  const pinned = rows.filter((row): row is TaskListRow => row.kind === 'task' && row.pinned);
  // In the order of now: a second step may come before the first one is drawn.
  const pins = (): Pin[] =>
    pinned
      .flatMap(({ key }) => {
        const rank = app.get().state?.taskStates.get(key)?.pinRank ?? null;
        return rank === null ? [] : [{ id: key, rank }];
      })
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const put = (id: string, beforeId: string | null): boolean => {
    const rank = rankBefore(pins(), id, beforeId);
    const row = pinned.find(({ key }) => key === id);
    if (rank === null || !row) return false;
    pin.mutate({ task: row.task, rank });
    const others = pinned.filter(({ key }) => key !== id);
    const place = others.findIndex(({ key }) => key === beforeId);
    setSaid(`${row.task.title}: pin ${place === -1 ? pinned.length : place + 1} of ${pinned.length}`);
    return true;
  };
  const end = (): void => {
    setDragged(null);
    setDrop(null);
  };
  return {
    drop,
    /** What became of the last move, for those who do not see it. */
    said,
    /** False: it is no pin, or stands at that end. */
    step(id: string, by: -1 | 1): boolean {
      const before = stepTo(pins(), id, by);
      return before !== undefined && put(id, before);
    },
    /** For the place of a row. Only pins are dragged, and only among pins. */
    handlers(row: TaskListRow) {
      if (!row.pinned) return null;
      return {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          setDragged(row.key);
        },
        onDragOver: (event: DragEvent<HTMLElement>) => {
          if (dragged === null) return;
          event.preventDefault();
          const { top, height } = event.currentTarget.getBoundingClientRect();
          const isAfter = event.clientY > top + height / 2;
          if (drop?.id !== row.key || drop.isAfter !== isAfter) setDrop({ id: row.key, isAfter });
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          if (dragged !== null && drop) {
            const place = pinned.findIndex(({ key }) => key === drop.id);
            put(dragged, drop.isAfter ? (pinned[place + 1]?.key ?? null) : drop.id);
          }
          end();
        },
        onDragEnd: end,
      };
    },
  };
}
