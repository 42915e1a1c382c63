import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { listenToToasts, waitingToasts } from './toast-store.js';

const Toasts = lazy(async () => ({ default: (await import('./toasts.js')).Toasts }));

/** Where short notices stand. What shows them is fetched with the first one. */
export function ToastPlace() {
  const isWaiting = useSyncExternalStore(listenToToasts, waitingToasts).length > 0;
  const [isUsed, setUsed] = useState(false);
  if (isWaiting && !isUsed) setUsed(true);
  return isUsed ? (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  ) : null;
}
