import type { TaskSummary } from '@foundry/organization/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type PullRequestAddress, pullRequestAddress } from '../github-data/pull-request-address.js';
import { useLive } from '../live/live-context.js';
import { showToast } from '../ui/toast-store.js';
import { taskAbout } from './pull-request-task.js';
import { taskAboutQuery } from './pull-request-task-query.js';

/** Opens the task of the pull request whose address a text is. Any other text does nothing. */
export function useOpenPasted(organizationId: string, onOpened: () => void): (text: string) => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const topic = useLive().organization(organizationId);
  const find = useMutation({
    mutationFn: async (address: PullRequestAddress): Promise<TaskSummary | null> => {
      const held = taskAbout(topic.get().state?.tasks.values() ?? [], address);
      return held ?? client.query({ ...taskAboutQuery(organizationId, address), staleTime: 'static' });
    },
    onSuccess: (task) => {
      // That there is none is said where the list would be.
      if (!task) return;
      onOpened();
      void navigate({ to: '/o/$organizationId/tasks/$taskId', params: { organizationId, taskId: task.id } });
    },
    onError: (error) => {
      showToast(`The pull request was not looked up. ${error.message}`, { isError: true });
    },
  });
  return (text) => {
    const address = pullRequestAddress(text);
    if (address) find.mutate(address);
  };
}
