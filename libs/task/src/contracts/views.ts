import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { SandboxView } from '@foundry/sandbox/contracts';
import { z } from 'zod';
import { ChangesView, TaskPullRequest } from './change-views.js';
import { AgentCommand } from './agent-names.js';
import { MessageAttachment } from './first-message.js';
import {
  ItemKind,
  Lifecycle,
  MessageState,
  OperationKind,
  OperationState,
  OperationStep,
  OperationWaitsFor,
  OwnerCredential,
  OwnerReason,
  PermissionAnswer,
  PermissionKind,
  PermissionPolicy,
  PermissionState,
  SessionState,
  TurnState,
  WaitingFor,
} from './names.js';
import { TaskPerson } from './task-person.js';
import { TaskStatus } from './task-status.js';

const at = (description: string) => Timestamp.meta({ description });
const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
const textOrNull = (description: string) => z.string().nullable().meta({ description });
const count = (description: string) => z.int().min(0).meta({ description });
const version = count('Rises by one with each change.');
const taskId = Uuid.meta({ description: 'Id of the task.' });
const sessionId = Uuid.meta({ description: 'Id of the session.' });
const code = textOrNull('Stable code of what went wrong.');
const reason = textOrNull('What went wrong, in words.');

/** The turn that a session runs now. */
export const RunningTurn = z
  .object({
    turnId: Uuid.meta({ description: 'Id of the turn.' }),
    messageId: Uuid.meta({ description: 'The message that it answers.' }),
    state: TurnState.meta({ description: 'How far it is.' }),
    startedAt: at('When it began.'),
    deadlineAt: at('When it is ended whatever it does.'),
    stalledSince: atOrNull('Since when nothing was heard of the agent.'),
  })
  .meta({ id: 'RunningTurn', description: 'The turn that a session runs now.' });
export type RunningTurn = z.infer<typeof RunningTurn>;

/** A conversation with an agent. */
export const SessionView = z
  .object({
    sessionId,
    taskId,
    number: count('Counts the sessions of the task: 1, 2, 3 …'),
    name: z.string().meta({ description: 'What people call it.' }),
    agent: z.string().meta({ description: 'The agent.' }),
    model: textOrNull('The model; null: the usual one of the agent.'),
    mode: textOrNull('The mode of the agent.'),
    reasoning: textOrNull('The level of reasoning.'),
    commands: z.array(AgentCommand).meta({ description: 'What the agent offers behind a slash.' }),
    state: SessionState.meta({ description: 'Whether the agent has it.' }),
    code,
    reason,
    queueHeld: z.boolean().meta({ description: 'Somebody stopped a turn, so what is queued waits for a word.' }),
    queued: count('Messages that wait.'),
    turn: RunningTurn.nullable().meta({ description: 'The turn that runs now.' }),
    headSeq: count('Newest item of the transcript when this was told.'),
    createdBy: Id64.nullable().meta({ description: 'Who opened it.' }),
    createdAt: at('When it was opened.'),
    closedAt: atOrNull('When it was closed.'),
    version,
  })
  .meta({ id: 'AgentSession', description: 'A conversation with an agent.' });
export type SessionView = z.infer<typeof SessionView>;

/** What somebody said to a session. */
export const MessageView = z
  .object({
    messageId: Uuid.meta({ description: 'Id of the message.' }),
    sessionId,
    taskId,
    position: count('Its place among the messages of the session.'),
    author: TaskPerson.meta({ description: 'Who wrote it.' }),
    text: z.string().meta({ description: 'What it says.' }),
    attachments: z.array(MessageAttachment).meta({ description: 'What it points to.' }),
    state: MessageState.meta({ description: 'How far it is.' }),
    waitingFor: WaitingFor.nullable().meta({ description: 'What a queued message waits for.' }),
    code,
    reason,
    attempt: count('Which attempt this is, from 1.'),
    turnId: Uuid.nullable().meta({ description: 'The turn that answers it.' }),
    createdAt: at('When it was accepted.'),
    editedAt: atOrNull('When its text was changed.'),
    deliveredAt: atOrNull('When the agent had it.'),
    version,
  })
  .meta({ id: 'TaskMessage', description: 'What somebody said to a session.' });
export type MessageView = z.infer<typeof MessageView>;

/** Something an agent may not do, or does not know, by itself. */
export const PermissionView = z
  .object({
    permissionId: Uuid.meta({ description: 'Id of the request.' }),
    taskId,
    sessionId,
    turnId: Uuid.meta({ description: 'The turn that waits for it.' }),
    kind: PermissionKind.meta({ description: 'A permission, or a question with words for an answer.' }),
    title: z.string().meta({ description: 'What the agent wants.' }),
    tool: z.record(z.string(), z.unknown()).nullable().meta({ description: 'The call it wants to make.' }),
    options: z
      .array(z.object({ kind: PermissionAnswer, optionId: z.string().max(200), name: z.string().max(200) }))
      .meta({ description: 'The answers that the agent offers.' }),
    state: PermissionState.meta({ description: 'Whether it waits.' }),
    answer: PermissionAnswer.nullable().meta({ description: 'What was answered.' }),
    answerText: textOrNull('What was answered in words.'),
    answeredBy: TaskPerson.nullable().meta({ description: 'Who answered; null: nobody, or the policy of the task.' }),
    byPolicy: z.boolean().meta({ description: 'The policy of the task answered it.' }),
    createdAt: at('When the agent asked.'),
    answeredAt: atOrNull('When it was answered.'),
    version,
  })
  .meta({ id: 'AgentRequest', description: 'Something an agent may not do, or does not know, by itself.' });
export type PermissionView = z.infer<typeof PermissionView>;

/** What came of an operation; what does not belong to its kind is null. */
export const OperationResult = z
  .object({
    outcome: textOrNull('In a word: `pushed`, `nothing`, `fast_forward`, `merged`, `rebased`, `reverted`, `done`.'),
    headSha: textOrNull('Commit of the branch afterwards.'),
    committed: textOrNull('The commit that was made of what had none.'),
    number: z.int().nullable().meta({ description: 'Number of the pull request.' }),
    url: textOrNull('Address of the pull request.'),
    existing: z.boolean().nullable().meta({ description: 'At GitHub it was so already.' }),
    branchDeleted: z.boolean().nullable().meta({ description: 'The branch was deleted at GitHub afterwards.' }),
  })
  .meta({ id: 'OperationResult', description: 'What came of an operation.' });
export type OperationResult = z.infer<typeof OperationResult>;

/** Something long that is done to the whole task. */
export const OperationView = z
  .object({
    operationId: Uuid.meta({ description: 'Id of the operation, minted by the sender.' }),
    taskId,
    kind: OperationKind.meta({ description: 'What is done.' }),
    state: OperationState.meta({ description: 'How far it is.' }),
    waitingFor: OperationWaitsFor.nullable().meta({ description: 'What it waits for before its work begins.' }),
    step: OperationStep.nullable().meta({ description: 'What is being done now, or was when it failed.' }),
    steps: z
      .array(
        z.object({
          step: OperationStep.meta({ description: 'What is done in it.' }),
          state: z
            .enum(['waiting', 'running', 'succeeded', 'failed', 'skipped'])
            .meta({ description: 'How far it is.' }),
          startedAt: atOrNull('When it began.'),
          endedAt: atOrNull('When it ended.'),
        }),
      )
      .meta({ description: 'Its steps in their order.' }),
    deadlineAt: atOrNull('When it counts as failed.'),
    result: OperationResult.nullable().meta({ description: 'What came of it, once it succeeded.' }),
    code,
    reason,
    retryable: z.boolean().meta({ description: 'The same may succeed later without anything else being changed.' }),
    paths: z.array(z.string()).meta({ description: 'Files that stood in the way, at most 50.' }),
    requestedBy: Id64.nullable().meta({ description: 'Who asked; null: Foundry, for a pull request that ended.' }),
    createdAt: at('When it was asked for.'),
    endedAt: atOrNull('When it ended.'),
    version,
  })
  .meta({ id: 'TaskOperation', description: 'Something long that is done to the whole task.' });
export type OperationView = z.infer<typeof OperationView>;

/** Whose identity the task uses. */
export const OwnerView = z
  .object({
    person: TaskPerson.nullable().meta({ description: 'The owner; null: nobody.' }),
    since: atOrNull('Since when.'),
    reason: OwnerReason.nullable().meta({ description: 'How it came.' }),
    pending: TaskPerson.nullable().meta({ description: 'Who was chosen and follows when the present work ends.' }),
    credential: OwnerCredential.meta({ description: 'Whether git may use the GitHub account of the owner.' }),
    code,
  })
  .meta({ id: 'OwnerOfTask', description: 'Whose identity the task uses.' });
export type OwnerView = z.infer<typeof OwnerView>;

/** A task with everything but its children. */
export const TaskView = z
  .object({
    taskId,
    organizationId: Id64.meta({ description: 'GitHub id of the organization.' }),
    repositoryId: Id64.meta({ description: 'GitHub id of the repository.' }),
    repositoryName: z.string().meta({ description: 'Owner and name of the repository.' }),
    branch: z.string().meta({ description: 'Its branch; never another.' }),
    branchMade: z.boolean().meta({ description: 'The work on it brought the branch to GitHub, so it may go with it.' }),
    baseBranch: textOrNull('Branch that the work is compared with.'),
    fork: z.boolean().meta({ description: 'The branch is in a fork.' }),
    trustedBy: Id64.nullable().meta({ description: 'Who trusted the fork.' }),
    title: z.string().meta({ description: 'The title.' }),
    lifecycle: Lifecycle.meta({ description: 'Whether it is open.' }),
    archiveProposed: textOrNull('Its pull request ended with work left over: `merged` or `closed`.'),
    status: TaskStatus.meta({ description: 'What it is doing.' }),
    statusReason: textOrNull('Why it has this status.'),
    failure: z
      .object({ code: z.string(), text: z.string(), at: Timestamp })
      .nullable()
      .meta({ description: 'What failed last, until something succeeds or somebody dismisses it.' }),
    owner: OwnerView.meta({ description: 'Whose identity it uses.' }),
    sandboxId: Uuid.nullable().meta({ description: 'Its machine.' }),
    policy: PermissionPolicy.meta({ description: 'What agents may do without asking.' }),
    pullRequest: TaskPullRequest.nullable().meta({ description: 'Its pull request; null: none is known.' }),
    unpushed: z.int().min(0).nullable().meta({ description: 'Commits that GitHub does not have; null: not known.' }),
    dirty: z.boolean().nullable().meta({ description: 'There are changes without a commit; null: not known.' }),
    lastActivityAt: at('When something last happened.'),
    createdAt: at('When somebody first acted on it.'),
    archivedAt: atOrNull('When it was archived.'),
    version,
  })
  .meta({ id: 'Task', description: 'A task that somebody acted on, without its children.' });
export type TaskView = z.infer<typeof TaskView>;

/** A task with everything of it that can still change. */
export const TaskDetail = z
  .object({
    virtual: z.literal(false).meta({ description: 'Somebody acted on it.' }),
    task: TaskView.meta({ description: 'The task itself.' }),
    sandbox: SandboxView.nullable().meta({
      description: 'Its machine, or the last one that it had; null: it never had one.',
    }),
    sessions: z.array(SessionView).meta({ description: 'Its open sessions, in the order of their opening.' }),
    permissions: z.array(PermissionView).meta({ description: 'Requests of agents that wait for a person.' }),
    operations: z.array(OperationView).meta({ description: 'Its last operations, newest first, at most 20.' }),
    changes: ChangesView.nullable().meta({ description: 'What it changed, in numbers; null: nothing was read yet.' }),
  })
  .meta({ id: 'TaskDetail', description: 'A task with everything of it that can still change.' });
export type TaskDetail = z.infer<typeof TaskDetail>;

/** An entry of a transcript. */
export const ItemView = z
  .object({
    seq: z.int().min(1).meta({ description: 'Its place: 1, 2, 3 … without a gap.' }),
    rev: z.int().min(1).meta({ description: 'Rises when it is replaced or grows.' }),
    kind: ItemKind.meta({ description: 'What it is.' }),
    turnId: Uuid.nullable().meta({ description: 'The turn that it belongs to.' }),
    authorId: Id64.nullable().meta({ description: 'Who wrote it; null: not a person.' }),
    text: z.string().meta({ description: 'Its text.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'What else there is, by its kind.' }),
    open: z.boolean().meta({ description: 'It may still grow.' }),
    createdAt: at('When it began.'),
    updatedAt: at('When it last changed.'),
  })
  .meta({ id: 'TranscriptItem', description: 'An entry of a transcript.' });
export type ItemView = z.infer<typeof ItemView>;

/** A part of a transcript. */
export const TranscriptPage = z
  .object({
    items: z.array(ItemView).meta({ description: 'Entries, the oldest first.' }),
    firstSeq: count('The oldest entry that there is; 0: none.'),
    headSeq: count('The newest entry that there is; 0: none.'),
    hasMoreBefore: z.boolean().meta({ description: 'There are older ones than these.' }),
  })
  .meta({ id: 'TranscriptPage', description: 'A part of a transcript.' });
export type TranscriptPage = z.infer<typeof TranscriptPage>;
