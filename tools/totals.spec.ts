import { describe, expect, it } from '@jest/globals';
import { summary, totalsOf } from './totals.mjs';

const report = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites = 0) => ({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
});

describe('the totals of a test run', () => {
  it('counts a file that cannot be loaded as a failure', () => {
    expect(totalsOf(report(3, 1, 1), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('never calls a run good whose exit code is not', () => {
    expect(totalsOf(report(3, 0), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run without a report as a failure', () => {
    expect(totalsOf(null, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('ends with one line over all runs', () => {
    const results = [
      { name: 'lint', passed: 0, failed: 1 },
      { name: 'unit', passed: 5, failed: 0 },
      { name: 'integration', passed: 2, failed: 0 },
    ];
    expect(summary(results)).toEqual({ line: '7 passed, 1 failed', ok: false });
  });
});
