import type { TopicChange } from '@foundry/messaging/contracts';
import { TaskSummary } from '@foundry/organization/contracts';
import { SandboxView } from '@foundry/sandbox/contracts';
import { ChangesView, OperationView, PermissionView, SessionView, TaskDetail, TaskView } from '@foundry/task/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';
import { newer, withRows } from './versioned.js';

/** A task that nobody used yet: all there is of it is its row in the list. */
export interface VirtualTask {
  readonly virtual: true;
  readonly summary: TaskSummary;
}

/** A task that somebody acted on, with everything of it that can still change. */
export interface RealTask {
  readonly virtual: false;
  readonly task: TaskView;
  readonly sessions: ReadonlyMap<string, SessionView>;
  readonly permissions: ReadonlyMap<string, PermissionView>;
  readonly operations: ReadonlyMap<string, OperationView>;
  /** Null: it never had a machine. */
  readonly sandbox: SandboxView | null;
  /** What it changed, in numbers; null: nothing was read yet. */
  readonly changes: ChangesView | null;
}

export type TaskState = VirtualTask | RealTask;

const Snapshot = z.discriminatedUnion('virtual', [
  z.object({ virtual: z.literal(true), summary: TaskSummary }),
  TaskDetail.extend({ sandbox: SandboxView.nullish(), changes: ChangesView.nullish() }),
]);

const NO_ROWS: ReadonlyMap<string, never> = new Map<string, never>();

const bySession = ({ sessionId }: SessionView): string => sessionId;
const byPermission = ({ permissionId }: PermissionView): string => permissionId;
const byOperation = ({ operationId }: OperationView): string => operationId;

const realTask = (task: TaskView): RealTask => ({
  virtual: false,
  task,
  sessions: NO_ROWS,
  permissions: NO_ROWS,
  operations: NO_ROWS,
  sandbox: null,
  changes: null,
});

/** What came over REST after a change, so that nobody waits for its frame. */
export const withTask = (state: TaskState, task: TaskView): TaskState =>
  state.virtual ? realTask(task) : { ...state, task: newer(state.task, task) };

export const withSession = (state: TaskState, session: SessionView): TaskState =>
  state.virtual ? state : { ...state, sessions: withRows(state.sessions, [session], bySession) };

export const withOperation = (state: TaskState, operation: OperationView): TaskState =>
  state.virtual ? state : { ...state, operations: withRows(state.operations, [operation], byOperation) };

export const TASK_SHAPE: TopicShape<TaskState> = {
  read(data) {
    const snapshot = Snapshot.parse(data);
    if (snapshot.virtual) return snapshot;
    const { task, sandbox, sessions, permissions, operations, changes } = snapshot;
    return {
      virtual: false,
      task,
      sessions: new Map(sessions.map((one) => [one.sessionId, one])),
      permissions: new Map(permissions.map((one) => [one.permissionId, one])),
      operations: new Map(operations.map((one) => [one.operationId, one])),
      sandbox: sandbox ?? null,
      changes: changes ?? null,
    };
  },
  apply(state, { type, data }: TopicChange) {
    if (type === 'task') return withTask(state, TaskView.parse(data));
    // Whatever else is told of a virtual task follows its first whole state.
    if (state.virtual) return state;
    switch (type) {
      case 'session':
        return withSession(state, SessionView.parse(data));
      case 'permission':
        return { ...state, permissions: withRows(state.permissions, [PermissionView.parse(data)], byPermission) };
      case 'operation':
        return withOperation(state, OperationView.parse(data));
      case 'sandbox':
        return { ...state, sandbox: newer(state.sandbox, SandboxView.parse(data)) };
      case 'changes':
        return { ...state, changes: newer(state.changes, ChangesView.parse(data)) };
      default:
        return state;
    }
  },
};
