/**
 * What was sent and what came back. A live probe and a pasted `curl -i` both end here,
 * so everything above this floor works the same for both.
 */

/** The stages of one HTTP exchange, in the order they happen. `proxy` is CONNECT. */
export const PHASES = ['dns', 'tcp', 'proxy', 'tls', 'send', 'wait', 'body'] as const;
export type Phase = (typeof PHASES)[number];

/** One stage: when it began and how long it took. */
export interface PhaseTiming {
  readonly phase: Phase;
  /** Milliseconds after the exchange began. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: 'done' | 'failed';
}

/** Where the credential was put, or was found to have been put. */
export type KeyPlacement =
  | 'api_key'
  | 'bearer'
  | 'authorization'
  | 'x-api-key'
  | 'api-key'
  | 'apikey'
  | 'query'
  | 'none';

/** The request without any secret: header names only, never a credential's value. */
export interface SentRequest {
  readonly method: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path with its query; credentials in it are masked. */
  readonly path: string;
  readonly headerNames: readonly string[];
  readonly keyPlacement: KeyPlacement;
  readonly bodyBytes: number;
}

/** One header line, spelling and order as received. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What was odd about a body while it was read. */
export type BodyNote =
  | 'cut-at-limit'
  | 'undecodable-encoding'
  | 'bom'
  | 'utf-16'
  | 'not-utf-8'
  | 'nul-bytes';

/** A response body, bounded and decoded to text. Still hostile: sanitise before showing. */
export interface Body {
  readonly text: string;
  /** Bytes on the wire, before decompression. */
  readonly wireBytes: number;
  /** Bytes after decompression, as far as they were read. */
  readonly bytes: number;
  readonly notes: readonly BodyNote[];
}

export interface Response {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: Body;
}

/** Our name for a way an exchange can fail before there is a whole response. */
export type FailureKind =
  | 'dns-not-found'
  | 'dns-failure'
  | 'dns-timeout'
  | 'connection-refused'
  | 'connection-reset'
  | 'connection-closed'
  | 'connection-timeout'
  | 'network-unreachable'
  | 'host-unreachable'
  | 'blocked-locally'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-wrong-name'
  | 'tls-self-signed'
  | 'tls-unknown-ca'
  | 'tls-bad-certificate'
  | 'tls-protocol-mismatch'
  | 'tls-plain-http'
  | 'tls-timeout'
  | 'tls-failure'
  | 'proxy-unreachable'
  | 'proxy-auth-required'
  | 'proxy-refused'
  | 'proxy-timeout'
  | 'proxy-bad-answer'
  | 'proxy-unsupported'
  | 'proxy-bad-url'
  | 'headers-too-large'
  | 'malformed-response'
  | 'length-mismatch'
  | 'body-cut'
  | 'body-too-large'
  | 'body-undecodable'
  | 'headers-timeout'
  | 'body-timeout'
  | 'deadline'
  | 'interrupted'
  | 'header-refused'
  | 'unclassified';

/** A failure as a value. `code` is the system's own word for it, for example `ECONNREFUSED`. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly phase: Phase;
  /** The system's own text. Hostile: certificate names and bodies end up in it. */
  readonly message: string;
  /** Every address that was tried, where there were several. */
  readonly attempts?: readonly Attempt[];
  /** The phase that used most of the time, where time ran out, and what it used in milliseconds. */
  readonly slow?: { readonly phase: Phase; readonly ms: number };
}

/** One address that was tried in vain. */
export interface Attempt {
  /** With its port, as it is written in a URL. */
  readonly address: string;
  readonly code: string;
}

/** An address the name resolved to. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** One certificate of the chain the server sent. Names are hostile text. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Epoch milliseconds. */
  readonly validFrom: number;
  /** Epoch milliseconds. */
  readonly validTo: number;
  readonly altNames: string;
}

export interface TlsSession {
  readonly version: string;
  readonly cipher: string;
  /** Leaf first. */
  readonly chain: readonly Certificate[];
  /** The verifier's code when the chain or the name was refused; nothing was sent then. */
  readonly refusal?: string;
  /** What named authorities that were trusted beside Node's own, for example `--ca`. */
  readonly extraCa?: string;
}

/** The proxy on the way and, when a tunnel was asked for, its answer. */
export interface ProxyHop {
  /** Proxy URL, credentials masked. */
  readonly url: string;
  /** Where it was configured: an option or the variable's name. */
  readonly source: string;
  readonly connect?: Response;
}

/** One attempt to exchange a request for a response, however far it got. */
export interface Exchange {
  /** `live`: this tool sent it. `pasted`: somebody else's, read from text. */
  readonly door: 'live' | 'pasted';
  /** Epoch milliseconds, when known. */
  readonly startedAt?: number;
  readonly request?: Partial<SentRequest>;
  readonly addresses?: readonly Address[];
  /** The address that was connected to. */
  readonly peer?: Address & { readonly port: number };
  readonly proxy?: ProxyHop;
  readonly tls?: TlsSession;
  readonly response?: Response;
  readonly failure?: Failure;
  readonly phases: readonly PhaseTiming[];
}
