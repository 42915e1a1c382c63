import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal } from '../api/api-error.js';
import { useLive } from '../live/live-context.js';
import { type RealTask, withOperation, withTask } from '../live/task-topic.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { archive, kill } from './operation-calls.js';
import { unarchive } from './task-calls.js';

/** Putting the task away, bringing it back, ending it. */
export function ClosingCard({ real }: { real: RealTask }) {
  const { lifecycle } = real.task;
  return (
    <section aria-labelledby="closing" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="closing" className="font-semibold">
        {lifecycle === 'open' ? 'Done with it?' : 'This task'}
      </h2>
      {lifecycle === 'open' && <Archiving real={real} />}
      {lifecycle === 'archived' && <Restoring real={real} />}
      {(lifecycle === 'open' || lifecycle === 'archived') && <Killing real={real} />}
      {lifecycle === 'archiving' && <p role="status">It is being archived.</p>}
      {lifecycle === 'killing' && <p role="status">It is being deleted.</p>}
      {lifecycle === 'killed' && <Killed real={real} />}
    </section>
  );
}

function Killed({ real: { operations } }: { real: RealTask }) {
  const kept = [...operations.values()].find(({ kind, result }) => kind === 'kill' && result?.branchDeleted === false);
  return (
    <>
      <p>It was deleted. Its conversations can be read for 30 days.</p>
      {kept && <p className="text-warning">Its branch is still at GitHub. {kept.reason}</p>}
    </>
  );
}

function Archiving({ real: { task, sessions, operations } }: { real: RealTask }) {
  const topic = useLive().task(task.taskId);
  const [isAsked, setIsAsked] = useState(false);
  const isWorking = [...sessions.values()].some(({ turn }) => turn !== null);
  const newest = [...operations.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const isNotSaved = newest?.kind === 'archive' && newest.code === 'archive.not_saved';
  const act = useMutation({
    mutationFn: (force: boolean) => archive(task.taskId, force),
    onSuccess: (operation) => {
      setIsAsked(false);
      topic.merge((state) => withOperation(state, operation));
    },
  });
  const begin = (): void => {
    if (isWorking && !isAsked) setIsAsked(true);
    else act.mutate(false);
  };
  return (
    <>
      {task.archiveProposed !== null && (
        <p className="text-warning">
          Its pull request is {task.archiveProposed}. There is work that is not in it, so it was not archived.
        </p>
      )}
      {isAsked && <p className="text-warning">The turn will be stopped.</p>}
      <p className="flex flex-wrap gap-2">
        <Button pending={act.isPending ? 'Archiving' : null} onClick={begin}>
          {isAsked ? 'Stop and archive' : 'Archive'}
        </Button>
        {isNotSaved && (
          <Button look="danger" pending={act.isPending ? 'Archiving' : null} onClick={() => act.mutate(true)}>
            Archive and lose the work
          </Button>
        )}
      </p>
      {act.isError && <ErrorNotice error={act.error} what="The task was not archived." />}
    </>
  );
}

function Restoring({ real: { task } }: { real: RealTask }) {
  const topic = useLive().task(task.taskId);
  const act = useMutation({
    mutationFn: () => unarchive(task.taskId),
    onSuccess: (next) => topic.merge((state) => withTask(state, next)),
  });
  return (
    <>
      <p>
        <Button look="primary" pending={act.isPending ? 'Restoring' : null} onClick={() => act.mutate()}>
          Restore
        </Button>
      </p>
      {act.isError && <ErrorNotice error={act.error} what="The task is still archived." />}
    </>
  );
}

const isUnpushed = (error: unknown): boolean => isRefusal(error, 'task.unpushed_work');

/** Ends the task for good. Work that GitHub does not have is given up only by the name of the branch. */
function Killing({ real: { task } }: { real: RealTask }) {
  const topic = useLive().task(task.taskId);
  const [isAsked, setIsAsked] = useState(false);
  const [branch, setBranch] = useState('');
  const [deleteBranch, setDeleteBranch] = useState(false);
  const act = useMutation({
    mutationFn: (discardWork: boolean) => kill(task.taskId, { discardWork, deleteBranch }),
    onSuccess: (operation) => topic.merge((state) => withOperation(state, operation)),
  });
  const hasWork = isUnpushed(act.error) || task.dirty === true || (task.unpushed ?? 0) > 0;
  const isReady = !hasWork || branch === task.branch;
  if (!isAsked) {
    return (
      <p>
        <Button look="quiet" onClick={() => setIsAsked(true)}>
          Delete task
        </Button>
      </p>
    );
  }
  return (
    <form
      className="grid gap-2 rounded-card border border-danger p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) act.mutate(hasWork);
      }}
    >
      <p>Its machine ends and its branch is free again. Conversations stay readable for 30 days.</p>
      {hasWork && (
        <label className="grid gap-1">
          <span className="text-danger">
            {task.unpushed ?? 0} commits {task.dirty === true && 'and edits without a commit '}are only here, and are
            lost. Write <code className="font-mono">{task.branch}</code> to give them up.
          </span>
          <input className={CONTROL} value={branch} onChange={(event) => setBranch(event.target.value)} />
        </label>
      )}
      {task.branchMade && (
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={deleteBranch} onChange={(event) => setDeleteBranch(event.target.checked)} />
          <span>
            Delete <code className="font-mono">{task.branch}</code> at GitHub too
          </span>
        </label>
      )}
      <p className="flex gap-2">
        <Button type="submit" look="danger" disabled={!isReady} pending={act.isPending ? 'Deleting' : null}>
          Delete for good
        </Button>
        <Button look="quiet" onClick={() => setIsAsked(false)}>
          Keep it
        </Button>
      </p>
      {act.isError && <ErrorNotice error={act.error} what="The task was not deleted." />}
    </form>
  );
}
