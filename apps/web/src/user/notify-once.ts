import { z } from 'zod/mini';

const KEY = 'foundry.notified';
const VISIBLE = 'foundry.visible';
const MOST = 50;
const Told = z.array(z.string());

/** Keeps known to all tabs, while this one is visible, that somebody sees the product. Returns what ends it. */
export function markVisible(): () => void {
  let leave: (() => void) | null = null;
  const follow = (): void => {
    leave?.();
    leave = null;
    if (document.visibilityState !== 'visible') return;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    void navigator.locks.request(VISIBLE, { mode: 'shared' }, () => left);
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    leave?.();
  };
}

async function isAnyTabVisible(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === VISIBLE);
}

function told(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Told.safeParse(found).data ?? [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return [];
    throw error;
  }
}

/** True for one tab of all that ask, and only while nobody sees any of them. */
export async function mayTell(itemId: string): Promise<boolean> {
  if (document.visibilityState === 'visible' || (await isAnyTabVisible())) return false;
  return navigator.locks.request(KEY, () => {
    const before = told();
    if (before.includes(itemId)) return false;
    localStorage.setItem(KEY, JSON.stringify([...before, itemId].slice(-MOST)));
    return true;
  });
}
