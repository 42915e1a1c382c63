import { z } from 'zod';
import { GithubAccount, GithubInstallation } from './account.js';
import { GithubPullRequest } from './pull-request.js';
import { GithubRepository } from './repository.js';
import { cut, GithubId, GithubUser } from './values.js';

/** What tells whose a delivery is; read before anything else of it. */
export const DeliveryHead = z.object({
  action: z.string().max(60).nullish(),
  installation: z.object({ id: GithubId, account: GithubAccount.nullish() }).nullish(),
  organization: GithubUser.nullish(),
  repository: z.object({ id: GithubId, owner: GithubUser.nullish() }).nullish(),
  sender: GithubUser.nullish(),
});
export type DeliveryHead = z.output<typeof DeliveryHead>;

const sender = GithubUser.nullish();
const Listed = z.object({ id: GithubId, full_name: z.string().min(3).max(255), private: z.boolean() });

export const InstallationPayload = z.object({ installation: GithubInstallation, sender });
export const InstallationRepositoriesPayload = z.object({
  installation: GithubInstallation,
  repositories_added: z.array(Listed),
  repositories_removed: z.array(z.object({ id: GithubId })),
});
export const TargetPayload = z.object({ account: GithubUser });
export const RepositoryPayload = z.object({ repository: GithubRepository, sender });
export const PullRequestPayload = z.object({
  pull_request: GithubPullRequest,
  repository: GithubRepository,
  sender,
});
export const ReviewPayload = z.object({
  review: z.object({ state: z.string(), user: GithubUser.nullish(), submitted_at: z.string().nullish() }),
  /** Events about reviews carry a shorter pull request: its number is all that is read. */
  pull_request: z.object({ number: z.int().min(1) }),
  repository: GithubRepository,
  sender,
});
export const CommentPayload = z.object({
  pull_request: z.object({ number: z.int().min(1) }).nullish(),
  issue: z.object({ number: z.int().min(1), pull_request: z.unknown().optional() }).nullish(),
  repository: GithubRepository,
  sender,
});
export const PushPayload = z.object({
  ref: cut(1_100),
  after: z.string().max(64),
  deleted: z.boolean().nullish(),
  forced: z.boolean().nullish(),
  created: z.boolean().nullish(),
  repository: GithubRepository,
  sender,
});
export const RefPayload = z.object({ ref: cut(1_024), ref_type: z.string(), repository: GithubRepository, sender });
export const OrganizationPayload = z.object({
  organization: GithubUser,
  membership: z.object({ role: z.string().nullish(), user: GithubUser.nullish() }).nullish(),
});
export const MemberPayload = z.object({ member: GithubUser, repository: GithubRepository });
export const TeamPayload = z.object({ member: GithubUser.nullish(), repository: GithubRepository.nullish() });
