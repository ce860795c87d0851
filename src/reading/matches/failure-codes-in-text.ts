import type { FailureKind } from '../../model/exchange.ts';
import { codeOfNumber, kindOfCode } from '../../model/failure-code.ts';
import { isSupposed } from './mood.ts';

/** A code that a text names, and what it stands for. */
export interface NamedCode {
  readonly code: string;
  readonly kind: FailureKind;
  /** Where the code stands, or the number in its place (UTF-16 units). */
  readonly at: number;
  /**
   * What the place says: `cause` as the code of an error or below its cause, `own` behind a system
   * call or on the first line.
   */
  readonly place: 'cause' | 'own' | 'elsewhere';
}

export const CODE =
  /\b(?:[A-Z][A-Z\d]{1,30}(?:_[A-Z\d/]{1,30}){0,12}|HTTPParserError|AbortError|TimeoutError)\b/g;
/** Numbers that stand for a code: of Windows, and of NSS. */
const NUMBER = /\b0x8[\da-f]{7}\b|(?<=\bNSS error )-\d{4,5}\b/gi;
/** An ordinary word as well as a code. */
const AMBIGUOUS = ['UNSPECIFIED'];
const LONGEST_BEFORE = 160;
/** A sentence of a person, in characters; and how many of them are looked at. */
const LONGEST_SENTENCE = 400;
const MOST_JUDGED = 20;

const IS_MEMBER = /\b(?:code|errno)["']?\s?[:=]\s?["']?$/i;
const IS_CALL = /\b(?:connect|read|write|getaddrinfo) $/;
const IN_CAUSE = /\[cause\]|["']?\bcause["']?:|\bCaused by\b/;

/** The codes of a text that are known, in its order, those of numbers last. */
export function codesIn(text: string): readonly NamedCode[] {
  const firstLine = lineEnd(text, text.length - text.trimStart().length);
  let judged = 0;
  const words = [...text.matchAll(CODE)].flatMap(({ 0: code, index: at }): NamedCode[] => {
    const kind = AMBIGUOUS.includes(code) ? undefined : kindOfCode(code);
    if (kind === undefined) return [];
    const before = lineBefore(text, at);
    if (isListed(before, text.slice(at + code.length, at + code.length + 4))) return [];
    if (judged < MOST_JUDGED && isShortLine(text, at)) {
      judged += 1;
      if (isSupposed(text, at, code.length)) return [];
    }
    if (IS_MEMBER.test(before) || IN_CAUSE.test(before))
      return [{ code, kind, at, place: 'cause' }];
    const isOwn = at < firstLine || IS_CALL.test(before);
    return [{ code, kind, at, place: isOwn ? 'own' : 'elsewhere' }];
  });
  const numbers = [...text.matchAll(NUMBER)].flatMap(({ 0: number, index: at }): NamedCode[] => {
    const code = codeOfNumber(number);
    const kind = code === undefined ? undefined : kindOfCode(code);
    return code === undefined || kind === undefined ? [] : [{ code, kind, at, place: 'elsewhere' }];
  });
  return [...words, ...numbers];
}

/** Kinds that say that somebody gave up, and not why: any other code tells more. */
const OPEN: readonly FailureKind[] = ['unclassified', 'interrupted', 'deadline'];

export function isOpen(kind: FailureKind): boolean {
  return OPEN.includes(kind);
}

/**
 * The code that decides: one that the error gives as its own before one that is only mentioned,
 * and one that names a reason before one that says that somebody gave up.
 */
export function decidingCode(codes: readonly NamedCode[]): NamedCode | undefined {
  const own = codes.filter(({ place }) => place !== 'elsewhere');
  const telling = (code: NamedCode): boolean => !isOpen(code.kind);
  const known = (code: NamedCode): boolean => code.kind !== 'unclassified';
  return (
    own.find(telling) ?? own.find(known) ?? codes.find(telling) ?? codes.find(known) ?? codes[0]
  );
}

/** An element of a list of codes: a setting, not what happened. */
function isListed(before: string, after: string): boolean {
  const quoted = /(?:^|[^\\])["']$/.test(before) && /^["']/.test(after);
  if (!quoted) return false;
  const ahead = before.slice(0, -1).trimEnd();
  return ahead === '' || ahead.endsWith('[') || /["'],$/.test(ahead);
}

function isShortLine(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - LONGEST_SENTENCE), at + LONGEST_SENTENCE);
  const own = Math.min(at, LONGEST_SENTENCE);
  const starts = at <= LONGEST_SENTENCE || near.lastIndexOf('\n', own) !== -1;
  return starts && (near.includes('\n', own) || at + LONGEST_SENTENCE >= text.length);
}

function lineBefore(text: string, at: number): string {
  const from = Math.max(0, at - LONGEST_BEFORE);
  const before = text.slice(from, at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
