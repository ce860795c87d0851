/** Kinds of text that speak of failures which did not happen in them. */
const MENTION_KINDS = [
  'test run',
  'diff',
  'source code',
  'documentation',
  'API description',
  'changelog',
  'alert rules',
  'configuration',
  'metrics',
  'dry run',
  'code review',
  'conversation',
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** How lines of a kind look. */
export interface TextKind {
  readonly kind: MentionKind;
  /** A line that only this kind of text has; its region spreads from such lines. */
  readonly marks: readonly RegExp[];
  /** Lines that are usual in it and say nothing alone. */
  readonly usual: readonly RegExp[];
  /** As many marks, or marks and usual lines in this part of the text, make the whole text of this kind. */
  readonly fewestMarks: number;
  readonly leastShare: number;
}
