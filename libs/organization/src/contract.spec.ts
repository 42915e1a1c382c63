import 'reflect-metadata';
import { faultsOfContract } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { OrganizationWorkerModule } from './organization-worker.module.js';
import { aPull, at, idOf, WEB } from './testing/pull-requests.js';

const organizationId = '7';
const taskId = idOf(1);
const person = { login: 'ana', name: null, avatarUrl: null };
const verifiedAt = at(1);

const samples = {
  'organization.register': { accountId: '7', kind: 'company', login: 'acme' },
  'organization.admitMember': { organizationId, userId: '1', ...person, githubRole: 'admin', verifiedAt },
  'organization.reviewMembers': { organizationId, members: [], complete: true, observedAt: at(1) },
  'organization.removeMember': { organizationId, userId: '1', reason: 'user_deleted' },
  'organization.grantRole': { organizationId, userId: '1', role: 'viewer' },
  'organization.updateProfile': { organizationId, displayName: null },
  'organization.updateSettings': { organizationId, patch: { idleMinutes: 30 }, expectedVersion: 1 },
  'organization.createTask': {
    organizationId,
    taskId,
    repository: { id: WEB, fullName: 'acme/web', defaultBranch: 'main' },
    branch: { new: null },
    firstMessage: { messageId: idOf(2), sessionId: idOf(3), text: 'Fix it' },
  },
  'organization.applyPullRequests': {
    organizationId,
    repositoryId: WEB,
    repositoryName: 'acme/web',
    pullRequests: [aPull(1)],
  },
  'organization.applyRepositories': {
    organizationId,
    repositories: [{ repositoryId: WEB, fullName: 'acme/web', available: true }],
  },
  'organization.recordTaskSummary': {
    organizationId,
    taskId,
    taskVersion: 1,
    summary: {
      title: 'Fix it',
      titleSource: 'prompt',
      status: 'idle',
      statusReason: null,
      archivedAt: null,
      archiveReason: null,
      owner: null,
      sessions: [],
      filesChanged: null,
      linesAdded: null,
      linesRemoved: null,
      unpushed: null,
      lastActivityAt: at(1),
    },
  },
  'organization.setVirtualTaskArchived': { organizationId, taskId, archived: true },
  'organization.releaseTask': { organizationId, taskId, taskVersion: 1 },
  'organization.noteActivity': {
    organizationId,
    repositoryId: WEB,
    number: 1,
    kind: 'comment',
    actorLogin: null,
    at: at(1),
  },
  'organization.noteBranch': { organizationId, repositoryId: WEB, branch: 'x', gone: true },
  'organization.pruneVirtualTasks': { scope: 'all', organizationId: null },
};

describe('the commands of organizations', () => {
  it('keep the contract of every module', () => {
    expect(faultsOfContract(OrganizationWorkerModule, samples)).toEqual([]);
  });
});
