import { ask } from '@foundry/messaging';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { FindTask, ReadableTask, type TaskSummary } from '../contracts/index.js';
import { TaskVisibility } from '../visibility/task-visibility.js';

@QueryHandler(ReadableTask)
export class ReadableTaskQuery implements IQueryHandler<ReadableTask, TaskSummary | null> {
  constructor(
    private readonly queries: QueryBus,
    private readonly visibility: TaskVisibility,
  ) {}

  async execute({ userId, taskId }: ReadableTask): Promise<TaskSummary | null> {
    const task = await ask(this.queries, new FindTask(taskId));
    if (!task) return null;
    const visible = await this.visibility.of(userId, task.organizationId);
    return visible?.sees(task.repositoryId) ? task : null;
  }
}
