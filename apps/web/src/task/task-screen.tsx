import { TaskSummary } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { answered, isNotFound } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useLive, useOrganization, useTask } from '../live/live-context.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { NotFound } from '../ui/not-found.js';
import { Skeleton } from '../ui/skeleton.js';
import { RealTaskPage } from './real-task-page.js';

const VirtualTaskPage = lazy(async () => ({ default: (await import('./virtual-task-page.js')).VirtualTaskPage }));

const route = getRouteApi('/signed-in/o/$organizationId/tasks/$taskId');

/** A task. Opening it asks and subscribes only: nothing is started by looking. */
export function TaskScreen() {
  const { organizationId, taskId } = route.useParams();
  const { presence } = useLive();
  return (
    <div
      className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]"
      onInput={({ target }) => {
        if (target instanceof Element && target.closest('[data-composer]')) presence.typed(`task:${taskId}`);
      }}
    >
      <div>
        <a
          href="#composer"
          className="sr-only z-30 bg-raised p-2 focus:not-sr-only focus:absolute"
          onClick={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-composer]')?.focus();
          }}
        >
          Skip to the message
        </a>
        <BackToTasks organizationId={organizationId} />
      </div>
      <TaskOf key={taskId} organizationId={organizationId} taskId={taskId} />
    </div>
  );
}

function TaskOf({ organizationId, taskId }: { organizationId: string; taskId: string }) {
  const { state: organization } = useOrganization(organizationId);
  const { state, ended } = useTask(taskId);
  const topic = useLive().task(taskId);
  const listed = organization?.tasks.get(taskId) ?? null;
  const stored = useStoredTask(organizationId, taskId, listed === null);
  const summary = listed ?? stored.data ?? null;

  if (isNotFound(stored.error) || (ended !== null && ended !== 'topic.limit' && ended !== 'unavailable')) {
    return <NotFound />;
  }
  if (ended !== null) {
    return (
      <div className="p-6">
        <ErrorNotice error={new Error(ended)} what="The task cannot be shown live." retry={topic.retry} />
      </div>
    );
  }
  if (stored.isError && summary === null) {
    return (
      <div className="p-6">
        <ErrorNotice error={stored.error} what="The task was not read." retry={() => void stored.refetch()} />
      </div>
    );
  }
  if (state === null || summary === null) return <Skeleton rows={3} label="Reading the task" />;
  const mayWrite = organization?.role !== 'viewer';
  return state.virtual ? (
    <Suspense fallback={<Skeleton rows={3} label="Reading the task" />}>
      <VirtualTaskPage task={summary} mayWrite={mayWrite} />
    </Suspense>
  ) : (
    <RealTaskPage real={state} summary={summary} mayWrite={mayWrite} />
  );
}

/** Archived tasks, and those far down the list, are not on the socket of the organization. */
const useStoredTask = (organizationId: string, taskId: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['task', organizationId, taskId],
    queryFn: async () =>
      TaskSummary.parse(
        await answered(
          api.GET('/v1/organizations/{organizationId}/tasks/{taskId}', {
            params: { path: { organizationId, taskId } },
          }),
        ),
      ),
    enabled: isWanted,
  });
