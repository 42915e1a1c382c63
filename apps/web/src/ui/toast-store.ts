import { newId } from '../api/new-id.js';

/** Something to say whose place on the page is gone. */
export interface ToastContent {
  readonly id: string;
  readonly text: string;
  readonly isError: boolean;
  /** Stays so long; 0: until somebody closes it. */
  readonly timeoutMs: number;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface ToastOptions {
  isError?: boolean;
  timeoutMs?: number;
  action?: ToastContent['action'];
}

const SHOWN_MS = 6_000;
const NONE: readonly ToastContent[] = Object.freeze([]);
const listeners = new Set<() => void>();
let waiting = NONE;

function changed(next: readonly ToastContent[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Says something at the foot of the page. Errors stay until they are closed. */
export function showToast(text: string, { isError = false, action = null, timeoutMs }: ToastOptions = {}): void {
  const shown = timeoutMs ?? (isError ? 0 : SHOWN_MS);
  changed([...waiting, { id: newId(), text, isError, timeoutMs: shown, action }]);
}

/** What was not shown yet; the caller shows it. */
export function takeToasts(): readonly ToastContent[] {
  const taken = waiting;
  waiting = NONE;
  return taken;
}

export const waitingToasts = (): readonly ToastContent[] => waiting;

export function listenToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
