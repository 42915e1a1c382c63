import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Code, keyed, Reason, sandbox } from './fields.js';
import { CheckpointReason, HoldKind, OnExpired, ProviderName } from './names.js';
import { SandboxView } from './views.js';

const subjectOf = ({ sandboxId }: { sandboxId: string }) => ({ subject: { type: 'sandbox', id: sandboxId } });

/** What the machine of a task is made for. */
const Wanted = z.object({
  ...sandbox,
  taskId: Uuid,
  repository: z.object({
    id: Id64,
    /** `https://…` of the repository, without a credential in it. */
    cloneUrl: z.url({ protocol: /^https?$/ }).max(2_000),
    base: z.string().min(1).max(255),
    fork: z.boolean(),
  }),
  branch: z.string().min(1).max(255),
  /** `existing`: a branch that the remote lacks is a failure. `any`: it is made of the base. */
  branchMode: z.enum(['any', 'existing']).default('any'),
  /** Null: the default of the organization, else of the instance. */
  provider: ProviderName.nullable().default(null),
  trusted: z.boolean(),
  onExpired: OnExpired.default('recreate'),
});

/**
 * Brings a machine for a task: makes it, resumes a paused one, or makes a lost one again. Asked for again it answers with
 * the sandbox that the task has. Refused: `sandbox.provider_unavailable`, `sandbox.limit`.
 */
export class RequestSandbox extends command({
  name: 'sandbox.request',
  ...keyed,
  payload: Wanted,
  result: SandboxView,
  audit: {
    kind: 'sandbox.created',
    entry: ({ sandboxId, taskId, branch, repository }) => ({
      ...subjectOf({ sandboxId }),
      taskId,
      repositoryId: repository.id,
      branch,
    }),
    each: true,
  },
}) {}

/** Wakes a paused machine; running ones stay as they are. Refused: `sandbox.destroyed`. */
export class ResumeSandbox extends command({
  name: 'sandbox.resume',
  ...keyed,
  payload: z.object(sandbox),
  result: SandboxView,
  audit: { kind: 'sandbox.resumed', entry: subjectOf, each: true },
}) {}

/** Saves the work and pauses the machine. `idle` pauses only what is idle. Refused: `sandbox.busy`, `sandbox.not_ready`. */
export class PauseSandbox extends command({
  name: 'sandbox.pause',
  ...keyed,
  payload: z.object({ ...sandbox, reason: z.enum(['user', 'idle']).default('user') }),
  result: SandboxView,
  audit: { kind: 'sandbox.paused', entry: subjectOf, each: true },
}) {}

/** Keeps the machine for 15, 60 or 240 minutes from now. Refused: `sandbox.not_ready`. */
export class ExtendSandbox extends command({
  name: 'sandbox.extend',
  ...keyed,
  payload: z.object({ ...sandbox, minutes: z.union([z.literal(15), z.literal(60), z.literal(240)]) }),
  result: SandboxView,
  audit: {
    kind: 'sandbox.extended',
    entry: ({ sandboxId, minutes }) => ({ ...subjectOf({ sandboxId }), details: { minutes } }),
  },
}) {}

/**
 * Ends the machine and makes another, from the named checkpoint or the last one. Refused: `sandbox.busy`,
 * `checkpoint.unknown`, `sandbox.provider_unavailable`, `sandbox.destroyed`.
 */
export class RecreateSandbox extends command({
  name: 'sandbox.recreate',
  ...keyed,
  payload: z.object({
    ...sandbox,
    fromCheckpointId: Uuid.nullable().default(null),
    provider: ProviderName.nullable().default(null),
    /** Set by the task when a fork was trusted, or is not any more. */
    trusted: z.boolean().optional(),
  }),
  result: SandboxView,
  audit: { kind: 'sandbox.recreated', entry: subjectOf },
}) {}

/** Ends the sandbox for good; its history stays readable. With `checkpointFirst` only after the work was saved. */
export class DestroySandbox extends command({
  name: 'sandbox.destroy',
  ...keyed,
  payload: z.object({ ...sandbox, reason: Code, checkpointFirst: z.boolean().default(false) }),
  result: SandboxView,
  audit: {
    kind: 'sandbox.destroyed',
    entry: ({ sandboxId, reason }) => ({ ...subjectOf({ sandboxId }), details: { reason } }),
    each: true,
  },
}) {}

/** Does the failed step again. Refused: `sandbox.not_failed`. */
export class RetrySandbox extends command({
  name: 'sandbox.retry',
  ...keyed,
  payload: z.object(sandbox),
  result: SandboxView,
  audit: { kind: 'sandbox.retried', entry: subjectOf },
}) {}

/** Somebody looks at the task: keeps a running machine for two minutes. */
export class TouchSandbox extends command({
  name: 'sandbox.touch',
  ...keyed,
  payload: z.object(sandbox),
  audit: { none: 'derived' },
  expiresAfterMs: 120_000,
}) {}

/** Keeps a running machine until a time at most 15 minutes ahead (30 for a permission). The same id again renews it. */
export class HoldSandbox extends command({
  name: 'sandbox.hold',
  ...keyed,
  payload: z.object({ ...sandbox, holdId: z.string().min(1).max(120), kind: HoldKind, until: Timestamp }),
  audit: { none: 'derived' },
}) {}

/** Ends a hold; one that is unknown is ended already. */
export class ReleaseHold extends command({
  name: 'sandbox.release',
  ...keyed,
  payload: z.object({ ...sandbox, holdId: z.string().min(1).max(120) }),
  audit: { none: 'derived' },
}) {}

/** Saves the state of the repository. `store`: outside the machine too. Refused: `sandbox.not_ready`. */
export class SaveSandbox extends command({
  name: 'sandbox.checkpoint',
  ...keyed,
  payload: z.object({ ...sandbox, checkpointId: Uuid, reason: CheckpointReason, store: z.boolean() }),
  audit: { none: 'derived' },
}) {}

/** The time of a state was up. Sent by its schedule. */
export class ExpireStep extends command({
  name: 'sandbox.expireStep',
  ...keyed,
  payload: z.object({ ...sandbox, stepId: Uuid }),
  audit: { none: 'progress' },
}) {}

/** Idle in five minutes: tells it. Sent by its schedule. */
export class WarnOfPause extends command({
  name: 'sandbox.warnOfPause',
  ...keyed,
  payload: z.object(sandbox),
  audit: { none: 'progress' },
}) {}

/** How long machines of the organization may idle. Sent by the reaction to its settings. */
export class ApplyIdleLimit extends command({
  name: 'sandbox.applyIdleLimit',
  ...keyed,
  payload: z.object({ ...sandbox, idleMinutes: z.int().min(5).max(1_440) }),
  audit: { none: 'derived' },
}) {}

/** Keeps what the organization's settings say about machines, for those that are made later. */
export class KeepPolicy extends command({
  name: 'sandbox.keepPolicy',
  entity: 'organizationId',
  organization: 'organizationId',
  payload: z.object({
    organizationId: Id64,
    idleMinutes: z.int().min(5).max(1_440),
    providers: z.array(ProviderName),
    defaultProvider: ProviderName.nullable(),
  }),
  audit: { none: 'derived' },
}) {}

/** Looks for machines that nobody owns and states that are not true any more. Sent every 30 seconds. */
export class ReapMachines extends command({
  name: 'sandbox.reap',
  entity: 'scope',
  payload: z.object({ scope: z.literal('machines') }),
  audit: { none: 'progress' },
}) {}

/** What the look found. */
export class RecordReaping extends command({
  name: 'sandbox.recordReaping',
  entity: 'scope',
  payload: z.object({ scope: z.literal('machines'), orphans: z.int().min(0), failure: Reason.nullable() }),
  audit: { none: 'progress' },
}) {}

/** A sandbox whose state stands still gets on: somebody watches it again, or its end is tried again. */
export class ContinueSandbox extends command({
  name: 'sandbox.continue',
  ...keyed,
  payload: z.object(sandbox),
  audit: { none: 'progress' },
}) {}
