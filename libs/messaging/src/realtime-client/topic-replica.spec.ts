import { describe, expect, it } from '@jest/globals';
import type { TopicChange } from '../contracts/realtime.js';
import { TopicReplica } from './topic-replica.js';

const topic = 'task:1';
const change = (version: number): TopicChange => ({ version, type: 'task', data: version });
const delta = (version: number) => ({ op: 'delta' as const, topic, ...change(version) });
const resumed = (from: number, ...versions: number[]) =>
  ({ op: 'resumed', topic, from, version: versions.at(-1) ?? from, changes: versions.map(change) }) as const;

function replicaAt(version: number) {
  const applied: number[] = [];
  const errors: unknown[] = [];
  let isBroken = false;
  const model = {
    replace: () => undefined,
    apply: (next: TopicChange) => {
      if (isBroken) throw new Error('does not fit');
      applied.push(next.version);
    },
  };
  const replica = new TopicReplica(model, (error) => errors.push(error));
  replica.receive({ op: 'snapshot', topic, version, data: {} });
  const breakIt = (): void => {
    isBroken = true;
  };
  return { replica, applied, errors, breakIt };
}

describe('a topic as a client holds it', () => {
  it('applies the next version and ignores older ones', () => {
    const { replica, applied } = replicaAt(3);
    for (const version of [4, 4, 2, 5]) replica.receive(delta(version));
    expect(applied).toEqual([4, 5]);
    expect(replica.version).toBe(5);
  });

  it('keeps a delta after a gap and applies it after the repair', () => {
    const { replica, applied } = replicaAt(3);
    expect(replica.receive(delta(6))).toBe('wait');
    expect(applied).toEqual([]);
    expect(replica.receive(resumed(3, 4, 5))).toBe('none');
    expect(applied).toEqual([4, 5, 6]);
  });

  it('applies of a resumed only what is above its own version', () => {
    const { replica, applied } = replicaAt(3);
    replica.receive(resumed(1, 2, 3, 4));
    expect(applied).toEqual([4]);
  });

  it('takes the version of a resumed that leaves changes out', () => {
    const { replica } = replicaAt(3);
    replica.receive({ ...resumed(3, 5), version: 9 });
    expect(replica.version).toBe(9);
  });

  it('starts again when a resumed begins after its own version', () => {
    const { replica } = replicaAt(3);
    expect(replica.receive(resumed(5, 6))).toBe('start_again');
    expect(replica.version).toBeNull();
  });

  it('takes a lower version from a snapshot, as after a restored backup', () => {
    const { replica } = replicaAt(900);
    replica.receive({ op: 'snapshot', topic, version: 12, data: {} });
    expect(replica.version).toBe(12);
  });

  it('asks for what follows its version when a change does not fit, and gives up after five times', () => {
    const { replica, errors, breakIt } = replicaAt(3);
    breakIt();
    const steps = Array.from({ length: 5 }, () => replica.receive(delta(4)));
    expect(steps).toEqual(['resume', 'resume', 'resume', 'resume', 'start_again']);
    expect(errors).toHaveLength(1);
  });
});
