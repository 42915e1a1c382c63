import {
  Allow,
  Answer,
  As,
  Asked,
  Commands,
  NotFound,
  pageQuery,
  Pages,
  PathOf,
  QueryOf,
  Route,
  TopicLog,
  topicPageOf,
} from '@foundry/messaging';
import { Id64, text } from '@foundry/messaging/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { ListedStatus, RepositoryTaskCounts, SetVirtualTaskArchived, TaskSummary } from '../contracts/index.js';
import { RepositoryAccessDenied, repositoryAccessDenied } from '../domain/tasks/rejections.js';
import { TaskPosition, taskPositionOf } from '../queries/task-rows.js';
import { TasksQuery } from '../queries/tasks.query.js';
import { TaskVisibility } from '../visibility/task-visibility.js';
import type { VisibleRepositories } from '../visibility/visible-repositories.js';
import { OrganizationPath, TaskPath } from './paths.js';

const TaskList = pageQuery({
  repositoryId: Id64.optional().meta({ description: 'Only tasks of this repository.', examples: ['1296269'] }),
  state: z
    .enum(['active', 'archived', 'all'])
    .default('active')
    .meta({ description: 'Archived ones, all, or by default neither.', examples: ['active'] }),
  virtual: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Only those that nobody used yet, or only the others.', examples: ['true'] }),
  status: ListedStatus.optional().meta({ description: 'Only those with this status.', examples: ['needs_input'] }),
  owner: text(39)
    .optional()
    .meta({ description: 'Only those that work for this login.', examples: ['octocat'] }),
  branch: z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'Only those on this branch, exactly.', examples: ['main'] }),
  q: text(100)
    .optional()
    .meta({ description: 'Part of title, branch or repository, or `#7`.', examples: ['greet'] }),
});
type TaskList = z.infer<typeof TaskList>;

const TaskPage = topicPageOf(TaskSummary).meta({
  id: 'TaskPage',
  description: 'Tasks, newest activity first.',
  examples: [{ items: [], nextCursor: null, topicVersion: 12 }],
});

const TaskCounts = z
  .strictObject({
    repositories: z.array(RepositoryTaskCounts).meta({ description: 'Repositories that have tasks, by name.' }),
    topicVersion: z.int().min(0).meta({ description: 'Version of the topic that these feed, read before them.' }),
  })
  .meta({
    id: 'TaskCounts',
    description: 'How many tasks each repository has.',
    examples: [{ repositories: [], topicVersion: 12 }],
  });
type TaskCounts = z.infer<typeof TaskCounts>;

/** The list of tasks of one organization. Looking at it never makes or changes anything. */
@Controller('v1/organizations/:organizationId/tasks')
export class TasksController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly tasks: TasksQuery,
    private readonly visibility: TaskVisibility,
    private readonly topics: TopicLog,
  ) {}

  @Get()
  @Allow({ role: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listTasks',
    tag: 'organization',
    summary: 'List tasks',
    description:
      'Tasks with newest activity first, virtual ones included. Tasks of repositories that you cannot read on GitHub ' +
      'are not in it, unless the organization shows them to every member.',
    answers: { 200: TaskPage },
  })
  async list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(TaskList) query: TaskList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, TaskPosition);
    const visible = await this.visibleTo(asked, organizationId);
    const topicVersion = await this.topicVersion(organizationId);
    const filter = { ...query, virtual: query.virtual === undefined ? undefined : query.virtual === 'true' };
    const rows = await this.tasks.page(organizationId, visible, filter, page.after, page.take);
    return page.of(rows, taskPositionOf, { topicVersion });
  }

  @Get('counts')
  @Allow({ role: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'countTasks',
    tag: 'organization',
    summary: 'Count tasks by repository',
    description: 'For each repository that has tasks: how many are active, virtual, running or waiting for a person.',
    answers: { 200: TaskCounts },
  })
  async counts(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @As() asked: Asked,
  ): Promise<TaskCounts> {
    const visible = await this.visibleTo(asked, organizationId);
    const topicVersion = await this.topicVersion(organizationId);
    return { repositories: await this.tasks.counts(organizationId, visible), topicVersion };
  }

  @Get(':taskId')
  @Allow({ role: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'getListedTask',
    tag: 'organization',
    summary: 'Read one row of the list of tasks',
    description: 'The row of one task, virtual or not. Reading never makes a virtual task real.',
    answers: { 200: TaskSummary },
    versioned: true,
  })
  async get(@PathOf(TaskPath) path: TaskPath, @As() asked: Asked): Promise<TaskSummary> {
    return this.mustSee(path, asked);
  }

  @Post(':taskId/archive')
  @Allow({ role: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'archiveTask',
    tag: 'organization',
    summary: 'Archive a task',
    description:
      'A virtual task leaves the list at once and stays away when its pull request is opened again. A real one is ' +
      'asked to save its work first. It can be restored.',
    answers: { 200: TaskSummary },
    versioned: true,
    problems: [repositoryAccessDenied],
    command: SetVirtualTaskArchived,
  })
  async archive(@PathOf(TaskPath) path: TaskPath, @As() asked: Asked): Promise<Answer> {
    await this.mustWrite(path, asked);
    return this.commands.execute(asked, SetVirtualTaskArchived, { ...path, archived: true });
  }

  @Post(':taskId/restore')
  @Allow({ role: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'restoreTask',
    tag: 'organization',
    summary: 'Restore a task',
    description: 'Brings an archived task back into the list under its id. A real one gets no machine by it.',
    answers: { 200: TaskSummary },
    versioned: true,
    problems: [repositoryAccessDenied],
    command: SetVirtualTaskArchived,
    audit: 'task.restored',
  })
  async restore(@PathOf(TaskPath) path: TaskPath, @As() asked: Asked): Promise<Answer> {
    await this.mustWrite(path, asked);
    return this.commands.execute(asked, SetVirtualTaskArchived, { ...path, archived: false });
  }

  private async mustWrite(path: TaskPath, asked: Asked): Promise<void> {
    const { repositoryId } = await this.mustSee(path, asked);
    const { userId } = asked.caller.actor;
    const isDenied = await this.visibility.isWriteDenied(userId, path.organizationId, repositoryId);
    if (isDenied) throw new RepositoryAccessDenied();
  }

  private async mustSee({ organizationId, taskId }: TaskPath, asked: Asked): Promise<TaskSummary> {
    const visible = await this.visibleTo(asked, organizationId);
    const task = await this.tasks.find(organizationId, visible, taskId);
    if (!task) throw new NotFound('This task');
    return task;
  }

  private async visibleTo({ caller }: Asked, organizationId: string): Promise<VisibleRepositories> {
    const visible = await this.visibility.of(caller.actor.userId, organizationId);
    if (!visible) throw new NotFound('This organization');
    return visible;
  }

  private async topicVersion(organizationId: string): Promise<number> {
    const topic = `organization:${organizationId}`;
    return (await this.topics.versions([topic])).get(topic) ?? 0;
  }
}
