import { randomUUID } from 'node:crypto';
import { Allow, Answer, As, Asked, BodyOf, Commands, PathOf, Route } from '@foundry/messaging';
import { Controller, Post } from '@nestjs/common';
import { CreatedTask, CreateTask } from '../contracts/index.js';
import {
  branchInvalid,
  branchIsDefault,
  branchTaken,
  githubNotConnected,
  messageEmpty,
  providerUnavailable,
  pullRequestUnknown,
  repositoryAccessDenied,
  repositoryArchived,
  repositoryUnknown,
  taskIdTaken,
  taskLimit,
} from '../domain/tasks/rejections.js';
import { WorkingPlaces } from '../visibility/working-places.js';
import { NewTaskBody } from './new-task-body.js';
import { OrganizationPath } from './paths.js';

/** Where tasks begin. */
@Controller('v1/organizations/:organizationId/tasks')
export class NewTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly places: WorkingPlaces,
  ) {}

  @Post()
  @Allow({ role: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'createTask',
    tag: 'organization',
    summary: 'Begin a task',
    description:
      'Reserves a branch and begins a task on it with its first message. A branch that only shows a pull request ' +
      'gives its task instead of a new one: the answer names that id and `adopted` is true. GitHub is not asked ' +
      'whether an existing branch is there; the task says so when it is not.',
    answers: { 201: CreatedTask },
    problems: [
      repositoryUnknown,
      repositoryArchived,
      githubNotConnected,
      repositoryAccessDenied,
      branchInvalid,
      branchIsDefault,
      branchTaken,
      pullRequestUnknown,
      taskLimit,
      taskIdTaken,
      messageEmpty,
      providerUnavailable,
    ],
    command: CreateTask,
  })
  async create(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @BodyOf(NewTaskBody) { repositoryId, taskId = randomUUID(), ...body }: NewTaskBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { userId } = asked.caller.actor;
    const repository = await this.places.repositoryFor(userId, organizationId, repositoryId);
    const payload = { organizationId, taskId, repository, ...body };
    return this.commands.execute(asked, CreateTask, payload, {
      location: (created) => `/v1/organizations/${organizationId}/tasks/${created.taskId}`,
      pending: { taskId },
    });
  }
}
