import { useEffect } from 'react';
import { done, ApiError } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useConnection } from '../live/live-context.js';

const AFTER_MS = 1_500;
const EVERY_MS = 5_000;

const lastTold = new Map<string, { seq: number; at: number }>();

async function tell(taskId: string, sessionId: string, seq: number): Promise<void> {
  try {
    await done(
      api.POST('/v1/me/tasks/{taskId}/sessions/{sessionId}/viewed', {
        params: { path: { taskId, sessionId } },
        body: { seq },
      }),
    );
  } catch (error) {
    // It is only a mark of what was read; the next one says the same and more.
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
    lastTold.delete(sessionId);
  }
}

/**
 * Tells how far a session was shown, while somebody looks: at most every five seconds. It starts no work. What could not be
 * told is told once the connection is back.
 */
export function useViewed(taskId: string, sessionId: string, headSeq: number): void {
  const isConnected = useConnection().state === 'open';
  useEffect(() => {
    const told = lastTold.get(sessionId);
    if (!isConnected || headSeq === 0 || (told && told.seq >= headSeq)) return;
    const wait = Math.max(AFTER_MS, (told?.at ?? 0) + EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      lastTold.set(sessionId, { seq: headSeq, at: Date.now() });
      void tell(taskId, sessionId, headSeq);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [taskId, sessionId, headSeq, isConnected]);
}
