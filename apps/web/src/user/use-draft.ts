import type { DraftContent, DraftView } from '@foundry/user/contracts';
import { useEffect, useState } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { DraftSaver } from './draft-saver.js';

/** A request that outlives its page may carry so much. */
const KEEPALIVE_CHARACTERS = 16_000;

/** Two drafts say the same when their keys are equal. */
const keyOf = ({ text, form }: Pick<DraftContent, 'text' | 'form'>): string =>
  JSON.stringify([text, Object.entries(form ?? {}).sort(([a], [b]) => a.localeCompare(b))]);

/**
 * Keeps what is being written with the account: half a second after the last key, when a field is left and when the page
 * is hidden. `stored` is what the account has now; `first` is what this page began with.
 */
export function useDraft(scope: string, stored: DraftView | null, first: DraftContent) {
  const [since, setSince] = useState(stored?.version ?? 0);
  const [own, setOwn] = useState<readonly string[]>(() => [keyOf(first)]);
  const [saver] = useState(
    () =>
      new DraftSaver({
        messageId: stored?.messageId ?? null,
        save: (messageId, content) => {
          setOwn((keys) => [...keys, keyOf(content)]);
          return done(
            api.PUT('/v1/me/drafts/{scope}', {
              params: { path: { scope } },
              body: { messageId, ...content },
              keepalive: content.text.length < KEEPALIVE_CHARACTERS,
            }),
          );
        },
      }),
  );
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === 'hidden') saver.flush();
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      saver.flush();
    };
  }, [saver]);
  const isOther =
    stored !== null && stored.messageId !== null && stored.version > since && !own.includes(keyOf(stored));
  return {
    /** Another page wrote another text since. */
    other: isOther,
    change: (content: DraftContent): void => {
      saver.change(content);
    },
    flush: (): void => {
      saver.flush();
    },
    /** The id that the message is to be sent with. */
    messageId: (): string => saver.messageId,
    sent: (): void => {
      saver.sent();
    },
    /** Goes on with what the other page wrote, and returns it. */
    takeOther: (): DraftView | null => {
      if (stored === null || stored.messageId === null) return null;
      saver.takeOver(stored.messageId);
      setSince(stored.version);
      return stored;
    },
  };
}
