import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import {
  aMachine,
  aMessage,
  anIdentifiedMessage,
  anOperation,
  ANA,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aTurn,
  BEN,
  idOf,
} from '../testing/tasks.js';
import { aWhole } from '../testing/whole.js';
import { Limits } from './limits.entity.js';
import type { Message } from './message.entity.js';
import { missingFor } from './missing.js';
import type { Session } from './session.entity.js';
import type { Task } from './task.entity.js';
import type { Circumstances } from './whole-task.js';

const OTHER = idOf(30);

interface Case {
  task?: Task;
  session?: Session;
  message?: Message;
  others?: object[];
  around?: Partial<Circumstances>;
}

function missing({ task = aReadyTask(), session = aReadySession(), message = anIdentifiedMessage(), ...rest }: Case) {
  const { others = [], around = {} } = rest;
  return missingFor(aWhole(task, [session, message, ...others], around), session, message);
}

describe('what a message waits for', () => {
  it('is nothing when machine, credential and session are ready', () => {
    expect(missing({})).toBeNull();
  });

  it('is an earlier message or the turn of its session, before all else', () => {
    const message = anIdentifiedMessage(ANA, { position: 2 });
    const earlier = aMessage(ANA, { messageId: OTHER, position: 1 });
    const [sent, turn] = aRunningTurn();
    sent.messageId = turn.messageId = OTHER;
    expect(missing({ message, others: [earlier] })).toBe('turn');
    expect(missing({ message, others: [sent, turn], session: aReadySession({ queueHeld: true }) })).toBe('turn');
  });

  it('is not an earlier message that failed', () => {
    const message = anIdentifiedMessage(ANA, { position: 2 });
    expect(missing({ message, others: [aMessage(ANA, { messageId: OTHER, state: 'failed' })] })).toBeNull();
  });

  it('is a word of a person when somebody stopped the turn before', () => {
    expect(missing({ session: aReadySession({ queueHeld: true }) })).toBe('held');
  });

  it('is trust on a fork, until somebody gave it and the machine has it', () => {
    expect(missing({ task: aReadyTask({ fork: true }) })).toBe('trust');
    expect(missing({ task: aReadyTask({ fork: true, trustedBy: '1' }) })).toBeNull();
    const sandbox = aMachine({ trusted: false });
    expect(missing({ task: aReadyTask({ fork: true, trustedBy: '1', sandbox }) })).toBe('sandbox');
  });

  it.each([
    ['perTask', { task: 100, organization: 0, byUser: {} }],
    ['perUserMonth', { task: 0, organization: 0, byUser: { '1': 100 } }],
    ['perOrganizationMonth', { task: 0, organization: 100, byUser: {} }],
  ])('is budget when %s is used up', (name, spent) => {
    const budgets = { perTask: null, perUserMonth: null, perOrganizationMonth: null, [name]: 100 };
    const limits = Limits.of({ organizationId: '7', budgets, turnLimitMinutes: 240 });
    expect(missing({ around: { limits, spent } })).toBe('budget');
    expect(missing({ around: { spent } })).toBeNull();
  });

  it('is the turn, operation or coming credential of another person, never of the same', () => {
    const elsewhere = { sessionId: OTHER, messageId: OTHER };
    const turnOf = (author: typeof ANA) => aTurn(aMessage(author, elsewhere));
    expect(missing({ others: [turnOf(BEN)] })).toBe('owner_busy');
    expect(missing({ others: [turnOf(ANA)] })).toBeNull();
    expect(missing({ others: [anOperation('archive', { requestedBy: BEN.userId })] })).toBe('owner_busy');
    expect(missing({ others: [aMessage(BEN, { ...elsewhere, need: 'asked' })] })).toBe('owner_busy');
    expect(missing({ others: [aMessage(BEN, elsewhere)] })).toBeNull();
  });

  it.each(['provisioning', 'paused', 'expired', 'failed', 'destroyed'] as const)(
    'is a machine when it is %s',
    (state) => {
      expect(missing({ task: aReadyTask({ sandbox: aMachine({ state }) }) })).toBe('sandbox');
    },
  );

  it('is the credential of its author for this machine, also of the owner on a rebuilt one', () => {
    expect(missing({ message: aMessage() })).toBe('identity');
    const task = aReadyTask({ sandbox: aMachine({ generation: 2 }) });
    expect(missing({ task, session: aReadySession({ generation: 2 }) })).toBe('identity');
    expect(missing({ message: aMessage(ANA, { withoutCredential: true }) })).toBeNull();
  });

  it('is the link to GitHub when the lease was refused for it', () => {
    const refused = (code: string) => aMessage(ANA, { need: 'refused', needGeneration: 1, code });
    expect(missing({ message: refused('user.reauthorize') })).toBe('github_link');
    expect(missing({ message: refused('machine.unreachable') })).toBe('identity');
  });

  it('is the session until its agent runs on this machine', () => {
    expect(missing({ session: aReadySession({ state: 'starting' }) })).toBe('session');
    expect(missing({ session: aReadySession({ generation: 0 }) })).toBe('session');
  });

  it('is room when the instance runs a hundred turns', () => {
    expect(missing({ around: { runningTurns: 100 } })).toBe('capacity');
    expect(missing({ around: { runningTurns: 99 } })).toBeNull();
  });
});
