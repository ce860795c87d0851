import type {
  Rates,
  WatchEvent,
  WatchStatus,
  WatchView,
  WindowOutlook,
} from '../../model/watch.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { count, distance, isStale, span } from '../format.ts';
import { clockTime, paceToKeep, perMinute } from './moment.ts';
import { sparkline } from './sparkline.ts';
import { drawStrip, stripWidth, wrapStrip, type Strip } from './strip.ts';
import { windowRows } from './window-rows.ts';

/** Room on the screen, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const EVENT_STYLE: Readonly<Record<WatchEvent['kind'], StyleName | undefined>> = {
  alert: 'warn',
  empty: 'fail',
  call: 'fail',
  oddity: 'warn',
  limit: 'warn',
  calm: 'ok',
  refill: 'ok',
  reset: undefined,
  note: undefined,
};
const ALERT_INDENT = 7;
const EVENT_INDENT = 10;
const LEAST_EVENTS = 2;
const MOST_EVENTS = 8;

/** The whole live view as lines, no longer and no more than there is room for. */
export function frameOf(
  view: WatchView,
  status: WatchStatus,
  theme: Theme,
  { columns, rows }: Size,
): readonly string[] {
  const width = Math.max(1, columns);
  const fixed: Strip[] = [
    ...headStrips(view, status, theme, width),
    [],
    ...windowRows(view.windows, theme, view.now, width),
    ...ageStrips(view),
    ...bindStrips(view),
    ...alertStrips(view, width),
    [],
    ...trafficStrips(view, theme, width),
  ];
  const foot: Strip = [
    { text: status.paused ? 'PAUSED  ' : '', style: 'warn' },
    { text: 'q quit  p pause', style: 'muted' },
  ];
  const room = Math.max(LEAST_EVENTS, Math.min(MOST_EVENTS, rows - fixed.length - 3));
  const events = view.events.slice(-room).flatMap((event) => eventStrips(event, view.now, width));
  const body = [...fixed, ...(events.length > 0 ? [[], ...events] : [])];
  const lines = [...body.slice(0, Math.max(1, rows - 1)), foot];
  return lines.map((strip) => drawStrip(strip, theme, width));
}

function headStrips(view: WatchView, status: WatchStatus, theme: Theme, width: number): Strip[] {
  const { separator } = theme.glyph;
  const key = status.key === null ? '' : `${separator}key ${status.key}`;
  const facts = [
    view.plan === null ? '' : `plan ${view.plan}`,
    creditsText(view),
    ownText(view, status),
    nextText(view, status),
    'times in UTC',
  ].filter((text) => text !== '');
  const strips: Strip[] = [
    [{ text: 'Lusha quota', style: 'title' }, `${separator}${status.what}${key}`],
    ...inLines(facts, separator, width),
  ];
  if (view.trouble === null) return strips;
  const code = view.trouble.status === null ? 'no answer' : String(view.trouble.status);
  const words = `${code}: ${view.trouble.title ?? view.trouble.cause ?? 'failed'}`;
  return [...strips, [{ text: words, style: 'fail' }]];
}

function ownText({ own }: WatchView, { nextAt }: WatchStatus): string {
  if (nextAt === null && own.calls === 0) return 'no calls of its own';
  const counted = own.counted ? '' : ', not counted by Lusha';
  return `own calls ${own.lastMinute} of 5 a minute, ${own.calls} in all${counted}`;
}

function nextText({ now }: WatchView, { nextAt, paused, because }: WatchStatus): string {
  if (nextAt === null || paused) return '';
  return `next ${distance(nextAt - now)}${because === null ? '' : ` (${because})`}`;
}

/** Facts beside each other, as many to a line as fit. */
function inLines(facts: readonly string[], separator: string, width: number): Strip[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const longer = last === undefined ? fact : `${last}${separator}${fact}`;
    if (last !== undefined && stripWidth([longer]) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines.map((text) => [{ text, style: 'muted' }]);
}

function creditsText({ credits }: WatchView): string {
  if (credits === null || credits.left === null) return '';
  const of = credits.total === null ? '' : ` of ${credits.total}`;
  return `${credits.left}${of} credits left`;
}

const FRESH_MS = 10_000;

function isOutdated({ trouble, lastReadingAt, now }: WatchView): boolean {
  return trouble !== null && lastReadingAt !== null && now - lastReadingAt > FRESH_MS;
}

/** Figures of a call before the one that failed are not those of now. */
function ageStrips(view: WatchView): Strip[] {
  const { lastReadingAt, now } = view;
  if (lastReadingAt === null || !isOutdated(view)) return [];
  return [[{ text: `these figures are of ${clockTime(lastReadingAt, now)}`, style: 'warn' }]];
}

function bindStrips({ windows, binds, now }: WatchView): Strip[] {
  const window = windows.find(({ name }) => name === binds);
  if (window === undefined) return [];
  if (window.pace === 'empty') {
    const back =
      window.resetsAt === null
        ? 'nobody said until when'
        : `back ${distance(window.resetsAt.value - now)}`;
    return [[{ text: `${window.name} is used up, ${back}`, style: 'fail' }]];
  }
  const inTime = window.runsOutAt === null ? '' : `, ${distance(window.runsOutAt - now)}`;
  return [[{ text: `${window.name} stops you first${inTime}`, style: 'warn' }]];
}

function alertStrips({ windows, rates, now }: WatchView, width: number): Strip[] {
  return windows
    .filter(({ alert }) => alert)
    .flatMap((window): Strip[] => {
      const found = `${window.name}: ${spansText(rates)} use it up before its reset`;
      const strips: Strip[] = [
        [{ text: 'ALERT  ', style: 'fail' }, found],
        ...adviceStrips(window, now),
      ];
      return strips.flatMap((strip) => wrapStrip(strip, width, ALERT_INDENT));
    });
}

function spansText({ shortMinutes, longMinutes, watchedMinutes }: Rates): string {
  const whole = Math.round(Math.min(longMinutes, watchedMinutes));
  return whole > shortMinutes
    ? `the last ${shortMinutes} and the last ${whole} minutes both`
    : `the last ${shortMinutes} minutes`;
}

function adviceStrips({ lastingRate, resetsAt }: WindowOutlook, now: number): Strip[] {
  if (lastingRate === null || resetsAt === null) return [];
  return [[`       keep to ${paceToKeep(lastingRate)} to reach ${clockTime(resetsAt.value, now)}`]];
}

const SHORT_LABEL_BELOW = 60;

function trafficStrips({ lastHalfHour, rates }: WatchView, theme: Theme, width: number): Strip[] {
  const spark: Strip = [
    { text: width < SHORT_LABEL_BELOW ? '30 min ' : 'last 30 min  ', style: 'muted' },
    sparkline(lastHalfHour, theme.ascii),
  ];
  const text = ratesText(rates);
  if (text === '') return [spark];
  const beside: Strip = [...spark, `  ${text}`];
  return stripWidth(beside) <= width ? [beside] : [spark, [text]];
}

function ratesText({ short, shortMinutes, long, longMinutes, watchedMinutes }: Rates): string {
  if (short === null) return '';
  // A rate over seconds would be a guess about minutes.
  if (watchedMinutes < 1) return 'calls/min known after one minute';
  const now = `${perMinute(short)} calls/min`;
  if (watchedMinutes < shortMinutes || long === null) return `${now} so far`;
  const whole = Math.round(Math.min(longMinutes, watchedMinutes));
  return `${now} (${shortMinutes} min), ${perMinute(long)} (${whole} min)`;
}

function eventStrips({ at, kind, text }: WatchEvent, now: number, width: number): Strip[] {
  const style = EVENT_STYLE[kind];
  const strip: Strip = [
    { text: `${clockTime(at, now)}  `, style: 'muted' },
    { text, style },
  ];
  return wrapStrip(strip, width, EVENT_INDENT);
}

/** What remains on the screen when the view is closed. */
export function closingLines(
  view: WatchView,
  end: { readonly why: string; readonly watchedMs: number; readonly alerts: number },
): readonly string[] {
  const windows = view.windows.map(({ name, left, limit, resetsAt }) => {
    const amount = `${left?.value ?? '?'}${limit === null ? '' : ` of ${limit.value}`} left`;
    const reset =
      resetsAt === null || isStale(resetsAt.value, view.now)
        ? ''
        : `, resets ${clockTime(resetsAt.value, view.now)} UTC`;
    return `  ${name}: ${amount}${reset}`;
  });
  return [
    `Watched ${span(Math.round(end.watchedMs / 1000))}: ${count(view.samples, 'sample')}, ${count(view.own.calls, 'own call')}, ${count(end.alerts, 'alert')}. Ended: ${end.why}.`,
    ...(view.lastReadingAt === null || windows.length === 0 || !isOutdated(view)
      ? []
      : [
          `The last call failed; these figures are of ${clockTime(view.lastReadingAt, view.now)} UTC:`,
        ]),
    ...windows,
  ];
}
