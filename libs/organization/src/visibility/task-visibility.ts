import { type RepositoryAccess, RepositoryAccessOf } from '@foundry/github-data/contracts';
import { ask } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { QueryBus, QueryHandlerNotFoundException } from '@nestjs/cqrs';
import { MembershipOf } from '../contracts/index.js';
import { OrganizationQuery } from '../queries/organization.query.js';
import { mayNotWrite, VisibleRepositories } from './visible-repositories.js';

/** Asks who may see tasks of which repositories: from stored rows, so that looking never calls GitHub. */
@Injectable()
export class TaskVisibility {
  constructor(
    private readonly queries: QueryBus,
    private readonly organizations: OrganizationQuery,
  ) {}

  /** Null: this person is no member. */
  async of(userId: string, organizationId: string): Promise<VisibleRepositories | null> {
    const [membership, found] = await Promise.all([
      ask(this.queries, new MembershipOf(userId, organizationId)),
      this.organizations.find(organizationId),
    ]);
    if (!membership || !found) return null;
    const { taskVisibility } = found.settings;
    const isAsked = taskVisibility === 'repository' && membership.role !== 'owner';
    return VisibleRepositories.of(
      membership.role,
      taskVisibility,
      isAsked ? await this.access(userId, organizationId) : [],
    );
  }

  /** GitHub is known to refuse this person's pushes to the repository. */
  async isWriteDenied(userId: string, organizationId: string, repositoryId: string): Promise<boolean> {
    const access = await this.access(userId, organizationId);
    return mayNotWrite(access.find((one) => one.repositoryId === repositoryId));
  }

  private async access(userId: string, organizationId: string): Promise<RepositoryAccess[]> {
    try {
      return await ask(this.queries, new RepositoryAccessOf(userId, organizationId));
    } catch (error) {
      // nobody answers in this installation: nothing is known, so nothing is shown by permission
      if (error instanceof QueryHandlerNotFoundException) return [];
      throw error;
    }
  }
}
