import { describe, expect, it } from '@jest/globals';
import { RestingQueues } from './resting-queues.js';

const row = (seq: number, partition: number | null = 1) => ({
  seq: String(seq),
  kind: partition === null ? ('effect' as const) : ('command' as const),
  module: 'journal',
  partition,
});

describe('queues that refused a message', () => {
  it('rest for one second, then longer, half a minute at most', () => {
    const queues = new RestingQueues();
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      queues.refused([row(1), row(2)], 0);
      expect(queues.seqs(pause - 1)).toEqual(['1', '2']);
      expect(queues.seqs(pause)).toEqual([]);
    }
  });

  it('hold up no other queue', () => {
    const queues = new RestingQueues();
    queues.refused([row(1)], 0);
    expect(queues.seqs(0)).toEqual(['1']);
    expect(queues.took([row(2, 2), row(3, null)])).toBe(false);
    expect(queues.seqs(0)).toEqual(['1']);
  });

  it('rest no longer once they take a message', () => {
    const queues = new RestingQueues();
    queues.refused([row(1), row(2, null)], 0);
    expect(queues.took([row(3)])).toBe(true);
    expect(queues.seqs(0)).toEqual(['2']);
  });
});
