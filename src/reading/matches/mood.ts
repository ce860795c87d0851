import {
  OVER,
  PRINTED_SENTENCES,
  REPORTS,
  SUPPOSED_AFTER,
  SUPPOSED_BEFORE,
} from '../../knowledge/text-kinds/moods.ts';
import { headKindOf } from '../logs/line-head.ts';

const FARTHEST = 240;
/** A sentence of a person has words; a line of a program has signs. */
const FEWEST_WORDS = 5;
const FEWEST_LETTERS = 10;
const LEVEL = /\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/;
/** When somebody said it and who, as chats export it. */
const CHAT =
  /^(?:\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? )?(?:\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\]?:? )?[-–]? ?(?=\p{L}[\p{L} .'-]{0,40}:)/u;
const SENTENCE_END = /[.;!?](?=\s|$)|\n/g;

/**
 * True when the words at this place are part of a sentence that only supposes a failure, or speaks of one
 * that is over: "retry when Lusha answers 429", "the 401 is fixed". Lines of programs are never of this kind.
 */
export function isSupposed(text: string, at: number, length: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const line = text.slice(start, stop === -1 ? text.length : stop);
  if (!isProse(line)) return false;
  const isReported = REPORTS.some((words) => words.test(text.slice(0, FARTHEST * 40)));
  const before = lastSentence(text.slice(Math.max(start, at - FARTHEST), at));
  const after = text.slice(at + length, Math.min(stop === -1 ? text.length : stop, at + FARTHEST));
  const sentence = `${before}${text.slice(at, at + length)}${after.split(/[.;!?](?:\s|$)/, 1)[0] ?? ''}`;
  if (OVER.some((words) => words.test(line))) return true;
  if (REPORTS.some((words) => words.test(sentence))) return false;
  if (isTalk(text) && OVER.some((words) => words.test(text.slice(at, at + FARTHEST * 8))))
    return true;
  if (SUPPOSED_BEFORE.some((words) => words.test(before))) return true;
  if (SUPPOSED_AFTER.some((words) => words.test(after))) return true;
  // Sentences in which nobody says that anything happened explain, plan or remind.
  return !isReported && !isShort(text);
}

const MOST_OF_SHORT = 3;
const LONGEST_SHORT = 400;

/** What somebody types, and all that there is. */
function isShort(text: string): boolean {
  return text.length <= LONGEST_SHORT && text.trim().split(/\n+/).length <= MOST_OF_SHORT;
}

const EVENT =
  /\b(?:err(?:or)?|errno|exception|fail(?:ed|ure|s|ing)?|fatal|warn(?:ing)?|critical|panic|denied|rejected|refused|aborted|giving up|status|http|response|responded|answered|returned|received|reply|body|message|msg|reason|detail|cause|code|output|result|stderr)\b|[{}"]\s{0,3}[:,]|->|=>|→|\[[45]\d\d\]|^\s{0,20}[45]\d\d\b/i;

/**
 * True when nothing on the line of these words says that they were an answer: no level, no status, no
 * word of a failure, and nobody in the text reports one. Alone in a short text they always are.
 */
export function isBare(text: string, at: number): boolean {
  if (isShort(text)) return false;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const line = text.slice(start, stop === -1 ? text.length : stop);
  const around = line.slice(0, at - start);
  const isAlone = /^[\s>|│*•-]{0,40}$/.test(around);
  if (headKindOf(line) !== null || EVENT.test(around) || isAlone) return false;
  return !REPORTS.some((words) => words.test(text.slice(0, FARTHEST * 40)));
}

/** What a sentence quotes: an object, words between backquotes or quotes, an address. */
const QUOTED =
  /\{[^{}\n]{0,600}\}|`[^`\n]{1,600}`|"(?:[^"\\\n]|\\.){1,600}"|“[^”\n]{1,600}”|https?:\/\/[^\s)"'`>]{1,300}/g;
const QUOTE_MARK = '\u2026';

/** A line with a mark in place of each thing that it quotes. */
export function unquoted(line: string): string {
  return line.replace(QUOTED, QUOTE_MARK);
}

/**
 * True for a sentence that quotes a failure which it only supposes: what it quotes is no answer that came.
 * Lines of programs, and sentences that quote nothing, are never of this kind.
 */
export function supposesQuoted(line: string, text: string): boolean {
  const plain = unquoted(line);
  const at = plain.indexOf(QUOTE_MARK);
  if (at === -1 || !isProse(plain)) return false;
  return isSupposed(`${plain}\n${unquoted(text)}`, at, QUOTE_MARK.length);
}

/** A text of people: most of its lines are sentences. */
function isTalk(text: string): boolean {
  const lines = text
    .slice(0, FARTHEST * 20)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.filter(isProse).length * 2 >= lines.length;
}

const NAME = String.raw`(?!(?:trce|dbug|info|warn|fail|crit|error|note|body|message|status|response|caused)\b)(?:\p{Lu}[\p{Ll}.'’-]{0,20}(?: \p{Lu}[\p{Ll}.'’-]{0,20}){0,3}|@?\p{Ll}[\p{Ll}\d._-]{1,20})`;
/** When somebody said it and who; without a time a name begins with a capital. */
const SAID = new RegExp(
  String.raw`^(?:\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\]?:?[ ,–-]{1,3}${NAME}|(?=\p{Lu})${NAME}): \S`,
  'u',
);

/** A line of a chat: who says it, and perhaps when. */
export function isSaid(line: string): boolean {
  return SAID.test(line) && !LEVEL.test(line);
}

/** A line that a person wrote: words one after the other, none of the signs of programs. */
export function isProse(whole: string): boolean {
  if (PRINTED_SENTENCES.some((form) => form.test(whole))) return false;
  const line = whole.replace(CHAT, '');
  if (headKindOf(line) !== null || (line === whole && LEVEL.test(line))) return false;
  if ((line.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g) ?? []).length >= FEWEST_LETTERS)
    return true;
  const words =
    line.match(/(?<![\p{L}\d_./:=-])[\p{L}'’]{1,20}(?![\p{L}\d_/=(-])[,.;!?:]?/gu) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const signs = line.match(/[{}<>=\\|]|::|\/\/|\w\(|\b0x/g) ?? [];
  return signs.length * 4 <= words.length;
}

function lastSentence(before: string): string {
  const ends = [...before.matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  return last === undefined ? before : before.slice(last.index + 1);
}
