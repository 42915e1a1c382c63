import type { ShownStatus } from '@foundry/organization/contracts';
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLive } from '../live/live-context.js';
import { withTask } from '../live/task-topic.js';
import { Button } from '../ui/button.js';
import { useAction } from '../palette/use-action.js';
import { CopyButton } from '../ui/copy-button.js';
import { titlePage } from '../ui/document-title.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { revealed } from '../ui/revealed.js';
import { PresentPeople } from './present-people.js';
import { StatusIcon } from './status-icon.js';
import { renameTask } from './task-calls.js';

interface TaskHeaderProps {
  taskId: string;
  title: string;
  status: ShownStatus;
  /** Why it has this status. */
  reason: string | null;
  repositoryName: string;
  branch: string;
  mayAct: boolean;
}

/** What the task is. Its heading gets the focus, so that a screen reader says where one is. */
export function TaskHeader({ taskId, title, status, reason, repositoryName, branch, mayAct }: TaskHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isEditing, setIsEditing] = useState(false);
  useAction('task.rename', mayAct ? () => setIsEditing(true) : null);
  useEffect(() => {
    titlePage(`${title} · ${repositoryName}`);
  }, [title, repositoryName]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header className="grid gap-1 border-b border-line px-4 py-2 min-[600px]:px-6">
      {isEditing ? (
        <TitleEditor taskId={taskId} title={title} onEnd={() => setIsEditing(false)} />
      ) : (
        <div className="flex min-w-0 items-center gap-1">
          <h1
            ref={heading}
            tabIndex={-1}
            className="min-w-0 truncate text-title font-semibold outline-none"
            title={title}
          >
            {title}
          </h1>
          {mayAct && (
            <Button
              look="quiet"
              aria-label="Rename the task"
              title="Rename the task"
              onClick={() => setIsEditing(true)}
            >
              <Pencil aria-hidden="true" size={14} strokeWidth={1.75} />
            </Button>
          )}
        </div>
      )}
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-meta text-text-2">
        <span className="flex items-center gap-2" title={reason ?? undefined}>
          <StatusIcon status={status} />
          <span aria-hidden="true">{status.label}</span>
        </span>
        <span className="truncate">{repositoryName}</span>
        <span className="flex min-w-0 items-center gap-1">
          <code className="min-w-0 truncate font-mono">{revealed(branch)}</code>
          <CopyButton text={branch} label="Copy the branch" />
        </span>
        <span className="ml-auto">
          <PresentPeople taskId={taskId} />
        </span>
      </div>
    </header>
  );
}

/** Enter saves, Escape restores, an empty title is refused. */
function TitleEditor({ taskId, title, onEnd }: { taskId: string; title: string; onEnd: () => void }) {
  const topic = useLive().task(taskId);
  const [words, setWords] = useState(title);
  const save = useMutation({
    mutationFn: (next: string) => renameTask(taskId, next),
    onSuccess: (task) => {
      topic.merge((state) => withTask(state, task));
      onEnd();
    },
  });
  const isEmpty = words.trim() === '';
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() === title) onEnd();
        else if (!isEmpty) save.mutate(words.trim());
      }}
    >
      <div className="flex gap-2">
        <input
          aria-label="Title"
          aria-invalid={isEmpty}
          // Somebody asked for this field by its button.
          autoFocus
          maxLength={200}
          value={words}
          className={CONTROL}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onEnd();
          }}
        />
        <Button type="submit" look="primary" disabled={isEmpty} pending={save.isPending ? 'Saving' : null}>
          Save
        </Button>
      </div>
      {save.isError && <ErrorNotice error={save.error} what="The title stays as it was." />}
    </form>
  );
}
