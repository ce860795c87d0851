import { editDistance } from './edit-distance.ts';

/** Longest text that is compared; anything longer is not a typing mistake. */
const LONGEST_COMPARED = 120;

/** The `count` names closest in spelling to `wanted`, closest first; empty when none is close. */
export function nearest(
  wanted: string,
  names: readonly string[],
  count: number,
): readonly string[] {
  return nearestBy(wanted, names, (name) => editDistance(wanted, name), count);
}

/** The same with a distance of the caller's own. Things at equal distance keep their order. */
export function nearestBy<T>(
  wanted: string,
  things: readonly T[],
  distanceTo: (thing: T) => number,
  count: number,
): readonly T[] {
  if (wanted.length > LONGEST_COMPARED) return [];
  const close = Math.max(2, Math.floor(wanted.length / 3));
  return things
    .map((thing) => ({ thing, distance: distanceTo(thing) }))
    .filter(({ distance }) => distance <= close)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ thing }) => thing);
}

/** The names nearest in spelling, without those that are clearly further off than the first. */
export function closest(
  wanted: string,
  names: readonly string[],
  count: number,
): readonly string[] {
  const near = nearest(wanted, names, count);
  const [best = ''] = near;
  const most = editDistance(wanted, best) + 1;
  return near.filter((name) => editDistance(wanted, name) <= most);
}
