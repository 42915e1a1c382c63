import type { ModuleManifest } from '@foundry/messaging';
import { CreateTask1764300000100 } from '../migrations/create-task.js';
import { FollowAgents1764300000250 } from '../migrations/follow-agents.js';
import { RememberMadeBranches1764300000400 } from '../migrations/remember-made-branches.js';
import * as contracts from './contracts/index.js';
import { Changes } from './domain/changes.entity.js';
import { Limits } from './domain/limits.entity.js';
import { Message } from './domain/message.entity.js';
import { Operation } from './domain/operation.entity.js';
import { Permission } from './domain/permission.entity.js';
import { Session } from './domain/session.entity.js';
import { Owner } from './domain/task-owner.entity.js';
import { Task } from './domain/task.entity.js';
import { Turn } from './domain/turn.entity.js';
import { SEALED_UPLOADS } from './uploads/upload-place.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const manifest: ModuleManifest = {
  name: 'task',
  entities: [Task, Owner, Session, Message, Turn, Permission, Operation, Changes, Limits],
  migrations: [CreateTask1764300000100, FollowAgents1764300000250, RememberMadeBranches1764300000400],
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
    contracts.PushTask,
    contracts.SyncTask,
    contracts.PublishTask,
    contracts.MergeTask,
    contracts.CloseTaskPullRequest,
    contracts.MarkTaskReady,
    contracts.RevertFile,
    contracts.CancelOperation,
    contracts.RetryOperation,
    contracts.AdvanceTask,
    contracts.AdvanceTasks,
    contracts.NoteSandbox,
    contracts.NoteCredential,
    contracts.LinkRestored,
    contracts.KeepLimits,
    contracts.EraseUploads,
    contracts.RecordSessionReady,
    contracts.RecordSessionFailed,
    contracts.RecordDelivered,
    contracts.RecordPermission,
    contracts.RecordTurnEnded,
    contracts.NoteCheckpoint,
    contracts.NoteOperation,
    contracts.NotePullRequest,
    contracts.NotePush,
    contracts.RecordChanges,
    contracts.RecordPushed,
    contracts.RecordSynced,
    contracts.RecordReverted,
    contracts.RecordOperationFailed,
    contracts.ConfigureSession,
    contracts.RecordConfigured,
    contracts.RecordAgentNews,
    contracts.RecordAgentClosed,
  ],
  events: [
    contracts.TaskChanged,
    contracts.SessionChanged,
    contracts.MessageChanged,
    contracts.OperationChanged,
    contracts.ChangesChanged,
    contracts.MessageAccepted,
    contracts.TurnStarted,
    contracts.TurnFinished,
    contracts.TurnFailed,
    contracts.InputNeeded,
    contracts.PermissionChanged,
    contracts.ItemChanged,
    contracts.OwnerChanged,
    contracts.SessionClosed,
    contracts.TaskArchived,
    contracts.TaskUnarchived,
    contracts.TaskDeleted,
  ],
  effects: [
    contracts.StartAgent,
    contracts.RunTurn,
    contracts.ConfigureAgent,
    contracts.CloseAgent,
    contracts.ReadChanges,
    contracts.PushBranch,
    contracts.SyncBranch,
    contracts.RevertPath,
  ],
  schedules: [
    {
      key: 'task.advance-all',
      everyMs: MINUTE_MS,
      command: () => new contracts.AdvanceTasks({ scope: 'waiting' }),
    },
    {
      key: 'task.erase-uploads',
      everyMs: HOUR_MS,
      command: () => new contracts.EraseUploads({ scope: 'uploads' }),
    },
  ],
  sealed: [SEALED_UPLOADS],
  // Images are too large for a queue, so they are stored in the request.
  apiGrants: (role) => [`grant insert on task.uploads to ${role}`],
};
