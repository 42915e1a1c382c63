import { useSyncExternalStore } from 'react';

/** Whether news may leave the page in this browser. `blocked`: the person or the browser said no. */
export type BrowserSwitch = 'on' | 'off' | 'blocked' | 'impossible';

const KEY = 'foundry.notifications';
const listeners = new Set<() => void>();
const isPossible = (): boolean => 'Notification' in window && 'locks' in navigator;

function isSwitchedOn(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function state(): BrowserSwitch {
  if (!isPossible()) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  return isSwitchedOn() && Notification.permission === 'granted' ? 'on' : 'off';
}

function keep(value: 'on' | 'off'): void {
  try {
    localStorage.setItem(KEY, value);
  } catch (error) {
    // A browser that keeps nothing for us is asked again at the next visit.
    if (!(error instanceof DOMException)) throw error;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab may have switched it.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export const useBrowserSwitch = (): BrowserSwitch => useSyncExternalStore(subscribe, state);

/** Asks the browser, which asks the person. Only ever after a click. */
export async function switchOn(): Promise<void> {
  await Notification.requestPermission();
  keep('on');
}

export function switchOff(): void {
  keep('off');
}
