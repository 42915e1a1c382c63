import { ask, type Caller, NotFound, Refusal, RoleTooLow, type Subscriber } from '@foundry/messaging';
import {
  FindTask,
  TaskRightsOf,
  type VisibleRepositoryIds,
  VisibleRepositoriesOf,
} from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SandboxById, SandboxOfTask, type SandboxView } from '../contracts/index.js';

type Who = Pick<Caller, 'actor' | 'organizationId'> | Subscriber;

/** Who may see a sandbox, and who may act on it: the rule of its task. Strangers and unknown ids get one answer. */
@Injectable()
export class SandboxRights {
  constructor(private readonly queries: QueryBus) {}

  /** Throws `resource.not_found`. */
  async seen(who: Who, sandboxId: string): Promise<SandboxView> {
    const sandbox = await ask(this.queries, new SandboxById(sandboxId));
    if (!sandbox || !(await this.rights(who, sandbox))) throw new NotFound('This sandbox');
    return sandbox;
  }

  /** Throws `resource.not_found`, `role.too_low` and `repository.access_denied`. */
  async used(who: Who, sandboxId: string): Promise<SandboxView> {
    const sandbox = await ask(this.queries, new SandboxById(sandboxId));
    const rights = sandbox && (await this.rights(who, sandbox));
    if (!sandbox || !rights) throw new NotFound('This sandbox');
    if (rights.role === 'viewer') throw new RoleTooLow('member');
    if (rights.isWriteDenied) {
      throw new Refusal('repository.access_denied', 'GitHub does not let you write to this repository.', {}, {}, 403);
    }
    return sandbox;
  }

  /** Null: it cannot be seen, or does not exist. */
  async find(who: Who, sandboxId: string): Promise<{ sandbox: SandboxView; mayAct: boolean } | null> {
    const sandbox = await ask(this.queries, new SandboxById(sandboxId));
    const rights = sandbox && (await this.rights(who, sandbox));
    return sandbox && rights ? { sandbox, mayAct: rights.role !== 'viewer' && !rights.isWriteDenied } : null;
  }

  /** The sandbox of a task, or the last one it had. Throws `resource.not_found`. */
  async ofTask(who: Who, taskId: string): Promise<SandboxView> {
    const task = await ask(this.queries, new FindTask(taskId));
    const sandbox = task && (await ask(this.queries, new SandboxOfTask(task.organizationId, taskId)));
    if (!sandbox || !(await this.rights(who, sandbox))) throw new NotFound('A sandbox of this task');
    return sandbox;
  }

  /** Repositories whose sandboxes somebody sees in an organization; of strangers none. */
  async repositories({ actor }: Pick<Caller, 'actor'>, organizationId: string): Promise<VisibleRepositoryIds> {
    const seen = await ask(this.queries, new VisibleRepositoriesOf(actor.userId, organizationId));
    return seen ?? { all: false, ids: [] };
  }

  private rights({ actor, organizationId: reach }: Who, { organizationId, repositoryId }: SandboxView) {
    if (reach !== null && reach !== organizationId) return null;
    return ask(this.queries, new TaskRightsOf(actor.userId, organizationId, repositoryId));
  }
}
