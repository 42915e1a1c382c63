import type { Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  ConfigureSession,
  RecordAgentClosed,
  RecordAgentNews,
  RecordConfigured,
  type SessionView,
} from '../contracts/index.js';
import { configureSession, rollBack } from '../domain/configure-session.js';
import { StepEnded } from '../domain/rejections.js';
import type { Session } from '../domain/session.entity.js';
import type { WholeTask } from '../domain/whole-task.js';
import { TaskHandler } from './act.js';

@CommandHandler(ConfigureSession)
export class ConfigureSessionHandler extends TaskHandler<ConfigureSession> {
  handle({ payload }: ConfigureSession, tx: Tx): Promise<SessionView> {
    const { sessionId, by } = payload;
    return this.acted(tx, payload, (whole, moment) => {
      const session = whole.session(sessionId);
      configureSession(whole, session, payload, by, moment);
      return { whole, session };
    }).then(({ whole, session }) => session.view(whole.queueOf(sessionId).length, whole.turnOf(sessionId)));
  }
}

/** The session whose present agent is spoken of. Rejects with `step.ended`. */
function presentSession(whole: WholeTask, of: { sessionId: string; connectionNo: number }): Session {
  const session = whole.sessions.find(({ sessionId }) => sessionId === of.sessionId);
  if (!session || session.connectionNo !== of.connectionNo || session.state === 'closed') throw new StepEnded();
  return session;
}

@CommandHandler(RecordConfigured)
export class RecordConfiguredHandler extends TaskHandler<RecordConfigured> {
  handle({ payload }: RecordConfigured, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      const session = presentSession(whole, payload);
      const { before, chosen, code, reason } = payload;
      if (code !== null) rollBack(whole, session, { before, chosen, code, reason: reason ?? 'The agent refused it.' });
    });
  }
}

@CommandHandler(RecordAgentNews)
export class RecordAgentNewsHandler extends TaskHandler<RecordAgentNews> {
  handle({ payload }: RecordAgentNews, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      const session = presentSession(whole, payload);
      const { title, commands, model, mode, reasoning } = payload;
      if (title !== undefined && session.nameSource === 'automatic') session.name = title;
      session.commands = commands ?? session.commands;
      session.model = model ?? session.model;
      session.mode = mode ?? session.mode;
      session.reasoning = reasoning ?? session.reasoning;
      whole.touch(session);
    });
  }
}

@CommandHandler(RecordAgentClosed)
export class RecordAgentClosedHandler extends TaskHandler<RecordAgentClosed> {
  handle({ payload }: RecordAgentClosed, tx: Tx): Promise<null> {
    return this.noted(tx, payload, () => undefined);
  }
}

export const AGENT_HANDLERS = [
  ConfigureSessionHandler,
  RecordConfiguredHandler,
  RecordAgentNewsHandler,
  RecordAgentClosedHandler,
];
