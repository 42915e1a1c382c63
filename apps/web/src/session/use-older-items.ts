import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive } from '../live/live-context.js';
import { trimmed, type Transcript, withOlder } from '../live/transcript.js';
import { readOlder } from './session-calls.js';

const PAGE = 100;
/** As many as are answered at once, on the way to an entry far above. */
const LARGE_PAGE = 500;

/** Reads entries that are older than those that are held: when the top is near, or one above is wanted. */
export function useOlderItems(sessionId: string, transcript: Transcript, isNearTop: boolean, wanted: number | null) {
  const topic = useLive().session(sessionId);
  const first = transcript.items[0]?.seq ?? 0;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (limit: number) => readOlder(sessionId, first, limit),
    onSuccess: ({ items, hasMoreBefore }) => {
      topic.merge((state) => ({ ...state, transcript: withOlder(state.transcript, items, hasMoreBefore) }));
    },
  });
  const isWanted = wanted !== null && wanted < first;
  const canRead = transcript.hasMoreBefore && first > 1 && !isPending && error === null;
  const limit = isWanted ? LARGE_PAGE : PAGE;
  const mustRead = canRead && (isNearTop || isWanted);
  useEffect(() => {
    if (mustRead) mutate(limit);
  }, [mustRead, limit, mutate]);
  return {
    isReading: isPending,
    error,
    retry: (): void => {
      mutate(limit);
    },
  };
}

/** While somebody follows the end, very old entries are let go; they are read again when they are wanted. */
export function useLetGo(sessionId: string, isFollowing: boolean): void {
  const topic = useLive().session(sessionId);
  useEffect(() => {
    if (!isFollowing) return;
    return topic.subscribe(() => {
      topic.merge((state) => {
        const transcript = trimmed(state.transcript);
        return transcript === state.transcript ? state : { ...state, transcript };
      });
    });
  }, [topic, isFollowing]);
}
