import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import {
  CheckpointReason,
  CheckpointStored,
  CredentialMode,
  CredentialState,
  HoldKind,
  Isolation,
  OnExpired,
  ProcessOrigin,
  ProcessStatus,
  ProviderName,
  RepositoryCopyState,
  SandboxState,
  SandboxStep,
} from './names.js';

const AT = '2030-01-01T12:00:00.000Z';
const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const at = (description: string) => Timestamp.meta({ description });
const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
const count = (description: string) => z.int().min(0).meta({ description });
const sandboxId = Uuid.meta({ description: 'Id of the sandbox; it survives the loss of its machine.' });
const generation = count('Counts the machines of the sandbox: 1, 2, 3 …');
const version = count('Rises by one with each change.');

const exampleCheckpoint = {
  checkpointId: ID,
  sandboxId: ID,
  generation: 1,
  number: 3,
  reason: 'turn' as const,
  headSha: SHA,
  treeSha: SHA,
  baseSha: SHA,
  unpushedCommits: 2,
  dirty: true,
  stored: 'bundle' as const,
  bytes: 20_480,
  leftOut: [],
  createdAt: AT,
};

/** A saved state of the repository: head, and the working tree as a commit on it. */
export const CheckpointView = z
  .object({
    checkpointId: Uuid.meta({ description: 'Id of the checkpoint.' }),
    sandboxId,
    generation,
    number: count('Rises with each checkpoint of the sandbox.'),
    reason: CheckpointReason.meta({ description: 'Why it was made.' }),
    headSha: z.string().meta({ description: 'Commit that the branch was at.' }),
    treeSha: z.string().meta({ description: 'Tree of everything that was in the working tree.' }),
    baseSha: z.string().nullable().meta({ description: 'Merge base with the base branch; null when there is none.' }),
    unpushedCommits: count('Commits of the head that the remote did not have.'),
    dirty: z.boolean().meta({ description: 'The working tree had changes that were not committed.' }),
    stored: CheckpointStored.meta({ description: 'Where it lies. `machine_only` is lost with its machine.' }),
    bytes: count('Size of what is kept outside the machine.'),
    leftOut: z.array(z.string()).meta({ description: 'Files over 20 MiB that are not in it, at most 50 are named.' }),
    createdAt: at('When it was made.'),
  })
  .meta({ id: 'Checkpoint', description: 'A saved state of the repository.', examples: [exampleCheckpoint] });
export type CheckpointView = z.infer<typeof CheckpointView>;

const exampleSandbox = {
  sandboxId: ID,
  organizationId: '9919',
  taskId: ID,
  repositoryId: '1296269',
  branch: 'foundry/fix-it',
  baseBranch: 'main',
  provider: 'docker' as const,
  isolation: 'container' as const,
  generation: 1,
  state: 'ready' as const,
  stateSince: AT,
  step: null,
  deadlineAt: null,
  error: null,
  notice: null,
  expiresAt: null,
  idleAt: AT,
  lastActivityAt: AT,
  onExpired: 'recreate' as const,
  trusted: true,
  holds: [{ kind: 'turn' as const, until: AT }],
  repository: { state: 'ready' as const, code: null },
  credential: { state: 'none' as const, userId: null, login: null, mode: null, expiresAt: null, code: null },
  lastCheckpoint: exampleCheckpoint,
  resources: { diskUsedMb: 210 },
  createdAt: AT,
  destroyedAt: null,
  version: 9,
};

/** A sandbox as people see it. It has no address, no token and no reference of the provider. */
export const SandboxView = z
  .object({
    sandboxId,
    organizationId: Id64.meta({ description: 'GitHub id of the organization.' }),
    taskId: Uuid.meta({ description: 'The task that works in it.' }),
    repositoryId: Id64.meta({ description: 'GitHub id of the repository.' }),
    branch: z.string().meta({ description: 'Branch of the task.' }),
    baseBranch: z.string().meta({ description: 'Branch that the work is compared with.' }),
    provider: ProviderName.meta({ description: 'Where the machine runs.' }),
    isolation: Isolation.nullable().meta({ description: 'What keeps it apart; null until there is a machine.' }),
    generation,
    state: SandboxState.meta({ description: 'What it is doing.' }),
    stateSince: at('Since when.'),
    step: SandboxStep.nullable().meta({ description: 'What is being done to the machine now.' }),
    deadlineAt: atOrNull('When the present state counts as failed; null: it has no limit.'),
    error: z
      .object({
        code: z.string().meta({ description: 'Stable code, `<step>.deadline` when the time was up.' }),
        message: z.string().meta({ description: 'What happened, in words.' }),
      })
      .nullable()
      .meta({ description: 'Why the last step gave up.' }),
    notice: z
      .object({
        code: z.string().meta({ description: 'Stable code.' }),
        message: z.string().meta({ description: 'What to know, in words.' }),
      })
      .nullable()
      .meta({ description: 'What to know of the present machine, such as another branch that is checked out.' }),
    expiresAt: atOrNull('When the provider ends the machine; null: never.'),
    idleAt: atOrNull('When it pauses unless something keeps it alive.'),
    lastActivityAt: at('When somebody or something last used it.'),
    onExpired: OnExpired.meta({ description: 'What happens when the machine is lost.' }),
    trusted: z.boolean().meta({ description: 'False for a fork that nobody trusted: no variables, no write access.' }),
    holds: z
      .array(
        z.object({
          kind: HoldKind.meta({ description: 'What keeps it alive.' }),
          until: at('When this ends unless it is renewed.'),
        }),
      )
      .meta({ description: 'What keeps the machine alive, one for each kind.' }),
    repository: z
      .object({
        state: RepositoryCopyState.meta({ description: 'The clone on the present machine.' }),
        code: z.string().nullable().meta({ description: 'Why it could not be prepared.' }),
      })
      .meta({ description: 'The clone on the present machine.' }),
    credential: z
      .object({
        state: CredentialState.meta({ description: 'Whether a credential is on the machine.' }),
        userId: Id64.nullable().meta({ description: 'Whose.' }),
        login: z.string().nullable().meta({ description: 'Their login at GitHub.' }),
        mode: CredentialMode.nullable().meta({ description: 'Whose authority it is.' }),
        expiresAt: atOrNull('When it ends by itself.'),
        code: z.string().nullable().meta({ description: 'Why it could not be installed.' }),
      })
      .meta({ description: 'The credential of the owner on the machine.' }),
    lastCheckpoint: CheckpointView.nullable().meta({ description: 'The newest saved state.' }),
    resources: z
      .object({ diskUsedMb: z.int().nullable().meta({ description: 'Disk in use, in MiB; null: not known.' }) })
      .meta({ description: 'What the machine uses.' }),
    createdAt: at('When it was asked for.'),
    destroyedAt: atOrNull('When it ended.'),
    version,
  })
  .meta({ id: 'Sandbox', description: 'The isolated machine of a task.', examples: [exampleSandbox] });
export type SandboxView = z.infer<typeof SandboxView>;

const exampleProcess = {
  processId: ID,
  sandboxId: ID,
  generation: 1,
  title: 'Tests',
  argv: ['npm', 'test'],
  cwd: '.',
  tty: true,
  status: 'running' as const,
  exitCode: null,
  signal: null,
  pid: 311,
  origin: 'user' as const,
  createdBy: '42',
  createdAt: AT,
  exitedAt: null,
  error: null,
  version: 2,
};

/** A program or terminal in a sandbox. */
export const ProcessView = z
  .object({
    processId: Uuid.meta({ description: 'Id of the process, ours.' }),
    sandboxId,
    generation,
    title: z.string().meta({ description: 'What people call it.' }),
    argv: z.array(z.string()).meta({ description: 'Program and arguments; secrets of known forms are taken out.' }),
    cwd: z.string().meta({ description: 'Where it runs, relative to the repository.' }),
    tty: z.boolean().meta({ description: 'It has a terminal.' }),
    status: ProcessStatus.meta({ description: 'What it is doing.' }),
    exitCode: z.int().nullable().meta({ description: 'Null while it runs, and when a signal ended it.' }),
    signal: z.string().nullable().meta({ description: 'The signal that was sent to end it.' }),
    pid: z.int().nullable().meta({ description: 'Its number on the machine.' }),
    origin: ProcessOrigin.meta({ description: 'Who asked for it.' }),
    createdBy: Id64.nullable().meta({ description: 'The person who started it.' }),
    createdAt: at('When it was asked for.'),
    exitedAt: atOrNull('When it ended.'),
    error: z.string().nullable().meta({ description: 'Code of why it could not start.' }),
    version,
  })
  .meta({ id: 'Process', description: 'A program or terminal in a sandbox.', examples: [exampleProcess] });
export type ProcessView = z.infer<typeof ProcessView>;

const Choice = z
  .object({
    id: z.string().meta({ description: 'What the agent calls it.' }),
    name: z.string().meta({ description: 'What people call it.' }),
  })
  .meta({
    id: 'AgentChoice',
    description: 'Something that an agent offers.',
    examples: [{ id: 'default', name: 'Default' }],
  });
const choices = (description: string) => z.array(Choice).meta({ description });

const exampleAgent = {
  id: 'claude',
  name: 'Claude Code',
  version: '2.1.197',
  installed: true,
  credentialsPresent: true,
  models: [{ id: 'default', name: 'Default' }],
  modes: [{ id: 'default', name: 'Ask first' }],
  reasoning: [],
  capabilities: { permissions: true },
};

/** An agent that a machine offers. */
export const AgentView = z
  .object({
    id: z.string().meta({ description: 'Its short name.' }),
    name: z.string().meta({ description: 'What people call it.' }),
    version: z.string().nullable().meta({ description: 'Its version; null: not known.' }),
    installed: z.boolean().meta({ description: 'It is on the machine.' }),
    credentialsPresent: z.boolean().meta({ description: 'It has a key for its model.' }),
    models: choices('Models that it offers.'),
    modes: choices('Modes that it offers.'),
    reasoning: choices('Levels of reasoning that it offers.'),
    capabilities: z.record(z.string(), z.boolean()).meta({ description: 'What it can do, by its own words.' }),
  })
  .meta({ id: 'Agent', description: 'An agent that a machine offers.', examples: [exampleAgent] });
export type AgentView = z.infer<typeof AgentView>;

const exampleVariable = {
  name: 'ANTHROPIC_API_KEY',
  repositoryId: null,
  secret: true,
  last4: 'f00d',
  testedAt: AT,
  testCode: 'ok',
  updatedBy: '42',
  updatedAt: AT,
};

/** A variable of machines, without its value. */
export const VariableView = z
  .object({
    name: z.string().meta({ description: 'Its name.' }),
    repositoryId: Id64.nullable().meta({ description: 'For this repository alone; null: for every one.' }),
    secret: z.boolean().meta({ description: 'Its value is never shown.' }),
    last4: z.string().meta({ description: 'The last four characters; empty for a value of fewer than twelve.' }),
    testedAt: atOrNull('When it was last tried as a key of a model.'),
    testCode: z.string().nullable().meta({ description: '`ok`, or why the key was refused.' }),
    updatedBy: Id64.nullable().meta({ description: 'Who set it.' }),
    updatedAt: at('When it was set.'),
  })
  .meta({ id: 'Variable', description: 'A variable of machines, without its value.', examples: [exampleVariable] });
export type VariableView = z.infer<typeof VariableView>;
