import { type PermissionPolicy, TaskView } from '@foundry/task/contracts';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';

const task = (taskId: string) => ({ params: { path: { taskId } } });

export const renameTask = (taskId: string, title: string): Promise<TaskView> =>
  settled(api.PUT('/v1/tasks/{taskId}/title', { ...task(taskId), body: { title } }), TaskView);

/** Makes somebody the owner, at once or when the present turn ends. It starts no machine. */
export const changeOwner = (taskId: string, userId: string): Promise<TaskView> =>
  settled(api.PUT('/v1/tasks/{taskId}/owner', { ...task(taskId), body: { userId } }), TaskView);

export const setPolicy = (taskId: string, policy: PermissionPolicy): Promise<TaskView> =>
  settled(api.PUT('/v1/tasks/{taskId}/policy', { ...task(taskId), body: { policy } }), TaskView);

export const trustTask = (taskId: string): Promise<TaskView> =>
  settled(api.POST('/v1/tasks/{taskId}/trust', task(taskId)), TaskView);

/** Brings the machine without a message. */
export const prepareTask = (taskId: string): Promise<TaskView> =>
  settled(api.POST('/v1/tasks/{taskId}/prepare', task(taskId)), TaskView);

export const dismissError = (taskId: string): Promise<TaskView> =>
  settled(api.POST('/v1/tasks/{taskId}/dismiss-error', task(taskId)), TaskView);

/** Open again, without a machine: the next act brings one. */
export const unarchive = (taskId: string): Promise<TaskView> =>
  settled(api.POST('/v1/tasks/{taskId}/unarchive', task(taskId)), TaskView);
