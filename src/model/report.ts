import type { Certainty } from './cause.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Phase } from './exchange.ts';
import type { KeyDefectName, Party, WindowName } from './fact.ts';
import type { Layer } from './layer.ts';

export const SCHEMA_VERSION = '1.0';

export type CheckStatus = 'ok' | 'warn' | 'fail' | 'unknown' | 'skip';
export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN';

type Scalar = string | number | boolean | null;

/** One thing that was looked at. */
export interface Check {
  /** Stable and readable, for example `key.text` or `endpoint`. */
  readonly id: string;
  readonly layer: Layer;
  readonly status: CheckStatus;
  readonly summary: string;
  readonly durationMs: number | null;
  readonly evidence: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  /** Id of the cause that explains it, when there is one. */
  readonly diagnosis: string | null;
}

/** What a run used up. */
export interface Cost {
  readonly requests: number;
  /** Credits the answers say were charged. */
  readonly credits: number;
  /** Calls of `/v3/account/usage`, of which five a minute are allowed. */
  readonly usageCalls: number;
}

export interface KeySummary {
  /** Where it was found, for example `env:LUSHA_API_KEY`. */
  readonly source: string;
  readonly length: number;
  readonly masked: string;
  readonly fingerprint: string;
  readonly defects: readonly KeyDefectName[];
  /** The masked text with its stray characters made visible; absent when it has none. */
  readonly picture?: KeyPicture;
}

/** A key's text as it may be shown, one cell for each character. */
export interface KeyPicture {
  readonly text: string;
  /** What does not belong there, as cells of `text`, the first being 1; both ends included. */
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

/** What an HTTP client does with the key's text as it stands. */
export interface ClientBehaviour {
  readonly client: string;
  readonly does: 'sends' | 'trims' | 'refuses' | 'breaks';
  /** The error it throws, the bytes it sends. Empty when there is nothing to add. */
  readonly detail: string;
  /** True when what arrives is a well-formed key. */
  readonly works: boolean;
  /** `computed` by the client's own rule, or `measured` with the version that `detail` names. */
  readonly basis: 'computed' | 'measured';
}

/** Whether the key may use one group of endpoints. */
export interface GroupAccess {
  readonly group: string;
  readonly access: 'allowed' | 'not in plan' | 'unknown';
  /** The free request that was made. */
  readonly request: string;
  readonly status: number | null;
  readonly evidence: string;
}

/** Where a quota number came from. */
export type Provenance = 'header' | 'body' | 'message' | 'inferred';

/** One request window of the account. A number that nobody stated is null. */
export interface QuotaWindow {
  readonly name: WindowName;
  readonly limit: number | null;
  readonly used: number | null;
  readonly left: number | null;
  /** ISO time. */
  readonly resetsAt: string | null;
  readonly source: Provenance;
}

/** The account as its usage answer describes it. */
export interface Account {
  readonly plan: string | null;
  readonly renewal: string | null;
  readonly planEnds: string | null;
  readonly credits: {
    readonly total: number | null;
    readonly used: number | null;
    readonly left: number | null;
  } | null;
  /** Price list: credits per `per` results. */
  readonly pricing: readonly {
    readonly action: string;
    readonly credits: number;
    readonly per: number;
  }[];
}

/** One exchange, reduced to what may be shown. */
export interface ExchangeSummary {
  /** Method and path. */
  readonly request: string;
  /** Scheme, host and port it was sent to. */
  readonly origin: string | null;
  readonly status: number | null;
  readonly failure: string | null;
  readonly answeredBy: Party;
  readonly requestId: string | null;
  readonly peer: string | null;
  readonly tls: string | null;
  readonly proxy: string | null;
  readonly timings: readonly { readonly phase: Phase; readonly ms: number; readonly ok: boolean }[];
  readonly totalMs: number;
}

/** Where the requests of a run go, and what decided that. */
export interface ReportTarget {
  /** Scheme, host and port. */
  readonly origin: string;
  /** `--base-url`, `LUSHA_BASE_URL`, `--simulate`, the path of a config file, or `default`. */
  readonly originSource: string;
  /** Credentials masked. */
  readonly proxy: { readonly url: string; readonly source: string } | null;
  /** What named authorities that are trusted beside Node's own. */
  readonly extraCa: string | null;
}

/** The calls that a text tells of, by how they ended. */
export interface CallCounts {
  /** Calls to Lusha, or to nobody that is named, that failed in the end. */
  readonly failed: number;
  readonly ok: number;
  /** Calls to others that failed. */
  readonly elsewhere: number;
  /** Calls that failed first and went well in the end; they are part of `ok`. */
  readonly recovered: number;
  /** Attempts of all of them. */
  readonly attempts: number;
}

/** The result of a command. Keys are only ever added within a schema version's major part. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly version: string; readonly node: string; readonly platform: string };
  readonly command: string;
  /** ISO time. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly exitCode: number;
  /** Why there is nothing else in it: a wrong call, or something that could not be read. */
  readonly problem?: { readonly code: string; readonly message: string; readonly fix: string };
  readonly answeredBy: {
    readonly party: Party;
    readonly certainty: Certainty;
    readonly evidence: readonly string[];
  } | null;
  /** Only for a command that makes requests. */
  readonly target?: ReportTarget;
  readonly cost: Cost;
  readonly key: KeySummary | null;
  readonly checks: readonly Check[];
  readonly diagnoses: readonly Diagnosis[];
  readonly summary: Readonly<Record<CheckStatus, number>>;
  readonly account: Account | null;
  readonly windows: readonly QuotaWindow[];
  /** Only for a key whose text has characters that clients treat differently. */
  readonly clients?: readonly ClientBehaviour[];
  /** Only for a text that was read. */
  readonly calls?: CallCounts;
  /** Only where it was asked for. */
  readonly access?: readonly GroupAccess[];
  readonly exchanges: readonly ExchangeSummary[];
  /** The one command to run next, when there is one. */
  readonly next: string | null;
}
