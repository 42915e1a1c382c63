import { event, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';

const version = z.int();
const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const branch = z.string().min(1).max(255);
const login = z.string().max(39);
const url = z.string().max(2_000);

/** A pull request as stored here, without its body. `version` is that of the row and never repeats. */
export const PullRequestNews = z.object({
  number: z.int().min(1),
  title: z.string(),
  state: z.enum(['open', 'closed', 'merged']),
  draft: z.boolean(),
  url,
  headBranch: branch,
  headSha: z.string().max(64),
  /** Where the branch is or was; null only when that was never known. */
  headRepositoryId: Id64.nullable(),
  baseBranch: branch,
  authorLogin: login.nullable(),
  review: z.enum(['none', 'approved', 'changes_requested']),
  checks: z.enum(['unknown', 'none', 'pending', 'success', 'failure']),
  createdAt: Timestamp,
  githubUpdatedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  closedBy: z.enum(['github', 'vanished', 'removal']).nullable(),
  version,
});
export type PullRequestNews = z.infer<typeof PullRequestNews>;

/** Pull requests of one repository differ in something that people see. */
export class PullRequestsChanged extends event({
  name: 'github-data.pullRequestsChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    repositoryId: Id64,
    repositoryName: z.string(),
    pullRequests: z.array(PullRequestNews).min(1).max(100),
  }),
}) {}

/** Repositories came, went, or have another name. */
export class RepositoriesChanged extends event({
  name: 'github-data.repositoriesChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    repositories: z
      .array(z.object({ repositoryId: Id64, fullName: z.string(), state: z.enum(['available', 'removed']), version }))
      .min(1)
      .max(100),
  }),
}) {}

/** The App was installed, suspended, removed, or the account has another name. */
export class InstallationChanged extends event({
  name: 'github-data.installationChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    status: z.enum(['not_installed', 'connected', 'suspended', 'needs_permissions']),
    account: z.object({
      kind: z.enum(['company', 'personal']),
      login: login.min(1),
      name: z.string().nullable().optional(),
      avatarUrl: url.nullable().optional(),
    }),
  }),
}) {}

/** A person's accounts as GitHub told them: those they belong to, and those they definitely do not. */
export class AccountsDiscovered extends event({
  name: 'github-data.accountsDiscovered',
  entity: 'userId',
  organization: null,
  payload: z.object({
    userId: Id64,
    version,
    person: z.object({ login: login.min(1), name: z.string().nullable(), avatarUrl: url.nullable() }),
    accounts: z
      .array(
        z.object({
          accountId: Id64,
          kind: z.enum(['company', 'personal']),
          login: login.min(1),
          name: z.string().nullable().optional(),
          avatarUrl: url.nullable().optional(),
          githubRole: z.enum(['admin', 'member']),
        }),
      )
      .max(100),
    /** Accounts that GitHub answered "not a member" for. */
    notMemberOf: z.array(Id64).max(100),
    observedAt: Timestamp,
  }),
}) {}

/** Members of a company as GitHub lists them; null: removed. `complete`: whoever is not named is none. */
export class MembersChanged extends event({
  name: 'github-data.membersChanged',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    members: z.array(z.object({ userId: Id64, githubRole: z.enum(['admin', 'member']).nullable() })).max(500),
    complete: z.boolean(),
    observedAt: Timestamp,
  }),
}) {}

const onBranch = { organizationId: Id64, version, repositoryId: Id64, branch };

/** Somebody pushed to a branch of a repository. */
export class BranchPushed extends event({
  name: 'github-data.branchPushed',
  ...keyed,
  payload: z.object({ ...onBranch, headSha: z.string().max(64), actorLogin: login.nullable(), at: Timestamp }),
}) {}

/** A branch of a repository is gone. */
export class BranchDeleted extends event({
  name: 'github-data.branchDeleted',
  ...keyed,
  payload: z.object({ ...onBranch, at: Timestamp }),
}) {}

/** Somebody did something at a pull request that its row does not show. */
export class PullRequestActivity extends event({
  name: 'github-data.pullRequestActivity',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    repositoryId: Id64,
    number: z.int().min(1),
    kind: z.enum(['review', 'review_requested', 'review_comment', 'comment']),
    actorLogin: login.nullable(),
    at: Timestamp,
  }),
}) {}
