import { ChangeList, FilePatch } from '@foundry/task/contracts';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';

export type Scope = 'all' | 'uncommitted';

/** Changed files as they were read last; read again when the task says that there is a newer list. */
export const useChanges = (taskId: string, scope: Scope, version: number) =>
  useQuery({
    queryKey: ['changes', taskId, scope, version],
    queryFn: async () =>
      ChangeList.parse(
        await answered(api.GET('/v1/tasks/{taskId}/changes', { params: { path: { taskId }, query: { scope } } })),
      ),
    // The former list stays until the newer one is there.
    placeholderData: (before) => before,
    staleTime: Infinity,
  });

export const usePatch = (taskId: string, path: string, version: number) =>
  useQuery({
    queryKey: ['patch', taskId, path, version],
    queryFn: async () =>
      FilePatch.parse(
        await answered(api.GET('/v1/tasks/{taskId}/changes/patch', { params: { path: { taskId }, query: { path } } })),
      ),
    placeholderData: (before) => (before?.path === path ? before : undefined),
    staleTime: Infinity,
  });
