import type { Header } from '../../model/exchange.ts';
import { objectOf } from '../../model/json.ts';
import type { WatchedWindow } from '../../model/watch.ts';
import type { StatedFigure } from './figure.ts';
import { headerFigures } from '../headers.ts';
import { ietfFigures } from '../ietf-rate-limit.ts';

/** Every figure that headers state, in all families of names. */
export function figuresInHeaders(headers: readonly Header[]): readonly StatedFigure[] {
  return [
    ...headerFigures(headers),
    ...ietfFigures(joined(headers, 'ratelimit'), joined(headers, 'ratelimit-policy')),
  ];
}

/** A field sent several times is one list (RFC 9110, 5.3). */
function joined(headers: readonly Header[], wanted: string): string | null {
  const values = headers.filter(({ name }) => name.toLowerCase() === wanted);
  return values.length === 0 ? null : values.map(({ value }) => value).join(', ');
}

const BODY_WINDOWS: readonly (readonly [key: string, window: WatchedWindow])[] = [
  ['minute', 'minute'],
  ['hourly', 'hour'],
  ['daily', 'day'],
];

const BODY_FIGURES = [
  ['limit', 'limit'],
  ['used', 'used'],
  ['remaining', 'left'],
  ['resetsAt', 'reset'],
] as const;

/** The figures of `rateLimits` in an account-usage answer (spec3). */
export function figuresInUsage(json: unknown): readonly StatedFigure[] {
  const rateLimits = objectOf(objectOf(json)?.rateLimits);
  return BODY_WINDOWS.flatMap(([key, window]) => {
    const stated = objectOf(rateLimits?.[key]);
    return BODY_FIGURES.flatMap(([name, figure]) => {
      const value = stated?.[name];
      if (value === undefined || value === null) return [];
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return [{ window, figure, text, where: `body rateLimits.${key}.${name}` }];
    });
  });
}
