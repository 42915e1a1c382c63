import { type Asked, ask } from '@foundry/messaging';
import { VisibleRepositoriesOf, type VisibleRepositoryIds } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

const NONE: VisibleRepositoryIds = { all: false, ids: [] };

/** Of which repositories the caller may be shown anything: the organization has one rule for tasks and for these. */
@Injectable()
export class SeenRepositories {
  constructor(private readonly queries: QueryBus) {}

  async by(asked: Asked, organizationId: string): Promise<VisibleRepositoryIds> {
    return (await ask(this.queries, new VisibleRepositoriesOf(asked.caller.actor.userId, organizationId))) ?? NONE;
  }

  /** Whether the caller may know that there is such a repository. */
  async has(asked: Asked, organizationId: string, repositoryId: string): Promise<boolean> {
    const { all, ids } = await this.by(asked, organizationId);
    return all || ids.includes(repositoryId);
  }
}
