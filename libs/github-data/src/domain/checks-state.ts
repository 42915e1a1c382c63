import type { ChecksState } from '../contracts/index.js';

/** A group of check runs as GitHub shows it. */
export interface CheckSuite {
  status: string | null;
  conclusion: string | null;
  /** GitHub makes a suite for every App that might check a commit; without runs it says nothing and never ends. */
  runs: number;
}

const PASSED: readonly string[] = ['success', 'neutral', 'skipped'];
const FAILED: readonly string[] = ['failure', 'error', 'cancelled', 'timed_out', 'action_required', 'startup_failure'];

const ofSuite = ({ status, conclusion }: CheckSuite): string =>
  status === 'completed' ? (conclusion ?? 'pending') : 'pending';

/** What statuses and check suites of a commit add up to: one failure fails all, and words that are new here wait. */
export function sumOfChecks(statuses: readonly string[], suites: readonly CheckSuite[]): ChecksState {
  const all = [...statuses, ...suites.filter(({ runs }) => runs > 0).map(ofSuite)];
  if (all.length === 0) return 'none';
  if (all.some((word) => FAILED.includes(word))) return 'failed';
  return all.every((word) => PASSED.includes(word)) ? 'passed' : 'pending';
}
