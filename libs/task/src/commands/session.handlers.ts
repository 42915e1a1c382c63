import type { Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  AnswerPermission,
  CloseSession,
  CreateSession,
  type PermissionView,
  ReleaseQueue,
  RenameSession,
  RetrySession,
  type SessionView,
  StopTurn,
  type TaskPerson,
  type TaskSeed,
} from '../contracts/index.js';
import { openSession } from '../domain/messages.js';
import type { Moment } from '../domain/moment.js';
import { Permission } from '../domain/permission.entity.js';
import { answerPermission } from '../domain/permissions.js';
import { IdTaken } from '../domain/rejections.js';
import { Session } from '../domain/session.entity.js';
import { closeSession, releaseQueue, retrySession } from '../domain/sessions.js';
import { runningTurn, stopTurn } from '../domain/turns.js';
import type { WholeTask } from '../domain/whole-task.js';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { TaskHandler } from './act.js';

interface InSession {
  organizationId: string;
  taskId: string;
  sessionId: string;
  seed: TaskSeed;
  by: TaskPerson;
}

/** Acts on one open session and answers with what became of it. */
abstract class SessionHandler<C extends CommandMessage> extends TaskHandler<C> {
  protected async inSession(
    tx: Tx,
    payload: InSession,
    act: (whole: WholeTask, session: Session, moment: Moment) => void,
  ): Promise<SessionView> {
    const acted = await this.acted(tx, payload, (whole, moment) => {
      const session = whole.session(payload.sessionId);
      act(whole, session, moment);
      return { whole, session };
    });
    return shown(acted);
  }
}

const shown = ({ whole, session }: { whole: WholeTask; session: Session }): SessionView =>
  session.view(whole.queueOf(session.sessionId).length, whole.turnOf(session.sessionId));

@CommandHandler(CreateSession)
export class CreateSessionHandler extends TaskHandler<CreateSession> {
  async handle({ payload }: CreateSession, tx: Tx): Promise<SessionView> {
    const { sessionId, taskId, agent, model, mode, name, by } = payload;
    const known = await tx.find(Session, { sessionId });
    if (known && (known.taskId !== taskId || known.createdBy !== by.userId)) throw new IdTaken('session');
    const acted = await this.acted(tx, payload, (whole, moment) => ({
      whole,
      session: known ?? openSession(whole, { sessionId, agent, model, mode, name }, by, moment),
    }));
    return shown(acted);
  }
}

@CommandHandler(RenameSession)
export class RenameSessionHandler extends SessionHandler<RenameSession> {
  handle({ payload }: RenameSession, tx: Tx): Promise<SessionView> {
    return this.inSession(tx, payload, (whole, session) => {
      if (session.name === payload.name) return;
      session.name = payload.name;
      session.nameSource = 'user';
      whole.touch(session);
    });
  }
}

@CommandHandler(CloseSession)
export class CloseSessionHandler extends SessionHandler<CloseSession> {
  handle({ payload }: CloseSession, tx: Tx): Promise<SessionView> {
    return this.inSession(tx, payload, (whole, session, moment) => {
      closeSession(whole, session, payload.by, moment);
    });
  }
}

@CommandHandler(RetrySession)
export class RetrySessionHandler extends SessionHandler<RetrySession> {
  handle({ payload }: RetrySession, tx: Tx): Promise<SessionView> {
    return this.inSession(tx, payload, retrySession);
  }
}

@CommandHandler(ReleaseQueue)
export class ReleaseQueueHandler extends SessionHandler<ReleaseQueue> {
  handle({ payload }: ReleaseQueue, tx: Tx): Promise<SessionView> {
    return this.inSession(tx, payload, releaseQueue);
  }
}

@CommandHandler(StopTurn)
export class StopTurnHandler extends SessionHandler<StopTurn> {
  handle({ payload }: StopTurn, tx: Tx): Promise<SessionView> {
    return this.inSession(tx, payload, (whole, session) => {
      stopTurn(whole, runningTurn(whole, session.sessionId, payload.turnId), payload.by);
    });
  }
}

@CommandHandler(AnswerPermission)
export class AnswerPermissionHandler extends TaskHandler<AnswerPermission> {
  async handle({ payload }: AnswerPermission, tx: Tx): Promise<PermissionView> {
    const { permissionId, answer, text, by } = payload;
    const permission = await this.acted(tx, payload, async (whole, moment) => {
      const open = whole.permissions.find((one) => one.permissionId === permissionId);
      const asked = open ?? (await tx.find(Permission, { permissionId }));
      return answerPermission(whole, asked, { answer, text, by }, moment);
    });
    return permission.view();
  }
}

export const SESSION_HANDLERS = [
  CreateSessionHandler,
  RenameSessionHandler,
  CloseSessionHandler,
  RetrySessionHandler,
  ReleaseQueueHandler,
  StopTurnHandler,
  AnswerPermissionHandler,
];
