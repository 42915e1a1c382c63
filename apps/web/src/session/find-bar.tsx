import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { useDebounced } from '../ui/use-debounced.js';
import { aroundWords } from './found-words.js';

type Found = View['FoundItem'];
const NOTHING: readonly Found[] = Object.freeze([]);
/** More are read when so few are left to go to. */
const FEW_LEFT = 3;

interface FindBarProps {
  sessionId: string;
  onGo: (seq: number) => void;
  onClose: () => void;
}

/** Finds words in the whole conversation, the newest place first. Enter goes on to older ones, Shift+Enter back. */
export function FindBar({ sessionId, onGo, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDebounced(words.trim());
  const found = useInfiniteQuery({
    queryKey: ['found in a conversation', sessionId, asked],
    queryFn: ({ pageParam: cursor }) => find(sessionId, asked, cursor),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: asked !== '',
    gcTime: 0,
  });
  const places = found.data?.pages.flatMap(({ items }) => items) ?? NOTHING;
  const place = places[Math.min(at, places.length - 1)];
  const seq = place?.seq ?? null;
  const go = useRef(onGo);
  useEffect(() => {
    go.current = onGo;
  });
  useEffect(() => {
    if (seq !== null) go.current(seq);
  }, [seq]);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const step = (by: 1 | -1): void => {
    const next = Math.min(Math.max(at + by, 0), Math.max(places.length - 1, 0));
    setAt(next);
    if (hasNextPage && !isFetchingNextPage && places.length - next <= FEW_LEFT) void fetchNextPage();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div role="search" aria-label="Find in the conversation" className="grid gap-1 border-b border-line p-2">
      <div className="flex items-center gap-1">
        <input
          ref={field}
          type="search"
          aria-label="Words to find"
          placeholder="Find in the conversation"
          maxLength={100}
          value={words}
          className={`${CONTROL} min-w-0 flex-1 placeholder:text-text-3`}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span role="status" className="min-w-16 text-center text-meta whitespace-nowrap text-text-2">
          {statusOf({ asked, isPending: found.isPending, count: places.length, at, hasMore: hasNextPage })}
        </span>
        <Button look="quiet" aria-label="Older place" title="Older (Enter)" onClick={() => step(1)}>
          <ChevronUp aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
        <Button look="quiet" aria-label="Newer place" title="Newer (Shift+Enter)" onClick={() => step(-1)}>
          <ChevronDown aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
        <Button look="quiet" aria-label="Close finding" title="Close (Esc)" onClick={onClose}>
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
      </div>
      {place && <Excerpt text={place.excerpt} words={asked} />}
      {found.isError && (
        <ErrorNotice error={found.error} what="The conversation was not searched." retry={() => void found.refetch()} />
      )}
    </div>
  );
}

const find = async (sessionId: string, q: string, cursor: string) =>
  answered(
    api.GET('/v1/sessions/{sessionId}/transcript/search', {
      params: { path: { sessionId }, query: { q, ...(cursor === '' ? {} : { cursor }) } },
    }),
  );

interface Status {
  asked: string;
  isPending: boolean;
  count: number;
  at: number;
  hasMore: boolean;
}

function statusOf({ asked, isPending, count, at, hasMore }: Status): string {
  if (asked === '') return '';
  if (isPending) return 'Searching';
  return count === 0 ? 'Not found' : `${Math.min(at, count - 1) + 1} of ${count}${hasMore ? '+' : ''}`;
}

/** The place that is shown: it may stand in a part that is folded. */
function Excerpt({ text, words }: { text: string; words: string }) {
  const [before, match, after] = aroundWords(text, words);
  return (
    <p className="truncate px-1 text-meta text-text-2">
      {before}
      <mark className="rounded-chip bg-selected font-semibold text-text">{match}</mark>
      {after}
    </p>
  );
}
