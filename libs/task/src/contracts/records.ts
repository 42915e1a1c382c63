import { command, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, task } from './command-fields.js';
import { PermissionAnswer, PermissionKind, TurnOutcome } from './names.js';

const Code = z.string().max(80);
const Reason = z.string().max(2_000);
const ofTurn = { ...task, turnId: Uuid };
const ofSession = { ...task, sessionId: Uuid, connectionNo: z.int().min(1) };

/** The agent of a session runs. A report of another start is refused with `step.ended`. */
export class RecordSessionReady extends command({
  name: 'task.recordSessionReady',
  ...keyed,
  payload: z.object({
    ...ofSession,
    agentSessionId: z.string().max(500),
    model: z.string().max(120).nullable(),
    mode: z.string().max(120).nullable(),
    reasoning: z.string().max(120).nullable().default(null),
  }),
  audit: { none: 'progress' },
}) {}

/** The agent of a session could not be started. */
export class RecordSessionFailed extends command({
  name: 'task.recordSessionFailed',
  ...keyed,
  payload: z.object({ ...ofSession, code: Code, reason: Reason }),
  audit: { none: 'progress' },
}) {}

/** The agent has the prompt of a turn. */
export class RecordDelivered extends command({
  name: 'task.recordDelivered',
  ...keyed,
  payload: z.object({ ...ofTurn, at: Timestamp }),
  audit: { none: 'progress' },
}) {}

/** The agent asks for something. `requestRef` is its own id of the request. */
export class RecordPermission extends command({
  name: 'task.recordPermission',
  ...keyed,
  payload: z.object({
    ...ofTurn,
    permissionId: Uuid,
    connection: z.string().max(120),
    requestRef: z.string().max(200),
    kind: PermissionKind,
    title: z.string().max(1_000),
    tool: z.record(z.string(), z.unknown()).nullable(),
    options: z.array(z.object({ kind: PermissionAnswer, optionId: z.string().max(200), name: z.string().max(200) })),
  }),
  audit: { none: 'progress' },
}) {}

/**
 * A turn is over. `delivered` false: the agent surely never got the prompt, so it may be sent again. `exited`: its agent
 * is gone, and the next message starts it again.
 */
export class RecordTurnEnded extends command({
  name: 'task.recordTurnEnded',
  ...keyed,
  payload: z.object({
    ...ofTurn,
    outcome: TurnOutcome,
    stopReason: z.string().max(80).nullable(),
    code: Code.nullable(),
    reason: Reason.nullable(),
    delivered: z.boolean(),
    exited: z.boolean().default(false),
    tokens: z.record(z.string(), z.int()).nullable().default(null),
    costCents: z.number().min(0).nullable().default(null),
  }),
  // A person who was chosen while it ran is the owner now.
  audit: {
    kind: 'task.owner_changed',
    entry: ({ taskId }) => ({ subject: { type: 'task', id: taskId }, taskId }),
    each: true,
  },
}) {}
