import type { TaskSummary } from '@foundry/organization/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

/** Takes a task out of the list, or puts it back. The list follows over the socket. */
export function ArchiveButton({ task: { id: taskId, organizationId, archivedAt } }: { task: TaskSummary }) {
  const queries = useQueryClient();
  const isArchived = archivedAt !== null;
  const act = useMutation({
    mutationFn: () => {
      const params = { path: { organizationId, taskId } };
      return done(
        isArchived
          ? api.POST('/v1/organizations/{organizationId}/tasks/{taskId}/restore', { params })
          : api.POST('/v1/organizations/{organizationId}/tasks/{taskId}/archive', { params }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['task', organizationId, taskId] }),
  });
  const begin = (): void => {
    act.mutate();
  };
  const words = isArchived
    ? { verb: 'Restore', pending: 'Restoring', failed: 'The task is still archived.' }
    : { verb: 'Archive', pending: 'Archiving', failed: 'The task was not archived.' };
  return (
    <div className="grid justify-items-start gap-2">
      <Button pending={act.isPending ? words.pending : null} onClick={begin}>
        {words.verb}
      </Button>
      {act.isError && <ErrorNotice error={act.error} what={words.failed} retry={begin} />}
    </div>
  );
}
