import { useSyncExternalStore } from 'react';
import { z } from 'zod/mini';
import { mostOf, type PaneName, PANES, within } from './pane-limits.js';

const Pane = z.object({ size: z.number(), isOpen: z.boolean() });
const Stored = z.object({ left: Pane, right: Pane, dock: Pane });
type Panes = Readonly<z.infer<typeof Stored>>;

const KEY = 'foundry.panes';
/** What is left of a pane that is put away. */
const RAIL = 40;
const FIRST: Panes = Object.freeze({
  left: { size: PANES.left.first, isOpen: true },
  right: { size: PANES.right.first, isOpen: true },
  dock: { size: PANES.dock.first, isOpen: false },
});

function stored(): Panes {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Stored.safeParse(found).data ?? FIRST;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return FIRST;
    throw error;
  }
}

const listeners = new Set<() => void>();
let panes = stored();

/** Layouts read the sizes as properties of the page, so that nothing is drawn again while somebody drags. */
function show(): void {
  const { left } = panes;
  document.documentElement.style.setProperty('--pane-beside', `${left.isOpen ? left.size : RAIL}px`);
  for (const name of ['left', 'right', 'dock'] as const) {
    document.documentElement.style.setProperty(`--pane-${name}`, `${panes[name].size}px`);
  }
}
show();

function change(name: PaneName, part: Partial<Panes[PaneName]>): void {
  panes = { ...panes, [name]: { ...panes[name], ...part } };
  show();
  for (const listener of listeners) listener();
}

/** Keeps in this browser how the panes are. */
export function keepPanes(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(panes));
  } catch (error) {
    // The next visit begins with the usual sizes; that is all that is lost.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The most that a pane may take now. */
export function mostNow(name: PaneName): number {
  const other = name === 'right' ? panes.left : panes.right;
  return mostOf(name, { width: innerWidth, height: innerHeight }, other.isOpen ? other.size : RAIL);
}

export function resizePane(name: PaneName, size: number): void {
  change(name, { size: within(size, PANES[name].min, mostNow(name)) });
}

export function openPane(name: PaneName, isOpen: boolean): void {
  change(name, { isOpen });
  keepPanes();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const usePaneSize = (name: PaneName): number => useSyncExternalStore(subscribe, () => panes[name].size);
export const usePaneOpen = (name: PaneName): boolean => useSyncExternalStore(subscribe, () => panes[name].isOpen);
