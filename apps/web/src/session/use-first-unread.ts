import { useState } from 'react';
import { useApp } from '../live/live-context.js';
import { useSessionPlace } from './session-place.js';
import type { Target } from './target.js';

/** Where somebody comes back to a conversation in which something happened since; null: they saw everything. */
export function useFirstUnread(headSeq: number): Target | null {
  const { taskId, sessionId } = useSessionPlace();
  const seen = useApp()
    .taskStates.get(taskId)
    ?.sessions.find((one) => one.sessionId === sessionId);
  // What is told as seen from now on does not move anybody.
  const [first] = useState((): Target | null => {
    if (!seen?.unread || seen.viewedSeq === 0 || seen.viewedSeq >= headSeq) return null;
    return { seq: seen.viewedSeq + 1, withFocus: false };
  });
  return first;
}
