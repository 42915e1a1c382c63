import { ApiError, done } from '../api/api-error.js';
import { api } from '../api/client.js';

async function tell(taskId: string, activeSessionId: string): Promise<void> {
  try {
    await done(api.PUT('/v1/me/tasks/{taskId}/open', { params: { path: { taskId } }, body: { activeSessionId } }));
  } catch (error) {
    // The task opens with its newest session then; nothing of anybody's work depends on it.
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
  }
}

/** Remembers with the account which session is looked at, so that the task opens there again. */
export function keepOpen(taskId: string, sessionId: string): void {
  void tell(taskId, sessionId);
}
