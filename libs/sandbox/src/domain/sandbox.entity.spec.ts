import { describe, expect, it } from '@jest/globals';
import { aReady, aRequested, decided, minute } from '../testing/moments.js';

const tells = (words: string[]) => words.filter((word) => word.startsWith('tell') || word.startsWith('ask'));

describe('the way to a machine', () => {
  it('writes each state before what is done for it', () => {
    const sandbox = aRequested();
    expect(sandbox.view()).toMatchObject({ state: 'requested', generation: 1, deadlineAt: '2030-01-01T12:00:10.000Z' });
    expect(tells(decided(sandbox))).toEqual(['ask sandbox.provision', 'tell sandbox.changed']);
    sandbox.beginProvisioning(minute(0));
    sandbox.provisioned({ isolation: 'container', homePath: '/home/x', expiresAt: null }, minute(0));
    sandbox.started(minute(0));
    expect(sandbox.view()).toMatchObject({ state: 'preparing', step: 'prepareRepository' });
    sandbox.prepared(null, minute(1));
    expect(sandbox.view()).toMatchObject({ state: 'ready', step: null, deadlineAt: null, error: null });
    expect(tells(decided(sandbox))).toEqual([
      'tell sandbox.changed',
      'ask sandbox.startServer',
      'tell sandbox.changed',
      'ask sandbox.prepareRepository',
      'tell sandbox.changed',
      'ask sandbox.watch',
      'tell sandbox.ready',
    ]);
  });

  it('tells every version once', () => {
    const sandbox = aReady();
    const before = sandbox.view().version;
    sandbox.pause('user', minute(1));
    const told = decided(sandbox).filter((word) => word.startsWith('tell'));
    expect(sandbox.view().version).toBe(before + told.length);
  });

  it('refuses the report of a step that ended', () => {
    const sandbox = aRequested();
    expect(() => {
      sandbox.mustBeStep(1, '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a12');
    }).toThrow('step ended');
    expect(() => {
      sandbox.mustBeGeneration(2);
    }).toThrow('step ended');
  });

  it('fails when its time is up, with the step in the code, and tries that step again', () => {
    const sandbox = aRequested();
    sandbox.beginProvisioning(minute(0));
    sandbox.takeIntents();
    sandbox.fail('provisioning.deadline', 'Too long.', minute(2));
    expect(sandbox.view()).toMatchObject({ state: 'failed', error: { code: 'provisioning.deadline' } });
    sandbox.retry(minute(3));
    expect(sandbox.view()).toMatchObject({ state: 'requested', error: null, generation: 1 });
    expect(decided(sandbox)).toContain('ask sandbox.provision');
  });

  it('retries the preparation alone when only that failed', () => {
    const sandbox = aRequested();
    sandbox.provisioned({ isolation: 'container', homePath: '/home/x', expiresAt: null }, minute(0));
    sandbox.started(minute(0));
    sandbox.fail('repository.branch_missing', 'No.', minute(1));
    expect(sandbox.view().repository).toEqual({ state: 'failed', code: 'repository.branch_missing' });
    sandbox.takeIntents();
    sandbox.retry(minute(2));
    expect(tells(decided(sandbox))).toEqual(['ask sandbox.prepareRepository', 'tell sandbox.changed']);
  });
});

describe('rest', () => {
  it('comes after the idle time, and later when something holds it', () => {
    const sandbox = aReady();
    expect(sandbox.view().idleAt).toBe('2030-01-01T12:15:00.000Z');
    sandbox.hold('turn-1', 'turn', minute(20).now, minute(10).now);
    expect(sandbox.view().idleAt).toBe('2030-01-01T12:35:00.000Z');
    sandbox.release('turn-1', minute(12).now);
    expect(sandbox.view().idleAt).toBe('2030-01-01T12:27:00.000Z');
  });

  it('does not come while a turn goes on, however quiet, and is told of nobody', () => {
    const sandbox = aReady();
    for (let now = 0; now <= 90; now += 5) {
      sandbox.hold('turn', 'turn', minute(now + 10).now, minute(now).now);
      expect(sandbox.pause('idle', minute(now + 4))).toBe(false);
      sandbox.warn(minute(now + 4).now);
    }
    expect(decided(sandbox)).not.toContain('tell sandbox.expiring');
    expect(sandbox.view()).toMatchObject({ state: 'ready', idleAt: '2030-01-01T13:55:00.000Z' });
  });

  it('is never before its time, however early the schedule fires', () => {
    const sandbox = aReady();
    expect(sandbox.pause('idle', minute(14))).toBe(false);
    expect(sandbox.pause('idle', minute(15))).toBe(true);
    expect(sandbox.view()).toMatchObject({ state: 'pausing', step: 'checkpoint' });
  });

  it('is refused while somebody works, and not while somebody looks', () => {
    const sandbox = aReady();
    sandbox.hold('viewer', 'viewer', minute(2).now, minute(0).now);
    sandbox.hold('push', 'operation', minute(5).now, minute(0).now);
    expect(() => sandbox.pause('user', minute(1))).toThrow('operation');
    sandbox.release('push', minute(1).now);
    expect(sandbox.pause('user', minute(1))).toBe(true);
  });

  it('is told five minutes before, and moved by whoever extends', () => {
    const sandbox = aReady();
    sandbox.warn(minute(9).now);
    expect(decided(sandbox)).toEqual([]);
    sandbox.warn(minute(10).now);
    expect(decided(sandbox)).toEqual(['tell sandbox.expiring']);
    sandbox.extend(60, minute(11));
    expect(sandbox.view().idleAt).toBe('2030-01-01T13:11:00.000Z');
  });

  it('saves first, and stays awake when that fails', () => {
    const sandbox = aReady();
    sandbox.pause('user', minute(1));
    sandbox.fail('checkpoint.failed', 'Disk full.', minute(2));
    expect(sandbox.view()).toMatchObject({ state: 'ready', error: { code: 'checkpoint.failed' } });
  });

  it('ends with a need, and with the same machine', () => {
    const sandbox = aReady();
    sandbox.pause('user', minute(1));
    sandbox.afterSaving(minute(1));
    sandbox.paused(false, minute(2));
    expect(sandbox.view()).toMatchObject({ state: 'paused', idleAt: null });
    sandbox.takeIntents();
    sandbox.need(minute(3));
    expect(tells(decided(sandbox))).toEqual(['ask sandbox.resumeMachine', 'tell sandbox.changed']);
    sandbox.resumed(null, minute(3));
    expect(sandbox.view()).toMatchObject({ state: 'ready', generation: 1 });
  });
});

describe('a loss', () => {
  it('waits for the next need, then makes another machine', () => {
    const sandbox = aReady();
    sandbox.lost('machine.gone', false, minute(1));
    expect(sandbox.view().state).toBe('expired');
    sandbox.need(minute(2));
    expect(sandbox.view()).toMatchObject({ state: 'requested', generation: 2, repository: { state: 'none' } });
    const words = decided(sandbox);
    expect(tells(words)).toEqual(['tell sandbox.expired', 'ask sandbox.provision', 'tell sandbox.recreated']);
    expect(words).toContain('generationEnded');
  });

  it('does not wait while a turn runs', () => {
    const sandbox = aReady();
    sandbox.lost('machine.gone', true, minute(1));
    expect(sandbox.view()).toMatchObject({ state: 'requested', generation: 2 });
  });

  it('is the end where that was wanted', () => {
    const sandbox = aReady({ onExpired: 'destroy' });
    sandbox.lost('machine.gone', true, minute(1));
    expect(sandbox.view()).toMatchObject({ state: 'destroyed', destroyedAt: '2030-01-01T12:01:00.000Z' });
    expect(() => {
      sandbox.need(minute(2));
    }).toThrow('ended');
  });
});

describe('the end', () => {
  it('is tried until the machine is gone', () => {
    const sandbox = aReady();
    sandbox.destroy(false, minute(1));
    sandbox.destroyFailed('outside.failed', '500');
    expect(sandbox.view()).toMatchObject({ state: 'destroying', error: { code: 'outside.failed' } });
    sandbox.takeIntents();
    sandbox.getOn(14, minute(2));
    expect(decided(sandbox)).toEqual(['ask sandbox.destroyMachine']);
    sandbox.destroyed(minute(3));
    expect(sandbox.view().state).toBe('destroyed');
  });

  it('comes back from saving that failed', () => {
    const sandbox = aReady();
    sandbox.destroy(true, minute(1));
    expect(sandbox.view()).toMatchObject({ state: 'pausing', step: 'checkpoint' });
    sandbox.fail('checkpoint.failed', 'No.', minute(1));
    expect(sandbox.view().state).toBe('ready');
  });

  it('of one machine for another keeps the task where it is', () => {
    const sandbox = aReady();
    sandbox.recreate({ checkpointId: null, provider: 'docker' }, minute(1));
    sandbox.afterSaving(minute(1));
    expect(sandbox.view()).toMatchObject({ state: 'requested', generation: 2, provider: 'docker' });
    expect(tells(decided(sandbox)).filter((word) => word.startsWith('ask'))).toEqual([
      'ask sandbox.saveCheckpoint',
      'ask sandbox.destroyMachine',
      'ask sandbox.provision',
    ]);
  });
});

describe('a provider that pauses by itself', () => {
  it('is answered by waking the machine when a turn runs, and otherwise not', () => {
    const idle = aReady();
    idle.pausedByProvider(minute(1));
    expect(idle.view().state).toBe('paused');
    const busy = aReady();
    busy.hold('turn', 'turn', minute(9).now, minute(0).now);
    busy.pausedByProvider(minute(1));
    expect(busy.view().state).toBe('resuming');
  });
});
