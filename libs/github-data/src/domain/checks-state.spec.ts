import { describe, expect, it } from '@jest/globals';
import { type CheckSuite, sumOfChecks } from './checks-state.js';

const suite = (conclusion: string | null, over: Partial<CheckSuite> = {}): CheckSuite => ({
  status: conclusion === null ? 'in_progress' : 'completed',
  conclusion,
  runs: 1,
  ...over,
});

describe('what the checks of a commit add up to', () => {
  it.each<[string, string[], CheckSuite[], string]>([
    ['nothing checks it', [], [], 'none'],
    ['an App that never ran anything', [], [suite(null, { status: 'queued', runs: 0 })], 'none'],
    ['all passed, skipped or said nothing', ['success'], [suite('skipped'), suite('neutral')], 'passed'],
    ['one is still running', ['success'], [suite(null)], 'pending'],
    ['one failed while another runs', ['pending'], [suite('failure')], 'failed'],
    ['a status in error', ['error', 'success'], [], 'failed'],
    ['somebody must act', [], [suite('action_required')], 'failed'],
    ['GitHub took it for stale', [], [suite('stale')], 'pending'],
    ['a word that is new here', [], [suite('unheard_of')], 'pending'],
  ])('%s', (_case, statuses, suites, sum) => {
    expect(sumOfChecks(statuses, suites)).toBe(sum);
  });
});
