import { usageFromBody } from '../quota/usage-body.ts';
import { windowsFromHeaders } from '../quota/headers.ts';
import type { Account, Check, QuotaWindow } from '../model/report.ts';
import type { Answer } from './client.ts';
import { check } from './report-builder.ts';

/** What a usage answer says about the account. */
export interface AccountReading {
  readonly account: Account;
  readonly windows: readonly QuotaWindow[];
}

/** Reads account and windows out of a usage answer; null when it is none. */
export function accountOf({ exchange }: Answer): AccountReading | null {
  const { response } = exchange;
  if (response === undefined || response.status !== 200) return null;
  return usageFromBody(jsonOf(response.body.text));
}

/** The request windows an answer tells of: from the usage body, else from its headers. */
export function windowsOf(answer: Answer): readonly QuotaWindow[] {
  const { response } = answer.exchange;
  if (response === undefined) return [];
  return accountOf(answer)?.windows ?? windowsFromHeaders(response.headers);
}

/** Plan, credits and windows as checks. */
export function accountChecks({ account, windows }: AccountReading): readonly Check[] {
  return [planCheck(account), creditsCheck(account), ...windowChecks(windows, 'warn')];
}

function planCheck({ plan, renewal, planEnds }: Account): Check {
  const words = [
    plan === null ? 'the plan is not stated' : `plan ${plan}`,
    ...(renewal === null ? [] : [`renews ${renewal}`]),
    ...(planEnds === null ? [] : [`until ${planEnds.slice(0, 10)}`]),
  ];
  return check('account.plan', 'account', 'ok', words.join(', '), { evidence: { plan } });
}

function creditsCheck({ credits }: Account): Check {
  if (credits === null || credits.left === null) {
    return check(
      'account.credits',
      'account',
      'unknown',
      'the answer does not say how many credits are left',
    );
  }
  const { left, total } = credits;
  const summary = total === null ? `${left} credits left` : `${left} of ${total} credits left`;
  return check('account.credits', 'account', left > 0 ? 'ok' : 'warn', summary, {
    evidence: { left, total },
  });
}

/** Each request window as a check; `whenEmpty` is what an empty one amounts to. */
export function windowChecks(
  windows: readonly QuotaWindow[],
  whenEmpty: 'warn' | 'fail',
): readonly Check[] {
  return windows.map((window) => windowCheck(window, whenEmpty));
}

/** Requests are counted apart from credits. */
function windowCheck(
  { name, left, limit, resetsAt }: QuotaWindow,
  whenEmpty: 'warn' | 'fail',
): Check {
  const id = `quota.${name}`;
  if (left === null)
    return check(id, 'quota', 'unknown', `${name} window: requests left are not stated`);
  const empty = left <= 0;
  return check(
    id,
    'quota',
    empty ? whenEmpty : 'ok',
    `${name} window: ${left}${limit === null ? '' : ` of ${limit}`} requests left${empty && resetsAt !== null ? `, opens again at ${resetsAt}` : ''}`,
    { evidence: { left, limit, resetsAt } },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
