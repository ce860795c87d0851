import { NUMBERED } from '../knowledge/text-kinds/retries.ts';
import type { Call } from './call.ts';

/** Two parts of one call were written within this time, in ms. */
export const SAME_TIME_MS = 1500;

/** True where two parts cannot be of one call: they name different parties, hosts, paths or requests. */
export function conflicts(above: Call, below: Call): boolean {
  const [a, b] = [above.exchange.request, below.exchange.request];
  if (
    ownerOf(above) !== ownerOf(below) &&
    above.whose.whose !== 'unknown' &&
    below.whose.whose !== 'unknown'
  ) {
    return true;
  }
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return (
    differ(a?.origin, b?.origin) ||
    differ(bare(a?.path), bare(b?.path)) ||
    differ(above.facts.requestId?.value, below.facts.requestId?.value)
  );
}

function ownerOf({ whose }: Call): string {
  return whose.whose === 'other' ? whose.host : whose.whose;
}

/** A later attempt tells of its own failure. */
export function startsAnew({ text }: Call): boolean {
  return NUMBERED.some((words) => words.test(text));
}

/** The status of the answer, from its head or from words. */
export function statusOf({ exchange, facts }: Call): number | undefined {
  return exchange.response?.status ?? facts.status?.value;
}

/** True where the host of the call is named. */
export function hasHost({ exchange }: Call): boolean {
  return exchange.request?.origin !== undefined;
}

function hasPath({ exchange }: Call): boolean {
  return exchange.request?.path !== undefined;
}

/** True where the host or the path of the call is named. */
export function hasTarget(call: Call): boolean {
  return hasHost(call) || hasPath(call);
}

/** True where two parts name the same path or host; one of them may leave out the host. */
export function sameTarget(a: Call, b: Call): boolean {
  const [one, other] = [a.exchange.request, b.exchange.request];
  const path = bare(one?.path);
  if (path !== bare(other?.path)) return false;
  // Where the path is the same, one of two lines may leave out the host.
  const isOpen = path !== undefined && (one?.origin === undefined || other?.origin === undefined);
  return isOpen || (one?.origin === other?.origin && (hasTarget(a) || hasTarget(b)));
}

/** A path without its query. */
export function bare(path: string | undefined): string | undefined {
  return path?.split(/[?#]/, 1)[0];
}
