import type { Failure, FailureKind, Phase, ProxyHop } from '../../model/exchange.ts';
import { oneLine } from '../../evidence/one-line.ts';
import { bodyOfText } from './body-text.ts';
import { browserRefusalIn, openRefusalIn, type BrowserRefusal } from './cors-text.ts';
import { curlReportsIn, type CurlReport } from './curl-exit.ts';
import { isPieceOfCommand } from './curl-quoting.ts';
import { CODE, codesIn, decidingCode, isOpen, type NamedCode } from './failure-codes-in-text.ts';
import { FAILURE_PHRASES, LAST_PHRASES } from './failure-phrases.ts';
import { usualPhase, type FailurePhrase } from '../../knowledge/transport-texts/phrase.ts';
import {
  PROXY_PHRASES,
  TUNNEL_STATUSES,
  type TunnelStatus,
} from '../../knowledge/transport-texts/proxies.ts';
import { withoutMocks } from './mocks.ts';
import { statusOfReason } from './reason-phrase.ts';
import { sinkholeIn } from './sinkhole.ts';
import { otherPortIn } from './refused-port.ts';
import { withoutSettings } from './settings-text.ts';

/** A failure that a text reports, with the proxy's answer when it was one. */
export interface ReportedFailure {
  readonly failure: Failure;
  readonly proxy?: ProxyHop;
}

const LONGEST_SEARCHED = 65_536;
const LONGEST_MESSAGE = 500;
const LONGEST_CODE = 80;

/** The beginning of a text, without settings and without what stands in for the network in tests. */
function searchable(text: string): string {
  return withoutMocks(withoutSettings(text.slice(0, LONGEST_SEARCHED)));
}

/** A failure of a proxy that a text reports. It goes before everything else the text says. */
export function proxyFailureIn(text: string): ReportedFailure | null {
  const searched = searchable(text);
  for (const { says, group, beside } of TUNNEL_STATUSES) {
    const match = says.exec(searched);
    if (match === null || (beside !== undefined && !beside.test(searched))) continue;
    const status = statusOf(match[1] ?? '', group);
    if (status === null || status < 300) continue;
    const kind = status === 407 ? 'proxy-auth-required' : 'proxy-refused';
    const connect = { status, statusText: '', headers: [], body: bodyOfText('') };
    return {
      failure: failureOf(searched, {
        kind,
        phase: 'proxy',
        code: codeFor(searched, match[0], kind),
      }),
      proxy: { url: 'unknown', source: 'pasted text', connect },
    };
  }
  return phraseIn(searched, PROXY_PHRASES);
}

function statusOf(found: string, group: TunnelStatus['group']): number | null {
  if (group === 'reason') return statusOfReason(found);
  if (group === undefined) return Number(found);
  return Number(String.fromCharCode(...found.split(',').map(Number)));
}

/**
 * A refusal by the rules of a browser (CORS). Ask for it before any status: browsers name the
 * status of an answer that they kept from the page.
 */
export function corsFailureIn(text: string): ReportedFailure | null {
  const searched = text.slice(0, LONGEST_SEARCHED);
  return byBrowser(searched, browserRefusalIn(searched));
}

/** A failure of the connection that a text reports, by its words or by a system code. */
export function connectionFailureIn(text: string): ReportedFailure | null {
  const searched = searchable(text);
  const reports = curlReportsIn(searched);
  const [piece] = reports.filter((report) => isPieceOfCommand(report, searched));
  if (piece === undefined)
    return (
      atItsPort(searched, failureIn(searched, reports)) ??
      byBrowser(searched, openRefusalIn(searched))
    );
  const others = reports.filter((report) => !isPieceOfCommand(report, searched));
  const found = failureIn(without(searched, reports, others), others);
  return found ?? pieceFailure(searched, piece);
}

/** What only the client of a call that nobody answered says: Node's, Go's, Python's, PHP's and Perl's. */
const UNANSWERED =
  /\b(?:getaddrinfo|queryA{1,4}|connect|read|write) E[A-Z_]{3,20}\b|\b(?:Get|Post|Put|Patch|Delete|Head) \\{0,3}"https?:\/\/[^\s"\\]{1,1000}\\{0,3}": (?!.{0,120}\bstatus\b)|\bHTTPS?ConnectionPool\(host=|\bcURL error \d{1,3}: |\b500 (?:Can't connect to \S{1,255} \(|read timeout\b|SSL negotiation failed\b|Status read failed\b)/;

/**
 * The failure of a call that nobody answered, where its client says so. A program that passes such
 * words on has a status of its own beside them.
 */
export function unansweredIn(text: string): ReportedFailure | null {
  return UNANSWERED.test(text.slice(0, LONGEST_SEARCHED)) ? connectionFailureIn(text) : null;
}

/**
 * The failure whose code a text gives as that of the error or of its cause: behind `code:` or
 * `errno:`, or on the line of a cause. Ask for it before a status that stands
 * somewhere else: a server that failed to reach the API logs a status of its own below. Null for
 * codes that only say that somebody gave up, for those of lists and settings, and for curl, whose
 * number decides.
 */
export function causeCodeIn(text: string): ReportedFailure | null {
  const searched = searchable(text);
  if (curlReportsIn(searched).length > 0) return null;
  const named = codesIn(searched).filter(({ kind, place }) => place === 'cause' && !isOpen(kind));
  const [first] = named;
  if (first === undefined) return null;
  const said = phraseIn(
    searched,
    FAILURE_PHRASES.filter(({ kind }) => !isOpen(kind)),
  );
  return atItsPort(searched, bestOf(said, byCode(searched, named)));
}

/** Failures that leave a status as it was: the answer began, and its body was not taken whole. */
const OF_BODY: readonly FailureKind[] = ['body-cut', 'body-timeout', 'body-undecodable'];

/**
 * The failure of a body of which the status is known. Ask for it where the status is one of
 * success, which such a call was not.
 */
export function bodyFailureIn(text: string): ReportedFailure | null {
  const searched = searchable(text);
  return phraseIn(
    searched,
    FAILURE_PHRASES.filter(
      ({ kind, phase }) => OF_BODY.includes(kind) || (kind === 'unclassified' && phase === 'body'),
    ),
  );
}

/** The words of all clients and the codes of all systems; curl's number says which can be meant. */
function failureIn(text: string, reports: readonly CurlReport[]): ReportedFailure | null {
  const report = reports.find(({ rule }) => rule !== undefined);
  const rule = report?.rule;
  const found =
    bestOf(phraseIn(text, FAILURE_PHRASES, rule?.kinds), codeIn(text, rule?.kinds)) ??
    phraseIn(text, LAST_PHRASES, rule?.kinds);
  if (found !== null || report === undefined || rule?.alone === undefined) {
    return found === null || rule?.phase === undefined ? found : brokenIn(found, rule.phase);
  }
  const phase = rule.phase ?? usualPhase(rule.alone);
  return { failure: failureOf(text, { kind: rule.alone, phase, code: `curl ${report.number}` }) };
}

/** How a name that leads to a blocked address fails. */
const SUNK: readonly FailureKind[] = [
  'connection-refused',
  'connection-timeout',
  'connection-reset',
  'connection-closed',
  'network-unreachable',
  'host-unreachable',
  'tls-unknown-ca',
  'tls-self-signed',
  'tls-wrong-name',
  'tls-failure',
  'tls-timeout',
];

/**
 * A refused connection to a port that is not the API's: the client went to a proxy, or to a base
 * URL of its own. The port is the evidence, and stands beside the code.
 */
function atItsPort(text: string, found: ReportedFailure | null): ReportedFailure | null {
  if (found === null) return null;
  const sink = SUNK.includes(found.failure.kind) ? sinkholeIn(text) : null;
  if (sink !== null) {
    const code = oneLine(`${found.failure.code}, ${sink.address} of ${sink.by}`, LONGEST_CODE);
    return { ...found, failure: { ...found.failure, code } };
  }
  if (found.failure.kind !== 'connection-refused') return found;
  const other = otherPortIn(text);
  if (other === null) return found;
  const code = oneLine(`${found.failure.code}, port ${other.port}`, LONGEST_CODE);
  const failure: Failure = { ...found.failure, code };
  return {
    ...found,
    failure: other.isProxy ? { ...failure, kind: 'proxy-unreachable', phase: 'proxy' } : failure,
  };
}

/** Kinds of which a code often says more. */
const GENERAL: readonly FailureKind[] = ['tls-failure', 'tls-bad-certificate'];

/** Words go before codes, but for those that only say that TLS failed. */
function bestOf(
  said: ReportedFailure | null,
  coded: ReportedFailure | null,
): ReportedFailure | null {
  if (said === null) return coded;
  const kind = coded?.failure.kind;
  const isExact = kind?.startsWith('tls-') === true && !GENERAL.includes(kind);
  return GENERAL.includes(said.failure.kind) && isExact ? coded : said;
}

/** Where the connection broke, when the words only say that it did. */
function brokenIn({ failure, ...rest }: ReportedFailure, phase: Phase): ReportedFailure {
  const isBroken = failure.kind === 'connection-reset' || failure.kind === 'connection-closed';
  return { ...rest, failure: isBroken ? { ...failure, phase } : failure };
}

/** The text without the errors about pieces of the command line. */
function without(
  text: string,
  reports: readonly CurlReport[],
  kept: readonly CurlReport[],
): string {
  let rest = '';
  let from = 0;
  for (const report of reports) {
    if (kept.includes(report) || report.at < from) continue;
    rest += text.slice(from, report.at);
    from = report.end;
  }
  return rest + text.slice(from);
}

function pieceFailure(text: string, { number }: CurlReport): ReportedFailure {
  const code = `curl ${number}, a piece of the command`;
  return { failure: failureOf(text, { kind: 'unclassified', phase: 'send', code }) };
}

function byBrowser(text: string, refusal: BrowserRefusal | null): ReportedFailure | null {
  if (refusal === null) return null;
  const code = oneLine(refusal.code, LONGEST_CODE);
  return { failure: failureOf(text, { kind: 'unclassified', phase: 'wait', code }) };
}

function phraseIn(
  text: string,
  phrases: readonly FailurePhrase[],
  kinds?: readonly FailureKind[],
): ReportedFailure | null {
  const lower = text.toLowerCase();
  for (const { kind, phase = usualPhase(kind), code, isCode, says, beside } of phrases) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    if (beside !== undefined && !beside.test(text)) continue;
    for (const words of says) {
      const found =
        typeof words === 'string'
          ? lower.includes(words.toLowerCase()) && words
          : words.exec(text)?.[0];
      if (!found) continue;
      const named =
        isCode === true && code !== undefined ? code : codeFor(text, code ?? found, kind);
      return { failure: failureOf(text, { kind, phase, code: named }) };
    }
  }
  return null;
}

function codeIn(text: string, kinds?: readonly FailureKind[]): ReportedFailure | null {
  return byCode(
    text,
    codesIn(text).filter(({ kind }) => kinds?.includes(kind) ?? true),
  );
}

function byCode(text: string, codes: readonly NamedCode[]): ReportedFailure | null {
  const found = decidingCode(codes);
  if (found === undefined) return null;
  const { code } = found;
  const phase = phaseOf(found.kind, code, text);
  // On a connection that stands it is the answer that did not come.
  const waited = found.kind === 'connection-timeout' && phase === 'wait';
  const kind = waited ? 'headers-timeout' : found.kind;
  return { failure: failureOf(text, { kind, phase, code }) };
}

/** Node names the system call in front of the code. */
function phaseOf(kind: FailureKind, code: string, text: string): Phase {
  if (text.includes(`connect ${code}`)) return 'tcp';
  return text.includes(`read ${code}`) ? 'wait' : usualPhase(kind);
}

function failureOf(text: string, found: Omit<Failure, 'message'>): Failure {
  return { ...found, message: oneLine(text, LONGEST_MESSAGE) };
}

/** The system's code when the text names one that fits, else curl's number, else the words found. */
function codeFor(text: string, words: string, kind: FailureKind): string {
  if (kind === 'deadline') return words;
  const own = codesIn(text).find((code) => code.kind === kind)?.code;
  if (own !== undefined) return own;
  const [curl] = curlReportsIn(text);
  if (curl !== undefined) return `curl ${curl.number}`;
  if (kind === 'unclassified') return oneLine(words, LONGEST_CODE);
  const other = [...text.matchAll(CODE)].find(([code]) => /^(?:UND_)?ERR_/.test(code))?.[0];
  return other ?? oneLine(words, LONGEST_CODE);
}
