import {
  AccountsDiscovered,
  BranchDeleted,
  BranchPushed,
  InstallationChanged,
  MembersChanged,
  PullRequestActivity,
  PullRequestsChanged,
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
  react({ payload: { organizationId, account } }: InstallationChanged): CommandMessage[] {
    return [new RegisterOrganization({ accountId: organizationId, ...account })];
  }
}

/** A person comes in where GitHub says so, and leaves only where it definitely says not. */
@Injectable()
@ReactTo(AccountsDiscovered)
export class OnAccountsDiscovered implements ReactsTo<AccountsDiscovered> {
  async react({ payload }: AccountsDiscovered, read: ReadTx): Promise<CommandMessage[]> {
    const { userId, person, accounts, notMemberOf, observedAt } = payload;
    const joined = accounts.flatMap(({ githubRole, ...account }) => [
      new RegisterOrganization(account),
      new AdmitMember({
        organizationId: account.accountId,
        userId,
        ...person,
        githubRole,
        verifiedAt: observedAt,
      }),
    ]);
    const left = (await membershipsOf(read, userId)).filter((organizationId) => notMemberOf.includes(organizationId));
    return [
      ...joined,
      ...left.map((organizationId) => new RemoveMember({ organizationId, userId, reason: 'github_removed' })),
    ];
  }
}

@Injectable()
@ReactTo(MembersChanged)
export class OnMembersChanged implements ReactsTo<MembersChanged> {
  react({ payload: { version: _version, ...list } }: MembersChanged): CommandMessage[] {
    return [new ReviewMembers(list)];
  }
}

@Injectable()
@ReactTo(PullRequestsChanged)
export class OnPullRequestsChanged implements ReactsTo<PullRequestsChanged> {
  react({ payload }: PullRequestsChanged): CommandMessage[] {
    const { organizationId, repositoryId, repositoryName } = payload;
    const pullRequests = payload.pullRequests.map(({ createdAt, githubUpdatedAt, ...pull }) => ({
      ...pull,
      openedAt: createdAt,
      updatedAt: githubUpdatedAt,
    }));
    return [new ApplyPullRequests({ organizationId, repositoryId, repositoryName, pullRequests })];
  }
}

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
  react({ payload: { version: _version, ...activity } }: PullRequestActivity): CommandMessage[] {
    return [new NoteActivity(activity)];
  }
}

async function noted(
  { organizationId, repositoryId, branch }: BranchPushed['payload'] | BranchDeleted['payload'],
  gone: boolean,
  read: ReadTx,
): Promise<CommandMessage[]> {
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
