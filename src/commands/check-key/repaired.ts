import { fingerprintOf } from '../../key/fingerprint.ts';
import type { Check } from '../../model/report.ts';
import { accountOf } from '../../run/report/account-report.ts';
import type { Answer } from '../../run/client.ts';
import type { KeyReport } from '../../run/report/key-report.ts';
import { check } from '../../run/report/report-builder.ts';

/** Whether the key works once its stray characters are gone. */
export function repairedCheck({ repaired, summary }: KeyReport, answer: Answer | null): Check {
  if (repaired === null) {
    return summary?.defects.length === 0
      ? check('login.repaired', 'key', 'skip', 'there is nothing to repair in the text of the key')
      : notRepairable();
  }
  const fingerprint = fingerprintOf(repaired);
  const status = answer?.facts.status?.value ?? null;
  if (answer === null || status === null) {
    return check('login.repaired', 'key', 'skip', 'the repaired key got no answer');
  }
  const isGood = accountOf(answer) !== null;
  return check(
    'login.repaired',
    'key',
    isGood ? 'ok' : 'warn',
    `the repaired key, fingerprint ${fingerprint}, answers ${status}: ${isGood ? 'it works' : 'that is not all that is wrong'}`,
    { evidence: { status, fingerprint } },
  );
}

/** The check when there is no repaired key to try. */
export function notRepairable(): Check {
  const why = 'taking out what does not belong leaves no key, so there is nothing to try';
  return check('login.repaired', 'key', 'skip', why);
}
