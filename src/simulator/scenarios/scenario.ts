import type { AccountStart } from '../account/account.ts';
import type { Json } from '../json.ts';
import type { ItemErrorCode } from '../world.ts';

/** One situation that a client can meet, as data. */
export interface Scenario {
  /** Readable and stable. */
  readonly name: string;
  /** One line for a list. */
  readonly summary: string;
  /** The cause a diagnosis of `request` must come to. */
  readonly cause: string;
  readonly behaviour: Behaviour;
  /** The request that shows it; the usage call with the demo key where none is given. */
  readonly request?: ShowingRequest;
  /** It is served over https, with a certificate that has this fault or none. */
  readonly certificate?: CertificateFault | 'good';
  /**
   * The key as the client holds it, `{key}` being the demo key, `{head}` and `{tail}` its two
   * halves; null when it holds none.
   */
  readonly keyText?: string | null;
  /** The answer alone does not tell: the usage answer, or those to other keys, must be known too. */
  readonly with?: 'usage' | 'other-keys';
}

/** A request that brings a scenario to light. */
export interface ShowingRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with its query. */
  readonly path: string;
  readonly body?: Json;
  /** Sent as it is, in the place of `body`, without a content type. */
  readonly rawBody?: string;
  /** Where the demo key is put; in `api_key` where none is given. */
  readonly key?: 'bearer' | 'x-api-key' | 'none';
}

export type CertificateFault =
  | 'expired'
  | 'expires-soon'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'self-signed'
  | 'unknown-ca'
  | 'wrong-purpose';

export type Behaviour =
  /** Behaves like the API, with the changes that are named. */
  | {
      readonly kind: 'api';
      readonly account?: AccountStart;
      /** Every item of every search ends in this error. */
      readonly everyItem?: ItemErrorCode;
      /**
       * What becomes of keys: a good one is `unknown` or `malformed`, every one is `lost` with its
       * header or `altered` on the way, or a good one is an `oauth-token`, good as Bearer only.
       */
      readonly key?: 'unknown' | 'malformed' | 'lost' | 'altered' | 'oauth-token';
      readonly interceptions?: readonly Interception[];
    }
  /** Gives the same answer to everything: it is not Lusha that answers. */
  | { readonly kind: 'answer'; readonly answer: FixedAnswer }
  /** Breaks the connection or the protocol. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** Announces https and breaks the handshake. */
  | { readonly kind: 'tls-fault'; readonly fault: TlsFault }
  /** Is a proxy: this is what it says to CONNECT. */
  | { readonly kind: 'proxy'; readonly connect: FixedAnswer | 'silence' | 'close' | 'nobody' }
  /** Has an address and nobody behind it. */
  | { readonly kind: 'nobody' };

/** An answer given in the place of the API's own. */
export interface Interception {
  /** `before-key` hits every request, `after-key` only those with a good key. */
  readonly when: 'before-key' | 'after-key';
  /** Ids of the endpoints concerned; all where none is given. */
  readonly endpoints?: readonly string[];
  readonly answer: FixedAnswer;
}

/**
 * An answer as data. `{now}` in the body becomes the time (ISO) and `{request-id}` a fresh id.
 */
export interface FixedAnswer {
  readonly status: number;
  readonly statusText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  /** Any other body; its type belongs into `headers`. */
  readonly text?: string;
}

/** Ways to break an answer, told by what the client sees. */
export type Fault =
  | 'close'
  | 'reset'
  | 'silence'
  | 'not-http'
  | 'bad-header'
  | 'bad-chunk'
  | 'oversized-headers'
  | 'stalled-body'
  | 'dripping-body'
  | 'cut-body'
  | 'cut-chunks'
  | 'reset-body'
  | 'broken-gzip'
  | 'cut-gzip'
  | 'endless-body'
  | 'informational-flood';

/** Ways to break a TLS handshake without a certificate. */
export type TlsFault =
  | 'plain-http'
  | 'silence'
  | 'close'
  | 'reset'
  | 'old-protocol'
  | 'no-common-cipher'
  | 'internal-error';
