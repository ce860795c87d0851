import type { Check } from '../../model/report.ts';
import { check } from './report-builder.ts';

/** The usage endpoint was called from this machine as often as it allows. */
export function tooOften(waitMs: number): Check {
  const seconds = Math.ceil(waitMs / 1000);
  return check(
    'quota.usage',
    'quota',
    'unknown',
    `Lusha was not asked: this key made five usage calls from this machine in the last minute, and five are allowed; the next is possible in ${seconds} s`,
    { evidence: { seconds } },
  );
}
