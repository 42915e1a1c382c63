import { type Id64, QueryMessage } from '@foundry/messaging/contracts';
import type { DiscoveryView } from './discovery-views.js';
import type { Permission } from './names.js';
import type { PullRequestView } from './pull-request-views.js';
import type { RepositoryView } from './repository-views.js';
import type { GithubStatusView, InstallationSummary } from './status-views.js';

/** Installation and sync of each of these organizations that GitHub told us of. */
export class InstallationsOf extends QueryMessage<InstallationSummary[]> {
  constructor(readonly organizationIds: readonly Id64[]) {
    super();
  }
}

/** Installation and sync of one organization, with its run; null when GitHub never told of it. */
export class GithubStatusOf extends QueryMessage<GithubStatusView | null> {
  constructor(readonly organizationId: Id64) {
    super();
  }
}

/** How the search for a person's organizations goes. */
export class DiscoveryOf extends QueryMessage<DiscoveryView> {
  constructor(readonly userId: Id64) {
    super();
  }
}

/** A repository of the organization, removed ones included; null when it is not one. */
export class RepositoryOf extends QueryMessage<RepositoryView | null> {
  constructor(
    readonly organizationId: Id64,
    readonly repositoryId: Id64,
  ) {
    super();
  }
}

/** One pull request with its body, or null. */
export class PullRequestOf extends QueryMessage<(PullRequestView & { body: string }) | null> {
  constructor(
    readonly organizationId: Id64,
    readonly repositoryId: Id64,
    readonly number: number,
  ) {
    super();
  }
}

/** The newest open pull request that brings this branch of the repository itself, or null. */
export class OpenPullRequestOn extends QueryMessage<PullRequestView | null> {
  constructor(
    readonly organizationId: Id64,
    readonly repositoryId: Id64,
    readonly branch: string,
  ) {
    super();
  }
}

/** `unknown`: never asked, marked stale, or asked more than 45 minutes ago. */
export interface Access {
  repositoryId: Id64;
  permission: Permission | 'unknown';
}

/** What a person may do in these repositories, as far as it is known here. GitHub is not asked. */
export class AccessOf extends QueryMessage<Access[]> {
  constructor(
    readonly organizationId: Id64,
    readonly userId: Id64,
    readonly repositoryIds: readonly Id64[],
  ) {
    super();
  }
}
