import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { CheckpointView } from '@foundry/sandbox/contracts';
import { z } from 'zod';
import { TaskPullRequest } from './change-views.js';
import { keyed, task } from './command-fields.js';
import { CommitSha } from './operation-inputs.js';

const Code = z.string().max(80);
const Reason = z.string().max(2_000);
const count = z.int().min(0);
const ofOperation = { ...task, operationId: Uuid, attempt: z.int().min(1) };
const atSuccess = (kind: string) => ({
  kind,
  entry: ({ taskId, operationId }: { taskId: string; operationId: string }) => ({
    subject: { type: 'operation', id: operationId },
    taskId,
  }),
  each: true as const,
});

/** What a saved state changed was read, or (`code`) could not be. The files were written by the effect. */
export class RecordChanges extends command({
  name: 'task.recordChanges',
  ...keyed,
  payload: z.object({
    ...task,
    readingId: Uuid,
    checkpointId: Uuid,
    read: z
      .object({
        generation: z.int().min(1),
        headSha: CommitSha,
        mergeBaseSha: CommitSha.nullable(),
        ...{ ahead: count, behind: count, unpushed: count, files: count, added: count, removed: count },
        dirty: z.boolean(),
        truncated: z.boolean(),
        readAt: Timestamp,
      })
      .nullable(),
    code: Code.nullable(),
    reason: Reason.nullable(),
  }),
  audit: { none: 'progress' },
}) {}

/** The branch at GitHub has the head. `outcome` `nothing`: it had it already. `committed`: what was committed before. */
export class RecordPushed extends command({
  name: 'task.recordPushed',
  ...keyed,
  payload: z.object({
    ...ofOperation,
    outcome: z.enum(['pushed', 'nothing']),
    headSha: CommitSha,
    committed: CommitSha.nullable(),
    /** The branch was not there before. */
    created: z.boolean().default(false),
    /** The default branch of the repository, as the remote says. */
    defaultBranch: z.string().max(255).nullable(),
  }),
  audit: atSuccess('task.pushed'),
}) {}

/** The branch has what was new at GitHub. */
export class RecordSynced extends command({
  name: 'task.recordSynced',
  ...keyed,
  payload: z.object({
    ...ofOperation,
    outcome: z.enum(['nothing', 'fast_forward', 'merged', 'rebased']),
    fromSha: CommitSha,
    headSha: CommitSha,
  }),
  audit: atSuccess('task.synced'),
}) {}

/** A file is as it was asked for. */
export class RecordReverted extends command({
  name: 'task.recordReverted',
  ...keyed,
  payload: z.object(ofOperation),
  audit: atSuccess('file.reverted'),
}) {}

/** An operation could not be done. `paths`: the files that stand in the way, the first 50. */
export class RecordOperationFailed extends command({
  name: 'task.recordOperationFailed',
  ...keyed,
  payload: z.object({
    ...ofOperation,
    code: Code,
    reason: Reason,
    retryable: z.boolean(),
    paths: z.array(z.string().max(4_096)).max(50).default([]),
  }),
  audit: { none: 'progress' },
}) {}

/** A state of the machine's repository was saved, or (`code`) could not be. */
export class NoteCheckpoint extends command({
  name: 'task.noteCheckpoint',
  ...keyed,
  payload: z.object({
    ...task,
    requestId: Uuid,
    checkpoint: CheckpointView.nullable(),
    code: Code.nullable(),
    reason: Reason.nullable(),
  }),
  audit: { none: 'derived' },
}) {}

/** What GitHub did for an operation, or why not. `requestId`: the id that it was asked for with. */
export class NoteOperation extends command({
  name: 'task.noteOperation',
  ...keyed,
  payload: z.object({
    ...task,
    requestId: Uuid,
    result: z
      .object({
        existing: z.boolean(),
        number: z.int().nullable(),
        url: z.string().max(2_000).nullable(),
        headSha: z.string().max(64).nullable(),
      })
      .nullable(),
    error: z.object({ code: Code, text: z.string().max(1_000), retryable: z.boolean() }).nullable(),
  }),
  audit: { none: 'derived' },
}) {}

/** A pull request of the task's branch as GitHub has it. An older version than known: nothing. */
export class NotePullRequest extends command({
  name: 'task.notePullRequest',
  ...keyed,
  payload: z.object({ ...task, pullRequest: TaskPullRequest }),
  audit: { none: 'derived' },
}) {}

/** Somebody pushed a branch of the repository. */
export class NotePush extends command({
  name: 'task.notePush',
  ...keyed,
  payload: z.object({
    ...task,
    branch: z.string().max(255),
    headSha: z.string().max(64),
    /** The branch was not there before. */
    created: z.boolean().default(false),
    by: z.object({ userId: Id64, login: z.string() }).nullable(),
    at: Timestamp,
  }),
  audit: {
    kind: 'push.outside_branch',
    entry: ({ taskId, branch }) => ({ subject: { type: 'task', id: taskId }, taskId, details: { branch } }),
    each: true,
  },
}) {}
