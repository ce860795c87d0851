import type { Account, Check, KeySummary, QuotaWindow, Report } from '../../model/report.ts';
import { bar, day, duration, instant, isStale } from '../format.ts';
import { withoutColumns } from '../formats/status-words.ts';
import { leftIn } from '../sections/quota.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import type { Content } from '../text/wrap.ts';
import { entry } from './entry.ts';

const BAR_CELLS = 8;
/** Below this share of its limit a window deserves attention. */
const LOW = 0.2;

/** Everything that is well, a line each: the key, the way, the account, the rest. */
export function wellLines(report: Report, theme: Theme): string[] {
  const { key, account, checks } = report;
  return [
    ...(key === null ? [] : entry(theme, 'key', [keyText(key)])),
    ...wayLines(report, theme),
    ...(account === null ? [] : entry(theme, 'account', [accountText(account)])),
    ...checks
      .filter((check) => check.status === 'ok' && !isFolded(check, report))
      .flatMap(({ id, summary }) => entry(theme, labelOf(id), [withoutColumns(summary)])),
  ];
}

/** Where the key came from and how to recognise it. */
function keyText(key: KeySummary): string {
  return `${keyPlace(key)}, ${key.length} characters, fingerprint ${key.fingerprint}`;
}

/** The place the key was found in; a variable goes by its bare name. */
export function keyPlace({ source }: Pick<KeySummary, 'source'>): string {
  return source.replace(/^env:/, '');
}

/** Who answered, how fast, and the phases of the call. */
function wayLines({ exchanges, checks, command }: Report, theme: Theme): string[] {
  const [first] = exchanges;
  if (first === undefined || !checks.some(({ id }) => id === 'path.reached')) return [];
  const { origin, totalMs, proxy } = first;
  const through = proxy === null ? '' : ` through ${proxy}`;
  const phases = command === 'probe-endpoint' ? '' : ` (${phasesText(first.timings, ', ')})`;
  return entry(theme, 'api', [
    `${origin ?? 'it'} answered in ${duration(totalMs)}${phases}${through}`,
  ]);
}

/** The time strip of a single call: `dns 4 | tcp 18 | tls 31 | wait 74 | body 4 ms`. */
export function timeLines({ exchanges, command }: Report, theme: Theme): string[] {
  const [exchange] = exchanges;
  if (command !== 'probe-endpoint' || exchanges.length !== 1 || exchange === undefined) return [];
  if (exchange.timings.length === 0) return [];
  return entry(theme, 'time', [`${phasesText(exchange.timings, ' | ')} ms`]);
}

function phasesText(timings: Report['exchanges'][number]['timings'], separator: string): string {
  return timings
    .filter(({ phase, ok }) => phase !== 'send' || !ok)
    .map(({ phase, ms, ok }) => `${phase} ${Math.round(ms)}${ok ? '' : ' failed'}`)
    .join(separator);
}

function accountText({ plan, renewal, planEnds, credits }: Account): string {
  const parts = [
    plan === null ? '' : `plan ${plan}`,
    renewal === null ? '' : `renews ${day(renewal)}`,
    planEnds === null ? '' : `until ${day(planEnds)}`,
  ].filter((part) => part !== '');
  return [parts.join(', '), credits === null ? '' : creditText(credits)]
    .filter((part) => part !== '')
    .join('; ');
}

function creditText({ left, total }: NonNullable<Account['credits']>): string {
  if (left === null) return 'credits not stated';
  return total === null ? `${left} credits left` : `${left} of ${total} credits left`;
}

/** What the lines above say already, or what is only worth a word when it is not well. */
function isFolded({ id }: Check, { account, windows, key, command }: Report): boolean {
  const [group = ''] = id.split('.');
  if (id === 'answer' && command === 'explain-error') return true;
  if (group === 'key') return key !== null && /^key\.(?:found|text)$/.test(id);
  if (group === 'path' || group === 'login' || group === 'lifetime') return id !== 'login.repaired';
  if (group === 'account') return account !== null;
  return group === 'quota' && windows.length > 0;
}

/** Longer names of checks in a word that fits the column. */
const LABELS: Readonly<Record<string, string>> = { endpoint: 'answer', request: 'sent' };

function labelOf(id: string): string {
  const [group = ''] = id.split('.');
  return LABELS[group] ?? group;
}

/** The request windows, a line each: what is left as a bar and a number, and when it starts anew. */
export function windowLines({ windows, startedAt, durationMs }: Report, theme: Theme): string[] {
  const amounts = windows.map((window) => [leftText(window), limitText(window)] as const);
  const [left = 0, limit = 0] = [0, 1].map((at) =>
    Math.max(0, ...amounts.map((texts) => (texts[at === 0 ? 0 : 1] ?? '').length)),
  );
  // What an answer says was true when it came, not when the run began.
  const now = new Date(Date.parse(startedAt) + durationMs).toISOString();
  return windows.flatMap((window, index) => {
    const [amount = '', of = ''] = amounts[index] ?? [];
    const said = `${amount.padStart(left)} of ${of.padStart(limit)} left`;
    const isEmpty = leftIn(window) === 0;
    const reset = resetText(window, isEmpty, now);
    return entry(
      theme,
      window.name,
      [...gauge(window, theme), { text: said, solid: true }, reset],
      {
        hang: 2,
      },
    );
  });
}

function resetText({ name, resetsAt }: QuotaWindow, isEmpty: boolean, now: string): string {
  if (resetsAt === null) return '';
  if (isStale(Date.parse(resetsAt), Date.parse(now)))
    return `  stale: reset stated for ${day(resetsAt)}`;
  const isLong = Date.parse(resetsAt) - Date.parse(now) > 2 * (LENGTH_MS[name] ?? Infinity);
  const odd = isLong ? `, as Lusha states it for a ${name}` : '';
  return `  ${isEmpty ? 'opens again' : 'resets'} ${instant(resetsAt, now)}${odd}`;
}

/** How long a window is by its name, in ms. */
const LENGTH_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function gauge(window: QuotaWindow, theme: Theme): Content {
  const left = leftIn(window);
  if (left === null || window.limit === null || window.limit <= 0) return [];
  const share = left / window.limit;
  const style: StyleName = share <= 0 ? 'fail' : share < LOW ? 'warn' : 'ok';
  return [{ text: bar(theme.glyph, share, BAR_CELLS), style, solid: true }, '  '];
}

function leftText(window: QuotaWindow): string {
  return String(leftIn(window) ?? '?');
}

function limitText({ limit }: QuotaWindow): string {
  return String(limit ?? '?');
}
