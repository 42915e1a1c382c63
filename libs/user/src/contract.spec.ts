import 'reflect-metadata';
import { faultsOfContract } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { UserWorkerModule } from './user-worker.module.js';

const userId = '1';
const organizationId = '7';
const taskId = '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11';
const sessionId = '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a12';
const messageId = '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a13';
const at = '2030-01-01T12:00:00.000Z';
const ofTask = { userId, organizationId, taskId };
const scope = `task:${taskId}:${sessionId}`;

const samples = {
  'user.createApiToken': {
    ...{
      userId,
      tokenId: messageId,
      name: 'nightly',
      hash: '0'.repeat(64),
      prefix: 'fdy_0000',
      scopes: ['tasks:read'],
    },
    expiresAt: at,
  },
  'user.revokeApiToken': { userId, tokenId: messageId },
  'user.updatePreferences': { userId, patch: { sendKey: 'enter' } },
  'user.announceSignIn': { userId },
  'user.announceSessionsEnded': { userId, reason: 'signed_out' },
  'user.requireRotation': { userId },
  'user.pruneAuthRows': { installation: 'auth-rows' },
  'user.openTask': ofTask,
  'user.pinTask': { ...ofTask, rank: 'a0' },
  'user.markViewed': { ...ofTask, sessionId, seq: 3 },
  'user.markUnread': ofTask,
  'user.setInboxDone': { userId, items: null, done: true },
  'user.saveDraft': { userId, organizationId, scope, messageId, text: ' as typed ' },
  'user.clearDraft': { userId, organizationId, scope, messageId },
  'user.recordParticipation': ofTask,
  'user.recordAttention': {
    ...{ ...ofTask, title: 'Greet', at, session: { sessionId, seq: 3, unread: true } },
    news: { kind: 'finished', reason: 'finished', causeId: 'turn:1', login: null },
  },
  'user.resolveAttention': { userId, taskId, what: { sessionId, kinds: ['failed'] } },
  'user.forgetSession': { ...ofTask, sessionId },
  'user.forgetTask': { ...ofTask, reason: 'archived' },
  'user.forgetOrganization': { userId, organizationId },
  'user.pruneInbox': { installation: 'inbox' },
  'user.recordProfile': { userId, login: 'ana', name: null, avatarUrl: null, email: null, observedAt: at },
  'user.deleteAccount': { userId, sessionId },
  'user.recordGrantEnded': { userId, outcome: 'deleted' },
  'user.announceAccount': { userId },
  'user.revokeAuthorization': { userId, at },
  'user.endCredentials': { userId, leaseIds: [messageId], reason: 'owner_changed' },
  'user.recordCredentialEnded': { userId, leaseId: messageId, isEnded: true },
  'user.sweepCredentials': { installation: 'credentials' },
  'user.recordEndedHolders': { installation: 'credentials', leases: [{ userId, leaseId: messageId }] },
  'user.refreshActivePeople': { installation: 'active-people' },
};

describe('the commands of people', () => {
  it('keep the contract of every module', () => {
    expect(faultsOfContract(UserWorkerModule, samples)).toEqual([]);
  });
});
