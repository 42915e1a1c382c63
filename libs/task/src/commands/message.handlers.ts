import { createHash } from 'node:crypto';
import type { Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { CancelMessage, EditMessage, type MessagePlace, RetryMessage, SendMessage } from '../contracts/index.js';
import { Message } from '../domain/message.entity.js';
import { cancelMessage, editMessage, openSession, queueMessage, retryMessage } from '../domain/messages.js';
import { IdTaken, MessageUnknown } from '../domain/rejections.js';
import { Session } from '../domain/session.entity.js';
import { Turn } from '../domain/turn.entity.js';
import { TaskHandler } from './act.js';
import { useUploads } from './use-uploads.js';

/** A message in the audit log: that it was said, never what. */
const auditOf = ({ taskId, messageId, text }: { taskId: string; messageId: string; text: string }) => ({
  subject: { type: 'message', id: messageId },
  taskId,
  details: { length: text.length, sha256: createHash('sha256').update(text).digest('hex') },
});

@CommandHandler(SendMessage)
export class SendMessageHandler extends TaskHandler<SendMessage> {
  async handle({ payload }: SendMessage, tx: Tx): Promise<MessagePlace> {
    const { messageId, sessionId, text, attachments, newSession, by: author } = payload;
    const known = await tx.find(Message, { messageId });
    if (known?.sessionId === sessionId && known.authorId === author.userId) return known.place();
    if (known) throw new IdTaken('message');
    const message = await this.acted(tx, payload, async (whole, moment) => {
      const taken = newSession && (await tx.find(Session, { sessionId }));
      if (taken) throw new IdTaken('session');
      const session = newSession
        ? openSession(whole, { sessionId, ...newSession }, author, moment)
        : whole.session(sessionId);
      const queued = queueMessage(whole, session, { messageId, sessionId, text, attachments, author }, moment);
      await useUploads(tx, whole.task, messageId, attachments);
      return queued;
    });
    tx.audit(auditOf(payload));
    return message.place();
  }
}

@CommandHandler(EditMessage)
export class EditMessageHandler extends TaskHandler<EditMessage> {
  async handle({ payload }: EditMessage, tx: Tx): Promise<MessagePlace> {
    const { messageId, text } = payload;
    const message = await this.acted(tx, payload, async (whole, moment) => {
      await addKnown(tx, whole.messages, payload);
      return editMessage(whole, messageId, text, moment);
    });
    return message.place();
  }
}

@CommandHandler(CancelMessage)
export class CancelMessageHandler extends TaskHandler<CancelMessage> {
  async handle({ payload }: CancelMessage, tx: Tx): Promise<MessagePlace> {
    const message = await this.acted(tx, payload, async (whole) => {
      await addKnown(tx, whole.messages, payload);
      return cancelMessage(whole, payload.messageId);
    });
    return message.place();
  }
}

@CommandHandler(RetryMessage)
export class RetryMessageHandler extends TaskHandler<RetryMessage> {
  async handle({ payload }: RetryMessage, tx: Tx): Promise<MessagePlace> {
    const { messageId, withoutCredential, taskId } = payload;
    const message = await this.acted(tx, payload, async (whole, moment) => {
      const found = await addKnown(tx, whole.messages, payload);
      const turn = found.turnId === null ? null : await tx.find(Turn, { turnId: found.turnId });
      retryMessage(whole, found, turn, withoutCredential, moment);
      return found;
    });
    tx.audit({ subject: { type: 'message', id: messageId }, taskId, details: { withoutCredential } });
    return message.place();
  }
}

/** An ended message is not among those that a task is decided by; for this command it is. */
async function addKnown(tx: Tx, messages: Message[], of: { taskId: string; messageId: string }): Promise<Message> {
  const open = messages.find(({ messageId }) => messageId === of.messageId);
  if (open) return open;
  const ended = await tx.find(Message, { messageId: of.messageId });
  if (ended?.taskId !== of.taskId) throw new MessageUnknown();
  messages.push(ended);
  return ended;
}

export const MESSAGE_HANDLERS = [SendMessageHandler, EditMessageHandler, CancelMessageHandler, RetryMessageHandler];
