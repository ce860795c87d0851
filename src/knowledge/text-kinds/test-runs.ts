/**
 * How test runners print: a test that passed, a test that failed, and the count at the end. The
 * name of a passed test may quote any error: it is what the test asks for, and not what happened.
 */

/** A line about one test that passed. */
export const PASSED_TEST: readonly RegExp[] = [
  // vitest, jest, mocha, PHPUnit testdox, Playwright, newman, k6, tap-spec
  /^\s{0,40}[✓✔√]\s{1,4}\S/u,
  /^\s{0,12}(?:PASS|PASSED|pass)\b[:\s]{1,4}\S/,
  // pytest, go, TAP, cargo, unittest, nose, Gradle, xUnit, XCTest, ctest, ExUnit, bats
  /\bPASSED\b(?:\s{0,4}\[\s?\d{1,3}%\]|\s{0,3}$|\s\()/,
  /^\s{0,12}--- PASS: /,
  /^\s{0,12}ok \d{1,6}\b/,
  /^test \S.{0,200} \.\.\. (?:ok|ignored)\s{0,3}$/,
  /^\S.{0,160}\.\.\. ok\s{0,3}$/,
  /^\s{0,8}Passed \S.{0,200}\[[<\d. ]{1,12} ?(?:ms|s|m)\]/,
  /^Test [Cc]ase .{1,200} passed \(/,
  /^\s{0,6}\d{1,5}\/\d{1,5} Test\s{1,4}#\d{1,5}: .{1,200}Passed/,
  /^\s{0,8}\* test .{1,200}\(\d[\d.]{0,8}ms\)/,
  /^\d\d:\d\d \+\d{1,5}(?: ~\d{1,5})?: /,
  /^\s{0,12}(?:\[\s{0,3}(?:OK|PASSED|  OK)\s{0,3}\])/,
  /^(?:SUCCESS|OK|PASS(?:ED)?)\b.{0,4}\b[Tt]est\b/,
];

/** A line about one test that failed, or the summary of some that did. */
export const FAILED_TEST: readonly RegExp[] = [
  /^\s{0,40}[✗✘✕×]\s{1,4}\S/u,
  /^\s{0,12}(?:FAIL|FAILED)\b[:\s]{1,4}\S/,
  // newman, mocha
  /^\s{2,8}\d{1,3}[.)]\s{1,2}\S/,
  /\bFAILED\b(?:\s{0,4}\[\s?\d{1,3}%\]|\s{0,3}$)/,
  /^\s{0,12}--- FAIL: /,
  /^\s{0,12}not ok \d{1,6}\b/,
  /^test \S.{0,200} \.\.\. FAILED/,
  /^\S.{0,160}\.\.\. (?:FAIL|ERROR)\s{0,3}$/,
  /^\s{0,8}Failed \S.{0,200}\[[<\d. ]{1,12} ?(?:ms|s|m)\]/,
  /^Test [Cc]ase .{1,200} failed \(/,
];

/** What runners begin and end with. */
export const RUN_MARKS: readonly RegExp[] = [
  /^\s{0,4}RUN {1,3}v\d/,
  /^=== RUN {2,4}\w/,
  /^=+ test session starts =+/,
  /^newman$|^\s{0,4}[│|]\s{1,40}assertions\s{0,8}[│|]\s{1,20}\d/u,
  /^collected \d{1,6} items?/,
  /^running \d{1,6} tests?$/,
  /^\s{0,4}(?:Test Files|Test Suites:|Tests:?|Snapshots:)\s{1,8}\d/,
  /^1\.\.\d{1,6}$/,
  /^TAP version \d/,
  /^Ran \d{1,6} tests? in /,
  /^PHPUnit \d/,
  /^Starting test execution, please wait/,
  /^\s{0,4}<\/?testsuites?\b/,
  /^# (?:tests|pass|fail|suites|cancelled) \d/,
];

/** What stands in for a server in a test: nothing was called. */
export const STOOD_IN =
  /\b(?:nock|msw|mock\w{0,20}|stub\w{0,20}|fake\w{0,20}|fixture\w{0,10}|respx|responses\.add|httpretty|vcr|cassette|WireMock|MockWebServer|WebMock|httptest|bypass|intercept)\b/i;

/** Counts of failed tests; the group is the number. */
export const FAILED_COUNTS: readonly RegExp[] = [
  /\b(\d{1,6}) (?:failed|failing|failures?)\b/i,
  /\b(?:Failed|Failures|Errors|fail|failures)\s{0,3}[:=]\s{0,3}"?(\d{1,6})\b/,
];

/** A summary of a run that went well; counts of failures in it are zero. */
export const PASSED_SUMMARY: readonly RegExp[] = [
  /\b\d{1,6} (?:passed|passing)\b/i,
  /\b\d{1,6} (?:tests?|examples?|runs|specs?|scenarios?|checks?|assertions?)\b[^\n]{0,60}\b0 (?:failures|failed|errors)\b/i,
  /^OK \(\d{1,6} tests?/,
  /^test result: ok\./,
  /^(?:ok|PASS)\s{1,8}(?:[\w./-]{1,200}\s{1,8}(?:\(cached\)|[\d.]{1,10}s))?/,
  /^All tests passed/i,
  /\bTests run: \d{1,6}, Failures: 0, Errors: 0\b/,
  /^Passed!\s{1,4}-/,
  /^\s{0,4}Test Run Successful/,
  /^BUILD SUCCESSFUL/,
  /^OK$/,
  /^Executed \d{1,6} tests?, with 0 failures/,
  /\btests?(?: run)?\b[ :]{1,3}\d{1,6}\b.{1,40}\b(?:failed|failures)\b[ :]{1,3}0\b/i,
  /\bcompleted: \d{1,6}\/\d{1,6}, 0 failures/,
];
