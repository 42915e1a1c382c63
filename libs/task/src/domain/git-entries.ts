import type { AuditSubject } from '@foundry/messaging/contracts';
import type { Operation } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

/** What an operation came to, in the transcript of every open session. */
export function addGitItem(whole: WholeTask, operation: Operation, text: string): void {
  const { operationId, kind, state, result, code, paths, person } = operation;
  const data = { operationId, operation: kind, state, by: person, ...(result ?? {}), code, paths };
  for (const { sessionId, state: is } of whole.sessions) {
    if (is !== 'closed') whole.intents.push({ kind: 'item', sessionId, item: { kind: 'git', text, data } });
  }
}

/** An operation that succeeded, in the audit log. */
export function auditOperation(
  whole: WholeTask,
  operation: Operation,
  kind: 'task.pushed' | 'task.synced' | 'file.reverted',
  details: Record<string, unknown>,
): void {
  const { taskId, repositoryId, branch } = whole.task;
  const subject = { type: 'operation', id: operation.operationId };
  const by = operation.requestedBy;
  const entry: AuditSubject = { kind, subject, taskId, repositoryId, branch, details: { by, ...details } };
  whole.intents.push({ kind: 'audit', entry });
}
