import { couldNotCheck, type Layer } from './layer.ts';
import type { Check, Verdict } from './report.ts';

/** Every exit code, its meaning, and what a CI step should do about it. */
export const EXIT_CODES = [
  { code: 0, meaning: 'nothing at or above --fail-on (default: fail)', act: 'go on' },
  { code: 1, meaning: 'a problem that fits no class below', act: 'stop' },
  { code: 2, meaning: 'wrong usage', act: 'fix the call' },
  {
    code: 3,
    meaning: 'could not check: DNS, TCP, TLS, proxy, time-out, or somebody else answered',
    act: 'retry, or --network-errors warn',
  },
  {
    code: 4,
    meaning: 'key: missing, malformed, rejected, or in the wrong place',
    act: 'fix the secret',
  },
  {
    code: 5,
    meaning: 'account or plan: inactive, not entitled, no credits left',
    act: 'ask the account owner',
  },
  {
    code: 6,
    meaning: 'throttled, or the request quota is used up',
    act: 'wait; the time is in the report',
  },
  { code: 7, meaning: 'Lusha failed (5xx, contract broken)', act: 'retry later' },
  { code: 8, meaning: 'the request is wrong', act: 'fix the call' },
  { code: 70, meaning: 'a bug in lusha-doctor', act: 'report it' },
  { code: 129, meaning: 'the terminal was closed', act: 'run it again' },
  { code: 130, meaning: 'interrupted (Ctrl-C)', act: 'run it again' },
  { code: 143, meaning: 'terminated', act: 'run it again' },
] as const;
export type ExitCode = (typeof EXIT_CODES)[number]['code'];

const OF_LAYER: Readonly<Record<Layer, ExitCode>> = {
  key: 4,
  client: 8,
  network: 3,
  tls: 3,
  proxy: 3,
  edge: 3,
  account: 5,
  plan: 5,
  quota: 6,
  request: 8,
  service: 7,
  unknown: 1,
};

/** Which code wins when a run has several findings: the one nearest the caller. */
const NEAREST_FIRST: readonly ExitCode[] = [2, 4, 3, 5, 6, 8, 7, 1];

export const FAIL_OR_WARN = ['fail', 'warn'] as const;

/** What counts as a failure; the options `--fail-on` and `--network-errors`. */
export interface FailPolicy {
  readonly failOn: (typeof FAIL_OR_WARN)[number];
  readonly networkErrors: (typeof FAIL_OR_WARN)[number];
}

/** The class of a problem in this layer. */
export function exitCodeOfLayer(layer: Layer): ExitCode {
  return OF_LAYER[layer];
}

/** The exit code of a finished run: pure, and the same in every format. */
export function exitCodeOf(checks: readonly Check[], policy: FailPolicy): ExitCode {
  const codes = checks.filter((check) => counts(check, policy)).map(codeOfCheck);
  return NEAREST_FIRST.find((code) => codes.includes(code)) ?? 0;
}

/** The word for a finished run. A check that could not be made never makes a FAIL or a PASS. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const failed = checks.filter((check) => check.status === 'fail');
  if (failed.some((check) => !couldNotCheck(check.layer))) return 'FAIL';
  if (failed.length > 0 || checks.some((check) => check.status === 'unknown')) return 'UNKNOWN';
  return 'PASS';
}

function counts(check: Check, policy: FailPolicy): boolean {
  if (check.status === 'unknown') return policy.networkErrors === 'fail';
  if (check.status === 'fail') {
    return !couldNotCheck(check.layer) || policy.networkErrors === 'fail';
  }
  return check.status === 'warn' && policy.failOn === 'warn';
}

function codeOfCheck(check: Check): ExitCode {
  return check.status === 'unknown' ? 3 : exitCodeOfLayer(check.layer);
}

/** Which state of a check weighs more when a report has to name one thing. */
const GRAVEST_FIRST: readonly Check['status'][] = ['fail', 'unknown', 'warn'];

/**
 * The check a report is about, the same in every format: of what failed the one nearest the
 * caller, else of what could not be checked, else of the warnings. Null when all is well.
 */
export function decidingCheck(checks: readonly Check[]): Check | null {
  const rank = (check: Check) =>
    GRAVEST_FIRST.indexOf(check.status) * 100 + NEAREST_FIRST.indexOf(codeOfCheck(check));
  const found = checks.filter(({ status }) => GRAVEST_FIRST.includes(status));
  return found.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
