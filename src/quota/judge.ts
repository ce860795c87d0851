import type { Provenance } from '../model/report.ts';
import type { WatchedWindow, WindowReading } from '../model/watch.ts';
import type { StatedFigure } from './window/figure.ts';
import { resetTime, waitOf } from './window/reset-time.ts';
import { consistent } from './window/window.ts';

/** Figures from one place: headers, a usage body, the text of a refusal. */
export interface Statement {
  readonly source: Provenance;
  readonly figures: readonly StatedFigure[];
}

/** A window as far as the figures can be used, and what cannot be used, in words. */
export interface Judged {
  readonly reading: WindowReading | null;
  readonly oddities: readonly string[];
}

const LENGTH_MS: Readonly<Partial<Record<WatchedWindow, number>>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
/** Header dates are whole seconds and answers take a moment. */
const RESET_TOLERANCE_MS = 5000;

/**
 * One window from everything that was stated about it, the most trusted place first. A figure
 * that cannot be right is left out and reported; nothing is put in its place. What only follows
 * by subtraction is marked as inferred. `now` is epoch milliseconds by the server's clock.
 */
export function judgeWindow(
  name: WatchedWindow,
  statements: readonly Statement[],
  now: number,
): Judged {
  const oddities: string[] = [];
  const places = statements.map(({ source, figures }) => ({
    source,
    ...amountsOf(
      figures.filter(({ window }) => window === name),
      now,
      name,
      oddities,
    ),
  }));
  const counted = places.find(({ used, left }) => used !== null || left !== null);
  const limited = places.find(({ limit }) => limit !== null);
  const timed = places.find(({ resetsAt }) => resetsAt !== null);
  oddities.push(...disagreements(name, places));
  const stated = {
    limit: limited?.limit ?? null,
    used: counted?.used ?? null,
    left: counted?.left ?? null,
  };
  const sound = consistent(stated);
  if (sound.left !== stated.left || sound.used !== stated.used || sound.limit !== stated.limit) {
    oddities.push(
      `${name}: limit ${stated.limit}, used ${stated.used ?? '?'} and left ${stated.left} contradict each other`,
    );
  }
  const figure = (value: number | null, source: Provenance | undefined) =>
    value === null || source === undefined ? null : { value, source };
  const reading: WindowReading = {
    name,
    limit: figure(sound.limit, limited?.source),
    used: figure(sound.used, counted?.source) ?? difference(sound.limit, sound.left),
    left: figure(sound.left, counted?.source) ?? difference(sound.limit, sound.used),
    resetsAt: figure(timed?.resetsAt ?? null, timed?.source),
  };
  const { limit, used, left, resetsAt } = reading;
  const known = [limit, used, left, resetsAt].some((one) => one !== null);
  return { reading: known ? reading : null, oddities };
}

function difference(limit: number | null, part: number | null) {
  if (limit === null || part === null) return null;
  return { value: Math.max(0, limit - part), source: 'inferred' } as const;
}

interface Amounts {
  readonly limit: number | null;
  readonly used: number | null;
  readonly left: number | null;
  readonly resetsAt: number | null;
}

function amountsOf(
  figures: readonly StatedFigure[],
  now: number,
  name: WatchedWindow,
  oddities: string[],
): Amounts {
  const amount = (which: StatedFigure['figure']): number | null =>
    onlyOne(
      figures.filter(({ figure }) => figure === which),
      amountIn,
      oddities,
    );
  const times = figures.filter(({ figure }) => figure === 'reset' || figure === 'wait');
  return {
    limit: amount('limit'),
    used: amount('used'),
    left: amount('left'),
    resetsAt: onlyOne(times, (figure) => timeIn(figure, now, name), oddities),
  };
}

/** A value, or why the text is none. */
type Parsed = { readonly value: number } | { readonly why: string };

/** The value that all figures agree on. Two that differ leave none: which one is right cannot be known. */
function onlyOne(
  figures: readonly StatedFigure[],
  parse: (figure: StatedFigure) => Parsed,
  oddities: string[],
): number | null {
  const values = new Set<number>();
  for (const figure of figures) {
    const parsed = parse(figure);
    if ('value' in parsed) values.add(parsed.value);
    else oddities.push(`${figure.where}: "${figure.text.slice(0, 60)}" ${parsed.why}`);
  }
  const [first, ...others] = values;
  if (others.length === 0) return first ?? null;
  oddities.push(`${figures[0]?.where ?? ''}: stated as ${[...values].join(' and as ')}`);
  return null;
}

function amountIn({ text }: StatedFigure): Parsed {
  const value = text.trim();
  if (/^\d{1,12}$/.test(value)) return { value: Number(value) };
  if (value === '') return { why: 'is empty' };
  if (/^-\d+(?:\.\d+)?$/.test(value)) return { why: 'is negative' };
  return { why: /^\d+\.\d+$/.test(value) ? 'is a fraction' : 'is no number of requests' };
}

function timeIn({ figure, text }: StatedFigure, now: number, name: WatchedWindow): Parsed {
  const wait = figure === 'wait' ? waitOf(text.trim()) : null;
  const at = wait === null ? resetTime(text, now) : now + wait * 1000;
  if (at === null || Number.isNaN(new Date(at).getTime())) return { why: 'is no time' };
  if (at < now - RESET_TOLERANCE_MS) return { why: 'is a reset in the past' };
  const length = LENGTH_MS[name];
  if (length !== undefined && at > now + length * 1.1 + RESET_TOLERANCE_MS) {
    return { why: `is further away than a ${name} lasts` };
  }
  return { value: at };
}

/** An answer may count itself in one place and not yet in the other. */
const OWN_CALL = 1;

function disagreements(
  name: WatchedWindow,
  places: readonly (Amounts & { readonly source: Provenance })[],
): readonly string[] {
  return (['limit', 'used', 'left'] as const).flatMap((figure) => {
    const stated = places.filter((place) => place[figure] !== null);
    const [first, ...others] = stated;
    const slack = figure === 'limit' ? 0 : OWN_CALL;
    const other = others.find(
      (place) => Math.abs((place[figure] ?? 0) - (first?.[figure] ?? 0)) > slack,
    );
    if (first === undefined || other === undefined) return [];
    return [
      `${name} ${figure}: the ${first.source} says ${first[figure]}, the ${other.source} says ${other[figure]}`,
    ];
  });
}
