import { type PointerEvent, useRef } from 'react';
import { type PaneName, PANES, sizeAfterKey, within } from './pane-limits.js';
import { keepPanes, mostNow, resizePane, usePaneSize } from './pane-store.js';

const EDGES: Readonly<Record<PaneName, string>> = {
  left: 'inset-y-0 -right-1 w-2 cursor-col-resize',
  right: 'inset-y-0 -left-1 w-2 cursor-col-resize',
  dock: 'inset-x-0 -top-1 h-2 cursor-row-resize',
};
const LOOK =
  'absolute z-20 touch-none select-none hover:bg-accent/40 focus-visible:bg-accent/40 active:bg-accent/40 focus-visible:outline-offset-0';

interface SplitterProps {
  name: PaneName;
  /** What it makes larger or smaller. */
  label: string;
}

/** The edge of a pane: dragged, moved by arrows (with Shift by more), Home and End; a double click resets it. */
export function Splitter({ name, label }: SplitterProps) {
  const size = usePaneSize(name);
  const held = useRef<{ at: number; size: number } | null>(null);
  const { min, first } = PANES[name];
  const max = mostNow(name);
  const placeOf = ({ clientX, clientY }: PointerEvent): number => (name === 'dock' ? clientY : clientX);
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={name === 'dock' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={within(size, min, max)}
      aria-valuetext={`${within(size, min, max)} pixels`}
      className={`${LOOK} ${EDGES[name]}`}
      onKeyDown={(event) => {
        const next = sizeAfterKey(name, event, size, max);
        if (next === null) return;
        event.preventDefault();
        resizePane(name, next);
        keepPanes();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { at: placeOf(event), size: within(size, min, max) };
      }}
      onPointerMove={(event) => {
        if (!held.current) return;
        const moved = placeOf(event) - held.current.at;
        resizePane(name, held.current.size + (name === 'left' ? moved : -moved));
      }}
      onLostPointerCapture={() => {
        held.current = null;
        keepPanes();
      }}
      onDoubleClick={() => {
        resizePane(name, first);
        keepPanes();
      }}
    />
  );
}
