import type { Asked } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { MessageUnknown, OperationUnknown, PermissionUnknown, SessionUnknown } from '../domain/rejections.js';
import { OperationRows } from '../queries/operation-rows.js';
import { TaskRows } from '../queries/task-rows.js';
import { type Acting, TaskRights } from './task-rights.js';

/** Finds the task of what a route names, and whether the caller may see it or act on it. */
@Injectable()
export class TaskPlaces {
  constructor(
    private readonly rights: TaskRights,
    private readonly rows: TaskRows,
    private readonly operations: OperationRows,
  ) {}

  /** Throws `session.unknown`, also for those who may not see it. */
  async seenSession({ caller }: Asked, sessionId: string): Promise<string> {
    const found = await this.rows.session(sessionId);
    const access = found && (await this.rights.find(caller, found.session.taskId));
    if (!found || !access) throw new SessionUnknown();
    return found.session.taskId;
  }

  async inSession(asked: Asked, sessionId: string): Promise<Acting & { sessionId: string }> {
    const taskId = await this.seenSession(asked, sessionId);
    return { ...(await this.rights.acting(asked, taskId)), sessionId };
  }

  async onMessage(asked: Asked, messageId: string): Promise<Acting & { messageId: string }> {
    const sessionId = await this.rows.sessionOfMessage(messageId);
    const found = sessionId === null ? null : await this.rows.session(sessionId);
    const access = found && (await this.rights.find(asked.caller, found.session.taskId));
    if (!found || !access) throw new MessageUnknown();
    return { ...(await this.rights.acting(asked, found.session.taskId)), messageId };
  }

  async onPermission(asked: Asked, permissionId: string): Promise<Acting & { permissionId: string }> {
    const taskId = await this.rows.taskOfPermission(permissionId);
    const access = taskId === null ? null : await this.rights.find(asked.caller, taskId);
    if (taskId === null || !access) throw new PermissionUnknown();
    return { ...(await this.rights.acting(asked, taskId)), permissionId };
  }

  async onOperation(asked: Asked, operationId: string): Promise<Acting & { operationId: string }> {
    const taskId = await this.operations.taskOf(operationId);
    const access = taskId === null ? null : await this.rights.find(asked.caller, taskId);
    if (taskId === null || !access) throw new OperationUnknown();
    return { ...(await this.rights.acting(asked, taskId)), operationId };
  }
}
