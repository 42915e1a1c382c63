import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ActionId } from './actions.js';

type Run = () => void;
type Offered = ReadonlyMap<ActionId, Run>;

/** Who offers an action, the newest last: a dialog over a page comes before the page. */
const offers = new Map<ActionId, readonly Run[]>();
const listeners = new Set<() => void>();
let offered: Offered = new Map();

function changed(id: ActionId, runs: readonly Run[]): void {
  offers.set(id, runs);
  const next = new Map(offered);
  const run = runs.at(-1);
  if (run) next.set(id, run);
  else next.delete(id);
  offered = next;
  for (const listener of listeners) listener();
}

function offer(id: ActionId, run: Run): () => void {
  changed(id, [...(offers.get(id) ?? []), run]);
  return () => {
    changed(
      id,
      (offers.get(id) ?? []).filter((one) => one !== run),
    );
  };
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Offers an action while the caller is on the page; null: not now. Shortcuts and palette then run it. */
export function useAction(id: ActionId, run: Run | null): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isOffered = run !== null;
  useEffect(() => {
    if (!isOffered) return;
    return offer(id, () => latest.current?.());
  }, [id, isOffered]);
}

/** Does what is offered under this name. False when nothing is. */
export function runAction(id: ActionId): boolean {
  const run = offered.get(id);
  run?.();
  return run !== undefined;
}

/** What can be done here and now. */
export const useOfferedActions = (): Offered => useSyncExternalStore(listen, () => offered);
