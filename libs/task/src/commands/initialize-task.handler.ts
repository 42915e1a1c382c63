import type { Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { InitializeTask } from '../contracts/index.js';
import { openSession, queueMessage } from '../domain/messages.js';
import { WrongSender } from '../domain/rejections.js';
import { TaskHandler } from './act.js';
import { keepTask, momentOf } from './keep-task.js';
import { loadTask } from './load-task.js';
import { useUploads } from './use-uploads.js';

/** The list of tasks checked everything before it reserved the branch, so nothing is refused here. */
@CommandHandler(InitializeTask)
export class InitializeTaskHandler extends TaskHandler<InitializeTask> {
  async handle({ payload }: InitializeTask, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new WrongSender();
    const { firstMessage, author, provider } = payload;
    const { sessionId, messageId, text, attachments, agent, model } = firstMessage;
    const known = await loadTask(tx, payload, this.surroundings);
    const whole = known ?? (await this.fresh(tx, payload, provider, author));
    if (whole.messages.some((message) => message.messageId === messageId) || whole.task.lifecycle !== 'open')
      return null;
    const moment = momentOf(tx);
    const session = openSession(whole, { sessionId, agent, model }, author, moment);
    queueMessage(whole, session, { messageId, sessionId, text, attachments, author }, moment);
    await useUploads(tx, whole.task, messageId, attachments);
    await keepTask(tx, whole);
    return null;
  }
}
