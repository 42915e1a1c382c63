import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  pageOf,
  pageQuery,
  Pages,
  PathOf,
  QueryOf,
  Route,
} from '@foundry/messaging';
import { text, Uuid } from '@foundry/messaging/contracts';
import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  CancelMessage,
  EditMessage,
  MessageAttachment,
  MessagePlace,
  MessageState,
  MessageView,
  RetryMessage,
  SendMessage,
} from '../contracts/index.js';
import { TaskRows } from '../queries/task-rows.js';
import { AcceptableMessages } from './acceptable-messages.js';
import { MessagePath, SessionPath, TaskPath } from './paths.js';
import {
  messageEmpty,
  messageIdTaken,
  messageLimit,
  messageNotQueued,
  messageNotRetryable,
  messageUnknown,
  notOpen,
  onActing,
  sessionClosed,
  sessionIdTaken,
  sessionLimit,
  sessionUnknown,
  uploadUnknown,
} from './problems.js';
import { TaskPlaces } from './task-places.js';
import { TaskRights } from './task-rights.js';

const ID = '0190c6a0-0000-7000-8000-000000000001';
const written = {
  messageId: Uuid.meta({ description: 'Id of the message, minted by the sender.' }),
  text: text(64_000).meta({ description: 'What to do: at most 64,000 characters.' }),
  attachments: z.array(MessageAttachment).max(20).default([]).meta({ description: 'What it points to, at most 20.' }),
};
const exampleMessage = { messageId: ID, text: 'Greet people by name', attachments: [] };

const MessageBody = z
  .strictObject(written)
  .meta({ id: 'NewMessage', description: 'A message to a session.', examples: [exampleMessage] });
type MessageBody = z.infer<typeof MessageBody>;

const FirstOfSessionBody = z
  .strictObject({
    ...written,
    sessionId: Uuid.meta({ description: 'Id of the session that it opens, minted by the sender.' }),
    agent: z.string().min(1).max(40).optional().meta({ description: 'The agent; the usual one when absent.' }),
    model: z.string().min(1).max(120).optional().meta({ description: 'The model; that of the agent when absent.' }),
  })
  .meta({
    id: 'FirstOfSession',
    description: 'A message that opens a session.',
    examples: [{ ...exampleMessage, sessionId: ID }],
  });
type FirstOfSessionBody = z.infer<typeof FirstOfSessionBody>;

const MessageTextBody = z
  .strictObject({ text: written.text })
  .meta({ id: 'MessageText', description: 'What a message says.', examples: [{ text: 'Greet people by name' }] });
type MessageTextBody = z.infer<typeof MessageTextBody>;

const RetryBody = z
  .strictObject({
    withoutCredential: z.boolean().default(false).meta({ description: 'Without the GitHub account of the author.' }),
  })
  .meta({ id: 'MessageRetry', description: 'How to try again.', examples: [{ withoutCredential: false }] });
type RetryBody = z.infer<typeof RetryBody>;

const MessageList = pageQuery({
  state: MessageState.optional().meta({ description: 'Only those.', examples: ['queued'] }),
});
type MessageList = z.infer<typeof MessageList>;
const MessagePage = pageOf(MessageView).meta({
  id: 'MessagePage',
  description: 'Messages, newest first.',
  examples: [{ items: [], nextCursor: null }],
});
const Position = z.int();

const onSend = [...onActing, ...notOpen, messageEmpty, messageLimit, messageIdTaken, uploadUnknown];

/** What people say to agents. A message is stored before anything is asked of a machine. */
@Controller('v1')
export class MessagesController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly rights: TaskRights,
    private readonly places: TaskPlaces,
    private readonly rows: TaskRows,
    private readonly accepted: AcceptableMessages,
  ) {}

  @Post('sessions/:sessionId/messages')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'sendMessage',
    tag: 'task',
    summary: 'Send a message',
    description: 'It waits until machine, identity and session are ready, and says what it waits for.',
    answers: { 200: MessagePlace },
    problems: [...onSend, sessionUnknown, sessionClosed],
    command: SendMessage,
  })
  async send(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @BodyOf(MessageBody) body: MessageBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.places.inSession(asked, sessionId);
    await this.accepted.check(asked.caller.actor.userId, acting.taskId, body);
    return this.commands.execute(asked, SendMessage, { ...acting, ...body });
  }

  @Post('tasks/:taskId/messages')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'sendFirstMessage',
    tag: 'task',
    summary: 'Send a message in a new session',
    description: 'Opens the session with it. A task that nobody used yet becomes real by it.',
    answers: { 200: MessagePlace },
    problems: [...onSend, sessionLimit, sessionIdTaken],
    command: SendMessage,
  })
  async sendFirst(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(FirstOfSessionBody) { agent, model, ...body }: FirstOfSessionBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.rights.acting(asked, taskId);
    await this.accepted.check(asked.caller.actor.userId, taskId, body);
    return this.commands.execute(asked, SendMessage, { ...acting, ...body, newSession: { agent, model } });
  }

  @Get('sessions/:sessionId/messages')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listMessages',
    tag: 'task',
    summary: 'List the messages of a session',
    description: 'The queue and the history of what was said.',
    answers: { 200: MessagePage },
    problems: [sessionUnknown],
  })
  async list(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @QueryOf(MessageList) query: MessageList,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.places.seenSession(asked, sessionId);
    const page = this.pages.open(asked, query, Position);
    const rows = await this.rows.messages(sessionId, query.state ?? null, page.after, page.take);
    return page.of(rows, ({ position }) => position);
  }

  @Patch('messages/:messageId')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'editMessage',
    tag: 'task',
    summary: 'Edit a message',
    description: 'While no agent has it. Any writer may; its author stays.',
    answers: { 200: MessagePlace },
    problems: [...onActing, ...notOpen, messageUnknown, messageNotQueued, messageEmpty],
    command: EditMessage,
  })
  async edit(
    @PathOf(MessagePath) { messageId }: MessagePath,
    @BodyOf(MessageTextBody) body: MessageTextBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, EditMessage, { ...(await this.places.onMessage(asked, messageId)), ...body });
  }

  @Delete('messages/:messageId')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'cancelMessage',
    tag: 'task',
    summary: 'Cancel a message',
    description: 'While no agent has it.',
    answers: { 200: MessagePlace },
    problems: [...onActing, ...notOpen, messageUnknown, messageNotQueued],
    command: CancelMessage,
  })
  async cancel(@PathOf(MessagePath) { messageId }: MessagePath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, CancelMessage, await this.places.onMessage(asked, messageId));
  }

  @Post('messages/:messageId/retry')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'retryMessage',
    tag: 'task',
    summary: 'Try a message again',
    description: 'One that failed, whose turn failed, or that waits behind an error; or runs it without GitHub access.',
    answers: { 200: MessagePlace },
    problems: [...onActing, ...notOpen, messageUnknown, messageNotRetryable, sessionClosed],
    command: RetryMessage,
  })
  async retry(
    @PathOf(MessagePath) { messageId }: MessagePath,
    @BodyOf(RetryBody) body: RetryBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, RetryMessage, { ...(await this.places.onMessage(asked, messageId)), ...body });
  }
}
