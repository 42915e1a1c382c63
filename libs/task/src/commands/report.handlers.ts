import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  KeepLimits,
  LinkRestored,
  NoteCredential,
  NoteSandbox,
  RecordDelivered,
  RecordPermission,
  RecordSessionFailed,
  RecordSessionReady,
  RecordTurnEnded,
} from '../contracts/index.js';
import { Limits } from '../domain/limits.entity.js';
import { noteOperationCredential } from '../domain/git-reports.js';
import { linkRestored, noteCredential, noteSandbox } from '../domain/notes.js';
import { askPermission } from '../domain/permissions.js';
import { StepEnded, WrongSender } from '../domain/rejections.js';
import { isPresentStart } from '../domain/sessions.js';
import { delivered, openTurn, turnEnded } from '../domain/turns.js';
import type { WholeTask } from '../domain/whole-task.js';
import type { Session } from '../domain/session.entity.js';
import { TaskHandler } from './act.js';

/** The session whose present start is reported. Rejects with `step.ended`. */
function startedSession(whole: WholeTask, of: { sessionId: string; connectionNo: number }): Session {
  const session = whole.sessions.find(({ sessionId }) => sessionId === of.sessionId);
  if (!session || !isPresentStart(session, of.connectionNo)) throw new StepEnded();
  return session;
}

@CommandHandler(RecordSessionReady)
export class RecordSessionReadyHandler extends TaskHandler<RecordSessionReady> {
  handle({ payload }: RecordSessionReady, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      const session = startedSession(whole, payload);
      session.ready(payload.agentSessionId);
      session.model = payload.model ?? session.model;
      session.mode = payload.mode ?? session.mode;
      session.reasoning = payload.reasoning ?? session.reasoning;
      whole.touch(session);
    });
  }
}

@CommandHandler(RecordSessionFailed)
export class RecordSessionFailedHandler extends TaskHandler<RecordSessionFailed> {
  handle({ payload }: RecordSessionFailed, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, { now }) => {
      const session = startedSession(whole, payload);
      session.fail(payload.code, payload.reason);
      whole.task.fail(payload.code, payload.reason, now);
      const item = { kind: 'error' as const, text: payload.reason, data: { code: payload.code, detail: null } };
      whole.intents.push({ kind: 'item', sessionId: session.sessionId, item });
      whole.touch(session, whole.task);
    });
  }
}

@CommandHandler(RecordDelivered)
export class RecordDeliveredHandler extends TaskHandler<RecordDelivered> {
  handle({ payload }: RecordDelivered, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      delivered(whole, openTurn(whole, payload.turnId), new Date(payload.at));
    });
  }
}

@CommandHandler(RecordPermission)
export class RecordPermissionHandler extends TaskHandler<RecordPermission> {
  handle({ payload }: RecordPermission, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      askPermission(whole, openTurn(whole, payload.turnId), payload, moment);
    });
  }
}

@CommandHandler(RecordTurnEnded)
export class RecordTurnEndedHandler extends TaskHandler<RecordTurnEnded> {
  handle({ payload }: RecordTurnEnded, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      turnEnded(whole, openTurn(whole, payload.turnId), payload, moment);
    });
  }
}

@CommandHandler(NoteSandbox)
export class NoteSandboxHandler extends TaskHandler<NoteSandbox> {
  handle({ payload }: NoteSandbox, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      noteSandbox(whole, payload.sandbox, moment);
    });
  }
}

@CommandHandler(NoteCredential)
export class NoteCredentialHandler extends TaskHandler<NoteCredential> {
  handle({ payload }: NoteCredential, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      noteCredential(whole, payload, moment);
      noteOperationCredential(whole, payload, moment);
    });
  }
}

@CommandHandler(LinkRestored)
export class LinkRestoredHandler extends TaskHandler<LinkRestored> {
  handle({ payload }: LinkRestored, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      linkRestored(whole, payload.userId);
    });
  }
}

@CommandHandler(KeepLimits)
export class KeepLimitsHandler extends Handler<KeepLimits> {
  async handle({ payload }: KeepLimits, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new WrongSender();
    await tx.save(Limits.of(payload));
    return null;
  }
}

export const REPORT_HANDLERS = [
  RecordSessionReadyHandler,
  RecordSessionFailedHandler,
  RecordDeliveredHandler,
  RecordPermissionHandler,
  RecordTurnEndedHandler,
  NoteSandboxHandler,
  NoteCredentialHandler,
  LinkRestoredHandler,
  KeepLimitsHandler,
];
