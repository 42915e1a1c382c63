import type { TaskSummary } from '@foundry/organization/contracts';
import { emptyTaskState, TaskStateView } from '@foundry/user/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import type { AppState } from '../live/app-topic.js';
import { useLive } from '../live/live-context.js';
import { showToast } from '../ui/toast-store.js';

const withTaskState = (state: AppState, own: TaskStateView): AppState => {
  const known = state.taskStates.get(own.taskId);
  if (known && known.version > own.version) return state;
  return { ...state, taskStates: new Map(state.taskStates).set(own.taskId, own) };
};

interface Change {
  task: Pick<TaskSummary, 'id' | 'organizationId'>;
  rank: string | null;
}

/** Pins a task or takes the pin away, at once; it goes back to what it was when the server refuses. */
export function usePin() {
  const { app } = useLive();
  const stateOf = ({ id, organizationId }: Change['task']): TaskStateView =>
    app.get().state?.taskStates.get(id) ?? emptyTaskState(organizationId, id);
  return useMutation({
    // One after the other, so that the last move is the one that stays.
    scope: { id: 'pin' },
    mutationFn: ({ task, rank }: Change) =>
      settled(
        api.PUT('/v1/me/tasks/{taskId}/pin', { params: { path: { taskId: task.id } }, body: { rank } }),
        TaskStateView,
      ),
    onMutate: ({ task, rank }) => {
      const before = stateOf(task);
      app.merge((state) => withTaskState(state, { ...before, pinRank: rank }));
      return before;
    },
    onSuccess: (own) => {
      app.merge((state) => withTaskState(state, own));
    },
    onError: (error, _, before) => {
      if (before) app.merge((state) => withTaskState(state, before));
      showToast(`The pin stays as it was. ${error.message}`, { isError: true });
    },
  });
}

/** Marks the newest session of a task as not seen yet. */
export function useMarkUnread() {
  const { app } = useLive();
  return useMutation({
    mutationFn: ({ taskId, sessionId }: { taskId: string; sessionId: string }) =>
      settled(
        api.POST('/v1/me/tasks/{taskId}/sessions/{sessionId}/unread', { params: { path: { taskId, sessionId } } }),
        TaskStateView,
      ),
    onSuccess: (own) => {
      app.merge((state) => withTaskState(state, own));
    },
    onError: (error) => {
      showToast(`The task was not marked as unread. ${error.message}`, { isError: true });
    },
  });
}
