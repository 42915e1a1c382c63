import { useMutation } from '@tanstack/react-query';
import { useLive } from '../live/live-context.js';
import { type RealTask, withTask } from '../live/task-topic.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { trustTask } from './task-calls.js';

/** What a branch of a fork may not do until somebody trusts it: for a task on such a branch. */
export function TrustNote({ real: { task }, mayAct }: { real: RealTask; mayAct: boolean }) {
  const topic = useLive().task(task.taskId);
  const trust = useMutation({
    mutationFn: () => trustTask(task.taskId),
    onSuccess: (next) => topic.merge((state) => withTask(state, next)),
  });
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-warning px-4 py-2 min-[600px]:px-6">
      <p className="prose-width min-w-0 flex-1 text-warning">
        From a fork: read-only and without secrets until someone with write access trusts it.
      </p>
      {mayAct && (
        <Button pending={trust.isPending ? 'Trusting' : null} onClick={() => trust.mutate()}>
          Trust
        </Button>
      )}
      {trust.isError && <ErrorNotice error={trust.error} what="The fork is not trusted." />}
    </div>
  );
}
