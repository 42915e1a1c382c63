import { AccessChanged } from '@foundry/github-data/contracts';
import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { MemberRemoved, SettingsChanged } from '@foundry/organization/contracts';
import { SignedIn } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { AdvanceTask, ClearOwner, KeepLimits, LinkRestored, TurnFailed, TurnFinished } from '../contracts/index.js';
import { tasksHeldBy, tasksWaitingForBudget, tasksWaitingForLink, taskWaitingForRoom } from './own-rows.js';

/** Who is no member any more owns nothing, and their turn ends. */
@Injectable()
@ReactTo(MemberRemoved)
export class OnMemberRemoved implements ReactsTo<MemberRemoved> {
  async react({ payload: { organizationId, member } }: MemberRemoved, read: ReadTx): Promise<CommandMessage[]> {
    const { userId } = member;
    const tasks = await tasksHeldBy(read, { userId, organizationId, repositoryIds: null });
    return tasks.map((task) => new ClearOwner({ ...task, userId, reason: 'member_removed' }));
  }
}

/** Who may do less in a repository than before owns no task of it. */
@Injectable()
@ReactTo(AccessChanged)
export class OnAccessLowered implements ReactsTo<AccessChanged> {
  async react({ payload }: AccessChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { organizationId, userId, all, lowered } = payload;
    if (!all && lowered.length === 0) return [];
    const repositoryIds = all ? null : lowered.map(({ repositoryId }) => repositoryId);
    const tasks = await tasksHeldBy(read, { userId, organizationId, repositoryIds });
    return tasks.map((task) => new ClearOwner({ ...task, userId, reason: 'access_lowered' }));
  }
}

/** What waited for the person's sign-in asks for the credential again. */
@Injectable()
@ReactTo(SignedIn)
export class OnSignedIn implements ReactsTo<SignedIn> {
  async react({ payload: { userId } }: SignedIn, read: ReadTx): Promise<CommandMessage[]> {
    const tasks = await tasksWaitingForLink(read, userId);
    return tasks.map((task) => new LinkRestored({ ...task, userId }));
  }
}

@Injectable()
@ReactTo(SettingsChanged)
export class OnSettingsChanged implements ReactsTo<SettingsChanged> {
  async react({ payload: { organizationId, settings } }: SettingsChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { budgets, turnLimitMinutes } = settings;
    const tasks = await tasksWaitingForBudget(read, organizationId);
    return [
      new KeepLimits({ organizationId, budgets, turnLimitMinutes }),
      ...tasks.map((task) => new AdvanceTask(task)),
    ];
  }
}

/** The end of a turn is room for one of another task. */
abstract class MakesRoom {
  async react(_event: TurnFinished | TurnFailed, read: ReadTx): Promise<CommandMessage[]> {
    return (await taskWaitingForRoom(read)).map((task) => new AdvanceTask(task));
  }
}

@Injectable()
@ReactTo(TurnFinished)
export class OnTurnFinished extends MakesRoom implements ReactsTo<TurnFinished> {}

@Injectable()
@ReactTo(TurnFailed)
export class OnTurnFailed extends MakesRoom implements ReactsTo<TurnFailed> {}

export const PEOPLE_REACTIONS = [
  OnMemberRemoved,
  OnAccessLowered,
  OnSignedIn,
  OnSettingsChanged,
  OnTurnFinished,
  OnTurnFailed,
];
