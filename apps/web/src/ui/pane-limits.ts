export type PaneName = 'left' | 'right' | 'dock';

interface Limits {
  readonly first: number;
  readonly min: number;
  readonly max: number;
}

/** How large each pane is at first, at least and at most, in pixels. The dock's most is a part of the window. */
export const PANES: Readonly<Record<PaneName, Limits>> = {
  left: { first: 288, min: 240, max: 480 },
  right: { first: 368, min: 320, max: 720 },
  dock: { first: 260, min: 120, max: Number.POSITIVE_INFINITY },
};

/** What the centre keeps beside panes, and the part of the height that the dock may take. */
const CENTRE = 400;
const DOCK_PART = 0.7;

/** The most that a pane may take of a window, when the other side takes `other`. Never less than its least. */
export function mostOf(name: PaneName, window: { width: number; height: number }, other: number): number {
  const { min, max } = PANES[name];
  const room = name === 'dock' ? window.height * DOCK_PART : window.width - other - CENTRE;
  return Math.round(Math.max(min, Math.min(max, room)));
}

export const within = (size: number, min: number, max: number): number =>
  Math.round(Math.min(Math.max(size, min), max));

/** The arrow that makes a pane larger; its opposite makes it smaller. */
const GROWS = { left: 'ArrowRight', right: 'ArrowLeft', dock: 'ArrowUp' } as const;
const SHRINKS = { left: 'ArrowLeft', right: 'ArrowRight', dock: 'ArrowDown' } as const;
const STEP = 16;
const BIG_STEP = 64;

/** The size after a key: arrows by 16 px, with Shift by 64, Home and End to the limits. Null: the key is none of these. */
export function sizeAfterKey(
  name: PaneName,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  size: number,
  max: number,
): number | null {
  const { min } = PANES[name];
  const step = shiftKey ? BIG_STEP : STEP;
  switch (key) {
    case GROWS[name]:
      return within(size + step, min, max);
    case SHRINKS[name]:
      return within(size - step, min, max);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
