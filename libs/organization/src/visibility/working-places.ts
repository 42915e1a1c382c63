import { GithubStatusOf, RepositoryOf } from '@foundry/github-data/contracts';
import { ask } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  GithubNotConnected,
  RepositoryAccessDenied,
  RepositoryArchived,
  RepositoryUnknown,
} from '../domain/tasks/rejections.js';
import { TaskVisibility } from './task-visibility.js';

/** What a new task is told of its repository. */
export interface WorkingPlace {
  id: string;
  fullName: string;
  defaultBranch: string;
}

/** Where a person may begin a task, from stored rows. GitHub is not asked; what nobody knows is found out by the task. */
@Injectable()
export class WorkingPlaces {
  constructor(
    private readonly queries: QueryBus,
    private readonly visibility: TaskVisibility,
  ) {}

  /**
   * Throws `repository.unknown`, `repository.archived`, `github.not_connected`, and `repository.access_denied` when GitHub
   * said lately that the person may not write there.
   */
  async repositoryFor(userId: string, organizationId: string, repositoryId: string): Promise<WorkingPlace> {
    const [repository, status] = await Promise.all([
      ask(this.queries, new RepositoryOf(organizationId, repositoryId)),
      ask(this.queries, new GithubStatusOf(organizationId)),
    ]);
    if (status?.installation !== 'connected' && status?.installation !== 'needs_permissions')
      throw new GithubNotConnected();
    if (repository?.state !== 'available') throw new RepositoryUnknown();
    if (repository.archived) throw new RepositoryArchived();
    if (await this.visibility.isWriteDenied(userId, organizationId, repositoryId)) throw new RepositoryAccessDenied();
    const { fullName, defaultBranch } = repository;
    return { id: repositoryId, fullName, defaultBranch };
  }
}
