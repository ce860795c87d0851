import type { Pace, WindowOutlook, WatchedWindow } from '../model/watch.ts';
import { WINDOW_MS, type Rate, type RequestHistory } from './request-history.ts';
import type { TrackedState } from './window/window-track.ts';

const MINUTE_MS = 60_000;

/** Spans over which a rate is taken, in minutes. */
interface Spans {
  readonly short: number;
  readonly long: number;
}

/** What is quick for a window of a minute is slow for one of a day. */
function spansOf(window: WatchedWindow): Spans {
  return window === 'minute' || window === 'second'
    ? { short: 1, long: 5 }
    : { short: 5, long: 60 };
}

/** A pace is called hot from here on, and on pace from the second figure on. */
const HOT = 1;
const ON_PACE = 0.8;
/** An alert begins a little above what would last and ends below it, so that it does not flicker. */
const ALERT_FROM = 1.1;
/** Nothing is said about the pace before a fifth of the short span was watched. */
const WATCHED_SHARE = 0.2;
/** Fewer steps than this in a span say more about the sampling than about the traffic. */
const STEPS_FOR_ALERT = 5;
const STEPS_TO_BE_SURE = 10;
/** Over a straight line, a burst at the end of a span weighs about a third of itself. */
const STEP_WEIGHT = 0.3;
/** How far two halves of a span may differ and still be one pace. */
const ONE_PACE = 0.1;

/**
 * Where a window is heading at `now` (epoch milliseconds): a pure function of what was counted
 * and of the window. `alerting` is whether it was in alarm before.
 */
export function outlookOf(
  state: TrackedState,
  history: RequestHistory,
  now: number,
  alerting = false,
): WindowOutlook {
  const { limit, left, resetsAt, readAt, jumps, ...rest } = state;
  const spans = spansOf(state.name);
  const steady = steadyRate(history, spans);
  const length = WINDOW_MS[state.name];
  const remaining = resetsAt === null ? length : Math.max(1, resetsAt.value - now);
  const load = (perMs: number | null) => loadOf(perMs, state, remaining, length);
  const empty = left?.value === 0;
  const runsOutAt =
    left === null || empty || steady === null || steady.rate.trend === 0 || remaining === null
      ? null
      : readAt + left.value / steady.rate.trend;
  const beforeReset = runsOutAt !== null && remaining !== null && runsOutAt < now + remaining;
  return {
    ...rest,
    limit,
    left,
    resetsAt,
    jumps,
    pace: empty ? 'empty' : paceOf(load(steady?.rate.trend ?? null)),
    runsOutAt: beforeReset ? runsOutAt : null,
    sure: steady?.sure ?? false,
    lastingRate:
      left === null || resetsAt === null || remaining === null
        ? null
        : (left.value / remaining) * MINUTE_MS,
    alert: !empty && isAlarming(history, spans, load, alerting),
  };
}

/**
 * How much of what is left the rate would use until the reset; above 1 it does not last. A
 * window of a minute is refilled before a forecast is of use, so it is judged as a whole.
 */
function loadOf(
  perMs: number | null,
  { name, limit, left }: TrackedState,
  remaining: number | null,
  length: number | null,
): number | null {
  if (perMs === null || remaining === null) return null;
  if (name === 'minute' || name === 'second') {
    return limit === null || length === null ? null : (perMs * length) / limit.value;
  }
  if (left === null) return null;
  return left.value === 0 ? Infinity : (perMs * remaining) / left.value;
}

function paceOf(load: number | null): Pace {
  if (load === null) return 'unknown';
  if (load > HOT) return 'hot';
  return load >= ON_PACE ? 'on pace' : 'cool';
}

function isAlarming(
  history: RequestHistory,
  spans: Spans,
  load: (perMs: number | null) => number | null,
  alerting: boolean,
): boolean {
  const shortMs = spans.short * MINUTE_MS;
  const short = history.rate(shortMs);
  const long = history.rate(spans.long * MINUTE_MS);
  if (short === null || long === null || history.watchedMs < shortMs) return false;
  // One spike is no pace, however high it is; several in the long span are.
  if (!alerting && long.count < STEPS_FOR_ALERT * long.coarsest) return false;
  const threshold = alerting ? HOT : ALERT_FROM;
  return [short, long].every((rate) => (load(rate.perMs) ?? 0) > threshold);
}

/** The pace that has been kept lately, over as long a span as it was kept. */
interface SteadyRate {
  readonly rate: Rate;
  readonly sure: boolean;
}

/**
 * Starts from the short span and takes in older stretches for as long as they show the same
 * pace: a longer span is more exact, one that reaches across a change is wrong.
 */
function steadyRate(history: RequestHistory, spans: Spans): SteadyRate | null {
  const shortMs = spans.short * MINUTE_MS;
  let best = history.rate(shortMs);
  if (best === null || history.watchedMs < shortMs * WATCHED_SHARE) return null;
  const isOnePace =
    history.watchedMs >= shortMs &&
    agree(history.rate(shortMs / 2), history.rate(shortMs, shortMs / 2));
  if (isOnePace) {
    for (let span = shortMs * 1.5; span <= 2 * spans.long * MINUTE_MS; span *= 1.5) {
      const wider = history.rate(span);
      const older = history.rate(span, best.spanMs);
      if (wider === null || wider.spanMs <= best.spanMs || !agree(best, older)) break;
      best = wider;
    }
  }
  return { rate: best, sure: isOnePace && best.count >= STEPS_TO_BE_SURE * best.coarsest };
}

/** The same pace, apart from what a single step more or less at the ends can make. */
function agree(one: Rate | null, other: Rate | null): boolean {
  if (one === null || other === null) return false;
  const step = Math.max(one.coarsest, other.coarsest) / Math.min(one.spanMs, other.spanMs);
  const more = Math.max(one.trend, other.trend);
  return Math.abs(one.trend - other.trend) <= ONE_PACE * more + step * STEP_WEIGHT;
}
