import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Code, Generation, keyed, MachinePath, Reason, sandbox, Sha, step } from './fields.js';
import { CheckpointStored, Isolation } from './names.js';
import { AgentView } from './views.js';

const progress = { audit: { none: 'progress' as const } };
const machine = { ...sandbox, generation: Generation };

/** A worker began to make the machine. */
export class RecordProvisioning extends command({
  name: 'sandbox.recordProvisioning',
  ...keyed,
  payload: z.object(step),
  ...progress,
}) {}

/** The provider made the machine, or the one of an attempt before was found. */
export class RecordProvisioned extends command({
  name: 'sandbox.recordProvisioned',
  ...keyed,
  payload: z.object({
    ...step,
    isolation: Isolation,
    homePath: MachinePath,
    expiresAt: Timestamp.nullable(),
  }),
  ...progress,
}) {}

/** The agent server answers, with the token of this generation. */
export class RecordStarted extends command({
  name: 'sandbox.recordStarted',
  ...keyed,
  payload: z.object(step),
  ...progress,
}) {}

/** The repository is on the machine. `notice`: what people should know of it. */
export class RecordPrepared extends command({
  name: 'sandbox.recordPrepared',
  ...keyed,
  payload: z.object({
    ...step,
    headSha: Sha.nullable(),
    restoredCheckpointId: Uuid.nullable(),
    notice: z.object({ code: Code, message: Reason }).nullable(),
  }),
  ...progress,
}) {}

/** A step gave up. */
export class RecordFailed extends command({
  name: 'sandbox.recordFailed',
  ...keyed,
  payload: z.object({ ...step, code: Code, message: Reason }),
  ...progress,
}) {}

/** The machine sleeps; its home is kept. */
export class RecordPaused extends command({
  name: 'sandbox.recordPaused',
  ...keyed,
  payload: z.object(step),
  ...progress,
}) {}

/** The machine is awake again, the same as before by its marker. */
export class RecordResumed extends command({
  name: 'sandbox.recordResumed',
  ...keyed,
  payload: z.object({ ...step, expiresAt: Timestamp.nullable() }),
  ...progress,
}) {}

/** The provider says for certain that the machine does not exist, or it came back without its marker. */
export class RecordGone extends command({
  name: 'sandbox.recordGone',
  ...keyed,
  payload: z.object({ ...machine, reason: Code }),
  ...progress,
}) {}

/** The provider paused the machine by itself: the end of its life came. */
export class RecordPausedByProvider extends command({
  name: 'sandbox.recordPausedByProvider',
  ...keyed,
  payload: z.object(machine),
  ...progress,
}) {}

/** Three health checks were missed. */
export class RecordHealth extends command({
  name: 'sandbox.recordHealth',
  ...keyed,
  payload: z.object({ ...machine, missed: z.int().min(1), message: Reason }),
  ...progress,
}) {}

/** The life of the machine, and whether the provider refuses to extend it further. */
export class RecordExtended extends command({
  name: 'sandbox.recordExtended',
  ...keyed,
  payload: z.object({ ...machine, expiresAt: Timestamp.nullable(), refused: z.boolean() }),
  ...progress,
}) {}

/** Disk in use, in MiB. */
export class RecordResources extends command({
  name: 'sandbox.recordResources',
  ...keyed,
  payload: z.object({ ...machine, diskUsedMb: z.int().min(0) }),
  ...progress,
}) {}

/** Agents that the machine offers. */
export class RecordAgents extends command({
  name: 'sandbox.recordAgents',
  ...keyed,
  payload: z.object({ ...machine, agents: z.array(AgentView).max(50) }),
  ...progress,
}) {}

/** Nobody watches the machine any more. */
export class RecordWatchEnded extends command({
  name: 'sandbox.recordWatchEnded',
  ...keyed,
  payload: z.object({ ...machine, watchId: Uuid }),
  ...progress,
}) {}

/** What was saved: refs of git, and where the bundle lies. */
export const SavedState = z.object({
  headSha: Sha,
  treeSha: Sha,
  commitSha: Sha,
  baseSha: Sha.nullable(),
  unpushedCommits: z.int().min(0),
  dirty: z.boolean(),
  stored: CheckpointStored,
  bytes: z.int().min(0),
  leftOut: z.array(z.string().max(4_096)).max(50),
});
export type SavedState = z.infer<typeof SavedState>;

/** A checkpoint was made; there was nothing new; or it could not be made. `stepId`: the step that waits for it. */
export class RecordCheckpoint extends command({
  name: 'sandbox.recordCheckpoint',
  ...keyed,
  payload: z.object({
    ...machine,
    checkpointId: Uuid,
    number: z.int().min(1),
    reason: z.string().max(40),
    stepId: Uuid.nullable(),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), state: SavedState }),
      z.object({ kind: z.literal('unchanged') }),
      z.object({ kind: z.literal('failed'), code: Code, message: Reason }),
    ]),
  }),
  ...progress,
}) {}

/** The machine does not exist any more. */
export class RecordDestroyed extends command({
  name: 'sandbox.recordDestroyed',
  ...keyed,
  payload: z.object(machine),
  ...progress,
}) {}

/** The machine could not be ended; it is tried again for as long as it takes. */
export class RecordDestroyFailed extends command({
  name: 'sandbox.recordDestroyFailed',
  ...keyed,
  payload: z.object({ ...machine, code: Code, message: Reason }),
  ...progress,
}) {}

/** A credential is installed and verified, was removed, or could not be installed. */
export class RecordCredential extends command({
  name: 'sandbox.recordCredential',
  ...keyed,
  payload: z.object({
    ...machine,
    attemptId: Uuid,
    outcome: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('installed'),
        userId: Id64,
        login: z.string().max(100),
        mode: z.enum(['user', 'installation']),
        leaseId: Uuid,
        expiresAt: Timestamp,
      }),
      z.object({ kind: z.literal('removed') }),
      z.object({ kind: z.literal('failed'), code: Code, message: Reason }),
    ]),
  }),
  audit: {
    kind: 'credential.installed',
    entry: ({ sandboxId }) => ({ subject: { type: 'sandbox', id: sandboxId } }),
    each: true,
  },
}) {}
