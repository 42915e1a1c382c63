import { AccountsDiscovered } from '@foundry/github-data/contracts';
import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import {
  type ActivityKind,
  MemberRemoved,
  TaskActivity,
  TaskCreated,
  TasksChanged,
  TasksRemoved,
} from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import {
  ClearDraft,
  ForgetOrganization,
  ForgetTask,
  newTaskScope,
  RecordAttention,
  RecordParticipation,
  RecordProfile,
  ResolveAttention,
} from '../contracts/index.js';
import { causes } from '../rows/inbox-items.js';
import { busyHoldersOf, holdersOf, isLoginOf, toldOf } from './holders.js';

/** What the owner of a task should know of its pull request. Every comment of a review would be too much. */
const WORTH_AN_ITEM: readonly ActivityKind[] = ['review_requested', 'comment', 'merged', 'checks_failed'];

@Injectable()
@ReactTo(TaskActivity)
export class TellOwnerOfActivity implements ReactsTo<TaskActivity> {
  async react({ payload }: TaskActivity, read: ReadTx): Promise<CommandMessage[]> {
    const { organizationId, taskId, ownerUserId: userId, title, kind, actorLogin: login, at } = payload;
    if (userId === null || !WORTH_AN_ITEM.includes(kind) || (await isLoginOf(read, userId, login))) return [];
    const news = { kind: 'pull_request' as const, reason: kind, causeId: causes.pullRequest(payload), login };
    return [new RecordAttention({ userId, organizationId, taskId, title, at, session: null, news })];
  }
}

/** The checks pass, or the pull request ended: that they failed is no news for its owner, nor for who owned it then. */
@Injectable()
@ReactTo(TaskActivity)
export class SettleFailingChecks implements ReactsTo<TaskActivity> {
  async react({ payload }: TaskActivity, read: ReadTx): Promise<CommandMessage[]> {
    const { taskId, ownerUserId, repositoryId, number, kind } = payload;
    if (kind !== 'checks_cleared') return [];
    const causeId = causes.everPullRequest({ repositoryId, number, kind: 'checks_failed' });
    const told = await toldOf(read, taskId, causeId);
    // the owner in any case: that it failed may be on its way to them still
    const users = new Set([...told, ...(ownerUserId === null ? [] : [ownerUserId])]);
    return [...users].map((userId) => new ResolveAttention({ userId, taskId, what: { causeId }, begins: true }));
  }
}

/** The form was sent: its draft is over. */
@Injectable()
@ReactTo(TaskCreated)
export class ClearNewTaskDraft implements ReactsTo<TaskCreated> {
  react({ payload: { organizationId, task, createdBy: userId, messageId } }: TaskCreated): CommandMessage[] {
    return [
      new RecordParticipation({ userId, organizationId, taskId: task.id }),
      new ClearDraft({ userId, organizationId, scope: newTaskScope(organizationId), messageId }),
    ];
  }
}

/** A virtual task is archived by the list alone; a real one says so itself. */
@Injectable()
@ReactTo(TasksChanged)
export class ForgetArchivedVirtualTasks implements ReactsTo<TasksChanged> {
  async react({ payload: { organizationId, tasks } }: TasksChanged, read: ReadTx): Promise<CommandMessage[]> {
    const archived = tasks.filter(({ virtual, archivedAt }) => virtual && archivedAt !== null).map(({ id }) => id);
    const holders = await busyHoldersOf(read, archived);
    return holders.map((held) => new ForgetTask({ ...held, organizationId, reason: 'archived' }));
  }
}

@Injectable()
@ReactTo(TasksRemoved)
export class ForgetRemovedTasks implements ReactsTo<TasksRemoved> {
  async react({ payload: { organizationId, tasks } }: TasksRemoved, read: ReadTx): Promise<CommandMessage[]> {
    const holders = await holdersOf(
      read,
      tasks.map(({ id }) => id),
    );
    return holders.map((held) => new ForgetTask({ ...held, organizationId, reason: 'deleted' }));
  }
}

@Injectable()
@ReactTo(MemberRemoved)
export class ForgetFormerMember implements ReactsTo<MemberRemoved> {
  react({ payload: { organizationId, member } }: MemberRemoved): CommandMessage[] {
    return [new ForgetOrganization({ userId: member.userId, organizationId })];
  }
}

/** The search asks GitHub who the person is, and which address it has verified. */
@Injectable()
@ReactTo(AccountsDiscovered)
export class RecordDiscoveredProfile implements ReactsTo<AccountsDiscovered> {
  react({ payload: { userId, profile, email, verifiedAt: observedAt } }: AccountsDiscovered): CommandMessage[] {
    return profile ? [new RecordProfile({ userId, ...profile, email, observedAt })] : [];
  }
}

export const ORGANIZATION_REACTIONS = [
  TellOwnerOfActivity,
  SettleFailingChecks,
  ClearNewTaskDraft,
  ForgetArchivedVirtualTasks,
  ForgetRemovedTasks,
  ForgetFormerMember,
  RecordDiscoveredProfile,
];
