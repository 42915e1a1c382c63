import { faultsOfContract } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { SandboxWorkerModule } from './sandbox-worker.module.js';

const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const AT = '2030-01-01T12:00:00.000Z';
const id = { organizationId: '9919', sandboxId: ID };
const machine = { ...id, generation: 1 };
const step = { ...machine, stepId: ID };
const variable = { organizationId: '9919', repositoryId: null, name: 'ANTHROPIC_API_KEY' };
const state = {
  headSha: SHA,
  treeSha: SHA,
  commitSha: SHA,
  baseSha: null,
  unpushedCommits: 1,
  dirty: true,
  stored: 'bundle',
  bytes: 12,
  leftOut: ['a b'],
};

const samples = {
  'sandbox.request': {
    ...id,
    taskId: ID,
    repository: { id: '77', cloneUrl: 'https://github.com/acme/orders.git', base: 'main', fork: false },
    branch: 'x',
    trusted: true,
  },
  'sandbox.resume': id,
  'sandbox.pause': id,
  'sandbox.extend': { ...id, minutes: 60 },
  'sandbox.recreate': id,
  'sandbox.destroy': { ...id, reason: 'archived' },
  'sandbox.retry': id,
  'sandbox.touch': id,
  'sandbox.hold': { ...id, holdId: 'turn', kind: 'turn', until: AT },
  'sandbox.release': { ...id, holdId: 'turn' },
  'sandbox.checkpoint': { ...id, checkpointId: ID, reason: 'turn', store: true },
  'sandbox.expireStep': { ...id, stepId: ID },
  'sandbox.warnOfPause': id,
  'sandbox.applyIdleLimit': { ...id, idleMinutes: 30 },
  'sandbox.keepPolicy': { organizationId: '9919', idleMinutes: 30, providers: ['local'], defaultProvider: 'local' },
  'sandbox.reap': { scope: 'machines' },
  'sandbox.recordReaping': { scope: 'machines', orphans: 0, failure: null },
  'sandbox.continue': id,
  'sandbox.recordProvisioning': step,
  'sandbox.recordProvisioned': { ...step, isolation: 'container', homePath: '/home/sandbox', expiresAt: null },
  'sandbox.recordStarted': step,
  'sandbox.recordPrepared': { ...step, headSha: SHA, restoredCheckpointId: null, notice: null },
  'sandbox.recordFailed': { ...step, code: 'a.b', message: 'No.' },
  'sandbox.recordPaused': step,
  'sandbox.recordResumed': { ...step, expiresAt: AT },
  'sandbox.recordGone': { ...machine, reason: 'machine.gone' },
  'sandbox.recordPausedByProvider': machine,
  'sandbox.recordHealth': { ...machine, missed: 3, message: 'No answer.' },
  'sandbox.recordExtended': { ...machine, expiresAt: AT, refused: false },
  'sandbox.recordResources': { ...machine, diskUsedMb: 12 },
  'sandbox.recordAgents': { ...machine, agents: [] },
  'sandbox.recordWatchEnded': { ...machine, watchId: ID },
  'sandbox.recordCheckpoint': {
    ...machine,
    checkpointId: ID,
    number: 1,
    reason: 'turn',
    stepId: null,
    outcome: { kind: 'saved', state },
  },
  'sandbox.recordDestroyed': machine,
  'sandbox.recordDestroyFailed': { ...machine, code: 'a.b', message: 'No.' },
  'sandbox.recordCredential': { ...machine, attemptId: ID, outcome: { kind: 'removed' } },
  'sandbox.installCredential': { ...id, userId: '42', needId: 'turn', kind: 'turn' },
  'sandbox.releaseCredential': { ...id, needId: 'turn' },
  'sandbox.removeCredential': { ...id, reason: 'archived' },
  'sandbox.expireCredential': id,
  'sandbox.createProcess': { ...id, processId: ID, argv: ['npm', 'test'] },
  'sandbox.stopProcess': { ...id, processId: ID },
  'sandbox.killProcess': { ...id, processId: ID },
  'sandbox.deleteProcess': { ...id, processId: ID },
  'sandbox.recordProcessStarted': {
    ...machine,
    processId: ID,
    outcome: { kind: 'started', remoteId: 'proc_1', pid: 7 },
  },
  'sandbox.recordProcesses': { ...machine, ended: [{ processId: ID, status: 'exited', exitCode: 0 }] },
  'sandbox.recordSignal': { ...machine, processId: ID, sent: true, code: null },
  'sandbox.recordSetup': { ...machine, processId: ID, remoteId: 'proc_1', pid: 7 },
  'sandbox.noteExec': { ...id, taskId: ID, argv: ['ls'], cwd: '.' },
  'sandbox.noteTerminal': { ...id, taskId: ID, processId: ID },
  'sandbox.setVariable': { ...variable, ciphertext: 'AAAA', keyId: 'k1', secret: true, last4: '' },
  'sandbox.removeVariable': variable,
  'sandbox.testModelKey': variable,
  'sandbox.recordKeyTest': { ...variable, code: 'ok' },
};

describe('the commands of sandboxes', () => {
  it('keep the contract of every module', () => {
    expect(faultsOfContract(SandboxWorkerModule, samples)).toEqual([]);
  });
});
