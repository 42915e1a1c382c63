import { lazy, Suspense, useSyncExternalStore } from 'react';
import { askedQuestion, listenToQuestions } from './confirm-store.js';

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.js')).ConfirmDialog }));

/** Where questions are asked. */
export function ConfirmPlace() {
  const question = useSyncExternalStore(listenToQuestions, askedQuestion);
  return question ? (
    <Suspense fallback={null}>
      <ConfirmDialog question={question} />
    </Suspense>
  ) : null;
}
