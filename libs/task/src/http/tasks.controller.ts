import { Allow, Answer, As, Asked, BodyOf, Commands, PathOf, Route, TopicLog } from '@foundry/messaging';
import { Id64, text } from '@foundry/messaging/contracts';
import { VirtualTask } from '@foundry/organization/contracts';
import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  ChangeOwner,
  DismissError,
  PermissionPolicy,
  PrepareTask,
  RenameTask,
  SetPermissionPolicy,
  TaskDetail,
  TaskView,
  TrustTask,
} from '../contracts/index.js';
import { TaskDetails } from '../queries/task-details.js';
import { NextOwners } from './next-owners.js';
import { TaskPath } from './paths.js';
import {
  notOpen,
  notTrusted,
  onActing,
  ownerNoAccess,
  ownerNotLinked,
  ownerNotMember,
  taskNotFork,
} from './problems.js';
import { TaskRights } from './task-rights.js';

const topicVersion = z.int().min(0).meta({ description: 'Version of the topic of the task, read before it.' });

const ReadTask = z
  .discriminatedUnion('virtual', [
    z
      .object({ ...TaskDetail.shape, topicVersion })
      .meta({ id: 'RealTask', description: 'A task with everything of it that can still change.' }),
    z
      .object({ ...VirtualTask.shape, topicVersion })
      .meta({ id: 'UnusedTask', description: 'A task that shows a pull request and that nobody used yet.' }),
  ])
  .meta({ id: 'ReadTask', description: 'A task, or its row alone when nobody used it yet: then `virtual` is true.' });
type ReadTask = z.infer<typeof ReadTask>;

const TitleBody = z
  .strictObject({ title: text(200).min(1).meta({ description: 'What to call it: 1 to 200 characters.' }) })
  .meta({ id: 'TaskTitle', description: 'The title of a task.', examples: [{ title: 'Greet people by name' }] });
type TitleBody = z.infer<typeof TitleBody>;

const OwnerBody = z
  .strictObject({ userId: Id64.meta({ description: 'GitHub id of the next owner.' }) })
  .meta({ id: 'NextOwner', description: 'Whose identity to use.', examples: [{ userId: '583231' }] });
type OwnerBody = z.infer<typeof OwnerBody>;

const PolicyBody = z
  .strictObject({ policy: PermissionPolicy.meta({ description: 'What agents may do without asking.' }) })
  .meta({ id: 'ApprovalPolicy', description: 'What needs a person.', examples: [{ policy: 'edits' as const }] });
type PolicyBody = z.infer<typeof PolicyBody>;

/** One task. Reading it makes nothing; any act of a member makes a virtual one real. */
@Controller('v1/tasks/:taskId')
export class TasksController {
  constructor(
    private readonly commands: Commands,
    private readonly rights: TaskRights,
    private readonly details: TaskDetails,
    private readonly owners: NextOwners,
    private readonly topics: TopicLog,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'getTask',
    tag: 'task',
    summary: 'Read a task',
    description:
      'The task with its machine, open sessions, waiting requests and last operations; `topicVersion` is where the ' +
      'topic `task:<id>` goes on. Of one that nobody used yet: its row, and `virtual: true`.',
    answers: { 200: ReadTask },
  })
  async get(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<ReadTask> {
    const { task } = await this.rights.seen(asked.caller, taskId);
    const topic = `task:${taskId}`;
    const version = (await this.topics.versions([topic])).get(topic) ?? 0;
    return { ...(await this.details.of(task)), topicVersion: version };
  }

  @Put('title')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'renameTask',
    tag: 'task',
    summary: 'Rename a task',
    description: 'Gives the task a title, which pull requests and agents do not change any more.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen],
    command: RenameTask,
  })
  async rename(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(TitleBody) { title }: TitleBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, RenameTask, { ...(await this.rights.acting(asked, taskId)), title });
  }

  @Put('owner')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'changeTaskOwner',
    tag: 'task',
    summary: 'Change the owner of a task',
    description:
      'From now on the task uses the git identity and the credentials of this person: at once, or when the present ' +
      'turn ends. Starts no machine. With an API token only oneself can be chosen.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen, ownerNotMember, ownerNoAccess, ownerNotLinked],
    command: ChangeOwner,
  })
  async changeOwner(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(OwnerBody) { userId }: OwnerBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.rights.acting(asked, taskId);
    const owner = await this.owners.choose(asked.caller, acting.seed, userId);
    return this.commands.execute(asked, ChangeOwner, { ...acting, owner });
  }

  @Put('policy')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'setTaskPolicy',
    tag: 'task',
    summary: 'Set what agents may do without asking',
    description:
      '`ask`: nothing. `edits`: what only reads or changes files of the task. `all`: everything. Where an agent waits ' +
      'for leave that the policy now gives, it gets it at once.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen],
    command: SetPermissionPolicy,
  })
  async setPolicy(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(PolicyBody) { policy }: PolicyBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, SetPermissionPolicy, { ...(await this.rights.acting(asked, taskId)), policy });
  }

  @Post('trust')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'trustTask',
    tag: 'task',
    summary: 'Trust the fork of a task',
    description: 'Agents may work on the branch of a fork, with variables and credentials. Look at it first.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen, taskNotFork],
    command: TrustTask,
  })
  async trust(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, TrustTask, await this.rights.acting(asked, taskId));
  }

  @Post('prepare')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'prepareTask',
    tag: 'task',
    summary: 'Bring the machine of a task',
    description: 'Asks for the machine without a message, for a terminal; what it does is in the task and its sandbox.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen, notTrusted],
    command: PrepareTask,
  })
  async prepare(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, PrepareTask, await this.rights.acting(asked, taskId));
  }

  @Post('dismiss-error')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'dismissTaskError',
    tag: 'task',
    summary: 'Dismiss the error of a task',
    description: 'Takes the failure off the task that it shows; what failed stays in its session or operation.',
    answers: { 200: TaskView },
    problems: onActing,
    command: DismissError,
  })
  async dismissError(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, DismissError, await this.rights.acting(asked, taskId));
  }
}
