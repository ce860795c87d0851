import { editDistance } from '../../../knowledge/look-up/edit-distance.ts';
import { nearest } from '../../../knowledge/look-up/nearest.ts';
import { EMPTY_WORDS, SAME_WORDS } from '../../../knowledge/questions/same-words.ts';

/** Pairs of words that are one thing, written in several ways. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w)['’](?=\w)/g, ''],
  [/\be-mails?\b/g, 'email'],
  [/\b(?:api[ _-]?)keys?\b/g, 'key'],
  [/\b(?:rate[ -]?)limit/g, 'limit'],
  [/\b(?:phone|mobile|cell) numbers?\b/g, 'phone'],
  [
    /(?<=\b(?:look|set|top|sign))[ -](?=(?:up|alike)s?\b)|(?<=\btime)[ -](?=outs?\b)|(?<=\bweb)[ -](?=hooks?\b)|(?<=\bdata)[ -](?=points?\b)|(?<=\b(?:linked|log|sign))[ -](?=in\b)|(?<=\broll)[ -](?=over\b)/g,
    '',
  ],
  [/\bup[ -]to[ -]date\b/g, 'fresh'],
  [/\bno longer\b/g, 'stopped'],
  [
    /\b(?:no (?:match(?:es)?|results?|data)|not? found|(?:does|did|do|can|could|would)(?:nt| ?not) find|(?:finds?|found|returns?) (?:nothing|nobody|no ?one)|(?:nothing|nobody|no ?one) (?:(?:is|was|gets?) )?found|empty (?:results?|answers?|responses?)|(?:zero|0) (?:results?|matches))\b/g,
    'nomatch',
  ],
  [/\bhow much (?:is|are|does|do|for|will|would)\b/g, 'cost'],
  [/\bapi tokens?\b/g, 'key'],
  [/\b(?:run|runs|ran|running) out\b|\bused up\b/g, 'exhausted'],
  // What does not work is another question than how to do it.
  [
    /\b(?:can ?not|could ?not|unable to|(?:do|does|did) ?no?t work|(?:isnt|is not|not) working|(?:cant|couldnt|wont))\b/g,
    'fail $&',
  ],
  [/\bhow (many|long|often|fast|far|old)\b/g, 'how$1'],
  [
    /\b(?:how|where) (?:do|can|to|could|would|should) (?:(?:i|we|you|one) )?(?:get|find|obtain|create|make|generate)\b/g,
    'obtain',
  ],
];
/** Shorter words are not taken for misspelt ones; in long ones two letters may be wrong. */
const LEAST_MISSPELT = 5;
const LONG_TERM = 8;
const CAMEL_CASE = /\b[a-z]+(?:[A-Z][a-z]+)+\b/g;
const WORD = /[\p{L}\p{N}+]+/gu;
const EMPTY = new Set(EMPTY_WORDS.flatMap((word) => [word, stem(word)]));
const STANDS_FOR = new Map(
  SAME_WORDS.flatMap(([first, ...others]) =>
    [first, ...others].map((word) => [stem(word), stem(first)] as const),
  ),
);

/** Each word is worked out once: long texts repeat themselves. */
const KNOWN = new Map<string, string | null>();

/** The terms of a short text, a name or a question, in its order: stems of the words that say something. */
export function termsOf(text: string): string[] {
  const parted = text.replaceAll(
    CAMEL_CASE,
    (name) => `${name} ${name.replaceAll(/[A-Z]/g, ' $&')}`,
  );
  let plain = parted.toLowerCase();
  for (const [pattern, word] of ONE_WORD) plain = plain.replaceAll(pattern, word);
  return termsIn(plain);
}

/** The terms of a long text, without a look at words that are written in several ways. */
export function termsIn(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).flatMap((word) => termOf(word) ?? []);
}

/** What a word is found by: its stem, or that of the word it is the same as; null when it says nothing. */
function termOf(word: string): string | null {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const root = stem(word);
  const isEmpty = EMPTY.has(word) || EMPTY.has(root) || (word.length === 1 && !/\d/.test(word));
  const term = isEmpty ? null : (STANDS_FOR.get(root) ?? root);
  KNOWN.set(word, term);
  return term;
}

/** The term that a misspelt one stands for, where that is a word with others of the same meaning. */
export function meantTerm(term: string): string {
  if (term.length < LEAST_MISSPELT) return term;
  const [close] = nearest(term, [...STANDS_FOR.keys()], 1);
  const isClose =
    close !== undefined && editDistance(term, close) <= (term.length < LONG_TERM ? 1 : 2);
  return isClose ? (STANDS_FOR.get(close) ?? term) : term;
}

/** `calls` and `call`, `charged` and `charge`, `companies` and `company` are one word. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return word.replace(/(?:ies|ied|y)$/, 'i').replace(/(?<=...)(?:ing|ed|es|ly|s|e)$/, '');
}
