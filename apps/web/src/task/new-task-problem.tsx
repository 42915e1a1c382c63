import { Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { type ApiError, isRefusal } from '../api/api-error.js';
import { AskAdmin } from '../organization/ask-admin.js';
import { buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

const Taken = z.object({ taskId: z.string(), archived: z.boolean() });

/** Why no task was begun, and what to do. What was written is still in the form. */
export function NewTaskProblem({ organizationId, error }: { organizationId: string; error: unknown }) {
  if (isRefusal(error, 'branch.taken')) return <BranchTaken organizationId={organizationId} error={error} />;
  return (
    <>
      <ErrorNotice error={error} what="The task was not begun. What you wrote is kept." />
      {isRefusal(error, 'task.limit') && (
        <AskAdmin organizationId={organizationId} what="The limit is a setting of the organization." />
      )}
    </>
  );
}

function BranchTaken({ organizationId, error }: { organizationId: string; error: ApiError }) {
  const taken = Taken.safeParse(error.problem?.current).data;
  if (!taken) return <ErrorNotice error={error} what="This branch already has a task." />;
  return (
    <div role="alert" className="grid justify-items-start gap-2 rounded-card border border-warning p-3">
      <p className="font-medium text-warning">
        This branch already has {taken.archived ? 'an archived task' : 'a task'}.
      </p>
      <p className="text-text-2">What you wrote is kept. Open that task, or choose another branch.</p>
      <Link
        to="/o/$organizationId/tasks/$taskId"
        params={{ organizationId, taskId: taken.taskId }}
        className={buttonLook()}
      >
        Open it
      </Link>
    </div>
  );
}
