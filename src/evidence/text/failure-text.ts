import type { Failure, FailureKind, Phase, ProxyHop } from '../../model/exchange.ts';
import { kindOfCode } from '../../model/failure-code.ts';
import { oneLine } from '../one-line.ts';
import { bodyOfText } from './body-text.ts';
import {
  FAILURE_PHRASES,
  PROXY_PHRASES,
  TUNNEL_STATUSES,
  usualPhase,
  type FailurePhrase,
} from './failure-phrases.ts';

/** A failure that a text reports, with the proxy's answer when it was one. */
export interface ReportedFailure {
  readonly failure: Failure;
  readonly proxy?: ProxyHop;
}

const LONGEST_SEARCHED = 65_536;
const LONGEST_MESSAGE = 500;

/** A failure of a proxy that a text reports. It goes before everything else the text says. */
export function proxyFailureIn(text: string): ReportedFailure | null {
  const searched = text.slice(0, LONGEST_SEARCHED);
  for (const words of TUNNEL_STATUSES) {
    const match = words.exec(searched);
    if (match === null) continue;
    const status = Number(match[1]);
    const kind = status === 407 ? 'proxy-auth-required' : 'proxy-refused';
    const connect = { status, statusText: '', headers: [], body: bodyOfText('') };
    return {
      failure: failureOf(searched, match[0], kind, 'proxy'),
      proxy: { url: 'unknown', source: 'pasted text', connect },
    };
  }
  return phraseIn(searched, PROXY_PHRASES);
}

/** A failure of the connection that a text reports, by its words or by a system code. */
export function connectionFailureIn(text: string): ReportedFailure | null {
  const searched = text.slice(0, LONGEST_SEARCHED);
  return phraseIn(searched, FAILURE_PHRASES) ?? codeIn(searched);
}

function phraseIn(text: string, phrases: readonly FailurePhrase[]): ReportedFailure | null {
  const lower = text.toLowerCase();
  for (const { kind, phase, says } of phrases) {
    for (const words of says) {
      const found =
        typeof words === 'string'
          ? lower.includes(words.toLowerCase()) && words
          : words.exec(text)?.[0];
      if (found) return { failure: failureOf(text, found, kind, phase ?? usualPhase(kind)) };
    }
  }
  return null;
}

const CODE =
  /\b(?:[A-Z][A-Z\d]{1,30}(?:_[A-Z\d/]{1,30}){0,12}|HTTPParserError|AbortError|TimeoutError)\b/g;
/** An ordinary word as well as a code. */
const AMBIGUOUS = ['UNSPECIFIED'];

function codeIn(text: string): ReportedFailure | null {
  for (const [code] of text.matchAll(CODE)) {
    const kind = AMBIGUOUS.includes(code) ? undefined : kindOfCode(code);
    if (kind !== undefined) {
      return { failure: failureOf(text, code, kind, phaseOf(kind, code, text)) };
    }
  }
  return null;
}

/** Node names the system call in front of the code. */
function phaseOf(kind: FailureKind, code: string, text: string): Phase {
  if (text.includes(`connect ${code}`)) return 'tcp';
  return text.includes(`read ${code}`) ? 'wait' : usualPhase(kind);
}

function failureOf(text: string, words: string, kind: FailureKind, phase: Phase): Failure {
  return { kind, code: codeFor(text, words, kind), phase, message: oneLine(text, LONGEST_MESSAGE) };
}

/** The system's code when the text names one that fits, else curl's number, else the words found. */
function codeFor(text: string, words: string, kind: FailureKind): string {
  const codes = [...text.matchAll(CODE)].map(([code]) => code);
  const own = codes.find((code) => !AMBIGUOUS.includes(code) && kindOfCode(code) === kind);
  const curl = /\bcurl(?: error)?:? ?\(?(\d{1,3})\)?:?/i.exec(text)?.[1];
  if (own !== undefined) return own;
  if (curl !== undefined) return `curl ${curl}`;
  return codes.find((code) => /^(?:UND_)?ERR_/.test(code)) ?? oneLine(words, 80);
}
