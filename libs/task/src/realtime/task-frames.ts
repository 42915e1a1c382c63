import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import {
  ChangesChanged,
  ItemChanged,
  MessageChanged,
  OperationChanged,
  PermissionChanged,
  SessionChanged,
  TaskChanged,
} from '../contracts/index.js';

const onTask = (taskId: string, type: string, data: unknown): Frame => ({ topic: `task:${taskId}`, type, data });
const onSession = (sessionId: string, type: string, data: unknown): Frame => ({
  topic: `session:${sessionId}`,
  type,
  data,
});

@Injectable()
@FramesOf(TaskChanged)
export class TaskFrames implements ShowsFrames<TaskChanged> {
  frames({ payload: { taskId, task } }: TaskChanged): Frame[] {
    return [onTask(taskId, 'task', task)];
  }
}

@Injectable()
@FramesOf(SessionChanged)
export class SessionFrames implements ShowsFrames<SessionChanged> {
  frames({ payload: { taskId, session } }: SessionChanged): Frame[] {
    return [onTask(taskId, 'session', session), onSession(session.sessionId, 'session', session)];
  }
}

/** What people write is shown to those who look at the session alone: it may be long. */
@Injectable()
@FramesOf(MessageChanged)
export class MessageFrames implements ShowsFrames<MessageChanged> {
  frames({ payload: { message } }: MessageChanged): Frame[] {
    return [onSession(message.sessionId, 'message', message)];
  }
}

/** Entries of commands; those of a turn are streamed by whoever runs it. */
@Injectable()
@FramesOf(ItemChanged)
export class ItemFrames implements ShowsFrames<ItemChanged> {
  frames({ payload: { sessionId, item } }: ItemChanged): Frame[] {
    return [onSession(sessionId, 'item', item)];
  }
}

@Injectable()
@FramesOf(PermissionChanged)
export class PermissionFrames implements ShowsFrames<PermissionChanged> {
  frames({ payload: { taskId, sessionId, permission } }: PermissionChanged): Frame[] {
    if (!permission) return [];
    return [onTask(taskId, 'permission', permission), onSession(sessionId, 'permission', permission)];
  }
}

@Injectable()
@FramesOf(OperationChanged)
export class OperationFrames implements ShowsFrames<OperationChanged> {
  frames({ payload: { taskId, operation } }: OperationChanged): Frame[] {
    return [onTask(taskId, 'operation', operation)];
  }
}

@Injectable()
@FramesOf(ChangesChanged)
export class ChangesFrames implements ShowsFrames<ChangesChanged> {
  frames({ payload: { taskId, changes } }: ChangesChanged): Frame[] {
    return [onTask(taskId, 'changes', changes)];
  }
}

export const FRAMES = [
  TaskFrames,
  SessionFrames,
  MessageFrames,
  ItemFrames,
  PermissionFrames,
  OperationFrames,
  ChangesFrames,
];
