import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage, Id64 } from '@foundry/messaging/contracts';
import {
  InputNeeded,
  MessageAccepted,
  PermissionChanged,
  type TaskPerson,
  TurnFailed,
  TurnFinished,
  TurnStarted,
} from '@foundry/task/contracts';
import { Injectable } from '@nestjs/common';
import {
  ClearDraft,
  type InboxNews,
  RecordAttention,
  RecordParticipation,
  ResolveAttention,
  taskScope,
} from '../contracts/index.js';
import { causes } from '../rows/inbox-items.js';
import { participantsOf } from './holders.js';

type Turn = TurnStarted['payload'];

/**
 * Those who took part, and those whom the event names: what makes them take part may be on its way still. Each of them is
 * asked by a command of their own, which decides.
 */
async function concerned(
  read: ReadTx,
  { taskId, author, owner }: Turn,
  but: TaskPerson | null = null,
): Promise<Id64[]> {
  const known = await participantsOf(read, taskId);
  const all = new Set([...known, author.userId, ...(owner ? [owner.userId] : [])]);
  if (but) all.delete(but.userId);
  return [...all];
}

/** Unread for all of them, and an item for the owner and for who sent the message. */
async function attention(read: ReadTx, turn: Turn, news: InboxNews, by: TaskPerson | null): Promise<CommandMessage[]> {
  const { organizationId, taskId, sessionId, headSeq, title, at, author, owner } = turn;
  const session = { sessionId, seq: headSeq, unread: true };
  const users = await concerned(read, turn, by);
  return users.map((userId) => {
    const isTheirs = userId === author.userId || userId === owner?.userId;
    return new RecordAttention({ userId, organizationId, taskId, title, at, session, news: isTheirs ? news : null });
  });
}

@Injectable()
@ReactTo(TurnFinished)
export class MarkFinishedTurn implements ReactsTo<TurnFinished> {
  react({ payload }: TurnFinished, read: ReadTx): Promise<CommandMessage[]> {
    const { turnId, outcome, author, by } = payload;
    const news = {
      kind: 'finished' as const,
      reason: outcome,
      causeId: causes.turn(turnId),
      login: (by ?? author).login,
    };
    return attention(read, payload, news, by);
  }
}

@Injectable()
@ReactTo(TurnFailed)
export class MarkFailedTurn implements ReactsTo<TurnFailed> {
  react({ payload }: TurnFailed, read: ReadTx): Promise<CommandMessage[]> {
    const { turnId, code, author, by } = payload;
    const news = { kind: 'failed' as const, reason: code, causeId: causes.turn(turnId), login: (by ?? author).login };
    return attention(read, payload, news, by);
  }
}

@Injectable()
@ReactTo(InputNeeded)
export class AskForInput implements ReactsTo<InputNeeded> {
  react({ payload }: InputNeeded, read: ReadTx): Promise<CommandMessage[]> {
    const { permissionId, kind: reason, author } = payload;
    const causeId = causes.permission(permissionId);
    return attention(read, payload, { kind: 'needs_you', reason, causeId, login: author.login }, null);
  }
}

/** Answered or withdrawn: nobody has to do anything about it any more. Answering is taking part. */
@Injectable()
@ReactTo(PermissionChanged)
export class SettleRequest implements ReactsTo<PermissionChanged> {
  async react({ payload }: PermissionChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { organizationId, taskId, permissionId, state, answeredBy } = payload;
    if (state === 'open') return [];
    const users = await concerned(read, payload);
    const what = { causeId: causes.permission(permissionId) };
    return [
      ...(answeredBy ? [new RecordParticipation({ userId: answeredBy.userId, organizationId, taskId })] : []),
      ...users.map((userId) => new ResolveAttention({ userId, taskId, what })),
    ];
  }
}

/** It goes on: how the turns before it ended is not the news any more. */
@Injectable()
@ReactTo(TurnStarted)
export class SettleEarlierTurns implements ReactsTo<TurnStarted> {
  async react({ payload }: TurnStarted, read: ReadTx): Promise<CommandMessage[]> {
    const { taskId, sessionId } = payload;
    const users = await concerned(read, payload);
    const what = { sessionId, kinds: ['finished' as const, 'failed' as const] };
    return users.map((userId) => new ResolveAttention({ userId, taskId, what }));
  }
}

@Injectable()
@ReactTo(MessageAccepted)
export class ClearSentDraft implements ReactsTo<MessageAccepted> {
  react({ payload }: MessageAccepted): CommandMessage[] {
    const { organizationId, taskId, sessionId, messageId, author } = payload;
    const { userId } = author;
    return [
      new RecordParticipation({ userId, organizationId, taskId }),
      new ClearDraft({ userId, organizationId, scope: taskScope(taskId, sessionId), messageId }),
    ];
  }
}

export const TURN_REACTIONS = [
  MarkFinishedTurn,
  MarkFailedTurn,
  AskForInput,
  SettleRequest,
  SettleEarlierTurns,
  ClearSentDraft,
];
