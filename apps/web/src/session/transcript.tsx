import { Ellipsis, Hand } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Transcript as TranscriptState } from '../live/transcript.js';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useRowsFromEnd } from '../ui/virtual-rows.js';
import { ConversationBar } from './conversation-bar.js';
import type { OpenEntry } from './entry-menu.js';
import { type Target, useTarget } from './target.js';
import { rowName, TranscriptRowView } from './transcript-row.js';
import { promptAbove, rowOf, type TranscriptRow, transcriptRows } from './transcript-rows.js';
import { useFirstUnread } from './use-first-unread.js';
import { useWaitingRequest } from './use-waiting-request.js';
import { useLetGo, useOlderItems } from './use-older-items.js';

const EntryMenu = lazy(async () => ({ default: (await import('./entry-menu.js')).EntryMenu }));
const FindBar = lazy(async () => ({ default: (await import('./find-bar.js')).FindBar }));
const Outline = lazy(async () => ({ default: (await import('./outline.js')).Outline }));

const ROW_HEIGHT = 72;
/** Older entries are read when so few are left above. */
const NEAR_THE_TOP = 12;

interface TranscriptProps {
  sessionId: string;
  transcript: TranscriptState;
  /** Messages that were sent from here; whoever sends is brought to the end. */
  sent: number;
}

/** What was said and done, from its end. Only what is near the screen is in the document. */
export function Transcript({ sessionId, transcript, sent }: TranscriptProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => transcriptRows(transcript.items), [transcript.items]);
  const { target, go, leave } = useTarget();
  const [panel, setPanel] = useState<'find' | 'outline' | null>(null);
  const [menu, setMenu] = useState<OpenEntry | null>(null);
  const { virtual, isFollowing, onScroll, toRow, toEnd } = useRowsFromEnd({
    count: rows.length,
    scroller,
    heightOf: () => ROW_HEIGHT,
    keyOf: (index) => rows[index]?.key ?? String(index),
  });
  const shown = virtual.getVirtualItems();
  const isNearTop = (shown[0]?.index ?? rows.length) < NEAR_THE_TOP;
  const unread = useFirstUnread(transcript.headSeq);
  const goal = target ?? unread;
  const older = useOlderItems(sessionId, transcript, isNearTop, goal?.seq ?? null);
  useLetGo(sessionId, isFollowing && !isNearTop && target === null);
  const wanted = target === null ? null : rowOf(rows, target.seq);
  useShowTarget(goal, goal === null ? null : rowOf(rows, goal.seq), toRow, scroller);
  const backToEnd = (): void => {
    leave();
    toEnd();
  };
  useBackToEnd(sent, backToEnd);
  const waiting = useWaitingRequest(rows, virtual.range);
  const seen = useNewSince(rows.length, isFollowing);
  const toggle = (which: 'find' | 'outline') => (): void => setPanel(panel === which ? null : which);
  useAction('conversation.find', () => setPanel('find'));
  useAction('conversation.outline', toggle('outline'));
  const plan = useMemo(() => transcript.items.findLast(({ kind }) => kind === 'plan') ?? null, [transcript.items]);

  return (
    <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)]">
      <ConversationBar
        prompt={promptAbove(rows, virtual.range?.startIndex ?? rows.length - 1)}
        plan={plan}
        isFinding={panel === 'find'}
        isOutlined={panel === 'outline'}
        onFind={toggle('find')}
        onOutline={toggle('outline')}
        onGo={(seq) => go(seq, true)}
      />
      <div>
        <Suspense fallback={null}>
          {panel === 'find' && (
            <FindBar sessionId={sessionId} onGo={(seq) => go(seq, false)} onClose={() => setPanel(null)} />
          )}
          {panel === 'outline' && (
            <Outline
              sessionId={sessionId}
              headSeq={transcript.headSeq}
              onGo={(seq) => go(seq, true)}
              onClose={() => setPanel(null)}
            />
          )}
        </Suspense>
      </div>
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
              <ErrorNotice error={older.error} what="Older entries were not read." retry={older.retry} />
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
              const seq = seqOf(row);
              return (
                <article
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  data-target={index === wanted ? '' : undefined}
                  tabIndex={-1}
                  aria-label={rowName(row)}
                  aria-setsize={transcript.hasMoreBefore ? -1 : rows.length}
                  aria-posinset={index + 1}
                  className="group absolute inset-x-0 top-0 py-1.5 pr-9 pl-4 -outline-offset-2 data-target:bg-selected min-[600px]:pl-6"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <div data-entry>
                    <TranscriptRowView row={row} />
                  </div>
                  {seq !== null && <EntryButton onOpen={(button) => setMenu({ row, seq, button })} />}
                </article>
              );
            })}
          </div>
        </div>
        {waiting !== null && (
          <p
            role="status"
            className="absolute inset-x-0 top-0 flex items-center gap-2 border-b border-warning bg-surface px-4 py-1 min-[600px]:px-6"
          >
            <Hand aria-hidden="true" size={16} strokeWidth={1.75} className="shrink-0 text-warning" />
            <span className="min-w-0 flex-1 truncate">The agent waits for you: {waiting.title}</span>
            <Button onClick={() => go(waiting.seq, true)}>Show</Button>
          </p>
        )}
        {!isFollowing && (
          <div className="pointer-events-none absolute inset-x-0 bottom-2 text-center [&>button]:pointer-events-auto">
            <Button onClick={backToEnd}>{seen === 0 ? 'Jump to latest' : `Jump to latest (${seen})`}</Button>
          </div>
        )}
        {target !== null && wanted === null && older.error === null && (
          <p role="status" className="absolute inset-x-0 top-2 text-center text-meta">
            <span className="rounded-button border border-line bg-raised px-2 py-1">
              {isAbove(target.seq, transcript) ? 'Going to the entry' : 'This entry is not in the conversation'}
            </span>
          </p>
        )}
      </div>
      {menu && (
        <Suspense fallback={null}>
          <EntryMenu sessionId={sessionId} entry={menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** It was not read yet. */
const isAbove = (seq: number, { items, hasMoreBefore }: TranscriptState): boolean =>
  hasMoreBefore && seq < (items[0]?.seq ?? 0);

function EntryButton({ onOpen }: { onOpen: (button: HTMLElement) => void }) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label="Actions of this entry"
      className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded-button text-text-2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-hover focus-visible:opacity-100 pointer-coarse:opacity-100"
      onClick={({ currentTarget }) => onOpen(currentTarget)}
    >
      <Ellipsis aria-hidden="true" size={16} strokeWidth={1.75} />
    </button>
  );
}

/** The entry that a link of a row names; null: it is none. */
function seqOf(row: TranscriptRow): number | null {
  if (row.kind === 'item') return row.item.seq;
  return row.kind === 'tools' ? (row.items[0]?.seq ?? null) : null;
}

/** Brings the wanted entry into view as soon as it is there, once for each wish. */
function useShowTarget(
  target: Target | null,
  row: number | null,
  toRow: (index: number) => void,
  scroller: React.RefObject<HTMLElement | null>,
): void {
  const shown = useRef<Target | null>(null);
  useEffect(() => {
    if (target === null || row === null || shown.current === target) return;
    shown.current = target;
    toRow(row);
    if (!target.withFocus) return;
    // The row is drawn after the list moved there.
    const focus = (): void => scroller.current?.querySelector<HTMLElement>('[data-target]')?.focus();
    requestAnimationFrame(() => requestAnimationFrame(focus));
  }, [target, row, toRow, scroller]);
}

function useBackToEnd(sent: number, backToEnd: () => void): void {
  const latest = useRef(backToEnd);
  useEffect(() => {
    latest.current = backToEnd;
  });
  useEffect(() => {
    if (sent > 0) latest.current();
  }, [sent]);
}

/** How many rows came since somebody went back to read. */
function useNewSince(count: number, isFollowing: boolean): number {
  const [left, setLeft] = useState(count);
  if (isFollowing && left !== count) setLeft(count);
  return isFollowing ? 0 : Math.max(0, count - left);
}
