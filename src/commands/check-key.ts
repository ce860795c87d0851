import type { Findings } from '../diagnosis/diagnose.ts';
import type { GuardedIo } from '../model/io.ts';
import { couldNotCheck } from '../model/layer.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Check } from '../model/report.ts';
import { accountChecks, accountOf, type AccountReading } from './account-report.ts';
import type { Answer } from './client.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  findingsOf,
  nextStep,
  pathChecks,
  unreachedText,
  verdictCheck,
} from './findings.ts';
import { reportKey, withoutRequest } from './key-report.ts';
import { runNetworkCommand, type Run } from './network-command.ts';
import type { RawOptions } from './raw-options.ts';
import { check, type Outcome } from './report-builder.ts';

/** The one call that proves key, V3 access, credits and windows, and costs nothing (spec3, observed). */
export const USAGE_PATH = '/v3/account/usage';

/** Is the key there, clean and accepted, and what is left of the account? One free request. */
export function checkKey(raw: RawOptions, io: GuardedIo): Promise<number> {
  return runNetworkCommand('check-key', raw, io, body);
}

async function body({ target, client, io, progress }: Run): Promise<Result<Outcome>> {
  const key = reportKey(target.keySearch, io);
  if (key.sendable === null) return ok(withoutRequest(key));
  progress.update(`asking ${target.baseUrl.host} whether it accepts the key`);
  const answer = await client.call(
    { method: 'GET', path: USAGE_PATH, key: key.sendable, placement: target.placement },
    key.facts,
  );
  const findings = findingsOf(answer, io.clock.now());
  const usage = accountOf(answer);
  return ok({
    checks: [
      ...key.checks,
      ...pathChecks(findings.verdict, answer),
      ...loginChecks(findings, usage, answer),
      ...(usage === null ? [] : accountChecks(usage)),
      ...conditionChecks(findings.conditions),
    ],
    diagnoses: diagnosesToShow(findings, key.diagnoses),
    answeredBy: answeredByOf(answer),
    cost: client.cost(),
    key: key.summary,
    account: usage?.account ?? null,
    windows: usage?.windows ?? [],
    exchanges: [exchangeSummary(answer)],
    next: nextStep(findings.verdict, 'lusha-doctor watch-ratelimit --once'),
  });
}

function loginChecks(
  { verdict }: Findings,
  usage: AccountReading | null,
  answer: Answer,
): readonly Check[] {
  if (verdict.severity === 'ok') {
    if (usage !== null) return [check('login', 'key', 'ok', 'your key was accepted')];
    return [
      check(
        'login',
        'service',
        'unknown',
        'status 200, but no account data: this is not the usage answer',
      ),
    ];
  }
  const failed = verdictCheck(verdict, answer);
  if (couldNotCheck(verdict.layer)) {
    return [
      failed,
      check('login', 'key', 'skip', `${unreachedText(answer)}, so nothing is known about the key`),
    ];
  }
  return [failed];
}
