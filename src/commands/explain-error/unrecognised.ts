import { CAUSES } from '../../knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../knowledge/contradictions.ts';
import { editDistance } from '../../knowledge/look-up/edit-distance.ts';
import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { PLANS } from '../../knowledge/plans.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import { maskEcho } from '../../redact/echo.ts';
import type { Lookup } from './lookup.ts';
import { notRecognised } from './not-recognised.ts';
import { HEADER_NAMES } from './pages/look-up/header.ts';
import { TOPICS } from './pages/look-up/topics.ts';
import { GLOSSARY } from '../../knowledge/glossary.ts';
import { FACT_TOPICS } from '../../knowledge/topics.ts';
import { answerQuestion, pagesFor } from './questions/index.ts';

/** Longer text is not echoed whole: it may be a whole page. */
const ECHOED = 60;
const MOST_NEAR = 3;
/** More words than this are a sentence, and what they have in common with a cause is chance. */
const MOST_SEARCHED = 200;

/**
 * Nothing known fits: says so and names the nearest things. Exit code 1. Not a verdict, so on a
 * terminal it goes to stderr; any other format gets a report that names the same things. Words
 * that somebody typed are looked up in the index of pages first.
 */
export async function showUnrecognised(
  text: string,
  lookup: Lookup,
  endpoints: readonly string[] = [],
): Promise<number> {
  const byName = endpoints.length > 0 ? endpoints : nearestNames(text);
  const hits = byName.length > 0 || text.length > MOST_SEARCHED ? [] : pagesFor(text);
  const answered = lookup.isTyped === true ? await answerQuestion(hits, lookup) : null;
  if (answered !== null) return answered;
  const line = sanitizeLine(maskEcho(text.slice(0, ECHOED * 4)));
  const shown = line.length > ECHOED ? `${line.slice(0, ECHOED)}...` : line;
  const bySubject = hits.slice(0, MOST_NEAR).map(({ row }) => row.id);
  const near =
    byName.length > 0
      ? [`Did you mean ${byName.join(', ')}?`]
      : bySubject.length > 0
        ? [`Nearest pages: ${bySubject.join(', ')}.`]
        : isOneWord(text)
          ? ['Topics:  lusha-doctor explain topics']
          : [];
  return notRecognised(`Nothing known fits "${shown}".`, near, [...byName, ...bySubject], lookup);
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
  return text.length <= ECHOED && !/\s/.test(text);
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
  return closest(text.toLowerCase(), names);
}

/** The names nearest in spelling, without those that are clearly further off than the first. */
export function closest(wanted: string, names: readonly string[]): readonly string[] {
  const near = nearest(wanted, names, MOST_NEAR);
  const [best = ''] = near;
  const most = editDistance(wanted, best) + 1;
  return near.filter((name) => editDistance(wanted, name) <= most);
}
