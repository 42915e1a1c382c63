/**
 * Counts a jest run from its report (null when jest wrote none) and its exit code. A file that could
 * not be loaded is one failure, and so is a run that failed without naming any.
 */
export function totalsOf(report, code) {
  if (report === null) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The last line of a test run. */
export function summary(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { line: `${sum('passed')} passed, ${sum('failed')} failed`, ok: sum('failed') === 0 };
}
