import type { WatchedWindow } from '../model/watch.ts';
import type { StatedFigure } from './window/figure.ts';

const MOST_ITEMS = 20;
const LONGEST_VALUE = 2000;
const ITEM = /^\s*(?:"([^"]{0,80})"|([A-Za-z*][\w*./:-]{0,80}))\s*((?:;[^;]{0,200})*)$/;

/** Lengths of windows in seconds, as `w` in a policy gives them. */
const WINDOW_OF_SECONDS: ReadonlyMap<number, WatchedWindow> = new Map([
  [1, 'second'],
  [60, 'minute'],
  [3600, 'hour'],
  [86_400, 'day'],
  [2_592_000, 'month'],
]);

/**
 * Figures of the fields `RateLimit` and `RateLimit-Policy` (IETF draft, structured form:
 * `"name";r=50;t=30` and `"name";q=100;w=60`). A policy's window length names the window, for
 * the limit of the same name as well; a name without a policy stays `unnamed`.
 */
export function ietfFigures(
  rateLimit: string | null,
  policy: string | null,
): readonly StatedFigure[] {
  const policies = itemsOf(policy ?? '');
  const windowOf = new Map(
    policies.map(({ name, parameters }) => [
      name,
      WINDOW_OF_SECONDS.get(Number(parameters.get('w'))) ?? 'unnamed',
    ]),
  );
  const limits = policies.flatMap(({ name, parameters }) =>
    figure(windowOf.get(name), 'limit', parameters.get('q'), 'ratelimit-policy'),
  );
  const counters = itemsOf(rateLimit ?? '').flatMap(({ name, parameters }) => [
    ...figure(windowOf.get(name), 'left', parameters.get('r'), 'ratelimit'),
    ...figure(windowOf.get(name), 'wait', parameters.get('t'), 'ratelimit'),
  ]);
  return [...limits, ...counters];
}

function figure(
  window: WatchedWindow | undefined,
  what: StatedFigure['figure'],
  text: string | undefined,
  header: string,
): readonly StatedFigure[] {
  if (text === undefined) return [];
  return [{ window: window ?? 'unnamed', figure: what, text, where: `header ${header}` }];
}

interface Item {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function itemsOf(value: string): readonly Item[] {
  return value
    .slice(0, LONGEST_VALUE)
    .split(',')
    .slice(0, MOST_ITEMS)
    .flatMap((text) => {
      const [, quoted, token, rest = ''] = ITEM.exec(text) ?? [];
      const name = quoted ?? token;
      return name === undefined ? [] : [{ name, parameters: parametersOf(rest) }];
    });
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
    }),
  );
}
