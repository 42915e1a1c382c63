import { type Given, NOON } from '@foundry/messaging/testing';
import type { CommandMessage, UserActor } from '@foundry/messaging/contracts';
import type { SandboxView } from '@foundry/sandbox/contracts';
import type { TaskPerson, TaskSeed } from '../contracts/index.js';
import { type OpenRows, Surroundings } from '../commands/load-task.js';
import { Message } from '../domain/message.entity.js';
import { Operation } from '../domain/operation.entity.js';
import { Permission } from '../domain/permission.entity.js';
import { Session } from '../domain/session.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Task } from '../domain/task.entity.js';
import { Turn } from '../domain/turn.entity.js';

/** Builders for tests: a task of Acme (7), Ana (1) and Ben (2). */
export const ACME = '7';
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const TASK = idOf(1);
export const SANDBOX = idOf(2);
export const SESSION = idOf(3);
export const MESSAGE = idOf(4);
export const TURN = idOf(5);
export const OPERATION = idOf(6);
export const PERMISSION = idOf(7);

export const ANA: TaskPerson = { userId: '1', login: 'ana', avatarUrl: null };
export const BEN: TaskPerson = { userId: '2', login: 'ben', avatarUrl: null };

export const by = ({ userId }: TaskPerson) => ({
  actor: { kind: 'user', userId, via: 'session' } satisfies UserActor,
});

export const at = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1_000);

export const SEED: TaskSeed = {
  organizationId: ACME,
  taskId: TASK,
  repositoryId: '9',
  repositoryName: 'acme/web',
  branch: 'greetings',
  headRepositoryId: '9',
  fork: false,
  baseBranch: 'main',
  title: 'Greet people',
  pullRequestNumber: null,
};

export const acted = (person: TaskPerson) => ({ organizationId: ACME, taskId: TASK, seed: SEED, by: person });
export const named = { organizationId: ACME, taskId: TASK };

export class GithubPlaces extends Surroundings {
  readonly usualAgent = 'claude';

  cloneUrl(repositoryName: string): string {
    return `https://github.example/${repositoryName}.git`;
  }
}

/** A machine that is ready, with the repository. */
export function aMachine(over: Partial<SandboxView> = {}): SandboxView {
  return {
    sandboxId: SANDBOX,
    organizationId: ACME,
    taskId: TASK,
    repositoryId: '9',
    branch: 'greetings',
    baseBranch: 'main',
    provider: 'local',
    isolation: 'isolated',
    generation: 1,
    state: 'ready',
    stateSince: NOON.toISOString(),
    step: null,
    deadlineAt: null,
    error: null,
    notice: null,
    expiresAt: null,
    idleAt: null,
    lastActivityAt: NOON.toISOString(),
    onExpired: 'recreate',
    trusted: true,
    holds: [],
    repository: { state: 'ready', code: null },
    credential: { state: 'none', userId: null, login: null, mode: null, expiresAt: null, code: null },
    lastCheckpoint: null,
    resources: { diskUsedMb: null },
    createdAt: NOON.toISOString(),
    destroyedAt: null,
    version: 5,
    ...over,
  };
}

/** Work that GitHub does not have, as the last checkpoint tells it. */
export const leftOver = (unpushedCommits: number, dirty: boolean): Partial<SandboxView> => ({
  lastCheckpoint: {
    checkpointId: idOf(90),
    sandboxId: SANDBOX,
    generation: 1,
    number: 1,
    reason: 'turn',
    headSha: 'a'.repeat(40),
    treeSha: 'b'.repeat(40),
    baseSha: null,
    unpushedCommits,
    dirty,
    stored: 'bundle',
    bytes: 1,
    leftOut: [],
    createdAt: NOON.toISOString(),
  },
});

export function aTask(over: Partial<Task> = {}): Task {
  const task = Task.of(SEED, { provider: null, userId: ANA.userId }, NOON);
  return Object.assign(task, { version: 1 }, over);
}

/** With a machine that is ready. */
export const aReadyTask = (over: Partial<Task> = {}): Task =>
  aTask({ sandboxId: SANDBOX, sandbox: aMachine(), ...over });

export function anOwner(person: TaskPerson | null): Owner {
  const owner = Owner.none(TASK);
  owner.become(person, 'message', NOON);
  return owner;
}

export function aSession(over: Partial<Session> = {}): Session {
  const facts = { ...named, sessionId: SESSION, number: 1, agent: 'claude', model: null, mode: null, name: null };
  return Object.assign(Session.open({ ...facts, createdBy: ANA.userId }, NOON), over);
}

/** One whose agent runs on the ready machine. */
export const aReadySession = (over: Partial<Session> = {}): Session =>
  aSession({ state: 'ready', generation: 1, connectionNo: 1, agentSessionId: 'agent-1', ...over });

export function aMessage(author: TaskPerson = ANA, over: Partial<Message> = {}): Message {
  const written = { messageId: MESSAGE, sessionId: SESSION, position: 1, author, text: 'Fix it', attachments: [] };
  return Object.assign(Message.of({ ...named, ...written }, NOON), over);
}

/** One whose author's credential is on the ready machine. */
export const anIdentifiedMessage = (author: TaskPerson = ANA, over: Partial<Message> = {}): Message =>
  aMessage(author, { need: 'ready', needGeneration: 1, ...over });

export function aTurn(message: Message, over: Partial<Turn> = {}): Turn {
  const on = { sandboxId: SANDBOX, generation: 1, limitMinutes: 240 };
  const turn = Turn.begin(TURN, message, on, NOON);
  return Object.assign(turn, { state: 'running', effectId: idOf(50) }, over);
}

/** A message that the agent has, and its turn. */
export function aRunningTurn(author: TaskPerson = ANA): [Message, Turn] {
  const message = anIdentifiedMessage(author);
  message.deliver(TURN);
  message.delivered(NOON);
  return [message, aTurn(message)];
}

export function aPermission(over: Partial<Permission> = {}): Permission {
  const options = [
    { kind: 'allow_once' as const, optionId: 'yes', name: 'Yes' },
    { kind: 'reject_once' as const, optionId: 'no', name: 'No' },
  ];
  const asked = {
    ...named,
    permissionId: PERMISSION,
    turnId: TURN,
    connection: 'c-1',
    requestRef: '1',
    kind: 'permission' as const,
    title: 'Run npm test',
    tool: { kind: 'execute' },
    options,
  };
  return Object.assign(Permission.ask(asked, SESSION, NOON), over);
}

export const anOperation = (kind: 'archive' | 'kill', over: Partial<Operation> = {}): Operation =>
  Object.assign(
    Operation.ask(
      {
        ...named,
        operationId: OPERATION,
        input: { kind, force: false, reason: 'user' },
        requestedBy: ANA.userId,
        person: null,
        steps: ['stop', 'machine'],
      },
      NOON,
    ),
    over,
  );

const openRows = (rows: readonly object[], running: number): OpenRows => {
  const of = <E extends object>(type: new () => E, isOpen: (row: E) => boolean, id: (row: E) => string): string[] =>
    rows.flatMap((row) => (row instanceof type && isOpen(row) ? [id(row)] : []));
  return {
    sessions: of(
      Session,
      ({ state }) => state !== 'closed',
      ({ sessionId }) => sessionId,
    ),
    messages: of(
      Message,
      ({ state }) => state === 'queued' || state === 'delivering' || state === 'failed',
      ({ messageId }) => messageId,
    ),
    turns: of(
      Turn,
      ({ state }) => state !== 'ended',
      ({ turnId }) => turnId,
    ),
    permissions: of(
      Permission,
      ({ state }) => state === 'open',
      ({ permissionId }) => permissionId,
    ),
    operations: of(
      Operation,
      (row) => row.isOpen(),
      ({ operationId }) => operationId,
    ),
    running,
  };
};

/** The answers to the statements that write entries of a transcript. */
const ENTRIES = Array.from({ length: 8 }, (_, index) => [
  {
    ...{
      seq: String(index + 1),
      rev: 1,
      kind: 'notice',
      turnId: null,
      authorId: null,
      text: '',
      data: {},
      open: false,
    },
    ...{ createdAt: NOON, updatedAt: NOON },
  },
]);

/** `given` with these rows, whose ids the handler's first statement is told. */
export const withRows =
  <C extends CommandMessage>(given: (...entities: object[]) => Given<C>) =>
  (...rows: object[]): Given<C> =>
    given(...rows).answering([openRows(rows, 0)], ...ENTRIES);

/** As `withRows`, where the handler then reads other rows in SQL. */
export const withRowsAnd =
  <C extends CommandMessage>(given: (...entities: object[]) => Given<C>, ...answers: readonly object[][]) =>
  (...rows: object[]): Given<C> =>
    given(...rows).answering([openRows(rows, 0)], ...answers, ...ENTRIES);

/** As `withRows`, while the instance runs so many turns. */
export const whileRunning =
  <C extends CommandMessage>(given: (...entities: object[]) => Given<C>, running: number) =>
  (...rows: object[]): Given<C> =>
    given(...rows).answering([openRows(rows, running)], ...ENTRIES);
