import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { DraftChanged, InboxChanged, ProfileChanged, TaskStateChanged, TaskStateRemoved } from '../contracts/index.js';

/** All of this is for one person, so it is on their own topic and on no other. */
const own = (userId: string, type: string, data: unknown): Frame[] => [{ topic: `app:${userId}`, type, data }];

@Injectable()
@FramesOf(TaskStateChanged)
export class TaskStateFrames implements ShowsFrames<TaskStateChanged> {
  frames({ payload: { userId, state } }: TaskStateChanged): Frame[] {
    return own(userId, 'taskState', state);
  }
}

@Injectable()
@FramesOf(TaskStateRemoved)
export class TaskStateRemovedFrames implements ShowsFrames<TaskStateRemoved> {
  frames({ payload: { userId, taskIds } }: TaskStateRemoved): Frame[] {
    return own(userId, 'taskStateRemoved', { taskIds });
  }
}

@Injectable()
@FramesOf(DraftChanged)
export class DraftFrames implements ShowsFrames<DraftChanged> {
  frames({ payload: { userId, draft } }: DraftChanged): Frame[] {
    return own(userId, 'draft', draft);
  }
}

@Injectable()
@FramesOf(InboxChanged)
export class InboxFrames implements ShowsFrames<InboxChanged> {
  frames({ payload: { userId, items, open } }: InboxChanged): Frame[] {
    return own(userId, 'inbox', { items, open });
  }
}

@Injectable()
@FramesOf(ProfileChanged)
export class ProfileFrames implements ShowsFrames<ProfileChanged> {
  frames({ payload: { userId, user } }: ProfileChanged): Frame[] {
    return own(userId, 'user', user);
  }
}

export const STATE_FRAMES = [TaskStateFrames, TaskStateRemovedFrames, DraftFrames, InboxFrames, ProfileFrames];
