import type { Header } from '../../model/exchange.ts';
import { RATE_NAMES } from './logged-answer.ts';

const NAMED = new RegExp(
  String.raw`(?<![\w-])(${RATE_NAMES.join('|')}|ratelimit-policy|ratelimit)\\?["']?\s{0,2}[:=]{1,2}>?\s{0,2}\[?\\?["']?([^"'\\,\]}\s][^"'\\,\]}\n]{0,199})`,
  'gi',
);

/** The limit headers that a text names, wherever in it they stand. Names in lower case. */
export function namedIn(text: string): readonly Header[] {
  return [...text.matchAll(NAMED)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value: value.trim(),
  }));
}
