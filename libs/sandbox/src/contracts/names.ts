import { z } from 'zod';

/** Where machines run. */
export const ProviderName = z.enum(['e2b', 'docker', 'local']);
export type ProviderName = z.infer<typeof ProviderName>;

/** What keeps a machine apart from everything else, in the words that people see. */
export const Isolation = z.enum(['isolated', 'not isolated', 'container', 'virtual machine']);
export type Isolation = z.infer<typeof Isolation>;

/** States of a sandbox; those of `DEADLINES_MS` end by themselves. */
export const SandboxState = z.enum([
  'requested',
  'provisioning',
  'starting',
  'preparing',
  'ready',
  'degraded',
  'pausing',
  'paused',
  'resuming',
  'expired',
  'failed',
  'destroying',
  'destroyed',
]);
export type SandboxState = z.infer<typeof SandboxState>;

/** What is being done to the machine now. */
export const SandboxStep = z.enum([
  'provision',
  'startServer',
  'prepareRepository',
  'checkpoint',
  'pause',
  'resume',
  'destroy',
]);
export type SandboxStep = z.infer<typeof SandboxStep>;

/** What happens after a loss: a new machine from the last checkpoint at the next need, or the end. */
export const OnExpired = z.enum(['recreate', 'destroy']);
export type OnExpired = z.infer<typeof OnExpired>;

/** Why a machine is kept alive. */
export const HoldKind = z.enum(['turn', 'permission', 'terminal', 'viewer', 'operation']);
export type HoldKind = z.infer<typeof HoldKind>;

/** The repository on the present machine. */
export const RepositoryCopyState = z.enum(['none', 'preparing', 'ready', 'failed']);
export type RepositoryCopyState = z.infer<typeof RepositoryCopyState>;

/** The owner's credential on the present machine. */
export const CredentialState = z.enum(['none', 'installing', 'installed', 'failed', 'removing']);
export type CredentialState = z.infer<typeof CredentialState>;

/** For what somebody's credential is needed on the machine. */
export const CredentialNeedKind = z.enum(['turn', 'operation', 'terminal']);
export type CredentialNeedKind = z.infer<typeof CredentialNeedKind>;

/** `user`: the person's own authority; `installation`: the App's for this repository, commits under the person's name. */
export const CredentialMode = z.enum(['user', 'installation']);
export type CredentialMode = z.infer<typeof CredentialMode>;

/** A program or terminal on the machine. `lost`: its machine is gone. */
export const ProcessStatus = z.enum(['starting', 'running', 'exited', 'failed', 'lost']);
export type ProcessStatus = z.infer<typeof ProcessStatus>;

/** Who asked for a process: a person, or the repository's own `.foundry/setup`. */
export const ProcessOrigin = z.enum(['user', 'setup']);
export type ProcessOrigin = z.infer<typeof ProcessOrigin>;

/** Where a checkpoint lies: kept by Foundry, at the remote, or on the machine alone. */
export const CheckpointStored = z.enum(['bundle', 'remote_ref', 'machine_only']);
export type CheckpointStored = z.infer<typeof CheckpointStored>;

/** Why a checkpoint was made. */
export const CheckpointReason = z.enum([
  'turn',
  'during_turn',
  'pause',
  'sync',
  'revert',
  'archive',
  'recreate',
  'max_life',
  'operation',
]);
export type CheckpointReason = z.infer<typeof CheckpointReason>;
