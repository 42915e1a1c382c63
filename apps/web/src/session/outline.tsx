import { useQuery } from '@tanstack/react-query';
import { CircleAlert, GitCommitHorizontal, MessageSquare, X } from 'lucide-react';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';

type Entry = View['OutlineItem'];

const LOOKS: Readonly<Record<string, readonly [typeof MessageSquare, string]>> = {
  user_message: [MessageSquare, 'Message'],
  git: [GitCommitHorizontal, 'Git'],
  error: [CircleAlert, 'Error'],
};
const OTHER = [MessageSquare, 'Entry'] as const;

interface OutlineProps {
  sessionId: string;
  /** The newest entry that there is; when it rises the outline is read again. */
  headSeq: number;
  onGo: (seq: number) => void;
  onClose: () => void;
}

/** Messages of people, what happened in git, and errors: where to go in a long conversation. */
export function Outline({ sessionId, headSeq, onGo, onClose }: OutlineProps) {
  const outline = useQuery({
    queryKey: ['outline', sessionId, headSeq],
    queryFn: () =>
      answered(api.GET('/v1/sessions/{sessionId}/transcript/outline', { params: { path: { sessionId } } })),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  return (
    <nav
      aria-label="Outline"
      className="max-h-[40vh] overflow-y-auto border-b border-line p-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className="flex items-center justify-between gap-2 px-2 text-meta text-text-2">
        Messages, git and errors
        <Button look="quiet" aria-label="Close the outline" title="Close (Esc)" onClick={onClose}>
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
      </p>
      {outline.isPending && <Skeleton rows={3} label="Reading the outline" />}
      {outline.isError && (
        <ErrorNotice error={outline.error} what="The outline was not read." retry={() => void outline.refetch()} />
      )}
      {outline.data?.items.length === 0 && <p className="px-2 text-text-3">Nothing was said yet.</p>}
      <ol>
        {outline.data?.items.map((entry) => (
          <li key={entry.seq}>
            <OutlineEntry entry={entry} onGo={onGo} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OutlineEntry({ entry: { seq, kind, text, createdAt }, onGo }: { entry: Entry; onGo: (seq: number) => void }) {
  const [Icon, name] = LOOKS[kind] ?? OTHER;
  return (
    <button
      type="button"
      className="flex min-h-7 w-full min-w-0 items-center gap-2 rounded-button px-2 text-left -outline-offset-2 hover:bg-hover pointer-coarse:min-h-11"
      onClick={() => onGo(seq)}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-3" />
      <span className="sr-only">{name}: </span>
      <span className="min-w-0 flex-1 truncate">{text === '' ? 'Attachments only' : text}</span>
      <span className="shrink-0 text-meta text-text-3">
        <Age at={createdAt} />
      </span>
    </button>
  );
}
