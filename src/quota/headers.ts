import type { Header } from '../model/exchange.ts';
import type { WindowName } from '../model/fact.ts';
import type { QuotaWindow } from '../model/report.ts';
import type { WatchedWindow } from '../model/watch.ts';
import { isoText, resetTime } from './window/reset-time.ts';
import type { StatedFigure } from './window/figure.ts';
import { quotaWindow, WINDOW_NAMES } from './window/window.ts';

type Figure = 'limit' | 'used' | 'left' | 'reset';

interface NameRule {
  readonly name: RegExp;
  readonly figure: Figure;
}

/**
 * The names that state a figure of one window; the first group is the window. Sources:
 * live/2026-07-v3-contract (x-rate-limit-daily, x-daily-requests-left), docs/rate-limiting
 * (x-daily-usage; X-RateLimit-Remaining-Daily and X-RateLimit-Limit-day in older editions).
 */
const WINDOW_RULES: readonly NameRule[] = [
  { figure: 'limit', name: /^x-rate-limit-(daily|hourly|minute)$/ },
  { figure: 'left', name: /^x-(daily|hourly|minute)-requests-left$/ },
  { figure: 'used', name: /^x-(daily|hourly|minute)-usage$/ },
  { figure: 'limit', name: /^x-ratelimit-limit-(day|daily|hour|hourly|minute)$/ },
  { figure: 'left', name: /^x-ratelimit-remaining-(day|daily|hour|hourly|minute)$/ },
  { figure: 'reset', name: /^x-ratelimit-reset-(day|daily|hour|hourly|minute)$/ },
];

/** Names that do not say which window they mean (article#429-headers, older OpenAPI documents). */
const UNNAMED_RULES: readonly NameRule[] = [
  { figure: 'limit', name: /^(?:x-)?ratelimit-limit$/ },
  { figure: 'left', name: /^(?:x-)?ratelimit-remaining$/ },
  { figure: 'reset', name: /^(?:x-)?ratelimit-reset$/ },
];

/** Rules that only the Lusha API is known to follow. */
const LUSHA_RULES = WINDOW_RULES.slice(0, 3);

const WINDOW_OF: ReadonlyMap<string, WindowName> = new Map([
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['hourly', 'hour'],
  ['day', 'day'],
  ['daily', 'day'],
]);

/**
 * The windows that response headers state, whatever family of names they follow. `now`
 * (epoch milliseconds) turns a reset given in seconds into a time.
 */
export function windowsFromHeaders(
  headers: readonly Header[],
  now?: number,
): readonly QuotaWindow[] {
  const stated = statedBy(headers, WINDOW_RULES);
  return WINDOW_NAMES.flatMap((name) => {
    const figure = (which: Figure) => stated.get(`${name} ${which}`) ?? null;
    const reset = figure('reset');
    const window = quotaWindow(
      name,
      {
        limit: amountOf(figure('limit')),
        used: amountOf(figure('used')),
        left: amountOf(figure('left')),
        resetsAt: reset === null ? null : isoText(resetTime(reset, now)),
      },
      'header',
    );
    return window === null ? [] : [window];
  });
}

/** Figures of a limit whose window the headers do not name; null when there are none. */
export interface UnnamedLimit {
  readonly limit: number | null;
  readonly left: number | null;
  /** Epoch milliseconds. */
  readonly resetsAt: number | null;
}

/** Reads `X-RateLimit-Remaining` and its like, which leave open which window they count. */
export function unnamedLimit(headers: readonly Header[], now?: number): UnnamedLimit | null {
  const stated = statedBy(headers, UNNAMED_RULES);
  if (stated.size === 0) return null;
  const reset = stated.get(' reset') ?? null;
  return {
    limit: amountOf(stated.get(' limit') ?? null),
    left: amountOf(stated.get(' left') ?? null),
    resetsAt: reset === null ? null : resetTime(reset, now),
  };
}

/** Names, as received, of the headers that carry Lusha's own request counters. */
export function lushaRateHeaders(headers: readonly Header[]): readonly string[] {
  return headers.filter(({ name }) => slotOf(name, LUSHA_RULES) !== null).map(({ name }) => name);
}

/** Windows that Lusha is not known to count, but that some client or standard names. */
const OTHER_RULES: readonly (NameRule & { readonly window: WatchedWindow })[] = [
  { figure: 'limit', name: /^x-rate-limit-monthly$/, window: 'month' },
  { figure: 'left', name: /^x-monthly-requests-left$/, window: 'month' },
  { figure: 'used', name: /^x-monthly-usage$/, window: 'month' },
  { figure: 'limit', name: /^x-ratelimit-limit-second$/, window: 'second' },
  { figure: 'left', name: /^x-ratelimit-remaining-second$/, window: 'second' },
];

/**
 * Every figure that a header of any family states, as it stands there: nothing is dropped
 * because it makes no sense, so that it can be reported.
 */
export function headerFigures(headers: readonly Header[]): readonly StatedFigure[] {
  return headers.flatMap(({ name, value }) => {
    const lower = name.toLowerCase();
    const where = `header ${lower}`;
    const other = OTHER_RULES.find((rule) => rule.name.test(lower));
    if (other !== undefined) {
      return [{ window: other.window, figure: other.figure, text: value, where }];
    }
    for (const rule of [...WINDOW_RULES, ...UNNAMED_RULES]) {
      const match = rule.name.exec(lower);
      if (match === null) continue;
      const window = WINDOW_OF.get(match[1] ?? '') ?? 'unnamed';
      return [{ window, figure: rule.figure, text: value, where }];
    }
    return [];
  });
}

/** Every stated figure by its slot. One that is stated twice with different values becomes null. */
function statedBy(
  headers: readonly Header[],
  rules: readonly NameRule[],
): ReadonlyMap<string, string | null> {
  const stated = new Map<string, string | null>();
  for (const { name, value } of headers) {
    const slot = slotOf(name, rules);
    if (slot === null) continue;
    const text = value.trim();
    const known = stated.get(slot);
    stated.set(slot, known === undefined || known === text ? text : null);
  }
  return stated;
}

function slotOf(name: string, rules: readonly NameRule[]): string | null {
  const lower = name.toLowerCase();
  for (const rule of rules) {
    const match = rule.name.exec(lower);
    if (match === null) continue;
    return `${WINDOW_OF.get(match[1] ?? '') ?? ''} ${rule.figure}`;
  }
  return null;
}

function amountOf(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
