import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { RealTask } from '../live/task-topic.js';
import { draftScope, useDraft, useDraftState } from '../session/use-draft.js';
import { revealed } from '../ui/revealed.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { Skeleton } from '../ui/skeleton.js';
import { useIsWide } from '../ui/use-width.js';
import { type DiffLine, patchLines } from './diff-lines.js';
import { DiffView } from './diff-view.js';
import { revertFile } from './operation-calls.js';
import { usePatch } from './use-changes.js';

interface FileDiffProps {
  real: RealTask;
  path: string;
  line: number | undefined;
  /** Where comments go to; null: to a session that is not there yet. */
  sessionId: string | null;
  mayAct: boolean;
  onClose: () => void;
}

const MOST_LINES = 3_000;

/** The changes of one file. A comment on a line goes with the next message. */
export function FileDiff({ real: { task, changes }, path, line, sessionId, mayAct, onClose }: FileDiffProps) {
  const patch = usePatch(task.taskId, path, changes?.version ?? 0);
  const isWide = useIsWide();
  const [isSplit, setIsSplit] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const lines = useMemo(() => patchLines(patch.data?.patch ?? ''), [patch.data?.patch]);
  const comments = useComments(task.taskId, sessionId, path, mayAct);
  const isFolded = lines.length > MOST_LINES && !isShown;
  return (
    <section
      aria-label={`Changes of ${path}`}
      className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Button look="quiet" onClick={onClose}>
          Back
        </Button>
        <h2 className="min-w-0 flex-1 truncate font-mono" title={path}>
          {revealed(path)}
        </h2>
        <label className="hidden items-center gap-1 min-[900px]:flex">
          <input type="checkbox" checked={isSplit} onChange={(event) => setIsSplit(event.target.checked)} />
          Split
        </label>
        {mayAct && <RevertButton taskId={task.taskId} path={path} />}
      </div>
      <p role="status" className="px-3 text-meta text-text-2">
        {comments.count > 0 &&
          `${comments.count} ${comments.count === 1 ? 'comment goes' : 'comments go'} with the next message.`}
      </p>
      {patch.isPending ? (
        <Skeleton rows={6} label="Reading the file" />
      ) : patch.isError ? (
        <div className="p-3">
          <ErrorNotice error={patch.error} what="The patch was not read." retry={() => void patch.refetch()} />
        </div>
      ) : patch.data.state !== 'text' ? (
        <p className="p-3 text-text-2">
          {patch.data.state === 'binary' ? 'This file is not text.' : 'This patch is too large to be kept.'}
        </p>
      ) : lines.length === 0 ? (
        <p className="p-3 text-text-2">Empty file, or only its name or mode changed.</p>
      ) : isFolded ? (
        <p className="p-3">
          <Button onClick={() => setIsShown(true)}>Show {lines.length.toLocaleString('en-US')} lines anyway</Button>
        </p>
      ) : (
        <DiffView
          key={path}
          path={path}
          lines={lines}
          layout={isSplit && isWide ? 'split' : 'unified'}
          isWhole
          line={line}
          onComment={mayAct ? comments.open : null}
          under={comments.under}
        />
      )}
    </section>
  );
}

const MOST_EXCERPT = 2_000;

/** The same line of a patch that was read again. */
const isSame = (a: DiffLine, b: DiffLine): boolean =>
  a.kind === b.kind && a.oldLine === b.oldLine && a.newLine === b.newLine;

/** Comments on lines of one file: one is being written, the others wait in the draft of the session. */
function useComments(taskId: string, sessionId: string | null, path: string, mayAct: boolean) {
  const draft = useDraft(draftScope(taskId, sessionId));
  const { attachments } = useDraftState(draft);
  const [at, setAt] = useState<DiffLine | null>(null);
  const numberOf = ({ newLine, oldLine }: DiffLine): number => newLine ?? oldLine ?? 1;
  const here = attachments.filter((one) => one.kind === 'line' && one.path === path);
  const add = (line: DiffLine, words: string): boolean => {
    const number = numberOf(line);
    const isAttached = draft.attach({ kind: 'line', path, line: number, excerpt: line.text.slice(0, MOST_EXCERPT) });
    if (!isAttached) return false;
    const side = line.kind === 'removed' ? ' (removed line)' : '';
    const { text } = draft.get();
    draft.write(`${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${path}:${number}${side}: ${words}\n`);
    setAt(null);
    return true;
  };
  const under = (line: DiffLine): ReactNode =>
    mayAct && at !== null && isSame(at, line) ? (
      <CommentForm line={line} onAdd={add} onEnd={() => setAt(null)} />
    ) : null;
  return { count: here.length, open: setAt, under };
}

interface CommentFormProps {
  line: DiffLine;
  onAdd: (line: DiffLine, words: string) => boolean;
  onEnd: () => void;
}

function CommentForm({ line, onAdd, onEnd }: CommentFormProps) {
  const [words, setWords] = useState('');
  const [isFull, setIsFull] = useState(false);
  return (
    <form
      className="grid gap-2 border-y border-line bg-raised p-2 font-sans text-ui"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') setIsFull(!onAdd(line, words.trim()));
      }}
    >
      <textarea
        aria-label={`Comment on line ${line.newLine ?? line.oldLine ?? 0}`}
        autoFocus
        rows={2}
        maxLength={4_000}
        value={words}
        className={CONTROL}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd();
        }}
      />
      <span className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={words.trim() === ''}>
          Add to the message
        </Button>
        <Button look="quiet" onClick={onEnd}>
          Cancel
        </Button>
      </span>
      {isFull && (
        <p role="alert" className="text-danger">
          A message takes twenty attachments. Send it first.
        </p>
      )}
    </form>
  );
}

/** Takes back everything that was done to a file; it asks once, and says what is lost. */
function RevertButton({ taskId, path }: { taskId: string; path: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const revert = useMutation({ mutationFn: () => revertFile(taskId, path), onSettled: () => setIsAsked(false) });
  return (
    <>
      {isAsked ? (
        <span className="flex flex-wrap items-center gap-2">
          <span className="text-warning">All changes of this file are taken back.</span>
          <Button look="danger" pending={revert.isPending ? 'Reverting' : null} onClick={() => revert.mutate()}>
            Revert now
          </Button>
          <Button look="quiet" onClick={() => setIsAsked(false)}>
            Keep it
          </Button>
        </span>
      ) : (
        <Button look="quiet" onClick={() => setIsAsked(true)}>
          Revert file
        </Button>
      )}
      {revert.isError && <ErrorNotice error={revert.error} what="The file is as it was." />}
    </>
  );
}
