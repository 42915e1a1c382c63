import { ask } from '@foundry/messaging';
import type { TaskSummary, VirtualTask } from '@foundry/organization/contracts';
import { SandboxOfTask } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { TaskDetail } from '../contracts/index.js';
import { TaskRows } from './task-rows.js';

/** All that a page of one task shows, for the route and the topic alike. */
@Injectable()
export class TaskDetails {
  constructor(
    private readonly rows: TaskRows,
    private readonly queries: QueryBus,
  ) {}

  /** Of a task that nobody acted on yet its row of the list is all there is. */
  async of(summary: TaskSummary): Promise<TaskDetail | VirtualTask> {
    const { id: taskId, organizationId } = summary;
    const [detail, sandbox] = await Promise.all([
      this.rows.detail(taskId),
      ask(this.queries, new SandboxOfTask(organizationId, taskId)),
    ]);
    return detail ? { ...detail, sandbox } : { virtual: true, summary };
  }
}
