import type { FailureKind, KeyPlacement, Phase } from './exchange.ts';

/** Who produced the answer. `lusha` is the application, `gateway` Lusha's own front door. */
export const PARTIES = [
  'lusha',
  'gateway',
  'cdn-waf',
  'proxy',
  'captive-portal',
  'other',
  'nobody',
] as const;
export type Party = (typeof PARTIES)[number];

/** What a product that answered in the API's place says it did. */
export const MEANINGS = [
  /** A rule of a network forbids the destination. */
  'policy',
  /** It wants to know who is asking. */
  'login',
  /** It asked on and got no usable answer. */
  'unreachable',
  /** It takes the caller for a robot. */
  'challenge',
  /** A rule against attacks, addresses or countries refused. */
  'firewall',
  /** A limit of its own. */
  'rate-limit',
  /** It knows no such path, host or application. */
  'no-route',
  /** It misses a credential of its own. */
  'gateway-key',
  /** It cannot read the request. */
  'malformed',
  /** It speaks of the caller's own function or application. */
  'own-app',
  /** Nothing, but it was there. */
  'trace',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What makes a call: the language or tool whose settings decide. */
export const RUNTIMES = [
  'node',
  'bun',
  'deno',
  'python',
  'java',
  'dotnet',
  'powershell',
  'php',
  'ruby',
  'go',
  'rust',
  'elixir',
  'dart',
  'swift',
  'r',
  'curl',
  'wget',
  'browser',
  'postman',
  'insomnia',
] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** Where a call is made from, when that place has settings of its own. */
export const PLATFORMS = [
  'n8n',
  'zapier',
  'make',
  'pipedream',
  'power-automate',
  'salesforce',
  'apps-script',
  'clay',
  'hubspot',
  'workato',
  'tray',
  'airbyte',
  'airflow',
  'lambda',
  'azure-functions',
  'docker',
  'kubernetes',
  'supabase',
  'vercel',
  'heroku',
  'github-actions',
  'mcp-client',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What is wrong with the text of a key, before any network. */
export const KEY_DEFECTS = [
  'absent',
  'empty',
  'blank-around',
  'blank-inside',
  'line-break',
  'several-lines',
  'control-character',
  'nul',
  'quotes',
  'smart-quotes',
  'zero-width',
  'bom',
  'nbsp',
  'look-alike',
  'non-ascii',
  'bearer-prefix',
  'header-prefix',
  'unexpanded-variable',
  'placeholder',
  'doubled',
  'truncated',
  'too-long',
  'jwt',
  'other-vendor',
  'not-a-uuid',
] as const;
export type KeyDefectName = (typeof KEY_DEFECTS)[number];

/** How a body without a status compares with the shapes of Lusha; `-like` ones others use as well. */
export const SHAPES = ['success', 'success-like', 'error', 'error-like'] as const;
export type Shape = (typeof SHAPES)[number];

/** By what the place of a key was named; `usual` is the variable and `.env`, unasked. */
export const KEY_PLACE_NAMES = [
  'usual',
  '--key-env',
  '--key-file',
  '--key-stdin',
  '--simulate',
] as const;
export type KeyPlaceName = (typeof KEY_PLACE_NAMES)[number];

/** What kind of place a key is kept in. */
/** Shells in which the commands of a POSIX shell do not work. */
export const SHELLS = ['fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

export const KEY_KINDS = ['variable', 'dotenv', 'file', 'stdin', 'simulator'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** What kind of thing a response body is. */
export type BodyKind =
  | 'empty'
  | 'json-object'
  | 'json-other'
  | 'broken-json'
  | 'html'
  | 'text'
  | 'binary';

/** Where a redirect points, seen from the request. */
export type RedirectKind =
  | 'same-origin'
  | 'cross-origin'
  | 'to-clear-text'
  | 'to-login'
  | 'unusable';

/** How an answer compares with the one in question: the same words, other ones, or a success. */
export const COMPARISONS = ['same', 'different', 'accepted'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Lusha's request windows. */
export type WindowName = 'minute' | 'hour' | 'day';

/** Every fact the diagnosis may reason over, with the type of its value. */
export interface FactValues {
  /** HTTP status of the final answer. */
  status: number;
  statusText: string;
  answeredBy: Party;
  /** Our kind of transport failure, and the system's own code for it. */
  failure: FailureKind;
  failureCode: string;
  failurePhase: Phase;
  /** The address that was tried in vain, with its port. */
  address: string;
  /** Every address that was tried, with what came of it: `192.0.2.1:443 ETIMEDOUT`. */
  attempts: readonly string[];
  /** The phase that used most of the time, where time ran out, and what it used (milliseconds). */
  slowPhase: Phase;
  slowMs: number;
  /** Whether the request was put on the wire, where no answer came. */
  sent: boolean;
  /** Status a proxy gave to CONNECT, or answered with in the server's place. */
  connectStatus: number;
  /** Name of the proxy or CDN product that left its mark. */
  product: string;
  /** What that product says it did, where it answered itself. */
  productSays: Meaning;
  bodyKind: BodyKind;
  /** A pasted text ends within the body. */
  bodyIsCut: boolean;
  contentType: string;
  /** What the body is by its shape, where no status says so. */
  shape: Shape;
  /** The error text of any known body shape, lists joined with "; ". */
  message: string;
  /** The `error` word of the body, for example `invalid_request`. */
  errorName: string;
  /** Entries of `errors`, whether list or object. */
  errors: readonly string[];
  /** Codes of per-item errors inside a 200 or 201. */
  itemErrors: readonly string[];
  /** How many items carry each code, where that is worth saying: `NOT_FOUND 3`. */
  itemErrorCounts: readonly string[];
  itemCount: number;
  /** A success that found nothing. */
  emptyResult: boolean;
  creditsCharged: number;
  creditsLeft: number;
  requestId: string;
  /** When the answer came that asks for a wait (epoch milliseconds). */
  answeredAt: number;
  /** Seconds to wait, from Retry-After. */
  retryAfter: number;
  /** Seconds to wait by whatever the answer states, and where it states them. */
  waitSeconds: number;
  waitSource: string;
  /** The request window known to be used up, and its ceiling and reset. */
  windowEmpty: WindowName;
  /** Windows in which a refused answer counts calls left. */
  windowsOpen: readonly WindowName[];
  windowLimit: number;
  /** Seconds until the empty window opens again. */
  windowReset: number;
  keyDefects: readonly KeyDefectName[];
  /** Where the key is or was looked for: name of a variable, path of a file, `stdin`. */
  keyPlace: string;
  keyKind: KeyKind;
  /** The name, where the key is or was looked for in a variable. */
  keyVariable: string;
  keyNamedBy: KeyPlaceName;
  /** What was found there in place of a key. */
  keyMissing: string;
  /** A place that was not asked for and holds a key. */
  keyElsewhere: string;
  keyPlacement: KeyPlacement;
  /** The same key was accepted elsewhere in this run. */
  keyAccepted: boolean;
  /** How other requests fared beside this one: with no key, with a made-up one, the key as Bearer. */
  withoutKey: Comparison;
  junkKey: Comparison;
  asBearer: Comparison;
  /** The same key at the usage endpoint of V2. */
  olderUsage: Comparison;
  method: string;
  /** Where the request went or was to go: scheme, host and port; the host alone; a port that is not the usual one. */
  origin: string;
  host: string;
  port: number;
  /** What decided it: `--base-url`, `LUSHA_BASE_URL`, the path of a config file, or `default`. */
  hostSource: string;
  /** The proxy on the way, credentials masked, and what named it. */
  proxyUrl: string;
  proxySource: string;
  /** A proxy variable that holds no usable address, and its value, credentials masked. */
  proxyVariable: string;
  proxyValue: string;
  /** What named authorities that are trusted beside those of Node. */
  extraCa: string;
  /** The request cannot be charged, whatever its answer. */
  free: boolean;
  /** Request path without its query. */
  path: string;
  /** Id of the endpoint in the catalogue, or `unlisted`. */
  endpoint: string;
  endpointVersion: string;
  /** The path of the API that is spelt most like one that it does not have. */
  nearestPath: string;
  /** The catalogue has this path under other methods only. */
  otherMethod: boolean;
  /** Plan of the account, from its usage or from the user. */
  plan: string;
  redirect: RedirectKind;
  redirectTo: string;
  /** Seconds this machine's clock is ahead of the server's (negative: behind). */
  clockSkew: number;
  sunset: string;
  /** The announced end in words, seen from now: `ends on 2026-12-31, in 31 days`. */
  sunsetWords: string;
  certificateIssuer: string;
  /** Days until (negative: since) the leaf certificate's expiry. */
  certificateDays: number;
  /** What made the call, and from where. */
  runtime: Runtime;
  platform: Platform;
  /** The shell of this run, where its commands differ from those of the others. */
  shell: Shell;
  /** Findings about proxy variables and TLS switches of the environment. */
  environment: readonly string[];
}

export type FactName = keyof FactValues;

/** One thing observed: name, value, and where it was seen (for a person to check). */
export interface Fact<N extends FactName = FactName> {
  readonly name: N;
  readonly value: FactValues[N];
  readonly seenIn: string;
}

/** All facts of one exchange. A missing name means "not observed", never "false". */
export type Facts = { readonly [N in FactName]?: Fact<N> };
