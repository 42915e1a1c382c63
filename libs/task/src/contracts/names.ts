import { z } from 'zod';

/** From open to gone; the two on the way have a step with a deadline. */
export const Lifecycle = z.enum(['open', 'archiving', 'archived', 'killing', 'killed']);
export type Lifecycle = z.infer<typeof Lifecycle>;

export const SessionState = z.enum(['pending', 'starting', 'ready', 'error', 'closed']);
export type SessionState = z.infer<typeof SessionState>;

export const MessageState = z.enum(['queued', 'delivering', 'delivered', 'failed', 'cancelled']);
export type MessageState = z.infer<typeof MessageState>;

/** What a queued message waits for, in the order in which it is looked at. */
export const WaitingFor = z.enum([
  'turn',
  'held',
  'trust',
  'budget',
  'owner_busy',
  'sandbox',
  'identity',
  'github_link',
  'session',
  'capacity',
]);
export type WaitingFor = z.infer<typeof WaitingFor>;

export const TurnState = z.enum(['starting', 'running', 'stopping', 'ended']);
export type TurnState = z.infer<typeof TurnState>;

export const TurnOutcome = z.enum(['finished', 'limit', 'refused', 'stopped', 'failed', 'interrupted', 'timed_out']);
export type TurnOutcome = z.infer<typeof TurnOutcome>;

/** Whether the agent has the prompt: `sending` is in doubt. */
export const Delivery = z.enum(['none', 'sending', 'sent']);
export type Delivery = z.infer<typeof Delivery>;

export const PermissionKind = z.enum(['permission', 'question']);
export type PermissionKind = z.infer<typeof PermissionKind>;
export const PermissionState = z.enum(['open', 'answered', 'withdrawn']);
export type PermissionState = z.infer<typeof PermissionState>;
export const PermissionAnswer = z.enum(['allow_once', 'allow_always', 'reject_once', 'reject_always']);
export type PermissionAnswer = z.infer<typeof PermissionAnswer>;

/** What the task answers by itself: nothing, what only changes files of the task, or everything. */
export const PermissionPolicy = z.enum(['ask', 'edits', 'all']);
export type PermissionPolicy = z.infer<typeof PermissionPolicy>;

/** The credential of the owner, as the task knows it. */
export const OwnerCredential = z.enum(['none', 'preparing', 'ready', 'refused']);
export type OwnerCredential = z.infer<typeof OwnerCredential>;

export const OwnerReason = z.enum(['message', 'operation', 'manual', 'cleared']);
export type OwnerReason = z.infer<typeof OwnerReason>;

export const OperationKind = z.enum([
  'push',
  'sync',
  'publish',
  'merge',
  'close',
  'ready',
  'revert',
  'archive',
  'kill',
]);
export type OperationKind = z.infer<typeof OperationKind>;
export const OperationState = z.enum(['waiting', 'running', 'succeeded', 'failed', 'cancelled']);
export type OperationState = z.infer<typeof OperationState>;

/** What an operation does, one after the other. */
export const OperationStep = z.enum([
  'sandbox',
  'identity',
  'checkpoint',
  'push',
  'sync',
  'revert',
  'pull_request',
  'delete_branch',
  'stop',
  'machine',
]);
export type OperationStep = z.infer<typeof OperationStep>;

/** What an operation that has not begun its work waits for. */
export const OperationWaitsFor = z.enum(['owner_busy', 'turn', 'sandbox', 'identity']);
export type OperationWaitsFor = z.infer<typeof OperationWaitsFor>;

/** The list of changes: as it was saved last, being read, or not to be read. */
export const ChangesState = z.enum(['current', 'reading', 'failed']);
export type ChangesState = z.infer<typeof ChangesState>;

/** Added, modified, deleted, renamed, of another type. */
export const ChangeStatus = z.enum(['A', 'M', 'D', 'R', 'T']);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** Whether a patch is kept: it is text, or it is none, or there was too much. */
export const PatchState = z.enum(['text', 'binary', 'too_large']);
export type PatchState = z.infer<typeof PatchState>;

/** What an entry of the transcript is. */
export const ItemKind = z.enum([
  'user_message',
  'assistant_text',
  'reasoning',
  'tool_call',
  'plan',
  'permission',
  'question',
  'turn',
  'error',
  'owner_change',
  'git',
  'config_change',
  'notice',
]);
export type ItemKind = z.infer<typeof ItemKind>;
