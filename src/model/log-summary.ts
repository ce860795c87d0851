import type { Certainty } from './cause.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Layer } from './layer.ts';
import type { CallCounts } from './report.ts';

/** A log, or several, reduced to what failed in them. Holds no secret and no contact data. */
export interface LogSummary {
  readonly kind: 'log-summary';
  readonly schemaVersion: '1.0';
  readonly sources: readonly LogSourceSummary[];
  /** Bytes read, after decompression. */
  readonly bytes: number;
  readonly lines: number;
  /** What is counted as a line, and what the places name: entries of a HAR file or of a list. */
  readonly unit: 'line' | 'entry';
  readonly durationMs: number;
  /** Failed calls to Lusha, or to nobody that is named. */
  readonly failures: number;
  /** Failed calls to other hosts. */
  readonly elsewhere: number;
  /** All calls by how they ended; null where only those that failed were looked for. */
  readonly calls: CallCounts | null;
  /** Failures whose time cannot be read. */
  readonly undated: number;
  /** ISO time before which nothing was counted, and how many failures that left out. */
  readonly since: string | null;
  readonly leftOut: number;
  /** Failures left out because their time cannot be read. */
  readonly leftOutUndated: number;
  readonly rows: readonly LogRow[];
  /** Rows of other hosts: counted, not explained. */
  readonly others: readonly LogRow[];
  readonly timeline: LogTimeline | null;
  /** The most frequent causes in full. */
  readonly diagnoses: readonly Diagnosis[];
  readonly exitCode: number;
  readonly next: string | null;
}

export interface LogSourceSummary {
  readonly name: string;
  /** Why it was not read, or not to its end. */
  readonly problem: string | null;
}

/** All failures of one cause. */
export interface LogRow {
  /** Id of a cause; `status-429` where the status alone is known; a host for calls to others. */
  readonly id: string;
  readonly title: string;
  readonly layer: Layer | null;
  readonly certainty: Certainty | null;
  readonly count: number;
  /** Part of the failures that are counted beside it, 0 to 1. */
  readonly share: number;
  /** ISO times. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly example: { readonly file: string; readonly line: number; readonly text: string };
  /** The first few places. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
  readonly timeline: LogTimeline | null;
}

/** Counts over time, oldest first. */
export interface LogTimeline {
  /** ISO time. */
  readonly from: string;
  readonly stepMs: number;
  readonly counts: readonly number[];
}
