import 'reflect-metadata';
import { NOON } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aMachine,
  aMessage,
  anOperation,
  aPermission,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aSession,
  aTask,
  SANDBOX,
} from '../testing/tasks.js';
import { aWhole } from '../testing/whole.js';
import { statusOf } from './status.js';

const failure = { code: 'agent.failed', text: 'It broke.', at: NOON.toISOString() };
const stateOf = (...given: Parameters<typeof aWhole>) => statusOf(aWhole(...given));

describe('the status of a task', () => {
  it('is its lifecycle before anything else', () => {
    const [message, turn] = aRunningTurn();
    const task = aReadyTask({ lifecycle: 'archiving', lifecycleReason: 'user', failure });
    expect(stateOf(task, [aReadySession(), message, turn, aPermission()])).toEqual({
      status: 'archiving',
      reason: 'user',
    });
  });

  it('is needs_input while an agent waits for a person, though its turn runs', () => {
    const [message, turn] = aRunningTurn();
    expect(stateOf(aReadyTask(), [aReadySession(), message, turn, aPermission()])).toEqual({
      status: 'needs_input',
      reason: 'permission',
    });
  });

  it.each(['trust', 'github_link', 'budget'] as const)('is needs_input when a message waits for %s', (waitingFor) => {
    expect(stateOf(aReadyTask(), [aSession(), aMessage(undefined, { waitingFor })])).toEqual({
      status: 'needs_input',
      reason: waitingFor,
    });
  });

  it('is running while any session has a turn', () => {
    const [message, turn] = aRunningTurn();
    expect(stateOf(aReadyTask({ failure }), [aReadySession(), message, turn]).status).toBe('running');
  });

  it('is starting while a machine comes that a message waits for', () => {
    const sandbox = aMachine({ state: 'provisioning', step: 'provision', repository: { state: 'none', code: null } });
    const task = aTask({ sandboxId: SANDBOX, sandbox });
    expect(stateOf(task, [aSession(), aMessage(undefined, { waitingFor: 'sandbox' })])).toEqual({
      status: 'starting',
      reason: 'provision',
    });
  });

  it('is idle while a machine falls asleep that nobody waits for', () => {
    const task = aTask({ sandboxId: SANDBOX, sandbox: aMachine({ state: 'pausing', step: 'pause' }) });
    expect(stateOf(task, [aReadySession()]).status).toBe('idle');
  });

  it('is starting while the agent or the credential is prepared, or an operation runs', () => {
    const waiting = aMessage(undefined, { waitingFor: 'session' });
    expect(stateOf(aReadyTask(), [aSession({ state: 'starting' }), waiting]).reason).toBe('session');
    const asked = aMessage(undefined, { waitingFor: 'identity', need: 'asked' });
    expect(stateOf(aReadyTask(), [aSession(), asked]).reason).toBe('identity');
    expect(stateOf(aReadyTask(), [anOperation('archive')])).toEqual({ status: 'starting', reason: 'archive' });
  });

  it.each(['owner_busy', 'capacity'] as const)('is queued when a message waits for %s', (waitingFor) => {
    expect(stateOf(aReadyTask(), [aSession(), aMessage(undefined, { waitingFor })])).toEqual({
      status: 'queued',
      reason: waitingFor,
    });
  });

  it('is error when the last thing failed, though a message still waits for it', () => {
    const sandbox = aMachine({ state: 'failed' });
    const task = aTask({ sandboxId: SANDBOX, sandbox, failure });
    expect(stateOf(task, [aSession(), aMessage(undefined, { waitingFor: 'sandbox' })])).toEqual({
      status: 'error',
      reason: 'agent.failed',
    });
  });

  it('is idle otherwise, also when the machine sleeps or is gone', () => {
    expect(stateOf(aTask()).status).toBe('idle');
    for (const state of ['paused', 'expired', 'destroyed'] as const) {
      expect(stateOf(aReadyTask({ sandbox: aMachine({ state }) })).status).toBe('idle');
    }
  });
});
