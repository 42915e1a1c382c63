import { randomUUID } from 'node:crypto';
import type { SqlRunner } from '@foundry/messaging';

const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
/** What the examples of bodies and queries name. */
const CHANGED = 'src/index.ts';
const PULL_REQUEST = 7;

export interface TaskThings {
  organizationId: string;
  repositoryId: string;
  taskId: string;
  sessionId: string;
  /** One more, to be closed. */
  otherSessionId: string;
  messageId: string;
  permissionId: string;
  operationId: string;
  userId: string;
}

/**
 * A task that somebody acted on: a session whose agent works on one message and asks for something, a message that waits
 * behind it, a push that failed, and a changed file.
 */
export async function fillTask(sql: SqlRunner, things: TaskThings): Promise<void> {
  const { organizationId, repositoryId, taskId } = things;
  const pullRequest = { number: PULL_REQUEST, title: 'Topic', url: null, state: 'open', draft: true };
  const known = JSON.stringify({ ...pullRequest, headSha: SHA, baseBranch: 'main', version: 1 });
  await sql`insert into task.tasks (task_id, organization_id, repository_id, repository_name, branch, head_repository_id,
      fork, base_branch, title, title_source, lifecycle, sandbox_wanted, pull_request, policy, status, failure,
      session_count, last_activity_at, created_at, version)
    values (${taskId}, ${organizationId}, ${repositoryId}, ${`${organizationId}/web`}, 'topic', ${repositoryId}, false,
      'main', 'Topic', 'pull_request', 'open', false, ${known}::jsonb, 'ask', 'idle',
      '{"code": "push.denied", "text": "No.", "at": "2030-01-01T12:00:00.000Z"}'::jsonb, 2, now(), now(), 1)`;
  await fillSession(sql, things);
  await sql`insert into task.sessions (session_id, organization_id, task_id, number, name, name_source, agent, state,
      connection_no, used, queue_held, message_count, created_by, created_at, version)
    values (${things.otherSessionId}, ${organizationId}, ${taskId}, 2, 'Other', 'automatic', 'claude', 'pending', 0, false,
      false, 0, ${things.userId}, now(), 1)`;
  await fillOperation(sql, things);
  await sql`insert into task.changes (task_id, state, head_sha, merge_base_sha, ahead, behind, unpushed, dirty, files, added,
      removed, truncated, version)
    values (${taskId}, 'current', ${SHA}, ${SHA}, 1, 0, 0, false, 1, 3, 1, false, 2)`;
  await sql`insert into task.change_files (task_id, position, path, status, uncommitted, added, removed, is_binary,
      old_blob, new_blob, old_mode, new_mode, patch)
    values (${taskId}, 0, ${CHANGED}, 'M', true, 3, 1, false, ${SHA}, ${SHA}, '100644', '100644', '@@ -1 +1 @@')`;
}

async function fillSession(sql: SqlRunner, things: TaskThings): Promise<void> {
  const { organizationId, taskId, sessionId, messageId, permissionId, userId } = things;
  const author = JSON.stringify({ userId, login: 'somebody', avatarUrl: null });
  const [delivered, turnId] = [randomUUID(), randomUUID()];
  await sql`insert into task.sessions (session_id, organization_id, task_id, number, name, name_source, agent, state,
      connection_no, generation, used, queue_held, message_count, head_seq, created_by, created_at, version)
    values (${sessionId}, ${organizationId}, ${taskId}, 1, 'Session', 'automatic', 'claude', 'ready', 1, 1, true, false, 2,
      2, ${userId}, now(), 1)`;
  await sql`insert into task.messages (message_id, organization_id, task_id, session_id, position, author, author_id, text,
      attachments, state, waiting_for, attempt, need, need_generation, without_credential, turn_id, created_at, version)
    values (${delivered}, ${organizationId}, ${taskId}, ${sessionId}, 1, ${author}::jsonb, ${userId}, 'Do it', '[]',
        'delivered', null, 1, 'ready', 1, false, ${turnId}, now() - interval '2 minutes', 1),
      (${messageId}, ${organizationId}, ${taskId}, ${sessionId}, 2, ${author}::jsonb, ${userId}, 'And this', '[]',
        'queued', 'turn', 1, 'none', null, false, null, now() - interval '2 minutes', 1)`;
  await sql`insert into task.turns (turn_id, organization_id, task_id, session_id, message_id, author_id, number, state,
      effect_id, sandbox_id, generation, delivery, started_at, deadline_at)
    values (${turnId}, ${organizationId}, ${taskId}, ${sessionId}, ${delivered}, ${userId}, 1, 'running',
      gen_random_uuid(), gen_random_uuid(), 1, 'sent', now(), now() + interval '4 hours')`;
  await sql`insert into task.permissions (permission_id, organization_id, task_id, session_id, turn_id, connection,
      request_ref, kind, title, options, state, by_policy, created_at, version)
    values (${permissionId}, ${organizationId}, ${taskId}, ${sessionId}, ${turnId}, ${sessionId}, '1', 'permission',
      'Run the tests', '[{"kind": "allow_once", "optionId": "yes", "name": "Yes"}]', 'open', false, now(), 1)`;
  await sql`insert into task.items (session_id, seq, rev, turn_id, kind, author_id, text, data, open, bytes, created_at,
      updated_at)
    values (${sessionId}, 1, 1, ${turnId}, 'user_message', ${userId}, 'Greet people', '{}', false, 12, now(), now()),
      (${sessionId}, 2, 1, ${turnId}, 'assistant_text', null, 'I greet them', '{}', false, 12, now(), now())`;
}

async function fillOperation(sql: SqlRunner, things: TaskThings): Promise<void> {
  const { organizationId, taskId, operationId, userId } = things;
  const person = JSON.stringify({ userId, login: 'somebody', avatarUrl: null });
  await sql`insert into task.operations (operation_id, organization_id, task_id, kind, state, steps, input, code, reason,
      retryable, paths, requested_by, person, attempt, need, is_holding, created_at, ended_at, version)
    values (${operationId}, ${organizationId}, ${taskId}, 'push', 'failed', '[]',
      '{"kind": "push", "commitMessage": null, "force": null}', 'push.denied', 'No.', true, '[]', ${userId},
      ${person}::jsonb, 1, 'none', false, now(), now(), 1)`;
}
