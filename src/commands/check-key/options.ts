import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { LeastLeft, Thresholds } from '../../run/report/account-report.ts';
import { switchOf, textOf, type RawOptions } from '../../run/raw-options.ts';

/** What `check-key` knows besides the options of every network command. */
export interface CheckKeyOptions extends Thresholds {
  /** Compare with requests without key, with a made-up one and so on, when a failure leaves doubt. */
  readonly extraRequests: boolean;
  readonly tryRepaired: boolean;
  /** Map what the key may use. */
  readonly access: boolean;
  /** Read the public status page when the service fails. */
  readonly status: boolean;
}

/** Reads the options of `check-key`; the first mistake is returned. */
export function checkKeyOptionsOf(raw: RawOptions): Result<CheckKeyOptions> {
  const minCredits = minCreditsOf(textOf(raw, 'minCredits'));
  if (!minCredits.ok) return minCredits;
  const minLeft = minLeftOf(textOf(raw, 'minLeft'));
  if (!minLeft.ok) return minLeft;
  return ok({
    extraRequests: switchOf(raw, 'extraRequests') !== false,
    tryRepaired: switchOf(raw, 'tryRepaired') === true,
    access: switchOf(raw, 'access') === true,
    status: switchOf(raw, 'status') !== false,
    minCredits: minCredits.value,
    minLeft: minLeft.value,
  });
}

function minCreditsOf(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  if (/^\d{1,9}$/.test(text)) return ok(Number(text));
  return wrongUsage(
    'bad-min-credits',
    `--min-credits takes a whole number of credits, not "${text}".`,
    'For example:  --min-credits 100',
  );
}

function minLeftOf(text: string | undefined): Result<LeastLeft | null> {
  if (text === undefined) return ok(null);
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
