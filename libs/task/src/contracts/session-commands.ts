import { command, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { aboutTask, acted, keyed } from './command-fields.js';
import { PermissionAnswer } from './names.js';
import { PermissionView, SessionView } from './views.js';

const about = ({ sessionId, taskId }: { sessionId: string; taskId: string }) => aboutTask('session', sessionId, taskId);
const inSession = { ...acted, sessionId: Uuid };

/** Opens a session. Refused: `session.limit`, `session.id_taken`. */
export class CreateSession extends command({
  name: 'task.createSession',
  ...keyed,
  payload: z.object({
    ...inSession,
    agent: z.string().min(1).max(40).optional(),
    model: z.string().min(1).max(120).optional(),
    mode: z.string().min(1).max(120).optional(),
    name: text(80).min(1).optional(),
  }),
  result: SessionView,
  audit: { kind: 'session.created', entry: about },
}) {}

/** Names a session. */
export class RenameSession extends command({
  name: 'task.renameSession',
  ...keyed,
  payload: z.object({ ...inSession, name: text(80).min(1) }),
  result: SessionView,
  audit: { kind: 'session.renamed', entry: about },
}) {}

/** Ends a session for good: its turn is stopped, what is queued is cancelled, the transcript stays. */
export class CloseSession extends command({
  name: 'task.closeSession',
  ...keyed,
  payload: z.object(inSession),
  result: SessionView,
  audit: { kind: 'session.closed', entry: about },
}) {}

/** Starts a session again whose start failed. Refused: `session.not_failed`. */
export class RetrySession extends command({
  name: 'task.retrySession',
  ...keyed,
  payload: z.object(inSession),
  result: SessionView,
  audit: { kind: 'session.retried', entry: about },
}) {}

/** Lets the queue of a session go on that somebody held by stopping a turn. */
export class ReleaseQueue extends command({
  name: 'task.releaseQueue',
  ...keyed,
  payload: z.object(inSession),
  result: SessionView,
  audit: { kind: 'session.queue_released', entry: about },
}) {}

/** Stops the turn that runs, or exactly the one that is named. Refused: `turn.not_running`. */
export class StopTurn extends command({
  name: 'task.stopTurn',
  ...keyed,
  payload: z.object({ ...inSession, turnId: Uuid.optional() }),
  result: SessionView,
  audit: { kind: 'turn.stopped', entry: about },
}) {}

/**
 * Answers a request of an agent; the first answer wins. Refused: `permission.unknown`, `permission.answered`,
 * `permission.not_offered`.
 */
export class AnswerPermission extends command({
  name: 'task.answerPermission',
  ...keyed,
  payload: z.object({
    ...acted,
    permissionId: Uuid,
    answer: PermissionAnswer.nullable().default(null),
    text: text(4_000).min(1).nullable().default(null),
  }),
  result: PermissionView,
  audit: {
    kind: 'permission.answered',
    entry: ({ permissionId, taskId, answer }) => aboutTask('permission', permissionId, taskId, { answer }),
  },
}) {}
