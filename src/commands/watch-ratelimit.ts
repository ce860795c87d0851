import type { GuardedIo } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import { accountOf, windowChecks } from './account-report.ts';
import { USAGE_PATH } from './check-key.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  findingsOf,
  nextStep,
  verdictCheck,
} from './findings.ts';
import { reportKey, withoutRequest } from './key-report.ts';
import { runNetworkCommand, type Run } from './network-command.ts';
import { complain } from './present.ts';
import { switchOf, type RawOptions } from './raw-options.ts';
import { check, type Outcome } from './report-builder.ts';

/** The account's request windows right now. */
export async function watchRatelimit(raw: RawOptions, io: GuardedIo): Promise<number> {
  if (switchOf(raw, 'once') !== true) {
    const { problem } = wrongUsage(
      'once-only',
      'This version shows one reading; it does not keep watching yet.',
      'Run:  lusha-doctor watch-ratelimit --once',
    );
    return complain(problem, io);
  }
  return runNetworkCommand('watch-ratelimit', raw, io, body);
}

async function body({ target, client, io, progress }: Run): Promise<Result<Outcome>> {
  const key = reportKey(target.keySearch, io);
  if (key.sendable === null) return ok(withoutRequest(key));
  progress.update('reading the request windows');
  const answer = await client.call(
    { method: 'GET', path: USAGE_PATH, key: key.sendable, placement: target.placement },
    key.facts,
  );
  const findings = findingsOf(answer, io.clock.now());
  const usage = accountOf(answer);
  const read =
    usage === null
      ? [verdictCheck(findings.verdict, answer)]
      : usage.windows.length > 0
        ? windowChecks(usage.windows, 'fail')
        : [check('quota', 'quota', 'unknown', 'the answer names no request window')];
  return ok({
    checks: [
      ...key.checks.filter(({ status }) => status !== 'ok'),
      ...read,
      ...conditionChecks(findings.conditions),
    ],
    diagnoses: diagnosesToShow(findings, key.diagnoses),
    answeredBy: answeredByOf(answer),
    cost: client.cost(),
    key: key.summary,
    account: usage?.account ?? null,
    windows: usage?.windows ?? [],
    exchanges: [exchangeSummary(answer)],
    next: usage === null ? nextStep(findings.verdict, '') : null,
  });
}
