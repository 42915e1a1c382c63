import { ActivityOf, AuditEntryView } from '@foundry/audit-log/contracts';
import { Allow, Answer, As, Asked, ask, pageOf, pageQuery, Pages, PathOf, QueryOf, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { TaskPath } from './paths.js';
import { TaskRights } from './task-rights.js';

const ActivityList = pageQuery({});
type ActivityList = z.infer<typeof ActivityList>;

const ActivityPage = pageOf(AuditEntryView).meta({
  id: 'ActivityPage',
  description: 'What was done in a task, newest first.',
  examples: [{ items: [], nextCursor: null }],
});
/** Number of the last entry of a page. */
const Position = z.string().regex(/^[0-9]{1,19}$/);

/** What was done in a task, for everybody who may read it. */
@Controller('v1/tasks/:taskId/activity')
export class ActivityController {
  constructor(
    private readonly queries: QueryBus,
    private readonly rights: TaskRights,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listActivity',
    tag: 'task',
    summary: 'List what was done in a task',
    description:
      'The audit entries of the task, newest first: without addresses, and without the details of credentials. The whole ' +
      'entries are in the audit log of the organization.',
    answers: { 200: ActivityPage },
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(ActivityList) query: ActivityList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { task } = await this.rights.seen(asked.caller, taskId);
    const page = this.pages.open(asked, query, Position);
    const entries = await ask(this.queries, new ActivityOf(task.organizationId, taskId, page.after, page.take));
    return page.of(entries, ({ seq }) => seq);
  }
}
