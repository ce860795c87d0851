/** Length of the span whose count is compared, milliseconds. */
const SPAN_MS = 60_000;
/** Spans before the current one that make up what is usual. */
const USUAL_SPANS = 10;
const LEAST_COUNT = 10;
const LEAST_FACTOR = 3;
const MOST_KINDS = 500;

/** A rate that rose. */
export interface Jump {
  readonly perMinute: number;
  readonly usualPerMinute: number;
}

interface Track {
  span: number;
  count: number;
  /** Counts of the spans before, the latest last. */
  readonly past: number[];
  told: boolean;
}

/** Notices when failures of a kind come much more often than in the ten minutes before. */
export class Jumps {
  readonly #tracks = new Map<string, Track>();

  /** Counts one failure at `at`, epoch milliseconds; gives the jump when this one makes it. */
  add(kind: string, at: number): Jump | null {
    const span = Math.floor(at / SPAN_MS);
    const track = this.#tracks.get(kind);
    if (track === undefined) {
      if (this.#tracks.size < MOST_KINDS) {
        this.#tracks.set(kind, { span, count: 1, past: [], told: false });
      }
      return null;
    }
    if (span > track.span) turn(track, span);
    // A line that comes late belongs to a span that is closed.
    if (span < track.span) return null;
    track.count += 1;
    if (track.told || track.past.length === 0 || track.count < LEAST_COUNT) return null;
    const usual = track.past.reduce((sum, count) => sum + count, 0) / track.past.length;
    if (track.count < usual * LEAST_FACTOR) return null;
    track.told = true;
    return { perMinute: track.count, usualPerMinute: Math.round(usual * 10) / 10 };
  }
}

function turn(track: Track, span: number): void {
  const quiet = Math.min(USUAL_SPANS, span - track.span - 1);
  track.past.push(track.count, ...Array.from({ length: quiet }, () => 0));
  track.past.splice(0, Math.max(0, track.past.length - USUAL_SPANS));
  track.span = span;
  track.count = 0;
  track.told = false;
}
