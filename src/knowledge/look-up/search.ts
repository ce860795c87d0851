import { editDistance } from './edit-distance.ts';

/** Something that can be found by words, its fields with how much a word in them counts. */
export interface Findable<T> {
  readonly thing: T;
  readonly fields: readonly (readonly [weight: number, text: string])[];
}

/** A thing that was found, and how well it fits; scores of one search compare with each other. */
export interface Hit<T> {
  readonly thing: T;
  readonly score: number;
}

/** Longer questions are cut: the first words carry the meaning. */
const MOST_WORDS = 12;
/** Words that stand in every text. */
const EMPTY_WORDS = new Set(
  'a an and are as at be by do for from get got has have how i in is it me my no not of on or that the this to was we what when why with you your'.split(
    ' ',
  ),
);
/** Words of the trade, and what the texts of the catalogue say for them. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['newline', 'break'],
  ['linefeed', 'break'],
  ['whitespace', 'blanks'],
  ['space', 'blanks'],
  ['spaces', 'blanks'],
  ['throttled', 'limit'],
  ['throttling', 'limit'],
  ['billing', 'credits'],
  ['money', 'credits'],
  ['cert', 'certificate'],
  ['hostname', 'host'],
  ['unauthorised', 'unauthorized'],
]);
/** Shorter words are not taken for misspelt ones. */
const LEAST_MISSPELT = 5;
const EXACT = 1;
const SAME_STEM = 0.8;
const BEGINNING = 0.6;
const MISSPELT = 0.4;

/**
 * The things whose texts hold the words of a question, best first. A word counts more the fewer
 * things have it; a thing that lacks words of the question counts less. Pure; bounded by the
 * length of the question, of which twelve words are read.
 */
export function search<T>(question: string, things: readonly Findable<T>[]): readonly Hit<T>[] {
  const words = wordsOf(question).map((word) => SAME.get(word) ?? word);
  const wanted = [...new Set(words)].slice(0, MOST_WORDS);
  if (wanted.length === 0) return [];
  const indexed = things.map(({ thing, fields }) => ({ thing, words: weighed(fields) }));
  const vocabulary = new Set(indexed.flatMap(({ words }) => [...words.keys()]));
  const likeness = wanted.map((word) => likenessTo(word, vocabulary));
  const matches = indexed.map(({ thing, words }) => ({
    thing,
    marks: likeness.map((like) => markOf(words, like)),
  }));
  const rarity = wanted.map((_, at) => {
    const having = matches.filter(({ marks }) => (marks[at] ?? 0) > 0).length;
    return Math.log(1 + things.length / (1 + having));
  });
  return matches
    .map(({ thing, marks }) => {
      const sum = marks.reduce((total, mark, at) => total + mark * (rarity[at] ?? 0), 0);
      const share = marks.filter((mark) => mark > 0).length / wanted.length;
      return { thing, score: Math.round(sum * share * share * 100) / 100 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Lower-case words and numbers; names such as `x-daily-requests-left` give their parts as well. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .slice(0, 4000)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** For each word of a thing the weight of the best field it stands in. */
function weighed(fields: Findable<unknown>['fields']): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [weight, text] of fields) {
    for (const word of wordsOf(text)) words.set(word, Math.max(weight, words.get(word) ?? 0));
  }
  return words;
}

/** Which words of the vocabulary stand for a wanted one; misspelt ones only when nothing is closer. */
function likenessTo(wanted: string, vocabulary: ReadonlySet<string>): ReadonlyMap<string, number> {
  const like = new Map<string, number>();
  for (const word of vocabulary) {
    const likeness = closeness(wanted, word);
    if (likeness > 0) like.set(word, likeness);
  }
  if (like.size > 0 || wanted.length < LEAST_MISSPELT || wanted.length > 40) return like;
  const most = wanted.length < 8 ? 1 : 2;
  for (const word of vocabulary) {
    const near = Math.abs(word.length - wanted.length) <= most;
    if (near && editDistance(wanted, word) <= most) like.set(word, MISSPELT);
  }
  return like;
}

function closeness(wanted: string, word: string): number {
  if (word === wanted) return EXACT;
  if (stem(word) === stem(wanted)) return SAME_STEM;
  const [short, long] = wanted.length < word.length ? [wanted, word] : [word, wanted];
  return short.length >= 4 && long.startsWith(short) ? BEGINNING : 0;
}

/** `calls` and `call`, `daily` and `day`, `exhausted` and `exhaust` are one word. */
function stem(word: string): string {
  if (word === 'daily') return 'day';
  return word.length < 4 ? word : word.replace(/(?:ies|ing|ed|ly|es|s|e)$/, '');
}

function markOf(words: ReadonlyMap<string, number>, like: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [word, likeness] of like) best = Math.max(best, (words.get(word) ?? 0) * likeness);
  return best;
}
