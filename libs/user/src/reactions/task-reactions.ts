import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { OwnerChanged, SessionClosed, TaskArchived, TaskDeleted } from '@foundry/task/contracts';
import { Injectable } from '@nestjs/common';
import { ForgetSession, ForgetTask, RecordAttention, RecordParticipation } from '../contracts/index.js';
import { causes } from '../rows/inbox-items.js';
import { holdersOf } from './holders.js';

/** Whoever got it or lost it by somebody else's act should know. Owning is taking part. */
@Injectable()
@ReactTo(OwnerChanged)
export class TellBothOwners implements ReactsTo<OwnerChanged> {
  react({ payload }: OwnerChanged): CommandMessage[] {
    const { organizationId, taskId, version, title, at, owner, previous, by } = payload;
    const told = [
      ...(owner ? [{ ...owner, reason: 'to_you', login: by?.login ?? previous?.login ?? null }] : []),
      ...(previous ? [{ ...previous, reason: 'from_you', login: by?.login ?? owner?.login ?? null }] : []),
    ];
    const causeId = causes.owner(taskId, version);
    return [
      ...(owner ? [new RecordParticipation({ userId: owner.userId, organizationId, taskId })] : []),
      ...told
        .filter(({ userId }) => userId !== by?.userId && owner?.userId !== previous?.userId)
        .map(({ userId, reason, login }) => {
          const news = { kind: 'owner_changed' as const, reason, causeId, login };
          return new RecordAttention({ userId, organizationId, taskId, title, at, session: null, news });
        }),
    ];
  }
}

@Injectable()
@ReactTo(SessionClosed)
export class ForgetClosedSession implements ReactsTo<SessionClosed> {
  async react({ payload }: SessionClosed, read: ReadTx): Promise<CommandMessage[]> {
    const { organizationId, taskId, sessionId } = payload;
    const holders = await holdersOf(read, [taskId]);
    return holders.map(({ userId }) => new ForgetSession({ userId, organizationId, taskId, sessionId }));
  }
}

@Injectable()
@ReactTo(TaskArchived)
export class ForgetArchivedTask implements ReactsTo<TaskArchived> {
  react({ payload }: TaskArchived, read: ReadTx): Promise<CommandMessage[]> {
    return forgotten(payload, 'archived', read);
  }
}

@Injectable()
@ReactTo(TaskDeleted)
export class ForgetDeletedTask implements ReactsTo<TaskDeleted> {
  react({ payload }: TaskDeleted, read: ReadTx): Promise<CommandMessage[]> {
    return forgotten(payload, 'deleted', read);
  }
}

async function forgotten(
  { organizationId, taskId }: TaskArchived['payload'],
  reason: 'archived' | 'deleted',
  read: ReadTx,
): Promise<CommandMessage[]> {
  const holders = await holdersOf(read, [taskId]);
  return holders.map(({ userId }) => new ForgetTask({ userId, organizationId, taskId, reason }));
}

export const TASK_REACTIONS = [TellBothOwners, ForgetClosedSession, ForgetArchivedTask, ForgetDeletedTask];
