import { shownStatus, TaskSummary } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answered, isNotFound } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { NotFound } from '../ui/not-found.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { ArchiveButton } from './archive-button.js';
import { CopyButton } from '../ui/copy-button.js';
import { PullRequestCard } from './pull-request-card.js';
import { StatusIcon } from './status-icon.js';

const route = getRouteApi('/signed-in/o/$organizationId/tasks/$taskId');

/** A task. Opening it asks and subscribes only: nothing is started by looking. */
export function TaskScreen() {
  const { organizationId, taskId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const listed = state?.tasks.get(taskId) ?? null;
  const stored = useQuery({
    queryKey: ['task', organizationId, taskId],
    queryFn: async () =>
      TaskSummary.parse(
        await answered(
          api.GET('/v1/organizations/{organizationId}/tasks/{taskId}', {
            params: { path: { organizationId, taskId } },
          }),
        ),
      ),
    // Archived tasks, and those far down the list, are not on the socket.
    enabled: listed === null,
  });
  const task = listed ?? stored.data ?? null;
  if (isNotFound(stored.error)) return <NotFound />;
  return (
    <>
      <BackToTasks organizationId={organizationId} />
      {task ? (
        <TaskPage key={task.id} task={task} mayAct={state?.role !== 'viewer'} />
      ) : stored.isError ? (
        <div className="p-6">
          <ErrorNotice error={stored.error} what="The task was not read." retry={() => void stored.refetch()} />
        </div>
      ) : (
        <Skeleton rows={3} label="Reading the task" />
      )}
    </>
  );
}

function TaskPage({ task, mayAct }: { task: TaskSummary; mayAct: boolean }) {
  const status = shownStatus(task);
  return (
    <Page title={task.title} tab={`${task.title} · ${task.repositoryName}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-text-2">
        <span className="flex items-center gap-2">
          <StatusIcon status={status} />
          <span aria-hidden="true">{status.label}</span>
        </span>
        <span>{task.repositoryName}</span>
        <span className="flex min-w-0 items-center gap-1">
          <code className="font-mono break-all">{task.branch}</code>
          <CopyButton text={task.branch} label="Copy the branch" />
        </span>
        <span>
          active <Age at={task.lastActivityAt} ago />
        </span>
      </div>
      {task.pullRequest && <PullRequestCard task={task} pullRequest={task.pullRequest} />}
      <section aria-labelledby="owner" className="grid gap-1 rounded-card border border-line p-3">
        <h2 id="owner" className="font-semibold">
          Owner
        </h2>
        {task.owner ? (
          <p className="font-medium text-owner">{task.owner.login}</p>
        ) : (
          <p className="text-text-2">No owner yet. Whoever acts first becomes it.</p>
        )}
      </section>
      {task.virtual && task.archivedAt === null && (
        <p className="prose-width text-text-2">
          Not started: nobody worked on this branch here, and no machine runs for it. Looking at it starts nothing.
        </p>
      )}
      {task.fork && (
        <p className="prose-width text-warning">
          From a fork: read-only and without secrets until someone with write access trusts it.
        </p>
      )}
      {task.branchGone && <p className="text-warning">The branch was deleted at GitHub.</p>}
      {!task.repositoryAvailable && <p className="text-warning">Foundry cannot read this repository any more.</p>}
      {mayAct ? <ArchiveButton task={task} /> : <p className="text-text-3">You may look. Ask an admin for more.</p>}
    </Page>
  );
}
