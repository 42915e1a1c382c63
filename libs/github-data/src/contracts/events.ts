import { event, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DiscoveryView } from './discovery-views.js';
import { Account, InstallationStatus, MembershipRole, Permission, RunState, SyncTrigger } from './names.js';
import { PullRequestView } from './pull-request-views.js';
import { RepositoryView } from './repository-views.js';
import { GithubStatusView } from './status-views.js';

const version = z.int();
const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;

/** The App was installed, suspended, removed or got other permissions; or its account was renamed. */
export class InstallationChanged extends event({
  name: 'github-data.installationChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    account: Account,
    installation: InstallationStatus,
    installationId: Id64.nullable(),
  }),
}) {}

/** Installation, sync status or progress of the run changed; `github` is the full new state. */
export class StatusChanged extends event({
  name: 'github-data.statusChanged',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, github: GithubStatusView }),
}) {}

/** Repositories are new, changed or removed: their full new state, at most 100. */
export class RepositoriesChanged extends event({
  name: 'github-data.repositoriesChanged',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, repositories: z.array(RepositoryView).min(1).max(100) }),
}) {}

/**
 * Pull requests of one repository are new or changed: full new state, at most 100, without bodies. Each has its own
 * `version`; a lower one than known is old. `repository` is the state of their repository in the same transaction.
 */
export class PullRequestsChanged extends event({
  name: 'github-data.pullRequestsChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    repositoryId: Id64,
    repository: RepositoryView,
    pullRequests: z.array(PullRequestView).min(1).max(100),
  }),
}) {}

/** Somebody reviewed, commented, or asked for a review. */
export class PullRequestActivity extends event({
  name: 'github-data.pullRequestActivity',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    repositoryId: Id64,
    number: z.int(),
    activity: z.enum(['review', 'review_comment', 'comment', 'review_requested']),
    by: z.object({ userId: Id64, login: z.string() }).nullable(),
    at: Timestamp,
  }),
}) {}

/**
 * Members of the company at GitHub. `githubRole` null: no member any more. `complete`: these are all, and who is not
 * named is no member; otherwise only those who changed.
 */
export class MembersChanged extends event({
  name: 'github-data.membersChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    members: z
      .array(
        z.object({
          userId: Id64,
          login: z.string(),
          name: z.string().nullable(),
          avatarUrl: z.string().nullable(),
          githubRole: MembershipRole.nullable(),
        }),
      )
      .max(500),
    complete: z.boolean(),
    observedAt: Timestamp,
  }),
}) {}

const Changed = z.array(z.object({ repositoryId: Id64, permission: Permission })).max(500);

/** A person may do less, or more, than before in these repositories; `all`: nothing in any of the organization. */
export class AccessChanged extends event({
  name: 'github-data.accessChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    userId: Id64,
    all: z.boolean(),
    lowered: Changed,
    raised: Changed.default([]),
  }),
}) {}

/**
 * What GitHub said about one person. `memberships` are active ones, `denied` those that GitHub definitely denies.
 * Nothing follows from an organization that is in neither. `complete` false: GitHub failed midway, `reason` says how.
 */
export class AccountsDiscovered extends event({
  name: 'github-data.accountsDiscovered',
  entity: 'userId',
  payload: z.object({
    userId: Id64,
    profile: z.object({ login: z.string(), name: z.string().nullable(), avatarUrl: z.string().nullable() }).nullable(),
    email: z.string().max(320).nullable(),
    accounts: z.array(Account).max(200),
    memberships: z.array(z.object({ organizationId: Id64, githubRole: MembershipRole })).max(200),
    denied: z.array(Id64).max(200),
    complete: z.boolean(),
    reason: z.string().nullable(),
    verifiedAt: Timestamp,
  }),
}) {}

/** The search for a person's organizations began or ended. */
export class DiscoveryChanged extends event({
  name: 'github-data.discoveryChanged',
  entity: 'userId',
  payload: z.object({ userId: Id64, discovery: DiscoveryView }),
}) {}

/** A person took the App's authorization back at GitHub: every user token of theirs is dead. */
export class AuthorizationRevoked extends event({
  name: 'github-data.authorizationRevoked',
  entity: 'userId',
  payload: z.object({ userId: Id64, at: Timestamp }),
}) {}

const branch = {
  organizationId: Id64,
  version,
  repositoryId: Id64,
  branch: z.string(),
  by: z.object({ userId: Id64, login: z.string() }).nullable(),
  at: Timestamp,
};

/** A branch has a new commit. `created`: it was not there before. */
export class BranchPushed extends event({
  name: 'github-data.branchPushed',
  ...keyed,
  payload: z.object({ ...branch, headSha: z.string(), forced: z.boolean(), created: z.boolean().default(false) }),
}) {}

/** A branch is gone. */
export class BranchDeleted extends event({
  name: 'github-data.branchDeleted',
  ...keyed,
  payload: z.object(branch),
}) {}

/** A run ended, whichever way. */
export class SyncFinished extends event({
  name: 'github-data.syncFinished',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    runId: Uuid,
    trigger: SyncTrigger,
    state: RunState,
    failed: z.int(),
    errorCode: z.string().nullable(),
  }),
}) {}
