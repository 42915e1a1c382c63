import { effect, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Argv, Code, Environment, Generation, keyed, sandbox, step } from './fields.js';
import { CredentialNeedKind, ProviderName } from './names.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const machine = { ...sandbox, generation: Generation };
/** Steps of one sandbox never overlap. */
const oneStep = { exclusive: ({ sandboxId }: { sandboxId: string }) => `sandbox:${sandboxId}` };
/** Nothing else writes refs or the index while it runs. */
const oneGit = { exclusive: ({ sandboxId }: { sandboxId: string }) => `git:${sandboxId}` };

/** Makes the machine, or adopts the one that an attempt before made. */
export class Provision extends effect({
  name: 'sandbox.provision',
  ...keyed,
  payload: z.object({ ...step, provider: ProviderName, taskId: Uuid }),
  ...oneStep,
  timeoutMs: 110 * SECOND,
  deadlineMs: 120 * SECOND,
  maxAttempts: 3,
  retry: 'keyed',
  long: true,
}) {}

/** Starts the agent server if it does not answer. */
export class StartServer extends effect({
  name: 'sandbox.startServer',
  ...keyed,
  payload: z.object(step),
  ...oneStep,
  timeoutMs: 25 * SECOND,
  deadlineMs: 90 * SECOND,
  maxAttempts: 5,
}) {}

/** Brings the repository onto the machine; what is there already is never touched. */
export class PrepareRepository extends effect({
  name: 'sandbox.prepareRepository',
  ...keyed,
  payload: z.object({
    ...step,
    repositoryId: Id64,
    cloneUrl: z.string(),
    branch: z.string(),
    baseBranch: z.string(),
    branchMode: z.enum(['any', 'existing']),
    checkpointId: Uuid.nullable(),
    requestedBy: Id64.nullable(),
    trusted: z.boolean(),
  }),
  ...oneStep,
  timeoutMs: 14 * MINUTE,
  deadlineMs: 15 * MINUTE,
  maxAttempts: 3,
  long: true,
}) {}

/** Saves head and working tree as a commit of its own, and keeps it outside the machine when `store`. */
export class SaveCheckpoint extends effect({
  name: 'sandbox.saveCheckpoint',
  ...keyed,
  payload: z.object({
    ...machine,
    stepId: Uuid.nullable(),
    checkpointId: Uuid,
    number: z.int().min(1),
    reason: z.string().max(40),
    store: z.boolean(),
    branch: z.string(),
    baseBranch: z.string(),
    last: z.object({ headSha: z.string(), treeSha: z.string(), stored: z.boolean() }).nullable(),
  }),
  ...oneGit,
  timeoutMs: 60 * SECOND,
  deadlineMs: 110 * SECOND,
  maxAttempts: 3,
}) {}

/** Puts the machine to sleep. */
export class PauseMachine extends effect({
  name: 'sandbox.pauseMachine',
  ...keyed,
  payload: z.object(step),
  ...oneStep,
  timeoutMs: 60 * SECOND,
  deadlineMs: 110 * SECOND,
}) {}

/** Wakes the machine, starts its server, and looks for its marker. */
export class ResumeMachine extends effect({
  name: 'sandbox.resumeMachine',
  ...keyed,
  payload: z.object({ ...step, removeCredential: z.boolean() }),
  ...oneStep,
  timeoutMs: 50 * SECOND,
  deadlineMs: 60 * SECOND,
}) {}

/** Asks the provider for a longer life. */
export class ExtendMachine extends effect({
  name: 'sandbox.extendMachine',
  ...keyed,
  payload: z.object({ ...machine, minutes: z.int().min(1).max(1_440) }),
  timeoutMs: 30 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 3,
}) {}

/** Ends the machine of one generation. */
export class DestroyMachine extends effect({
  name: 'sandbox.destroyMachine',
  ...keyed,
  payload: z.object({ ...machine, provider: ProviderName }),
  exclusive: ({ sandboxId, generation }) => `sandbox:${sandboxId}:destroy:${String(generation)}`,
  timeoutMs: 45 * SECOND,
  deadlineMs: 60 * SECOND,
}) {}

/** Watches one running machine: health, processes, life, disk, agents. Tells only what changed. */
export class WatchMachine extends effect({
  name: 'sandbox.watch',
  ...keyed,
  payload: z.object({ ...machine, watchId: Uuid }),
  exclusive: ({ sandboxId }) => `watch:${sandboxId}`,
  deadlineMs: 30 * 24 * 60 * MINUTE,
  long: true,
}) {}

/** Looks at every machine of this instance. */
export class SweepMachines extends effect({
  name: 'sandbox.sweep',
  entity: 'scope',
  payload: z.object({ scope: z.literal('machines') }),
  exclusive: () => 'sandbox:sweep',
  timeoutMs: 55 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 1,
}) {}

/** Takes a lease of the person, writes it onto the machine, and verifies it against the remote. */
export class InstallCredential extends effect({
  name: 'sandbox.writeCredential',
  ...keyed,
  payload: z.object({
    ...machine,
    attemptId: Uuid,
    userId: Id64,
    repositoryId: Id64,
    cloneUrl: z.string(),
    purpose: CredentialNeedKind,
    /** The watch of the machine, which the credential does not outlive. */
    holderId: Uuid.nullable(),
    formerLeaseId: Uuid.nullable(),
  }),
  exclusive: ({ sandboxId }) => `credential:${sandboxId}`,
  timeoutMs: 45 * SECOND,
  deadlineMs: 135 * SECOND,
  maxAttempts: 3,
}) {}

/** Takes the credential's file off the machine and ends its lease. */
export class RemoveCredential extends effect({
  name: 'sandbox.eraseCredential',
  ...keyed,
  payload: z.object({ ...machine, attemptId: Uuid, leaseId: Uuid.nullable(), reason: Code }),
  exclusive: ({ sandboxId }) => `credential:${sandboxId}`,
  timeoutMs: 45 * SECOND,
  deadlineMs: 135 * SECOND,
  maxAttempts: 3,
}) {}

/** Starts a process. A second attempt looks for what the first one may have started, so nothing runs twice. */
export class StartProcess extends effect({
  name: 'sandbox.startProcess',
  ...keyed,
  payload: z.object({
    ...machine,
    processId: Uuid,
    argv: Argv,
    cwd: z.string(),
    env: Environment,
    tty: z.boolean(),
  }),
  timeoutMs: 15 * SECOND,
  deadlineMs: 40 * SECOND,
  maxAttempts: 2,
  retry: 'keyed',
}) {}

/** Sends TERM or KILL. */
export class SignalProcess extends effect({
  name: 'sandbox.signalProcess',
  ...keyed,
  payload: z.object({
    ...machine,
    processId: Uuid,
    remoteId: z.string(),
    signal: z.enum(['term', 'kill']),
    waitSeconds: z.int().min(0).max(10),
  }),
  timeoutMs: 15 * SECOND,
  deadlineMs: 40 * SECOND,
  maxAttempts: 2,
}) {}

/** Lists the models of an API with a key. */
export class TryModelKey extends effect({
  name: 'sandbox.tryModelKey',
  entity: 'organizationId',
  organization: 'organizationId',
  payload: z.object({ organizationId: Id64, repositoryId: Id64.nullable(), name: z.string() }),
  timeoutMs: 15 * SECOND,
  deadlineMs: 40 * SECOND,
  maxAttempts: 2,
}) {}
