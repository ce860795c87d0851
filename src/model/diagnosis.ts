import type { Certainty, Retry, Subject, WhoActs } from './cause.ts';
import type { Layer } from './layer.ts';

/** A fact that a diagnosis rests on, ready to be shown. */
export interface Evidence {
  readonly fact: string;
  readonly value: string;
  readonly seenIn: string;
}

/** A neighbour that was considered, and the observation that speaks against it. */
export interface Exclusion {
  readonly cause: string;
  readonly title: string;
  /** In words. */
  readonly by: string;
  /** The name of the fact it rests on. */
  readonly fact: string;
}

/** A fix with its text filled in from the evidence. */
export interface FixStep {
  readonly text: string;
  readonly command: string | null;
  readonly verify: { readonly command: string; readonly expect: string } | null;
  readonly source: string;
}

/** A cause together with the evidence it rests on and how sure we are. */
export interface Diagnosis {
  readonly cause: string;
  readonly layer: Layer;
  readonly subject: Subject;
  readonly severity: 'ok' | 'warn' | 'fail';
  readonly certainty: Certainty;
  readonly title: string;
  readonly meaning: string;
  readonly tell: string;
  readonly whoActs: WhoActs;
  readonly evidence: readonly Evidence[];
  readonly excluded: readonly Exclusion[];
  /** Ids of causes that hold as well and are mere consequences of this one; absent without any. */
  readonly consequences?: readonly string[];
  readonly reasons: readonly string[];
  readonly fixes: readonly FixStep[];
  readonly retry: RetryAdvice;
  readonly credits: string | null;
  readonly notes: readonly string[];
  readonly sources: readonly SourceNote[];
}

export interface RetryAdvice {
  readonly worth: boolean;
  readonly how: Retry['how'];
  /** ISO time from which a retry makes sense, when it is known. */
  readonly at: string | null;
  readonly note: string | null;
}

export interface SourceNote {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly checked: string;
  readonly url: string | null;
}
