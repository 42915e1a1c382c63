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
import { text } from '@foundry/messaging/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerPermission, PermissionAnswer, PermissionState, PermissionView } from '../contracts/index.js';
import { PermissionPosition, PermissionRows } from '../queries/permission-rows.js';
import { PermissionPath, TaskPath } from './paths.js';
import { notOpen, onActing, permissionAnswered, permissionNotOffered, permissionUnknown } from './problems.js';
import { TaskPlaces } from './task-places.js';
import { TaskRights } from './task-rights.js';

const AnswerBody = z
  .strictObject({
    answer: PermissionAnswer.optional().meta({ description: 'One of the kinds that the agent offers.' }),
    text: text(4_000).min(1).optional().meta({ description: 'The answer to a question, in words.' }),
  })
  .meta({
    id: 'RequestAnswer',
    description: 'The answer to a request.',
    examples: [{ answer: 'allow_once' as const }],
  });
type AnswerBody = z.infer<typeof AnswerBody>;

const PermissionList = pageQuery({
  state: PermissionState.optional().meta({ description: 'Only those.', examples: ['open'] }),
});
type PermissionList = z.infer<typeof PermissionList>;
const PermissionPage = pageOf(PermissionView).meta({
  id: 'AgentRequestPage',
  description: 'Requests of agents, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

/** What agents ask, and what people answer. */
@Controller('v1')
export class PermissionsController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly rights: TaskRights,
    private readonly places: TaskPlaces,
    private readonly permissions: PermissionRows,
  ) {}

  @Get('tasks/:taskId/permissions')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listPermissions',
    tag: 'task',
    summary: 'List the requests of agents in a task',
    description: 'What agents asked, newest first, and who answered what.',
    answers: { 200: PermissionPage },
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(PermissionList) query: PermissionList,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.rights.seen(asked.caller, taskId);
    const page = this.pages.open(asked, query, PermissionPosition);
    const rows = await this.permissions.page(taskId, query.state ?? null, page.after, page.take);
    return page.of(rows, ({ createdAt, permissionId }) => ({ createdAt, permissionId }));
  }

  @Post('permissions/:permissionId/answer')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'answerPermission',
    tag: 'task',
    summary: 'Answer a request of an agent',
    description: 'The first answer wins; whoever comes second is told who gave it.',
    answers: { 200: PermissionView },
    problems: [...onActing, ...notOpen, permissionUnknown, permissionAnswered, permissionNotOffered],
    command: AnswerPermission,
  })
  async answer(
    @PathOf(PermissionPath) { permissionId }: PermissionPath,
    @BodyOf(AnswerBody) body: AnswerBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.places.onPermission(asked, permissionId);
    const { answer = null, text: words = null } = body;
    return this.commands.execute(asked, AnswerPermission, { ...acting, answer, text: words });
  }
}
