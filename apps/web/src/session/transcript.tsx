import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '../live/live-context.js';
import { trimmed, type Transcript as TranscriptState, withOlder } from '../live/transcript.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useRowsFromEnd } from '../ui/virtual-rows.js';
import { readOlder } from './session-calls.js';
import { rowName, TranscriptRowView } from './transcript-row.js';
import { transcriptRows } from './transcript-rows.js';

const ROW_HEIGHT = 72;
/** Older entries are read when so few are left above. */
const NEAR_THE_TOP = 12;

interface TranscriptProps {
  sessionId: string;
  transcript: TranscriptState;
}

/** What was said and done, from its end. Only what is near the screen is in the document. */
export function Transcript({ sessionId, transcript }: TranscriptProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => transcriptRows(transcript.items), [transcript.items]);
  const older = useOlderItems(sessionId, transcript);
  const { virtual, isFollowing, onScroll, toEnd } = useRowsFromEnd({
    count: rows.length,
    scroller,
    heightOf: () => ROW_HEIGHT,
    keyOf: (index) => rows[index]?.key ?? String(index),
  });
  const shown = virtual.getVirtualItems();
  const isNearTop = (shown[0]?.index ?? rows.length) < NEAR_THE_TOP;
  const { canRead, read } = older;
  useEffect(() => {
    if (isNearTop && canRead) read();
  }, [isNearTop, canRead, read]);
  useLetGo(sessionId, isFollowing && !isNearTop);

  return (
    <div className="relative min-h-0">
      <div
        ref={scroller}
        id="conversation"
        tabIndex={0}
        role="region"
        aria-label="Conversation"
        onScroll={onScroll}
        className="h-full overflow-x-hidden overflow-y-auto -outline-offset-2"
      >
        {older.error !== null && (
          <div className="p-3">
            <ErrorNotice error={older.error} what="Older entries were not read." retry={read} />
          </div>
        )}
        <div
          role="feed"
          aria-label="Entries"
          aria-busy={older.isReading}
          className="relative"
          style={{ height: virtual.getTotalSize() }}
        >
          {shown.map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <article
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-label={rowName(row)}
                aria-setsize={transcript.hasMoreBefore ? -1 : rows.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 px-4 py-1.5 min-[600px]:px-6"
                style={{ transform: `translateY(${start}px)` }}
              >
                <TranscriptRowView row={row} />
              </article>
            );
          })}
        </div>
      </div>
      {!isFollowing && (
        <div className="absolute inset-x-0 bottom-2 text-center">
          <Button onClick={toEnd}>Jump to latest</Button>
        </div>
      )}
    </div>
  );
}

function useOlderItems(sessionId: string, transcript: TranscriptState) {
  const topic = useLive().session(sessionId);
  const first = transcript.items[0]?.seq ?? 0;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => readOlder(sessionId, first),
    onSuccess: ({ items, hasMoreBefore }) => {
      topic.merge((state) => ({ ...state, transcript: withOlder(state.transcript, items, hasMoreBefore) }));
    },
  });
  return {
    canRead: transcript.hasMoreBefore && first > 1 && !isPending && error === null,
    isReading: isPending,
    error,
    read: mutate,
  };
}

/** While somebody follows the end, very old entries are let go; they are read again when they are wanted. */
function useLetGo(sessionId: string, isFollowing: boolean): void {
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
