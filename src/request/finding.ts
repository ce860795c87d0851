import type { SourceId } from '../model/cause.ts';

/** What a local look at a request finds, without asking anybody. */
export interface LocalFinding {
  /** Stable and readable, for example `v2-field`. */
  readonly rule: string;
  /** Place in the body or query, for example `contacts[0].email`. */
  readonly at: string;
  /** What is wrong there, without repeating the value. */
  readonly problem: string;
  /** What to write instead; null where only the caller can know. */
  readonly instead: string | null;
  readonly source: SourceId;
}
