import { EMPTY_WORDS, SAME_WORDS } from '../../../knowledge/questions/same-words.ts';

/** Pairs of words that are one thing, written in several ways. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w)['’](?=\w)/g, ''],
  [/\be-mails?\b/g, 'email'],
  [/\b(?:api[ _-]?)keys?\b/g, 'key'],
  [/\b(?:rate[ -]?)limit/g, 'limit'],
  [/\b(?:phone|mobile|cell) numbers?\b/g, 'phone'],
  [/\b(look|time)[ -](up|out|alike)/g, '$1$2'],
  [/\b(web|data|linked|log|sign|set|top)[ -](hook|point|in|up)/g, '$1$2'],
  [/\b(roll)[ -](over)/g, '$1$2'],
  [/\bup[ -]to[ -]date\b/g, 'fresh'],
  [/\bno longer\b/g, 'stopped'],
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

/** `calls` and `call`, `charged` and `charge`, `companies` and `company` are one word. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return word.replace(/(?:ies|ied|y)$/, 'i').replace(/(?<=...)(?:ing|ed|es|ly|s|e)$/, '');
}
