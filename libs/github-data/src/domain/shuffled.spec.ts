import { describe, expect, it } from '@jest/globals';
import { judge, type KnownPullRequest } from './applying.js';

/** A pull request's life: what its events say, in GitHub's order; the last two happened within one second. */
const LIFE = ['opened', 'edited', 'closed', 'reopened', 'merged'].map((contentHash, index) => ({
  contentHash,
  githubUpdatedAt: new Date(Date.UTC(2030, 0, 1, 12, 0, Math.min(index, 3))).toISOString(),
}));

/** A different order for each number below 5! × 10: every order, and each with other repetitions. */
function shuffled(turn: number) {
  const left = [...LIFE];
  const order = [];
  for (let size = left.length, rest = turn; size > 0; size -= 1, rest = Math.floor(rest / (size + 1))) {
    order.push(...left.splice(rest % size, 1));
  }
  const again = order[turn % order.length];
  return again ? [...order, again] : order;
}

describe('the events of a pull request', () => {
  it('end at what GitHub has, in a thousand orders and with repetitions', () => {
    const truth = LIFE.at(-1);
    for (let turn = 0; turn < 1_000; turn += 1) {
      let known: KnownPullRequest | null = null;
      const take = (state: (typeof LIFE)[number]) => {
        known = { ...state, githubUpdatedAt: new Date(state.githubUpdatedAt), presumed: false };
      };
      for (const state of shuffled(turn)) {
        const verdict = judge(known, state, false);
        if (verdict === 'store') take(state);
        // GitHub is asked, and answers with what it has now.
        if (verdict === 'ask' && truth && judge(known, truth, true) === 'store') take(truth);
      }
      expect(known).toMatchObject({ contentHash: 'merged' });
    }
  });
});
