import type { SentRequest } from '../../model/exchange.ts';

const LONGEST_TARGET = 2000;

/** Origin and path of an absolute URL, the path alone of a path; nothing for any other text. */
export function requestOfUrl(target: string): Partial<Pick<SentRequest, 'origin' | 'path'>> {
  const bounded = target.slice(0, LONGEST_TARGET).replace(/[.,;:!?]+$/, '');
  if (bounded.startsWith('/')) return { path: bounded };
  if (!/^https?:\/\//i.test(bounded) || !URL.canParse(bounded)) return {};
  const { origin, pathname, search } = new URL(bounded);
  return { origin, path: `${pathname}${search}` };
}
