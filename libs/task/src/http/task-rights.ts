import { GithubStatusOf, PullRequestOf } from '@foundry/github-data/contracts';
import { ask, type Asked, type Caller, NotFound, Refusal, RoleTooLow, type Subscriber } from '@foundry/messaging';
import { type TaskAccess, TaskAccessOf, TaskSeedOf } from '@foundry/organization/contracts';
import { IdentityOf } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { TaskPerson, TaskPullRequest, TaskSeed } from '../contracts/index.js';

/** While it waits for more permissions the App can do what it could before. */
const INSTALLED: readonly string[] = ['connected', 'needs_permissions'];

type Who = Pick<Caller, 'actor' | 'organizationId'> | Subscriber;

/** What the API adds to a command of a person. */
export interface Acting {
  organizationId: string;
  taskId: string;
  seed: TaskSeed;
  by: TaskPerson;
}

/** Who may see a task, and who may act on it. Strangers and unknown ids get one answer. */
@Injectable()
export class TaskRights {
  constructor(private readonly queries: QueryBus) {}

  /** Null: it cannot be seen, or does not exist. A token may be limited to one organization. */
  async find({ actor, organizationId }: Who, taskId: string): Promise<TaskAccess | null> {
    const access = await ask(this.queries, new TaskAccessOf(actor.userId, taskId));
    return organizationId !== null && access?.task.organizationId !== organizationId ? null : access;
  }

  /** Throws `resource.not_found`. */
  async seen(who: Who, taskId: string): Promise<TaskAccess> {
    const access = await this.find(who, taskId);
    if (!access) throw new NotFound('This task');
    return access;
  }

  /** Throws `resource.not_found`, `role.too_low`, `repository.access_denied` and `github.not_connected`. */
  async acting({ caller }: Asked, taskId: string): Promise<Acting> {
    const { task, role, mayWrite } = await this.seen(caller, taskId);
    if (role === 'viewer') throw new RoleTooLow('member');
    if (!mayWrite) {
      throw new Refusal('repository.access_denied', 'GitHub does not let you write to this repository.', {}, {}, 403);
    }
    const { organizationId } = task;
    const [status, seed, identity] = await Promise.all([
      ask(this.queries, new GithubStatusOf(organizationId)),
      ask(this.queries, new TaskSeedOf(organizationId, taskId)),
      ask(this.queries, new IdentityOf(caller.actor.userId)),
    ]);
    if (!status || !INSTALLED.includes(status.installation)) {
      const detail = 'The GitHub App is not installed there; an owner can install it.';
      throw new Refusal('github.not_connected', detail, {}, {}, 409);
    }
    if (!seed || !identity) throw new NotFound('This task');
    const { userId, login, avatarUrl } = identity;
    const known = task.virtual ? { ...seed, pullRequest: await this.pullRequest(seed) } : seed;
    return { organizationId, taskId, seed: known, by: { userId, login, avatarUrl } };
  }

  /** The pull request that a task which becomes real now came with; null: none, or GitHub's module does not have it. */
  private async pullRequest(seed: TaskSeed): Promise<TaskPullRequest | null> {
    const { organizationId, repositoryId, pullRequestNumber } = seed;
    if (pullRequestNumber === null) return null;
    const known = await ask(this.queries, new PullRequestOf(organizationId, repositoryId, pullRequestNumber));
    if (!known) return null;
    const { number, title, url, state, draft, headSha, baseBranch, version } = known;
    return { number, title, url, state, draft, headSha, baseBranch, version };
  }
}
