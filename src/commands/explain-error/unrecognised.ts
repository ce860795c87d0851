import { CAUSES } from '../../knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../knowledge/contradictions.ts';
import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import { GLOSSARY } from '../../knowledge/glossary.ts';
import { editDistance } from '../../knowledge/look-up/edit-distance.ts';
import { closest } from '../../knowledge/look-up/nearest.ts';
import { PLANS } from '../../knowledge/plans.ts';
import { FACT_TOPICS } from '../../knowledge/topics.ts';
import type { Lookup } from './lookup.ts';
import { notRecognised, nothingFits } from './not-recognised.ts';
import { HEADER_NAMES } from './pages/look-up/header.ts';
import { TOPICS } from './pages/look-up/topics.ts';
import { answerQuestion, pagesFor } from './questions/index.ts';

/** A longer word is no name. */
const LONGEST_NAME = 60;
const MOST_NEAR = 3;
/** A word with more wrong letters, or more than a third, may be another word. */
const MOST_MISTAKES = 2;
/** More words than this are a sentence, and what they have in common with a cause is chance. */
const MOST_SEARCHED = 200;

/**
 * Nothing known fits: says so and names the nearest things. Exit code 1. Not a verdict, so on a
 * terminal it goes to stderr; any other format gets a report that names the same things. Words
 * that somebody typed are looked up in the index of pages first.
 */
export async function showUnrecognised(text: string, lookup: Lookup): Promise<number> {
  const names = nearestNames(text);
  const mistakes = Math.min(MOST_MISTAKES, Math.floor(text.length / 3));
  const isMisspelt = names.some((name) => editDistance(text.toLowerCase(), name) <= mistakes);
  const hits = isMisspelt || text.length > MOST_SEARCHED ? [] : pagesFor(text);
  const answered = lookup.isTyped === true ? await answerQuestion(hits, lookup) : null;
  if (answered !== null) return answered;
  if (names.length > 0) {
    return nothingFits(text, [`Did you mean ${names.join(', ')}?`], names, lookup);
  }
  const pages = hits.slice(0, MOST_NEAR).map(({ row }) => row.id);
  const near =
    pages.length > 0
      ? [`Nearest pages: ${pages.join(', ')}.`]
      : isOneWord(text)
        ? ['Topics:  lusha-doctor explain topics']
        : [];
  return nothingFits(text, near, pages, lookup);
}

/** Nothing but blanks. */
export function showEmpty(lookup: Lookup): Promise<number> {
  return notRecognised(
    'Nothing known fits an empty text.',
    ['Give a status, a cause or a message:  lusha-doctor explain 403'],
    [],
    lookup,
  );
}

/** A name or a path, no text. */
function isOneWord(text: string): boolean {
  return text.length <= LONGEST_NAME && !/\s/.test(text);
}

/** Names in the catalogue that are spelt almost like the text. */
function nearestNames(text: string): readonly string[] {
  if (!isOneWord(text)) return [];
  const names = [
    ...CAUSES.map(({ id }) => id),
    ...CONTRADICTIONS.map(({ id }) => id),
    ...HEADER_NAMES,
    ...Object.keys(TOPICS),
    ...FACT_TOPICS.map(({ id }) => id),
    ...GLOSSARY.map(({ term }) => term),
    ...ENDPOINTS.map(({ id }) => id),
    ...PLANS.flatMap(({ aliases }) => aliases),
  ];
  return closest(text.toLowerCase(), names, MOST_NEAR);
}
