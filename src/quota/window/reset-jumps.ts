/** A reset happened somewhere between two samples. Epoch milliseconds. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

/** A reset that nobody stated: worked out from when the counter was seen to jump. */
export interface InferredReset {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Jumps that fit together in this. */
  readonly jumps: number;
}

/** Older ones add nothing: a window that opens with its first request drifts away from them. */
export const MOST_JUMPS = 12;

/**
 * The next reset after `now` of a window that is `lengthMs` long. Every further jump that lies
 * whole windows away from the last one narrows down the moment; the first that does not fit
 * ends the search.
 */
export function nextReset(
  jumps: readonly Jump[],
  lengthMs: number,
  now: number,
): InferredReset | null {
  const newestFirst = jumps.toReversed();
  const [newest, ...older] = newestFirst;
  if (newest === undefined) return null;
  let { from, to } = newest;
  let fitting = 1;
  for (const jump of older) {
    const windows = Math.round((newest.to - jump.to) / lengthMs);
    const shiftedFrom = Math.max(from, jump.from + windows * lengthMs);
    const shiftedTo = Math.min(to, jump.to + windows * lengthMs);
    if (windows < 1 || shiftedFrom > shiftedTo) break;
    from = shiftedFrom;
    to = shiftedTo;
    fitting += 1;
  }
  const moment = (from + to) / 2;
  const windows = Math.max(1, Math.ceil((now - moment) / lengthMs));
  return { at: moment + windows * lengthMs, jumps: fitting };
}
