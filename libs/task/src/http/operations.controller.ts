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
import { Controller, Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  CancelOperation,
  CloseTaskPullRequest,
  MarkTaskReady,
  MergeTask,
  OperationView,
  PublishTask,
  PushTask,
  RetryOperation,
  RevertFile,
  SyncTask,
} from '../contracts/index.js';
import { OperationPosition, OperationRows } from '../queries/operation-rows.js';
import { CloseBody, MergeBody, PublishBody, PushBody, ReadyBody, RevertBody, SyncBody } from './operation-bodies.js';
import { OperationPath, TaskPath } from './paths.js';
import {
  fileNotChanged,
  filePathInvalid,
  noPullRequest,
  notOpen,
  notTrusted,
  onActing,
  operationEnded,
  operationIdTaken,
  operationNotCancellable,
  operationNotRetryable,
  operationRunning,
  operationUnknown,
  pushToFork,
  turnRunning,
} from './problems.js';
import { TaskPlaces } from './task-places.js';
import { TaskRights } from './task-rights.js';

const OperationList = pageQuery({});
type OperationList = z.infer<typeof OperationList>;
const OperationPage = pageOf(OperationView).meta({
  id: 'TaskOperationPage',
  description: 'Operations, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

const begun = [...onActing, ...notOpen, operationIdTaken];
const exclusive = [...begun, operationRunning, notTrusted];
const pushing = [...exclusive, pushToFork];
const atGithub = [...begun, noPullRequest];

const pendingOf = ({ operationId }: { operationId: string }) => ({ pending: { operationId } });

/**
 * What people do with the branch of a task. Each is answered as soon as it is asked for; how it goes is in the topic of the
 * task, and it ends by its deadline.
 */
@Controller('v1')
export class OperationsController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly rights: TaskRights,
    private readonly places: TaskPlaces,
    private readonly operations: OperationRows,
  ) {}

  @Get('tasks/:taskId/operations')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listOperations',
    tag: 'task',
    summary: 'List the operations of a task',
    description: 'Newest first, ended ones too, with their steps and how they ended.',
    answers: { 200: OperationPage },
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(OperationList) query: OperationList,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.rights.seen(asked.caller, taskId);
    const page = this.pages.open(asked, query, OperationPosition);
    const rows = await this.operations.page(taskId, page.after, page.take);
    return page.of(rows, ({ createdAt, operationId }) => ({ createdAt, operationId }));
  }

  @Post('tasks/:taskId/push')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'pushTask',
    tag: 'task',
    summary: 'Push the branch of a task',
    description:
      'Sends its commits to GitHub as you; with a message everything is committed before. Never replaces commits at ' +
      'GitHub, unless `force` names the one that is there.',
    answers: { 200: OperationView },
    problems: pushing,
    command: PushTask,
  })
  async push(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(PushBody) body: PushBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, PushTask, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/sync')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'syncTask',
    tag: 'task',
    summary: 'Bring what is new into the branch of a task',
    description:
      'Its own new commits at GitHub, and those of the base branch, merged or rebased. With a conflict nothing is ' +
      'changed, and the operation names the files.',
    answers: { 200: OperationView },
    problems: [...exclusive, turnRunning],
    command: SyncTask,
  })
  async sync(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(SyncBody) body: SyncBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, SyncTask, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/pull-request')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'publishPullRequest',
    tag: 'task',
    summary: 'Open the pull request of a task',
    description: 'Pushes, then opens a pull request as you; one that is open already is taken as it is.',
    answers: { 200: OperationView },
    problems: pushing,
    command: PublishTask,
  })
  async publish(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(PublishBody) body: PublishBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, PublishTask, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/merge')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'mergePullRequest',
    tag: 'task',
    summary: 'Merge the pull request of a task',
    description:
      'At GitHub, as you, if its head is still the commit that you saw; afterwards the branch is deleted and the task ' +
      'archived where asked for.',
    answers: { 200: OperationView },
    problems: atGithub,
    command: MergeTask,
  })
  async merge(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(MergeBody) body: MergeBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, MergeTask, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/close-pull-request')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'closePullRequest',
    tag: 'task',
    summary: 'Close the pull request of a task',
    description: 'At GitHub, as you, without merging it.',
    answers: { 200: OperationView },
    problems: atGithub,
    command: CloseTaskPullRequest,
  })
  async close(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(CloseBody) body: CloseBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, CloseTaskPullRequest, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/ready')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'markPullRequestReady',
    tag: 'task',
    summary: 'Mark the pull request of a task as ready',
    description: 'Makes a draft ready for review, at GitHub, as you.',
    answers: { 200: OperationView },
    problems: atGithub,
    command: MarkTaskReady,
  })
  async ready(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(ReadyBody) body: ReadyBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, MarkTaskReady, payload, pendingOf(body));
  }

  @Post('tasks/:taskId/revert-file')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'revertFile',
    tag: 'task',
    summary: 'Take back the changes of one file',
    description: 'As the base branch or the last commit has it; the state before is in a checkpoint.',
    answers: { 200: OperationView },
    problems: [...exclusive, turnRunning, fileNotChanged, filePathInvalid],
    command: RevertFile,
  })
  async revert(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(RevertBody) body: RevertBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const payload = { ...(await this.rights.acting(asked, taskId)), ...body };
    return this.commands.execute(asked, RevertFile, payload, pendingOf(body));
  }

  @Post('operations/:operationId/cancel')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'cancelOperation',
    tag: 'task',
    summary: 'Cancel an operation',
    description: 'What it did already stays. Not once GitHub was asked.',
    answers: { 200: OperationView },
    problems: [...onActing, ...notOpen, operationUnknown, operationEnded, operationNotCancellable],
    command: CancelOperation,
  })
  async cancel(@PathOf(OperationPath) { operationId }: OperationPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, CancelOperation, await this.places.onOperation(asked, operationId));
  }

  @Post('operations/:operationId/retry')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'retryOperation',
    tag: 'task',
    summary: 'Try an operation again',
    description: 'One that failed or was cancelled, as the person who asks now.',
    answers: { 200: OperationView },
    problems: [...onActing, ...notOpen, operationUnknown, operationNotRetryable, operationRunning],
    command: RetryOperation,
  })
  async retry(@PathOf(OperationPath) { operationId }: OperationPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RetryOperation, await this.places.onOperation(asked, operationId));
  }
}
