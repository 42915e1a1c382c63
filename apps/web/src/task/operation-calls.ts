import { OperationView } from '@foundry/task/contracts';
import { api } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { settled } from '../api/settled.js';

const task = (taskId: string) => ({ params: { path: { taskId } } });
const operation = (operationId: string) => ({ params: { path: { operationId } } });

/** Commits everything first when there is a message. */
export const push = (taskId: string, commitMessage: string | null): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/push', {
      ...task(taskId),
      body: { operationId: newId(), commitMessage, force: null },
    }),
    OperationView,
  );

export const sync = (taskId: string): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/sync', { ...task(taskId), body: { operationId: newId(), method: 'merge' } }),
    OperationView,
  );

export interface NewPullRequest {
  title: string;
  body: string;
  draft: boolean;
  commitMessage: string | null;
}

export const publish = (taskId: string, pullRequest: NewPullRequest): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/pull-request', {
      ...task(taskId),
      body: { operationId: newId(), base: null, ...pullRequest },
    }),
    OperationView,
  );

export interface Merge {
  number: number;
  method: 'merge' | 'squash' | 'rebase';
  /** The commit that the person saw; with another nothing is merged. */
  expectedHeadSha: string;
  deleteBranch: boolean;
  archive: boolean;
}

export const merge = (taskId: string, how: Merge): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/merge', { ...task(taskId), body: { operationId: newId(), ...how } }),
    OperationView,
  );

export const markReady = (taskId: string, number: number): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/ready', { ...task(taskId), body: { operationId: newId(), number } }),
    OperationView,
  );

/** As the base branch has it; what was there is in a saved state. */
export const revertFile = (taskId: string, path: string): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/revert-file', {
      ...task(taskId),
      body: { operationId: newId(), path, to: 'base' },
    }),
    OperationView,
  );

export const archive = (taskId: string, force: boolean): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/archive', { ...task(taskId), body: { operationId: newId(), force } }),
    OperationView,
  );

export const kill = (
  taskId: string,
  { discardWork, deleteBranch }: { discardWork: boolean; deleteBranch: boolean },
): Promise<OperationView> =>
  settled(
    api.POST('/v1/tasks/{taskId}/kill', { ...task(taskId), body: { operationId: newId(), discardWork, deleteBranch } }),
    OperationView,
  );

export const cancelOperation = (operationId: string): Promise<OperationView> =>
  settled(api.POST('/v1/operations/{operationId}/cancel', operation(operationId)), OperationView);

export const retryOperation = (operationId: string): Promise<OperationView> =>
  settled(api.POST('/v1/operations/{operationId}/retry', operation(operationId)), OperationView);
