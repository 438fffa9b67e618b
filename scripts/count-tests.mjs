/** Adds up Vitest's JSON report. A file that did not load, or an error outside any test, is one failure more. */
export function countTests(report, exitCode) {
  const tests = testsOf(report);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const brokenFiles = filesOf(report).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  const failed = failedTests + brokenFiles;
  const skipped = tests.length - passed - failedTests;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** Each skipped suite once, with the reason that `describeWith` writes into its name; a test skipped by itself by its own. */
export function skippedSuites(report) {
  const skipped = testsOf(report).filter((test) => test.status !== 'passed' && !isFailed(test));
  const names = skipped.map(
    ({ ancestorTitles, title }) => ancestorTitles.find(hasReason) ?? [...ancestorTitles, title].join(' › '),
  );
  return [...new Set(names)];
}

const hasReason = (title) => title.includes('(skipped: ');
const isFailed = ({ status }) => status === 'failed';
const filesOf = (report) => report?.testResults ?? [];
const testsOf = (report) => filesOf(report).flatMap(({ assertionResults }) => assertionResults);
