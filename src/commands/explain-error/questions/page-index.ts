import MiniSearch, { type SearchResult } from 'minisearch';
import { VENDOR_NAMES } from '../../../knowledge/vendors.ts';
import type { FoundRow } from '../../../render/pages/search-results.ts';
import { indexedPages } from './pages.ts';
import { meantTerm, termsIn, termsOf } from './terms.ts';

/** A page that fits a question. */
export interface PageHit {
  readonly row: FoundRow;
  /** Compares with the other hits of the same question. */
  readonly score: number;
  /** How much of what the question is about the page speaks of, 0 to 1; rare words count more. */
  readonly share: number;
}

/** How many pages are offered when none is clearly the one. */
const MOST_OFFERED = 3;
/** A page that speaks of less than this of the question does not answer it. */
const LEAST_SHARE = 0.42;
/** Words that stand somewhere in long texts answer nothing. */
const LEAST_SCORE = 5;
/** What some words of a known question count, and what the same question counts beside that. */
const PART = 0.5;
const WHOLE = 1.5;
/** How far the best page is ahead of the next one when it is clearly the one. */
const CLEARLY = 1.25;
/** The same where it leaves much of the question aside. */
const MORE_CLEARLY = 1.6;
const LARGE_SHARE = 0.75;
/** Longer questions are cut: the first words carry the meaning. */
const MOST_WORDS = 24;
const LONGEST_QUESTION = 4000;
/** A word that no page has may be a mere filler. */
const MOST_RARE = 3.5;
/** Another vendor's name: what is asked is asked about somebody else. */
const FOREIGN = new Set(VENDOR_NAMES.flatMap(termsOf));
const FOREIGN_WEIGHT = 10;
/** What a word counts that stands only in the long text of a page. */
const IN_TEXT = 0.6;
/** They tell pages apart, and are not what is asked about. */
const ASKING = new Set(
  termsOf('when, where, who, how many, how long, how often, how fast, how far, how old, obtain'),
);
/** Shorter words are not taken for misspelt ones. */
const LEAST_MISSPELT = 5;
const LONG_WORD = 8;
/** A page of facts answers a question; an endpoint or a word is only about it. */
const BOOST: Readonly<Record<FoundRow['kind'], number>> = {
  topic: 1.15,
  cause: 1,
  conflict: 0.85,
  plan: 0.9,
  status: 0.8,
  term: 0.8,
  endpoint: 0.7,
};

/** An index of every page. Made when the first question comes. */
export class PageIndex {
  readonly #rows: readonly FoundRow[];
  readonly #terms = new Set<string>();
  readonly #pages: MiniSearch;
  /** Each way of asking about a page is an entry of its own: the nearest one counts. */
  readonly #questions: MiniSearch;

  constructor() {
    const pages = indexedPages();
    this.#rows = pages.map(({ row }) => row);
    this.#pages = indexOf(['names', 'title', 'text']);
    this.#questions = indexOf(['asked'], ['page', 'size']);
    this.#pages.addAll(
      pages.map(({ names, title, text }, id) => ({
        id,
        names: this.#kept(termsOf(names)),
        title: this.#kept(termsOf(title)),
        text: this.#kept([...new Set(termsIn(text))]),
      })),
    );
    const asked = pages.flatMap((entry, page) =>
      entry.asked.map((question) => ({ page, terms: [...new Set(termsOf(question))] })),
    );
    this.#questions.addAll(
      asked.map(({ page, terms }, id) => ({
        id,
        page,
        asked: this.#kept(terms),
        size: terms.length,
      })),
    );
  }

  /** The pages that have words of the question, best first. Total; reads 24 words. */
  find(question: string): readonly PageHit[] {
    const terms = termsOf(beginningOf(question));
    const known = terms.map((term) => (this.#terms.has(term) ? term : meantTerm(term)));
    const wanted = [...new Set(known)].slice(0, MOST_WORDS);
    const hits = new Map<number, Hit>();
    for (const result of this.#search(this.#questions, wanted, { asked: 2.5 })) {
      const page = Number(result['page']);
      const alike = (2 * result.queryTerms.length) / (Number(result['size']) + wanted.length);
      const score = scoreOf(result) * (PART + WHOLE * alike * alike);
      const { asked = [], score: best = 0 } = hits.get(page) ?? {};
      hits.set(page, {
        score: Math.max(score, best),
        asked: [...asked, ...result.queryTerms],
        told: [],
      });
    }
    for (const result of this.#search(this.#pages, wanted, { names: 3, title: 1.5, text: 0.8 })) {
      const { asked = [], score = 0 } = hits.get(Number(result.id)) ?? {};
      const told = result.queryTerms.filter((term) => !isInTextOnly(result, term));
      hits.set(Number(result.id), {
        score: score + scoreOf(result),
        asked: [...asked, ...told],
        told: result.queryTerms,
      });
    }
    return this.#ranked(wanted, hits);
  }

  #ranked(wanted: readonly string[], hits: ReadonlyMap<number, Hit>): readonly PageHit[] {
    const having = (term: string) =>
      [...hits.values()].filter(({ asked, told }) => [...asked, ...told].includes(term)).length;
    const weights = wanted.map((term) => ({
      term,
      weight: ASKING.has(term)
        ? 0
        : FOREIGN.has(term) && !this.#terms.has(term)
          ? FOREIGN_WEIGHT
          : Math.min(MOST_RARE, Math.log(1 + this.#rows.length / (1 + having(term)))),
    }));
    const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
    return [...hits]
      .flatMap(([page, { score, asked, told }]) => {
        const row = this.#rows[page];
        if (row === undefined) return [];
        const counted = weights.map(({ term, weight }) =>
          asked.includes(term) ? weight : told.includes(term) ? IN_TEXT * weight : 0,
        );
        const share = whole === 0 ? 0 : counted.reduce((sum, weight) => sum + weight, 0) / whole;
        return [{ row, share, score: score * share * share * BOOST[row.kind] }];
      })
      .toSorted((a, b) => b.score - a.score);
  }

  /** Terms as one text, after they were noted as known. */
  #kept(terms: readonly string[]): string {
    for (const term of terms) this.#terms.add(term);
    return terms.join(' ');
  }

  #search(
    index: MiniSearch,
    wanted: readonly string[],
    boost: Record<string, number>,
  ): readonly SearchResult[] {
    // A word that some page has is no misspelling and no beginning of another.
    const isUnknown = (term: string) => !this.#terms.has(term);
    return index.search(wanted.join(' '), {
      boost,
      bm25: { k: 1.2, b: 0.5, d: 0.3 },
      prefix: (term) => term.length >= 4 && isUnknown(term),
      fuzzy: (term) =>
        term.length >= LEAST_MISSPELT && isUnknown(term) ? mistakesIn(term) : false,
      weights: { prefix: 0.3, fuzzy: 0.5 },
    });
  }
}

/** An index of texts that are terms already. */
function indexOf(fields: string[], storeFields: string[] = []): MiniSearch {
  return new MiniSearch({
    fields,
    storeFields,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
}

interface Hit {
  readonly score: number;
  /** Words of the question in how people ask about the page, in its names and its title. */
  readonly asked: readonly string[];
  /** Those anywhere on the page. */
  readonly told: readonly string[];
}

/** As many whole words as are read. */
function beginningOf(question: string): string {
  if (question.length <= LONGEST_QUESTION) return question;
  return question.slice(0, LONGEST_QUESTION).replace(/\S{1,80}$/, '');
}

/** How many letters of a word may be wrong. */
function mistakesIn(term: string): number {
  return term.length < LONG_WORD ? 1 : 2;
}

/** The library counts the number of words once more; here the share does that. */
function scoreOf({ score, terms }: SearchResult): number {
  return score / Math.max(1, terms.length);
}

function isInTextOnly({ match, terms }: SearchResult, term: string): boolean {
  const found = terms.filter((one) => one === term);
  return found.length > 0 && found.every((one) => match[one]?.every((field) => field === 'text'));
}

/**
 * What a question is answered with: the page that fits clearly best, else the best three at most;
 * nothing when no page speaks of most of it. `hits` are those of one question, best first.
 */
export function answerOf(hits: readonly PageHit[]): readonly PageHit[] {
  const [best, next] = hits;
  if (best === undefined || best.share < LEAST_SHARE || best.score < LEAST_SCORE) return [];
  const ahead = best.share >= LARGE_SHARE ? CLEARLY : MORE_CLEARLY;
  const isClear = next === undefined || best.score >= ahead * next.score;
  return hits.slice(0, isClear ? 1 : MOST_OFFERED);
}

/** True when there is an answer that speaks of nearly all of the question. */
export function isWholeAnswer(hits: readonly PageHit[]): boolean {
  const [best] = answerOf(hits);
  return best !== undefined && best.share >= LARGE_SHARE;
}
