import type { TaskSummary } from '@foundry/organization/contracts';
import type { OperationView, TaskView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useOrganization } from '../live/live-context.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';
import { merge, type Merge, publish, push } from './operation-calls.js';
import type { ShipAct } from './ship.js';

interface FormProps {
  task: TaskView;
  onEnd: () => void;
  onDone: (operation: OperationView) => void;
}

/** What has to be said before an act: nothing is sent until the form is. */
export function ShipForm({ act, summary, ...form }: FormProps & { act: ShipAct; summary: TaskSummary }) {
  if (act === 'push') return <PushForm {...form} />;
  return act === 'publish' ? <PublishForm {...form} /> : <MergeForm {...form} summary={summary} />;
}

interface FrameProps {
  verb: string;
  failed: string;
  isReady: boolean;
  act: { isPending: boolean; isError: boolean; error: Error | null; mutate: () => void };
  onEnd: () => void;
  children: ReactNode;
}

function Frame({ verb, failed, isReady, act, onEnd, children }: FrameProps) {
  return (
    <form
      className="grid gap-2 rounded-card border border-line p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !act.isPending) act.mutate();
      }}
    >
      {children}
      <p className="flex gap-2">
        <Button type="submit" look="primary" disabled={!isReady} pending={act.isPending ? 'Asking' : null}>
          {verb}
        </Button>
        <Button look="quiet" onClick={onEnd}>
          Cancel
        </Button>
      </p>
      {act.isError && <ErrorNotice error={act.error} what={failed} />}
    </form>
  );
}

const messageOf = (task: TaskView, words: string): string | null => (task.dirty === true ? words.trim() : null);

function CommitField({ task, words, onChange }: { task: TaskView; words: string; onChange: (words: string) => void }) {
  const id = useId();
  if (task.dirty !== true) return null;
  return (
    <Field id={id} label="Commit message" hint="There are edits without a commit; they are committed first.">
      <input
        id={id}
        aria-describedby={`${id}-hint`}
        className={CONTROL}
        maxLength={10_000}
        value={words}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

function PushForm({ task, onEnd, onDone }: FormProps) {
  const [words, setWords] = useState(task.title);
  const act = useMutation({ mutationFn: () => push(task.taskId, messageOf(task, words)), onSuccess: onDone });
  return (
    <Frame verb="Push" failed="Nothing was pushed." isReady={messageOf(task, words) !== ''} act={act} onEnd={onEnd}>
      <CommitField task={task} words={words} onChange={setWords} />
      {task.dirty !== true && <p className="text-text-2">The commits of the branch go to GitHub.</p>}
    </Frame>
  );
}

function PublishForm({ task, onEnd, onDone }: FormProps) {
  const id = useId();
  const [words, setWords] = useState(task.title);
  const [title, setTitle] = useState(task.title.slice(0, 256));
  const [body, setBody] = useState('');
  const [draft, setDraft] = useState(false);
  const act = useMutation({
    mutationFn: () => publish(task.taskId, { title: title.trim(), body, draft, commitMessage: messageOf(task, words) }),
    onSuccess: onDone,
  });
  return (
    <Frame
      verb="Create pull request"
      failed="No pull request was created."
      isReady={title.trim() !== '' && messageOf(task, words) !== ''}
      act={act}
      onEnd={onEnd}
    >
      <Field id={`${id}-title`} label="Title">
        <input
          id={`${id}-title`}
          className={CONTROL}
          maxLength={256}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field id={`${id}-body`} label="Description" hint="Markdown">
        <textarea
          id={`${id}-body`}
          aria-describedby={`${id}-body-hint`}
          className={CONTROL}
          rows={4}
          maxLength={65_536}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <CommitField task={task} words={words} onChange={setWords} />
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={draft} onChange={(event) => setDraft(event.target.checked)} />
        As a draft
      </label>
    </Frame>
  );
}

const METHODS = { merge: 'Merge commit', squash: 'Squash', rebase: 'Rebase' } as const;
const isMethod = (value: string): value is Merge['method'] => value in METHODS;

function MergeForm({ task, summary, onEnd, onDone }: FormProps & { summary: TaskSummary }) {
  const id = useId();
  const [method, setMethod] = useState<Merge['method']>('squash');
  const [deleteBranch, setDeleteBranch] = useState(true);
  const [isArchived, setIsArchived] = useState(true);
  const { state } = useOrganization(summary.organizationId);
  const isArchivedAnyway = (state?.settings?.settings.autoArchive ?? 'never') !== 'never';
  const number = task.pullRequest?.number ?? summary.pullRequest?.number ?? 0;
  const head = task.pullRequest?.headSha ?? null;
  const act = useMutation({
    mutationFn: () =>
      merge(task.taskId, { number, method, expectedHeadSha: head ?? '', deleteBranch, archive: isArchived }),
    onSuccess: onDone,
  });
  return (
    <Frame verb={`Merge #${number}`} failed="Nothing was merged." isReady={head !== null} act={act} onEnd={onEnd}>
      <Field id={id} label="Method">
        <select
          id={id}
          className={CONTROL}
          value={method}
          onChange={({ target: { value } }) => {
            if (isMethod(value)) setMethod(value);
          }}
        >
          {Object.entries(METHODS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={deleteBranch} onChange={(event) => setDeleteBranch(event.target.checked)} />
        Delete the branch at GitHub
      </label>
      {isArchivedAnyway ? (
        <p className="text-text-2">The task is archived then, as the settings of the organization say.</p>
      ) : (
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={isArchived} onChange={(event) => setIsArchived(event.target.checked)} />
          Archive the task
        </label>
      )}
      {head === null && <p className="text-warning">The newest commit of the pull request is not known yet.</p>}
    </Frame>
  );
}
