import type { Account, QuotaWindow, Report } from '../../model/report.ts';
import { bar, day, instant } from '../format.ts';
import { bodyWidth, labelled, pairs } from '../text/layout.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';

const BAR_CELLS = 8;
/** Below this share of its limit a window deserves attention. */
const LOW = 0.2;

/** Request windows as gauges of what is left and until when, and where the numbers come from. */
export function windowLines({ windows, startedAt }: Report, theme: Theme): string[] {
  if (windows.length === 0) return [];
  const cells = Math.max(...windows.map((window) => amountOf(window).length));
  const rows = windows.map((window) => {
    const drawn = gauge(window, theme);
    const amount = { text: amountOf(window).padEnd(cells), solid: true };
    const until = window.resetsAt === null ? '' : `until ${instant(window.resetsAt, startedAt)}`;
    return [window.name, [...drawn, amount, '  ', until]] as const;
  });
  const source = { text: provenance(windows), style: 'muted' } as const;
  return labelled(
    theme,
    'WINDOWS',
    pairs(theme, [...rows, ['source', [source]]], bodyWidth(theme)),
  );
}

/** One word where all windows come from one place, else window by window. */
function provenance(windows: readonly QuotaWindow[]): string {
  const sources = [...new Set(windows.map(({ source }) => source))];
  if (sources.length === 1) return sources.join('');
  return windows.map(({ name, source }) => `${name} ${source}`).join(', ');
}

function gauge(window: QuotaWindow, theme: Theme): Content {
  const left = leftIn(window);
  if (left === null || window.limit === null || window.limit <= 0) return [];
  const share = left / window.limit;
  const style: StyleName = share <= 0 ? 'fail' : share < LOW ? 'warn' : 'ok';
  return [{ text: bar(theme.glyph, share, BAR_CELLS), style, solid: true }, '  '];
}

function amountOf(window: QuotaWindow): string {
  return `${leftIn(window) ?? 'unknown'} of ${window.limit ?? 'unknown'} left`;
}

/** Requests left in a window, worked out where only the used ones are stated. */
export function leftIn({ left, limit, used }: QuotaWindow): number | null {
  if (left !== null) return left;
  return limit !== null && used !== null ? Math.max(0, limit - used) : null;
}

/** Plan and credit balance where no check has said them, and the price list. */
export function accountLines({ account, checks }: Report, theme: Theme): string[] {
  if (account === null) return [];
  const said = checks.some(({ id }) => id.startsWith('account.'));
  return [...(said ? [] : balanceLines(account, theme)), ...priceLines(account, theme)];
}

function balanceLines(account: Account, theme: Theme): string[] {
  const { plan, renewal, planEnds, credits } = account;
  const { separator } = theme.glyph;
  const width = bodyWidth(theme);
  const about = [
    plan === null ? '' : `plan ${plan}`,
    renewal === null ? '' : `renews ${day(renewal)}`,
    planEnds === null ? '' : `ends ${day(planEnds)}`,
  ].filter((part) => part !== '');
  return [
    ...labelled(theme, 'PLAN', wrap(theme, [about.join(separator)], width)),
    ...(credits === null ? [] : labelled(theme, 'BALANCE', wrap(theme, [balance(credits)], width))),
  ];
}

function priceLines({ pricing }: Account, theme: Theme): string[] {
  const prices = pricing.map(
    ({ action, credits, per }) =>
      [action, [per === 1 ? `${credits}` : `${credits} per ${per}`]] as const,
  );
  return labelled(theme, 'PRICES', pairs(theme, prices, bodyWidth(theme)));
}

function balance({ total, used, left }: NonNullable<Account['credits']>): string {
  const remaining = left ?? (total !== null && used !== null ? Math.max(0, total - used) : null);
  if (remaining === null) return used === null ? 'not stated' : `${used} credits used`;
  return total === null ? `${remaining} credits left` : `${remaining} of ${total} credits left`;
}
