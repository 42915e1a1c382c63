import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type TaskAccess, TaskAccessOf, type VirtualTask } from '../contracts/index.js';

/**
 * `task:<id>` of a task that nobody used yet: its row. Nothing is told on it, so its version is 0, until somebody acts and
 * the task itself tells all of it. The module of tasks shows this topic as soon as it runs here, with the same rule.
 */
@Injectable()
@Topic('task')
export class VirtualTaskTopic implements ShowsTopic {
  readonly idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

  constructor(private readonly queries: QueryBus) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    return (await this.accessOf(subscriber, id)) !== null;
  }

  async snapshot(subscriber: Subscriber, id: string): Promise<VirtualTask | null> {
    const access = await this.accessOf(subscriber, id);
    return access?.task.virtual ? { virtual: true, summary: access.task } : null;
  }

  private async accessOf({ actor, scopes, organizationId }: Subscriber, taskId: string): Promise<TaskAccess | null> {
    if (scopes !== 'all' && !scopes.includes('tasks:read')) return null;
    const access = await ask(this.queries, new TaskAccessOf(actor.userId, taskId));
    return organizationId !== null && access?.task.organizationId !== organizationId ? null : access;
  }
}
