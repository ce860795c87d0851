import { Timeline } from './timeline.ts';

/** What a failed entry turned out to be. */
export interface Verdict {
  /** Id of a cause, or a name for what has none. */
  readonly id: string;
  /** Set for what is counted beside the failures that are looked for: not part of the timeline. */
  readonly isOther?: true;
}

/** One entry as it is counted. */
export interface Sighting {
  /** Epoch milliseconds; null when no time can be read. */
  readonly at: number | null;
  readonly file: string;
  readonly line: number;
}

/** The first entry of a kind, as it may be shown. */
interface Example extends Sighting {
  /** Without credentials and contact data, one line. */
  readonly text: string;
}

/** All entries of one cause. */
export interface Row<V extends Verdict> {
  readonly verdict: V;
  readonly count: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly example: Example;
  /** Where the first few were found. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
  readonly timeline: Timeline;
}

const MOST_PLACES = 5;
const MOST_ROWS = 500;

type Open<V extends Verdict> = {
  -readonly [K in keyof Row<V>]: K extends 'places' ? { file: string; line: number }[] : Row<V>[K];
};

/** Counts entries by cause, in bounded memory. */
export class Tally<V extends Verdict> {
  readonly #rows = new Map<string, Open<V>>();
  readonly timeline = new Timeline();
  #total = 0;
  #undated = 0;

  /** Counts one; true when it is the first of its kind. `text` is asked for only then. */
  add(verdict: V, sighting: Sighting, text: () => string): boolean {
    const { at, file, line } = sighting;
    this.#total += 1;
    if (verdict.isOther !== true) {
      if (at === null) this.#undated += 1;
      else this.timeline.add(at);
    }
    const row = this.#rows.get(verdict.id);
    if (row === undefined) {
      if (this.#rows.size < MOST_ROWS) {
        this.#rows.set(verdict.id, opened(verdict, { ...sighting, text: text() }));
      }
      return true;
    }
    row.count += 1;
    if (row.places.length < MOST_PLACES) row.places.push({ file, line });
    if (at !== null) {
      row.firstAt = Math.min(row.firstAt ?? at, at);
      row.lastAt = Math.max(row.lastAt ?? at, at);
      row.timeline.add(at);
    }
    return false;
  }

  get total(): number {
    return this.#total;
  }

  /** Entries whose time could not be read. */
  get undated(): number {
    return this.#undated;
  }

  /** The causes, the most frequent first. */
  get rows(): readonly Row<V>[] {
    return [...this.#rows.values()].sort((a, b) => b.count - a.count);
  }
}

function opened<V extends Verdict>(verdict: V, example: Example): Open<V> {
  const { at, file, line } = example;
  const timeline = new Timeline();
  if (at !== null) timeline.add(at);
  return {
    verdict,
    count: 1,
    firstAt: at,
    lastAt: at,
    example,
    places: [{ file, line }],
    timeline,
  };
}
