import { Allow, Answer, As, Asked, BodyOf, Commands, Database, PathOf, Route, TopicLog } from '@foundry/messaging';
import { Controller, Get, Post, Put } from '@nestjs/common';
import { emptyTaskState, MarkUnread, MarkViewed, OpenTask, PinTask, TaskStateView } from '../contracts/index.js';
import { pinLimit, sessionUnknown, taskPutAway } from '../domain/state-rejections.js';
import { readDraftsOf } from '../rows/drafts.js';
import { readTaskState } from '../rows/task-states.js';
import { OwnTasks } from './own-tasks.js';
import { OpenBody, OwnSessionPath, OwnTask, OwnTaskPath, PinBody, ViewedBody } from './task-state-bodies.js';

/** What the caller keeps of a task that they may read. None of it makes a virtual task real, and nobody else sees it. */
@Controller('v1/me/tasks/:taskId')
export class TaskStateController {
  constructor(
    private readonly commands: Commands,
    private readonly tasks: OwnTasks,
    private readonly database: Database,
    private readonly topics: TopicLog,
  ) {}

  @Get()
  @Allow({ scope: 'tasks:read' })
  @Route({
    operationId: 'getOwnTask',
    tag: 'user',
    summary: 'Show what you keep of a task',
    description: 'Active session, pin, unread by session, and drafts. Of a task that you never opened it is all empty.',
    answers: { 200: OwnTask },
  })
  async show(@PathOf(OwnTaskPath) { taskId }: OwnTaskPath, @As() asked: Asked): Promise<OwnTask> {
    const { organizationId } = await this.tasks.mustSee(asked, taskId);
    const { userId } = asked.caller.actor;
    const topic = `app:${userId}`;
    const topicVersion = (await this.topics.versions([topic])).get(topic) ?? 0;
    const [state, drafts] = await Promise.all([
      readTaskState(this.database, userId, taskId),
      readDraftsOf(this.database, userId, taskId),
    ]);
    return { state: state ?? emptyTaskState(organizationId, taskId), drafts, topicVersion };
  }

  @Put('open')
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'openTask',
    tag: 'user',
    summary: 'Note that you look at a task',
    description: 'Keeps which session you look at, so that the task opens there again, on every device.',
    answers: { 200: TaskStateView },
    problems: [sessionUnknown],
    command: OpenTask,
  })
  async open(
    @PathOf(OwnTaskPath) { taskId }: OwnTaskPath,
    @BodyOf(OpenBody) { activeSessionId }: OpenBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const task = await this.tasks.mustSee(asked, taskId);
    if (activeSessionId !== null) await this.tasks.mustHave(asked, task, activeSessionId);
    return this.commands.execute(asked, OpenTask, { ...ofCaller(asked, task), activeSessionId });
  }

  @Put('pin')
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'pinTask',
    tag: 'user',
    summary: 'Pin a task for yourself',
    description: 'Puts the task on top of your list, in the order of ranks, or takes it from there. At most 200 pins.',
    answers: { 200: TaskStateView },
    problems: [pinLimit],
    command: PinTask,
  })
  async pin(
    @PathOf(OwnTaskPath) { taskId }: OwnTaskPath,
    @BodyOf(PinBody) { rank }: PinBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const task = await this.tasks.mustSee(asked, taskId);
    return this.commands.execute(asked, PinTask, { ...ofCaller(asked, task), rank });
  }

  @Post('sessions/:sessionId/unread')
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'markSessionUnread',
    tag: 'user',
    summary: 'Mark a session unread',
    description: 'Until it is shown again. Marking it twice changes nothing.',
    answers: { 200: TaskStateView },
    problems: [sessionUnknown, taskPutAway],
    command: MarkUnread,
  })
  async unread(@PathOf(OwnSessionPath) path: OwnSessionPath, @As() asked: Asked): Promise<Answer> {
    const task = await this.tasks.mustBeInUse(asked, path.taskId);
    await this.tasks.mustHave(asked, task, path.sessionId);
    return this.commands.execute(asked, MarkUnread, { ...ofCaller(asked, task), sessionId: path.sessionId });
  }

  @Post('sessions/:sessionId/viewed')
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'markSessionViewed',
    tag: 'user',
    summary: 'Note how far a session was shown',
    description:
      'Ends the unread mark, unless something newer came, and items of the inbox that said no more than what was shown. ' +
      'Not waited for; after five minutes without a worker it lapses.',
    answers: { 202: null },
    problems: [sessionUnknown, taskPutAway],
    command: MarkViewed,
  })
  async viewed(
    @PathOf(OwnSessionPath) path: OwnSessionPath,
    @BodyOf(ViewedBody) { seq }: ViewedBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const task = await this.tasks.mustBeInUse(asked, path.taskId);
    await this.tasks.mustHave(asked, task, path.sessionId);
    return this.commands.execute(asked, MarkViewed, { ...ofCaller(asked, task), sessionId: path.sessionId, seq });
  }
}

const ofCaller = (asked: Asked, { id, organizationId }: { id: string; organizationId: string }) => ({
  userId: asked.caller.actor.userId,
  organizationId,
  taskId: id,
});
