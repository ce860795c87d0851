import { usageFromBody } from '../../quota/usage-body.ts';
import { windowsFromHeaders } from '../../quota/headers.ts';
import { WINDOW_NAMES } from '../../quota/window/window.ts';
import type { WindowName } from '../../model/fact.ts';
import { objectOf, parseJson } from '../../model/json.ts';
import type { Account, Check, QuotaWindow } from '../../model/report.ts';
import type { Answer } from '../client.ts';
import { check } from './report-builder.ts';

/** What a usage answer says about the account. */
export interface AccountReading {
  readonly account: Account;
  readonly windows: readonly QuotaWindow[];
  /** Windows the answer says nothing about: it has null in their place, or no place for them. */
  readonly unstated: readonly { readonly name: WindowName; readonly isNull: boolean }[];
}

/** So much of each window has to be left: a number of requests or a share of the limit. */
export interface LeastLeft {
  readonly amount: number;
  readonly unit: 'requests' | 'percent';
  /** As the user wrote it. */
  readonly text: string;
}

/** So much has to be left, or it is a finding. */
export interface Thresholds {
  readonly minCredits?: number;
  readonly minLeft?: LeastLeft;
}

const KEY_OF_WINDOW: Readonly<Record<WindowName, string>> = {
  minute: 'minute',
  hour: 'hourly',
  day: 'daily',
};

/** Reads account and windows out of a usage answer; null when it is none. */
export function accountOf({ exchange }: Answer): AccountReading | null {
  const { response } = exchange;
  if (response === undefined || response.status !== 200) return null;
  const json = parseJson(response.body.text);
  const usage = usageFromBody(json);
  if (usage === null) return null;
  const limits = objectOf(objectOf(json)?.rateLimits);
  const unstated = WINDOW_NAMES.filter(
    (name) => !usage.windows.some((window) => window.name === name),
  ).map((name) => ({ name, isNull: limits?.[KEY_OF_WINDOW[name]] === null }));
  return { account: usage.account, windows: usage.windows, unstated };
}

/** Somebody else's figures are none of Lusha's. */
function isOfLusha({ facts }: Answer): boolean {
  const party = facts.answeredBy?.value;
  return party === undefined || party === 'lusha' || party === 'gateway';
}

/** The request windows an answer tells of: from the usage body, else from its headers. */
export function windowsOf(answer: Answer): readonly QuotaWindow[] {
  const { response } = answer.exchange;
  if (response === undefined || !isOfLusha(answer)) return [];
  return accountOf(answer)?.windows ?? windowsFromHeaders(response.headers);
}

/** Plan, credits and windows as checks. */
export function accountChecks(
  { account, windows, unstated }: AccountReading,
  thresholds: Thresholds = {},
): readonly Check[] {
  return [
    planCheck(account),
    creditsCheck(account, thresholds),
    ...windows.map((window) => boundedWindow(window, thresholds)),
    ...unstatedChecks(unstated, thresholds),
  ];
}

function planCheck({ plan, renewal, planEnds }: Account): Check {
  const words = [
    plan === null ? 'the plan is not stated' : `plan ${plan}`,
    ...(renewal === null ? [] : [`renews ${renewal}`]),
    ...(planEnds === null ? [] : [`until ${planEnds.slice(0, 10)}`]),
  ];
  return check('account.plan', 'account', 'ok', words.join(', '), { evidence: { plan } });
}

function creditsCheck({ credits }: Account, { minCredits }: Thresholds): Check {
  const id = 'account.credits';
  if (credits === null || credits.left === null) {
    const summary = 'the answer does not say how many credits are left';
    return check(id, 'account', minCredits === undefined ? 'skip' : 'unknown', summary);
  }
  const { left, total } = credits;
  const summary = total === null ? `${left} credits left` : `${left} of ${total} credits left`;
  const evidence = { left, total, minCredits: minCredits ?? null };
  if (minCredits !== undefined && left < minCredits) {
    return check(id, 'account', 'fail', `${summary}, fewer than --min-credits ${minCredits}`, {
      evidence,
    });
  }
  return check(id, 'account', left > 0 ? 'ok' : 'warn', summary, { evidence });
}

/** Each request window as a check; `whenEmpty` is what an empty one amounts to. */
export function windowChecks(
  windows: readonly QuotaWindow[],
  whenEmpty: 'warn' | 'fail',
): readonly Check[] {
  return windows.map((window) => windowCheck(window, whenEmpty));
}

/** Requests are counted apart from credits. */
function windowCheck(window: QuotaWindow, whenEmpty: 'warn' | 'fail'): Check {
  const { name, left, limit, used, resetsAt } = window;
  const id = `quota.${name}`;
  if (left === null)
    return check(id, 'quota', 'skip', `${name} window: requests left are not stated`);
  const empty = left <= 0;
  return check(
    id,
    'quota',
    empty ? whenEmpty : 'ok',
    `${leftText(window)}${empty && resetsAt !== null ? `, opens again at ${resetsAt}` : ''}`,
    { evidence: { limit, used, left, resetsAt } },
  );
}

/** The same against the threshold, where there is one. */
function boundedWindow(window: QuotaWindow, { minLeft }: Thresholds): Check {
  const plain = windowCheck(window, 'warn');
  if (minLeft === undefined) return plain;
  const { left, limit, name } = window;
  const { amount, unit, text } = minLeft;
  const least = unit === 'requests' ? amount : limit === null ? null : (limit * amount) / 100;
  if (left === null || least === null) {
    const why = `${name} window: what is left cannot be compared with --min-left ${text}`;
    return { ...plain, status: 'unknown', summary: why };
  }
  if (left >= least) return plain;
  return { ...plain, status: 'fail', summary: `${plain.summary}, less than --min-left ${text}` };
}

function leftText({ name, left, limit }: QuotaWindow): string {
  return `${name} window: ${left}${limit === null ? '' : ` of ${limit}`} requests left`;
}

/** A plan without a limit leaves its window out; so does the older usage answer with all of them. */
function unstatedChecks(
  unstated: AccountReading['unstated'],
  { minLeft }: Thresholds,
): readonly Check[] {
  const status = minLeft === undefined ? 'skip' : 'unknown';
  if (unstated.length === WINDOW_NAMES.length && unstated.every(({ isNull }) => !isNull)) {
    return [check('quota', 'quota', status, 'the answer states no request windows')];
  }
  return unstated.map(({ name, isNull }) =>
    check(
      `quota.${name}`,
      'quota',
      'skip',
      isNull
        ? `${name} window: the answer has null in its place`
        : `${name} window: not in the answer, so the plan may not limit it`,
    ),
  );
}
