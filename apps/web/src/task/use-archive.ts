import type { TaskSummary } from '@foundry/organization/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { showToast } from '../ui/toast-store.js';

const UNDO_MS = 10_000;

/** Archives a task or restores it. The list follows over the socket; archiving can be undone for ten seconds. */
export function useArchive() {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ({ task, isArchived }: { task: TaskSummary; isArchived: boolean }) => {
      const params = { path: { organizationId: task.organizationId, taskId: task.id } };
      return done(
        isArchived
          ? api.POST('/v1/organizations/{organizationId}/tasks/{taskId}/archive', { params })
          : api.POST('/v1/organizations/{organizationId}/tasks/{taskId}/restore', { params }),
      );
    },
    onSuccess: (_, { task, isArchived }) => {
      void queries.invalidateQueries({ queryKey: ['task', task.organizationId, task.id] });
      void queries.invalidateQueries({ queryKey: ['archived-tasks', task.organizationId] });
      if (isArchived) {
        showToast(`Archived: ${task.title}`, {
          timeoutMs: UNDO_MS,
          action: {
            label: 'Undo',
            run: () => {
              act.mutate({ task, isArchived: false });
            },
          },
        });
      }
    },
    onError: (error, { task, isArchived }) => {
      showToast(`${task.title} was not ${isArchived ? 'archived' : 'restored'}. ${error.message}`, { isError: true });
    },
  });
  return (task: TaskSummary): void => {
    act.mutate({ task, isArchived: task.archivedAt === null });
  };
}
