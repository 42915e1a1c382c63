import { command, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { aboutTask, acted, keyed } from './command-fields.js';
import { MessageAttachment } from './first-message.js';
import { MessageState, WaitingFor } from './names.js';

const prompt = text(64_000);
const attachments = z.array(MessageAttachment).max(20).default([]);
const about = ({ messageId, taskId }: { messageId: string; taskId: string }) => aboutTask('message', messageId, taskId);

/** Where a message stands after a command, without its text. */
export const MessagePlace = z
  .object({
    messageId: Uuid.meta({ description: 'Id of the message.' }),
    position: z.int().min(0).meta({ description: 'Its place among the messages of the session.' }),
    state: MessageState.meta({ description: 'How far it is.' }),
    waitingFor: WaitingFor.nullable().meta({ description: 'What it waits for.' }),
  })
  .meta({ id: 'MessagePlace', description: 'Where a message stands.' });
export type MessagePlace = z.infer<typeof MessagePlace>;

/**
 * Says something to a session, which is opened by it when `newSession` is there. Refused: `message.empty`,
 * `message.limit`, `message.id_taken`, `session.unknown`, `session.closed`, `session.limit`, `upload.unknown`.
 */
export class SendMessage extends command({
  name: 'task.sendMessage',
  ...keyed,
  payload: z.object({
    ...acted,
    messageId: Uuid,
    sessionId: Uuid,
    text: prompt,
    attachments,
    newSession: z.object({ agent: z.string().max(40).optional(), model: z.string().max(120).optional() }).optional(),
  }),
  result: MessagePlace,
  audit: { kind: 'message.sent', entry: about, each: true },
}) {}

/** Changes what a message says that no agent has yet. Refused: `message.not_queued`, `message.empty`. */
export class EditMessage extends command({
  name: 'task.editMessage',
  ...keyed,
  payload: z.object({ ...acted, messageId: Uuid, text: prompt }),
  result: MessagePlace,
  audit: { kind: 'message.edited', entry: about },
}) {}

/** Takes back a message that no agent has yet. Refused: `message.not_queued`. */
export class CancelMessage extends command({
  name: 'task.cancelMessage',
  ...keyed,
  payload: z.object({ ...acted, messageId: Uuid }),
  result: MessagePlace,
  audit: { kind: 'message.cancelled', entry: about },
}) {}

/**
 * Queues a message again at its place: one that failed, was cancelled, waits behind an error, or whose turn failed.
 * `withoutCredential` runs it without the author's GitHub account. Refused: `message.not_retryable`, `session.closed`.
 */
export class RetryMessage extends command({
  name: 'task.retryMessage',
  ...keyed,
  payload: z.object({ ...acted, messageId: Uuid, withoutCredential: z.boolean().default(false) }),
  result: MessagePlace,
  audit: { kind: 'message.retried', entry: about, each: true },
}) {}
