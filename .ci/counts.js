import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Adds up the runner's own reports, one for each Node version.
const [folder = '.'] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  // A file that could not even be loaded has no tests to count, but it has failed.
  if (!report.success && report.numFailedTests === 0) total.failed += 1;
  // Named once more at the end, where a long log is looked at first.
  for (const { name, status, message, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) console.log(`${file}: ${name}: ${message}`);
    for (const test of failed)
      console.log(`${file}: ${name}: ${test.fullName}\n  ${test.failureMessages.join('\n  ')}`);
  }
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
