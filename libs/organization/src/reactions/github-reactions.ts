import {
  AccountsDiscovered,
  BranchDeleted,
  BranchPushed,
  InstallationChanged,
  MembersChanged,
  PullRequestActivity,
  PullRequestsChanged,
  type PullRequestView,
  RepositoriesChanged,
} from '@foundry/github-data/contracts';
import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import {
  AdmitMember,
  ApplyPullRequests,
  ApplyRepositories,
  NoteActivity,
  NoteBranch,
  RegisterOrganization,
  RemoveMember,
  ReviewMembers,
} from '../contracts/index.js';
import { membershipsOf, someTaskHas } from './own-rows.js';

@Injectable()
@ReactTo(InstallationChanged)
export class OnInstallationChanged implements ReactsTo<InstallationChanged> {
  react({ payload: { account } }: InstallationChanged, read: ReadTx): CommandMessage[] {
    return [new RegisterOrganization({ ...account, observedAt: read.now.toISOString() })];
  }
}

/** A person comes in where GitHub says so, and leaves only where it definitely says not. */
@Injectable()
@ReactTo(AccountsDiscovered)
export class OnAccountsDiscovered implements ReactsTo<AccountsDiscovered> {
  async react({ payload }: AccountsDiscovered, read: ReadTx): Promise<CommandMessage[]> {
    const { userId, profile, accounts, memberships, denied, verifiedAt } = payload;
    // without a profile GitHub did not even say who it is; the next discovery does
    const admitted = profile
      ? memberships.map((one) => new AdmitMember({ userId, verifiedAt, ...profile, ...one }))
      : [];
    const left = (await membershipsOf(read, userId)).filter((organizationId) => denied.includes(organizationId));
    return [
      ...accounts.map((account) => new RegisterOrganization({ ...account, observedAt: verifiedAt })),
      ...admitted,
      ...left.map((organizationId) => new RemoveMember({ organizationId, userId, reason: 'github_removed' })),
    ];
  }
}

@Injectable()
@ReactTo(MembersChanged)
export class OnMembersChanged implements ReactsTo<MembersChanged> {
  react({ payload: { organizationId, members, complete, observedAt } }: MembersChanged): CommandMessage[] {
    const roles = members.map(({ userId, githubRole }) => ({ userId, githubRole }));
    return [new ReviewMembers({ organizationId, members: roles, complete, observedAt })];
  }
}

@Injectable()
@ReactTo(PullRequestsChanged)
export class OnPullRequestsChanged implements ReactsTo<PullRequestsChanged> {
  react({ payload }: PullRequestsChanged): CommandMessage[] {
    const { organizationId, repositoryId, repository } = payload;
    const pullRequests = payload.pullRequests
      .filter(hasUsableBranch)
      .map(({ createdAt, githubUpdatedAt, ...pull }) => ({
        ...pull,
        openedAt: createdAt,
        updatedAt: githubUpdatedAt,
      }));
    return [new ApplyPullRequests({ organizationId, repositoryId, repositoryName: repository.fullName, pullRequests })];
  }
}

/** No machine can check out a branch whose name is longer than that of a file. */
const hasUsableBranch = ({ headBranch }: PullRequestView): boolean =>
  headBranch !== '' && Buffer.byteLength(headBranch) <= 255;

@Injectable()
@ReactTo(RepositoriesChanged)
export class OnRepositoriesChanged implements ReactsTo<RepositoriesChanged> {
  react({ payload: { organizationId, repositories } }: RepositoriesChanged): CommandMessage[] {
    const news = repositories.map(({ repositoryId, fullName, state }) => ({
      repositoryId,
      fullName,
      available: state === 'available',
    }));
    return [new ApplyRepositories({ organizationId, repositories: news })];
  }
}

/** Most pushes are to branches that no task has. */
@Injectable()
@ReactTo(BranchPushed)
export class OnBranchPushed implements ReactsTo<BranchPushed> {
  react({ payload }: BranchPushed, read: ReadTx): Promise<CommandMessage[]> {
    return noted(payload, false, read);
  }
}

@Injectable()
@ReactTo(BranchDeleted)
export class OnBranchDeleted implements ReactsTo<BranchDeleted> {
  react({ payload }: BranchDeleted, read: ReadTx): Promise<CommandMessage[]> {
    return noted(payload, true, read);
  }
}

@Injectable()
@ReactTo(PullRequestActivity)
export class OnPullRequestActivity implements ReactsTo<PullRequestActivity> {
  react({ payload }: PullRequestActivity): CommandMessage[] {
    const { organizationId, repositoryId, number, activity: kind, by, at } = payload;
    return [new NoteActivity({ organizationId, repositoryId, number, kind, actorLogin: by?.login ?? null, at })];
  }
}

async function noted(
  { organizationId, repositoryId, branch }: BranchPushed['payload'] | BranchDeleted['payload'],
  gone: boolean,
  read: ReadTx,
): Promise<CommandMessage[]> {
  if (Buffer.byteLength(branch) > 255 || branch === '') return [];
  if (!(await someTaskHas(read, { organizationId, repositoryId, branch }))) return [];
  return [new NoteBranch({ organizationId, repositoryId, branch, gone })];
}

export const GITHUB_REACTIONS = [
  OnInstallationChanged,
  OnAccountsDiscovered,
  OnMembersChanged,
  OnPullRequestsChanged,
  OnRepositoriesChanged,
  OnBranchPushed,
  OnBranchDeleted,
  OnPullRequestActivity,
];
