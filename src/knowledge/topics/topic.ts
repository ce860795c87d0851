import type { Statement } from '../../model/cause.ts';

/** A page about a subject that people ask about and that is no cause, endpoint or plan. */
export interface Topic {
  /** The word it is asked for with; readable, stable. */
  readonly id: string;
  readonly title: string;
  /** What it is about, in one line without a full stop. */
  readonly about: string;
  /** What most people want to know, one or two sentences each. */
  readonly answer: readonly Statement[];
  /** What else is worth knowing. */
  readonly facts: readonly Statement[];
  /** Commands that show it for the reader's own account, none of which costs a credit. */
  readonly run?: readonly { readonly text: string; readonly command: string }[];
  /** Names to `explain` next. */
  readonly see: readonly string[];
  /** How people ask about it: the words they use, where the page has others. */
  readonly asked: readonly string[];
}
