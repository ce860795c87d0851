import type { KeyPlacement } from '../../model/exchange.ts';

/** What became of the credential, in one word; the only thing about it that is ever recorded. */
export type KeyVerdict = 'accepted' | 'unknown' | 'malformed' | 'misplaced' | 'absent';

/** What is kept of one request. Nothing of a key, a query, a header's value or a body is in it. */
export interface RequestLogEntry {
  /** Epoch ms. */
  readonly at: number;
  readonly method: string;
  /** Path without its query, shortened, with anything that looks like a key taken out. */
  readonly path: string;
  /** Null when no whole answer was given. */
  readonly status: number | null;
  readonly keyPlacement: KeyPlacement;
  /** Null when nobody looked at the key. */
  readonly keyVerdict: KeyVerdict | null;
  readonly creditsCharged: number;
  /** When the answer allowed the next try, epoch ms; null where it did not say. */
  readonly retryAt: number | null;
  /** Id of the endpoint in the catalogue, or `unlisted`. */
  readonly endpoint: string;
  /** True when lusha-doctor asked, which tries other ways on purpose; absent otherwise. */
  readonly isTrial?: boolean;
}
