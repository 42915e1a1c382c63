import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  type Access,
  AccessOf,
  type DiscoveryView,
  DiscoveryOf,
  GithubStatusOf,
  type GithubStatusView,
  InstallationsOf,
  InstallationSummary,
  OpenPullRequestOn,
  Permission,
  PullRequestOf,
  type PullRequestView,
  RepositoryAccess,
  RepositoryAccessOf,
  RepositoryOf,
  type RepositoryView,
} from '../contracts/index.js';
import { readDiscovery } from '../rows/discovery-rows.js';
import { pullRequestView, storedPullRequests } from '../rows/pull-request-rows.js';
import { repositoryView, storedRepositories } from '../rows/repository-rows.js';
import { readStatus } from '../rows/status-rows.js';

@QueryHandler(InstallationsOf)
export class InstallationsOfQuery implements IQueryHandler<InstallationsOf, InstallationSummary[]> {
  constructor(private readonly database: Database) {}

  async execute({ organizationIds }: InstallationsOf): Promise<InstallationSummary[]> {
    const rows = await this.database.sql`
      select organization_id as "organizationId", installation_status as installation, sync_status as sync,
        last_synced_at is not null as "wasSynced", version
      from github_data.accounts where organization_id = any(${organizationIds}::bigint[])`;
    return InstallationSummary.array().parse(rows);
  }
}

@QueryHandler(GithubStatusOf)
export class GithubStatusOfQuery implements IQueryHandler<GithubStatusOf, GithubStatusView | null> {
  constructor(private readonly database: Database) {}

  execute({ organizationId }: GithubStatusOf): Promise<GithubStatusView | null> {
    return readStatus(this.database, organizationId);
  }
}

@QueryHandler(DiscoveryOf)
export class DiscoveryOfQuery implements IQueryHandler<DiscoveryOf, DiscoveryView> {
  constructor(private readonly database: Database) {}

  execute({ userId }: DiscoveryOf): Promise<DiscoveryView> {
    return readDiscovery(this.database, userId);
  }
}

@QueryHandler(RepositoryOf)
export class RepositoryOfQuery implements IQueryHandler<RepositoryOf, RepositoryView | null> {
  constructor(private readonly database: Database) {}

  async execute({ organizationId, repositoryId }: RepositoryOf): Promise<RepositoryView | null> {
    const stored = await storedRepositories(this.database, organizationId, [repositoryId]);
    const found = stored.get(repositoryId);
    return found ? repositoryView(found) : null;
  }
}

const Body = z.array(z.object({ body: z.string() }));

@QueryHandler(PullRequestOf)
export class PullRequestOfQuery implements IQueryHandler<PullRequestOf, (PullRequestView & { body: string }) | null> {
  constructor(private readonly database: Database) {}

  async execute({ organizationId, repositoryId, number }: PullRequestOf) {
    const found = (await storedPullRequests(this.database, organizationId, repositoryId, [number])).get(number);
    if (!found) return null;
    const [row] = Body.parse(
      await this.database.sql`select body from github_data.pull_requests
        where organization_id = ${organizationId} and repository_id = ${repositoryId} and number = ${number}`,
    );
    return { ...pullRequestView(found), body: row?.body ?? '' };
  }
}

const Numbers = z.array(z.object({ number: z.int() }));

@QueryHandler(OpenPullRequestOn)
export class OpenPullRequestOnQuery implements IQueryHandler<OpenPullRequestOn, PullRequestView | null> {
  constructor(private readonly database: Database) {}

  async execute({ organizationId, repositoryId, branch }: OpenPullRequestOn): Promise<PullRequestView | null> {
    const [row] = Numbers.parse(
      await this.database.sql`select number from github_data.pull_requests
        where organization_id = ${organizationId} and repository_id = ${repositoryId} and state = 'open'
          and head_repository_id = ${repositoryId} and head_branch = ${branch} order by number desc limit 1`,
    );
    if (!row) return null;
    const found = (await storedPullRequests(this.database, organizationId, repositoryId, [row.number])).get(row.number);
    return found ? pullRequestView(found) : null;
  }
}

const Known = z.array(z.object({ repositoryId: z.string(), permission: Permission }));

@QueryHandler(AccessOf)
export class AccessOfQuery implements IQueryHandler<AccessOf, Access[]> {
  constructor(private readonly database: Database) {}

  async execute({ organizationId, userId, repositoryIds }: AccessOf): Promise<Access[]> {
    const rows = Known.parse(
      await this.database.sql`select repository_id as "repositoryId", permission from github_data.repository_access
        where organization_id = ${organizationId} and user_id = ${userId} and not stale
          and repository_id = any(${repositoryIds}::bigint[]) and checked_at > now() - interval '45 minutes'`,
    );
    const known = new Map(rows.map(({ repositoryId, permission }) => [repositoryId, permission]));
    return repositoryIds.map((repositoryId) => ({ repositoryId, permission: known.get(repositoryId) ?? 'unknown' }));
  }
}

@QueryHandler(RepositoryAccessOf)
export class RepositoryAccessOfQuery implements IQueryHandler<RepositoryAccessOf, RepositoryAccess[]> {
  constructor(private readonly database: Database) {}

  /** A removed repository counts as private: whether it still is public cannot be known any more. */
  async execute({ organizationId, userId }: RepositoryAccessOf): Promise<RepositoryAccess[]> {
    const rows = await this.database.sql`
      select r.repository_id as "repositoryId", r.private or r.state = 'removed' as "isPrivate", a.permission,
        coalesce(not a.stale and a.checked_at > now() - interval '45 minutes', false) as "isCurrent"
      from github_data.repositories r
      left join github_data.repository_access a
        on a.organization_id = r.organization_id and a.repository_id = r.repository_id and a.user_id = ${userId}
      where r.organization_id = ${organizationId} order by r.repository_id`;
    return RepositoryAccess.array().parse(rows);
  }
}

export const QUERIES = [
  InstallationsOfQuery,
  GithubStatusOfQuery,
  DiscoveryOfQuery,
  RepositoryOfQuery,
  PullRequestOfQuery,
  OpenPullRequestOnQuery,
  AccessOfQuery,
  RepositoryAccessOfQuery,
];
