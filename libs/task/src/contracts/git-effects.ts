import { effect, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, task } from './command-fields.js';
import { CommitSha } from './operation-inputs.js';

const SECOND = 1_000;
const machine = { sandboxId: Uuid, generation: z.int().min(1) };
const branch = z.string().max(255);
/** `attempt`: a report of another one than the present is refused with `step.ended`. */
const work = { ...task, ...machine, operationId: Uuid, attempt: z.int().min(1) };
const oneAtATime = ({ sandboxId }: { sandboxId: string }) => `task.git:${sandboxId}`;
const fiveMinutes = { timeoutMs: 140 * SECOND, deadlineMs: 285 * SECOND, maxAttempts: 2 };

/** Reads what a saved state changed. It touches neither files nor branches. */
export class ReadChanges extends effect({
  name: 'task.readChanges',
  ...keyed,
  payload: z.object({
    ...task,
    ...machine,
    /** Names this reading; a report of another one is refused with `step.ended`. */
    readingId: Uuid,
    checkpointId: Uuid,
    headSha: CommitSha,
    treeSha: CommitSha,
    /** Null: the default branch. */
    baseBranch: branch.nullable(),
    lastPushedSha: CommitSha.nullable(),
  }),
  timeoutMs: 28 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 2,
  exclusive: ({ taskId }) => `task.changes:${taskId}`,
}) {}

/** Commits if there is a message, and pushes the head to the branch. */
export class PushBranch extends effect({
  name: 'task.pushBranch',
  ...keyed,
  payload: z.object({
    ...work,
    branch,
    cloneUrl: z.string().max(2_000),
    commitMessage: z.string().nullable(),
    /** Replaces the remote branch if it is at this commit; null: never replaces. */
    expectedSha: CommitSha.nullable(),
  }),
  ...fiveMinutes,
  exclusive: oneAtATime,
}) {}

/** Brings new commits of the remote branch and of the base branch into the one that is checked out. */
export class SyncBranch extends effect({
  name: 'task.syncBranch',
  ...keyed,
  payload: z.object({
    ...work,
    branch,
    cloneUrl: z.string().max(2_000),
    /** Null: the default branch. */
    baseBranch: branch.nullable(),
    method: z.enum(['merge', 'rebase']),
    /** The branch is in a fork: the remote has it as the head of this pull request, if at all. */
    fork: z.object({ pullRequest: z.int().nullable() }).nullable().default(null),
  }),
  ...fiveMinutes,
  exclusive: oneAtATime,
}) {}

/** Makes one file as a commit has it; null: as the head has it. */
export class RevertPath extends effect({
  name: 'task.revertPath',
  ...keyed,
  payload: z.object({
    ...work,
    path: z.string(),
    oldPath: z.string().nullable(),
    commitSha: CommitSha.nullable(),
  }),
  timeoutMs: 28 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 2,
  exclusive: oneAtATime,
}) {}
