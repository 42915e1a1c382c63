import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** An organization of GitHub, or the account of a person. */
export const AccountKind = z.enum(['company', 'personal']);
export type AccountKind = z.infer<typeof AccountKind>;

/** What people are shown. `needs_permissions`: one that the product cannot do without is missing. */
export const InstallationStatus = z.enum(['not_installed', 'connected', 'suspended', 'needs_permissions']);
export type InstallationStatus = z.infer<typeof InstallationStatus>;

export const SyncStatus = z.enum(['never', 'syncing', 'synced', 'partial', 'failed']);
export type SyncStatus = z.infer<typeof SyncStatus>;

export const SyncPhase = z.enum(['repositories', 'members', 'pull_requests', 'finish']);
export type SyncPhase = z.infer<typeof SyncPhase>;

export const RunState = z.enum(['queued', 'running', 'done', 'partial', 'failed', 'cancelled']);
export type RunState = z.infer<typeof RunState>;

/** Why a run was asked for. `settings` tells every open pull request again, changed or not. */
export const SyncTrigger = z.enum(['installation', 'repositories', 'member', 'settings', 'sweep', 'renamed']);
export type SyncTrigger = z.infer<typeof SyncTrigger>;

/** Everything, or these repositories only. */
export const SyncScope = z.union([z.literal('all'), z.array(Id64).min(1).max(200)]);
export type SyncScope = z.infer<typeof SyncScope>;

export const RepositoryState = z.enum(['available', 'removed']);
export const PullRequestState = z.enum(['open', 'closed', 'merged']);
export type PullRequestState = z.infer<typeof PullRequestState>;
/** How it came to be closed: GitHub said so, a list did not name it any more, or its repository was removed. */
export const ClosedBy = z.enum(['github', 'vanished', 'removal']);
export type ClosedBy = z.infer<typeof ClosedBy>;
export const ReviewState = z.enum(['none', 'approved', 'changes_requested']);
export type ReviewState = z.infer<typeof ReviewState>;
export const ChecksState = z.enum(['none', 'pending', 'passed', 'failed', 'unknown']);
export type ChecksState = z.infer<typeof ChecksState>;

/** What a person may do in a repository, from the least to the most. */
export const Permission = z.enum(['none', 'read', 'triage', 'write', 'maintain', 'admin']);
export type Permission = z.infer<typeof Permission>;

/** Role in an organization of GitHub: an owner is `admin`. */
export const MembershipRole = z.enum(['admin', 'member']);
export type MembershipRole = z.infer<typeof MembershipRole>;

export const DeliveryState = z.enum(['received', 'processed', 'ignored', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Id of a webhook delivery, as GitHub gives it. */
export const DeliveryId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 of A-Z a-z 0-9 -');

/** Profile of an account, of a company or a person. */
export const Account = z.object({
  accountId: Id64,
  kind: AccountKind,
  login: z.string().min(1).max(100),
  name: z.string().max(255).nullable(),
  avatarUrl: z.string().max(2_000).nullable(),
});
export type Account = z.infer<typeof Account>;

/** An installation of the App as GitHub shows it. `account` is whom it serves. */
export const InstallationFacts = z.object({
  installationId: Id64,
  account: Account,
  state: z.enum(['active', 'suspended', 'deleted']),
  repositorySelection: z.enum(['all', 'selected']),
  permissions: z.record(z.string().max(60), z.string().max(20)),
  events: z.array(z.string().max(60)).max(200),
  installedBy: Id64.nullable(),
});
export type InstallationFacts = z.infer<typeof InstallationFacts>;

/** A pull request as GitHub shows it; times are GitHub's. `merged` is known, or `mergedAt` says it. */
export const PullRequestFacts = z.object({
  repositoryId: Id64,
  number: z.int().min(1),
  title: z.string().max(1_024),
  body: z.string().max(65_536),
  state: PullRequestState,
  draft: z.boolean(),
  url: z.string().max(2_000),
  headBranch: z.string().max(1_024),
  headSha: z.string().max(64),
  headRepositoryId: Id64.nullable(),
  baseBranch: z.string().max(1_024),
  authorId: Id64.nullable(),
  authorLogin: z.string().max(100),
  authorAvatarUrl: z.string().max(2_000).nullable(),
  authorAssociation: z.string().max(40),
  labels: z.array(z.string().max(200)).max(100),
  createdAt: Timestamp,
  githubUpdatedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  mergedAt: Timestamp.nullable(),
});
export type PullRequestFacts = z.infer<typeof PullRequestFacts>;

/** A repository as GitHub shows it. Absent: the message did not say. */
export const RepositoryFacts = z.object({
  repositoryId: Id64,
  fullName: z.string().min(3).max(255),
  private: z.boolean(),
  archived: z.boolean().optional(),
  fork: z.boolean().optional(),
  defaultBranch: z.string().max(1_024).optional(),
  openIssues: z.int().min(0).optional(),
  pushedAt: Timestamp.nullable().optional(),
  githubUpdatedAt: Timestamp.nullable().optional(),
});
export type RepositoryFacts = z.infer<typeof RepositoryFacts>;

/** A member of a company as GitHub's list shows them. */
export const MemberFacts = z.object({
  userId: Id64,
  login: z.string().max(100),
  avatarUrl: z.string().max(2_000).nullable(),
  role: MembershipRole,
});
export type MemberFacts = z.infer<typeof MemberFacts>;
