import type { Tx } from '@foundry/messaging';
import type { Uuid } from '@foundry/messaging/contracts';
import { SessionState } from '../../domain/session-state.entity.js';
import { TaskState } from '../../domain/task-state.entity.js';
import type { OfTask } from './tell-state.js';

/** What is kept of the task, or a row to begin with. */
export const taskStateOf = async (tx: Tx, { userId, organizationId, taskId }: OfTask): Promise<TaskState> =>
  (await tx.find(TaskState, { userId, taskId })) ?? TaskState.of(userId, organizationId, taskId);

/** What was seen of the session, or a row to begin with. */
export const sessionStateOf = async (tx: Tx, of: OfTask, sessionId: Uuid): Promise<SessionState> =>
  (await tx.find(SessionState, { userId: of.userId, sessionId })) ?? SessionState.of(of, sessionId);
