/** What a client did, as far as it matters against the real API. Plain data. */
export interface ClientSummary {
  readonly requests: number;
  /** Credits the same calls would have cost. */
  readonly credits: number;
  /** The busiest first. */
  readonly endpoints: readonly EndpointTally[];
  /** A null stands for requests that got no whole answer. */
  readonly statuses: readonly { readonly status: number | null; readonly count: number }[];
  /** Empty when nothing is to be said against the client. */
  readonly misuses: readonly Misuse[];
}

export interface EndpointTally {
  /** Id in the catalogue, or `unlisted`. */
  readonly endpoint: string;
  readonly calls: number;
  readonly credits: number;
}

/** A habit that costs something or fails against the real API. */
export interface Misuse {
  readonly id: MisuseId;
  readonly count: number;
  readonly text: string;
  /** The cause in the catalogue that explains it. */
  readonly cause: string;
}

export type MisuseId =
  | 'bearer-key'
  | 'wrong-header'
  | 'key-in-url'
  | 'retry-too-soon'
  | 'usage-polling'
  | 'legacy-path'
  | 'unknown-path';
