import type { FailureKind, Phase } from '../../model/exchange.ts';

/** What an exit number of curl leaves possible, and what it says by itself. */
interface CurlExit {
  /** Kinds that fit; words about others tell of something beside it. */
  readonly kinds: readonly FailureKind[];
  /** What it is when no words fit. */
  readonly alone?: FailureKind;
  /** Where the connection broke, which "reset" and "closed" leave open. */
  readonly phase?: Phase;
}

const BROKEN: readonly FailureKind[] = ['connection-reset', 'connection-closed'];
const CERTIFICATE: readonly FailureKind[] = [
  'tls-expired',
  'tls-not-yet-valid',
  'tls-wrong-name',
  'tls-self-signed',
  'tls-unknown-ca',
  'tls-bad-certificate',
];
const HANDSHAKE: readonly FailureKind[] = [
  ...CERTIFICATE,
  ...BROKEN,
  'tls-plain-http',
  'tls-protocol-mismatch',
  'tls-timeout',
  'tls-failure',
];
const LOCAL: CurlExit = { kinds: ['unclassified'], alone: 'unclassified' };

/** By number. 22 and others that follow an answer are not here. Source: curl's list of exit codes. */
const CURL_EXITS: ReadonlyMap<number, CurlExit> = new Map<number, CurlExit>([
  [1, { kinds: ['unclassified', 'malformed-response'], alone: 'unclassified' }],
  [3, LOCAL],
  [5, { kinds: ['proxy-unreachable'], alone: 'proxy-unreachable' }],
  [6, { kinds: ['dns-not-found', 'dns-failure'], alone: 'dns-not-found' }],
  [
    7,
    {
      kinds: [
        'connection-refused',
        'network-unreachable',
        'host-unreachable',
        'blocked-locally',
        'proxy-unreachable',
      ],
      alone: 'connection-refused',
    },
  ],
  [8, { kinds: ['malformed-response'], alone: 'malformed-response' }],
  [16, { kinds: ['malformed-response', ...BROKEN], alone: 'malformed-response', phase: 'wait' }],
  [18, { kinds: ['body-cut'], alone: 'body-cut' }],
  [26, LOCAL],
  [
    28,
    {
      kinds: [
        'dns-timeout',
        'connection-timeout',
        'tls-timeout',
        'headers-timeout',
        'body-timeout',
      ],
    },
  ],
  [35, { kinds: HANDSHAKE, alone: 'tls-failure', phase: 'tls' }],
  [47, LOCAL],
  [51, { kinds: CERTIFICATE, alone: 'tls-bad-certificate' }],
  [52, { kinds: BROKEN, alone: 'connection-closed', phase: 'wait' }],
  [58, LOCAL],
  [59, { kinds: ['tls-protocol-mismatch'], alone: 'tls-protocol-mismatch' }],
  [60, { kinds: CERTIFICATE, alone: 'tls-bad-certificate' }],
  [61, { kinds: ['body-undecodable'], alone: 'body-undecodable' }],
  [77, LOCAL],
  [92, { kinds: ['malformed-response', ...BROKEN], alone: 'connection-reset', phase: 'wait' }],
]);

/** An error that curl or libcurl prints, with its exit number. */
export interface CurlReport {
  readonly number: number;
  /** Its line, and where that stands. */
  readonly line: string;
  readonly at: number;
  readonly end: number;
  readonly rule: CurlExit | undefined;
}

const NUMBERS: readonly RegExp[] = [
  /\bcurl:? ?\((\d{1,3})\)[^\n]{0,2000}/gi,
  /\bcurl error(?: code)?:? {0,2}[(#]?(\d{1,3})\b(?!\.\d)[^\n]{0,2000}/gi,
  /\bpycurl\.error: \((\d{1,3}),[^\n]{0,2000}/gi,
];
const MOST_REPORTS = 200;

/** The errors of curl in a text, in its order. */
export function curlReportsIn(text: string): readonly CurlReport[] {
  return NUMBERS.flatMap((expression) => [...text.matchAll(expression)].slice(0, MOST_REPORTS))
    .map(({ 0: line, 1: digits, index: at }) => {
      const number = Number(digits);
      return { number, line, at, end: at + line.length, rule: CURL_EXITS.get(number) };
    })
    .toSorted((a, b) => a.at - b.at);
}
