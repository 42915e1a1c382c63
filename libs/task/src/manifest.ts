import type { ModuleManifest } from '@foundry/messaging';
import { CreateTask1764300000100 } from '../migrations/create-task.js';
import * as contracts from './contracts/index.js';
import { Limits } from './domain/limits.entity.js';
import { Message } from './domain/message.entity.js';
import { Operation } from './domain/operation.entity.js';
import { Permission } from './domain/permission.entity.js';
import { Session } from './domain/session.entity.js';
import { Owner } from './domain/task-owner.entity.js';
import { Task } from './domain/task.entity.js';
import { Turn } from './domain/turn.entity.js';

const MINUTE_MS = 60_000;

export const manifest: ModuleManifest = {
  name: 'task',
  entities: [Task, Owner, Session, Message, Turn, Permission, Operation, Limits],
  migrations: [CreateTask1764300000100],
  commands: [
    contracts.InitializeTask,
    contracts.CreateSession,
    contracts.RenameSession,
    contracts.CloseSession,
    contracts.RetrySession,
    contracts.ReleaseQueue,
    contracts.SendMessage,
    contracts.EditMessage,
    contracts.CancelMessage,
    contracts.RetryMessage,
    contracts.StopTurn,
    contracts.AnswerPermission,
    contracts.RenameTask,
    contracts.SetPermissionPolicy,
    contracts.TrustTask,
    contracts.PrepareTask,
    contracts.ChangeOwner,
    contracts.ClearOwner,
    contracts.DismissError,
    contracts.ArchiveTask,
    contracts.UnarchiveTask,
    contracts.KillTask,
    contracts.AdvanceTask,
    contracts.AdvanceTasks,
    contracts.NoteSandbox,
    contracts.NoteCredential,
    contracts.LinkRestored,
    contracts.KeepLimits,
    contracts.RecordSessionReady,
    contracts.RecordSessionFailed,
    contracts.RecordDelivered,
    contracts.RecordPermission,
    contracts.RecordTurnEnded,
  ],
  events: [
    contracts.TaskChanged,
    contracts.SessionChanged,
    contracts.MessageChanged,
    contracts.OperationChanged,
    contracts.MessageAccepted,
    contracts.TurnStarted,
    contracts.TurnFinished,
    contracts.TurnFailed,
    contracts.InputNeeded,
    contracts.PermissionChanged,
    contracts.OwnerChanged,
    contracts.SessionClosed,
    contracts.TaskArchived,
    contracts.TaskUnarchived,
    contracts.TaskDeleted,
  ],
  effects: [contracts.StartAgent, contracts.RunTurn],
  schedules: [
    {
      key: 'task.advance-all',
      everyMs: MINUTE_MS,
      command: () => new contracts.AdvanceTasks({ scope: 'waiting' }),
    },
  ],
};
