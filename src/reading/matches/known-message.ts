import { knownMessages, type KnownMessage } from '../../knowledge/known-messages.ts';
import { isClientWords } from './client-words.ts';
import { isBare, isSupposed } from './mood.ts';
import { isReasonPhrase } from './reason-phrase.ts';
import { isSaidByAnother } from './said-by-another.ts';

const MOST_LINES = 400;
const LONGEST_LINE = 2000;
const MOST_SEARCHED = 32_768;
const MOST_PARTS = 24;
/** Shorter words, and single ones, also stand in what people write. */
const LEAST_TELLING = 12;
/** What sets an answer's words off from those around it. */
const SET_OFF = /(?:: {1,12}|["'“”‘’«(\x60]|\] |\t|\| |- |=)["'“‘«\x60]?/g;
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\x60': '\x60',
  '“': '”',
  '‘': '’',
  '«': '»',
  '(': ')',
};
/** What a mail program or a shell puts before a line. */
const MARGIN = /^[\s>|│*•-]{1,20}/;

/**
 * The words of Lusha's that a text repeats anywhere: on a line of their own, in quotes or brackets,
 * after a colon. Null when no cause knows any of its lines. With a status only words that come with
 * it are taken.
 */
export function knownMessageIn(text: string, status: number | null = null): string | null {
  for (const hit of hitsIn(text, status)) if (!hit.isNoEvent) return hit.words;
  return null;
}

/** True when the text repeats such words, and every time as those of another service or of no event. */
export function repeatsAnother(text: string): boolean {
  let isFound = false;
  for (const { isNoEvent } of hitsIn(text, null)) {
    if (!isNoEvent) return false;
    isFound = true;
  }
  return isFound;
}

function* hitsIn(
  text: string,
  status: number | null,
): Generator<{ readonly words: string; readonly isNoEvent: boolean }> {
  const searched = text.slice(0, MOST_SEARCHED);
  const messages = knownMessages().filter(
    ({ statuses }) => status === null || statuses.length === 0 || statuses.includes(status),
  );
  let start = 0;
  for (let seen = 0; seen < MOST_LINES && start < searched.length; seen += 1) {
    const end = searched.indexOf('\n', start);
    const line = searched.slice(start, end === -1 ? searched.length : end).slice(0, LONGEST_LINE);
    const hit = wordsIn(line, messages);
    if (hit !== null) {
      const at = start + hit.at;
      const isNoEvent =
        isSaidByAnother(searched, at) ||
        isSupposed(searched, at, hit.words.length) ||
        isBare(searched, at);
      yield { words: hit.words, isNoEvent };
    }
    if (end === -1) return;
    start = end + 1;
  }
}

interface Hit {
  readonly at: number;
  readonly words: string;
}

function wordsIn(line: string, messages: readonly KnownMessage[]): Hit | null {
  if (line.trim().length < LEAST_TELLING) return null;
  const margin = MARGIN.exec(line)?.[0].length ?? 0;
  const starts = [margin];
  for (const { index, 0: mark } of line.matchAll(SET_OFF)) {
    if (starts.length > MOST_PARTS) break;
    starts.push(index + mark.length);
  }
  const told = firstTold(line, starts, messages);
  if (told === null) return null;
  const at = starts.findLast((start) => start <= told) ?? margin;
  const words = withoutEnd(line.slice(at), line[at - 1]);
  return isClientWords(words) ? null : { at, words };
}

/** Where the first words that a cause knows begin. */
function firstTold(
  line: string,
  starts: readonly number[],
  messages: readonly KnownMessage[],
): number | null {
  let first: number | null = null;
  for (const { words } of messages) {
    // Words that have to come first may do so in any part of the line.
    const parts = words.source.includes('^') ? starts : starts.slice(0, 1);
    for (const start of parts) {
      const match = words.exec(line.slice(start));
      if (match === null || !isTelling(match)) continue;
      first = Math.min(first ?? Infinity, start + match.index);
      break;
    }
  }
  return first;
}

function isTelling({ 0: words, index, input }: RegExpExecArray): boolean {
  if (words.length < LEAST_TELLING || !words.includes(' ')) return false;
  // "429 Too Many Requests" is a status; "Too many requests. Please wait before …" is a message.
  return !isReasonPhrase(words) || /^\. \p{L}/u.test(input.slice(index + words.length));
}

/** Quotes and brackets that were opened before the words end them. */
function withoutEnd(words: string, opening = ''): string {
  const closing = CLOSING[opening];
  const end = closing === undefined ? -1 : words.lastIndexOf(closing);
  return (end > 0 ? words.slice(0, end) : words).trim();
}
