import { event, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Code, Generation, keyed, sandbox } from './fields.js';
import { CredentialMode } from './names.js';
import { AgentView, CheckpointView, ProcessView, SandboxView } from './views.js';

/** Each event is one version of the sandbox and carries the whole of it; an event of another name is no `changed`. */
const state = { ...sandbox, version: z.int().min(1), sandbox: SandboxView };

/** Anything that no other event tells. */
export class SandboxChanged extends event({ name: 'sandbox.changed', ...keyed, payload: z.object(state) }) {}

/** The machine can be used. */
export class SandboxReady extends event({ name: 'sandbox.ready', ...keyed, payload: z.object(state) }) {}

/** It sleeps. `reason`: somebody wanted it, it was idle, or the provider did it. */
export class SandboxPaused extends event({
  name: 'sandbox.paused',
  ...keyed,
  payload: z.object({ ...state, reason: z.enum(['user', 'idle', 'provider']) }),
}) {}

/** It is awake again, on the same machine. */
export class SandboxResumed extends event({ name: 'sandbox.resumed', ...keyed, payload: z.object(state) }) {}

/** It pauses soon, because it is idle or because its provider lets no machine live longer. */
export class SandboxExpiring extends event({
  name: 'sandbox.expiring',
  ...keyed,
  payload: z.object({ ...state, at: z.iso.datetime(), reason: z.enum(['idle', 'max_life']) }),
}) {}

/** The machine is gone without our doing. `lostSince`: when the last checkpoint was made; null without one. */
export class SandboxExpired extends event({
  name: 'sandbox.expired',
  ...keyed,
  payload: z.object({ ...state, reason: Code, lostSince: z.iso.datetime().nullable() }),
}) {}

/** Another machine took its place, from this checkpoint. */
export class SandboxRecreated extends event({
  name: 'sandbox.recreated',
  ...keyed,
  payload: z.object({
    ...state,
    generation: Generation,
    checkpointId: Uuid.nullable(),
    lostSince: z.iso.datetime().nullable(),
  }),
}) {}

/** A step gave up; the view says why. */
export class SandboxFailed extends event({ name: 'sandbox.failed', ...keyed, payload: z.object(state) }) {}

/** It ended; a task can ask for another one. */
export class SandboxDestroyed extends event({ name: 'sandbox.destroyed', ...keyed, payload: z.object(state) }) {}

/** The repository's state was saved. `unchanged`: it is the one that was saved before. */
export class SandboxCheckpointed extends event({
  name: 'sandbox.checkpointed',
  ...keyed,
  payload: z.object({ ...state, requestId: Uuid, checkpoint: CheckpointView, unchanged: z.boolean() }),
}) {}

/** A checkpoint that was asked for could not be made. */
export class CheckpointFailed extends event({
  name: 'sandbox.checkpointFailed',
  ...keyed,
  payload: z.object({ ...state, requestId: Uuid, code: Code, message: z.string() }),
}) {}

/** The person's credential is on the machine, verified. `foreignProcesses`: running ones that somebody else started. */
export class CredentialInstalled extends event({
  name: 'sandbox.credentialInstalled',
  ...keyed,
  payload: z.object({
    ...state,
    generation: Generation,
    userId: Id64,
    mode: CredentialMode,
    expiresAt: z.iso.datetime(),
    needIds: z.array(z.string()),
    foreignProcesses: z.array(Uuid),
  }),
}) {}

/** The person's credential could not be brought onto the machine; nobody's is there. */
export class CredentialFailed extends event({
  name: 'sandbox.credentialFailed',
  ...keyed,
  payload: z.object({
    ...state,
    generation: Generation,
    userId: Id64,
    needIds: z.array(z.string()),
    code: Code,
    message: z.string(),
  }),
}) {}

/** No credential is on the machine any more. */
export class CredentialRemoved extends event({
  name: 'sandbox.credentialRemoved',
  ...keyed,
  payload: z.object({ ...state, userId: Id64.nullable() }),
}) {}

/** A process is new or changed; `removed`: it left the list. */
export class ProcessChanged extends event({
  name: 'sandbox.processChanged',
  ...keyed,
  payload: z.object({ ...state, process: ProcessView, removed: z.boolean() }),
}) {}

/** The agents of the machine changed. */
export class AgentsChanged extends event({
  name: 'sandbox.agentsChanged',
  ...keyed,
  payload: z.object({ ...state, agents: z.array(AgentView) }),
}) {}
