import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { answered, done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { Draft, type DraftState } from './draft.js';

const KEEPALIVE_CHARACTERS = 16_000;

/** Drafts of this tab, which outlive the screens that show them. */
const drafts = new Map<string, Draft>();

function draftOf(userId: string, scope: string): Draft {
  const key = `${userId} ${scope}`;
  const known = drafts.get(key);
  if (known) return known;
  const draft = new Draft(({ messageId, text, attachments }) =>
    done(
      api.PUT('/v1/me/drafts/{scope}', {
        params: { path: { scope } },
        body: { messageId, text, attachments: [...attachments], form: null },
        // A request that outlives its page may carry so much.
        keepalive: text.length < KEEPALIVE_CHARACTERS,
      }),
    ),
  );
  drafts.set(key, draft);
  return draft;
}

export const draftScope = (taskId: string, sessionId: string | null): string => `task:${taskId}:${sessionId ?? 'new'}`;

/** The draft of a session, or of a task before its first one. It does not read anything by itself. */
export function useDraft(scope: string): Draft {
  const { user } = useApp();
  return draftOf(user.userId, scope);
}

export const useDraftState = (draft: Draft): DraftState => useSyncExternalStore(draft.subscribe, draft.get);

/** Takes in what the account keeps, now and whenever another page writes; saves when this one is left. */
export function useStoredDraft(scope: string, draft: Draft): void {
  const { data } = useQuery({
    queryKey: ['draft', scope],
    queryFn: () => answered(api.GET('/v1/me/drafts/{scope}', { params: { path: { scope } } })),
    gcTime: 0,
    staleTime: 0,
  });
  const told = useApp().drafts.get(scope);
  useEffect(() => {
    if (data) draft.load(data);
  }, [data, draft]);
  useEffect(() => {
    if (told) draft.load(told);
  }, [told, draft]);
  useEffect(() => {
    const { flush } = draft;
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [draft]);
}
