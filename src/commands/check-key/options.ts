import type { Command } from '@commander-js/extra-typings';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { networkOptions } from '../../run/options/network.ts';
import { parsedBy } from '../../run/options/parse.ts';
import type { LeastLeft } from '../../run/report/account-report.ts';

/** Declares the options of `check-key`. */
export function checkKeyOptions(command: Command) {
  const own = command
    .option('--no-extra-requests', 'ask once, even when the answer leaves a doubt (at most 4)')
    .option('--try-repaired', 'also try the key without its stray characters')
    .option('--min-credits <n>', 'fail when fewer credits are left', parsedBy(minCreditsOf))
    .option(
      '--min-left <amount>',
      'fail when a request window has less left, e.g. 10% or 50',
      parsedBy(minLeftOf),
    )
    .option('--access', 'what the key may use: one free request for each group of endpoints')
    .option('--no-status', "do not read Lusha's status page when the service fails");
  return networkOptions(own);
}

/** The values of these options as they were given. */
export type CheckKeyOptions = Readonly<ReturnType<ReturnType<typeof checkKeyOptions>['opts']>>;

function minCreditsOf(text: string): Result<number> {
  if (/^\d{1,9}$/.test(text)) return ok(Number(text));
  return wrongUsage(
    'bad-min-credits',
    `--min-credits takes a whole number of credits, not "${text}".`,
    'For example:  --min-credits 100',
  );
}

function minLeftOf(text: string): Result<LeastLeft> {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,3})?)(%?)$/.exec(text) ?? [];
  const amount = Number(digits);
  const isShare = percent === '%';
  if (digits !== undefined && (isShare ? amount <= 100 : Number.isInteger(amount))) {
    return ok({ amount, unit: isShare ? 'percent' : 'requests', text });
  }
  return wrongUsage(
    'bad-min-left',
    `--min-left takes a share from 0% to 100% or a whole number of requests, not "${text}".`,
    'For example:  --min-left 10%',
  );
}
