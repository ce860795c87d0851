import type { Diagnosis } from '../model/diagnosis.ts';
import { beside, commandLine, indented, joinBlocks, pageWidth } from './layout.ts';
import { stepLines } from './sections/advice.ts';
import type { Theme } from './theme.ts';
import { wrap, type Content, type Span } from './wrap.ts';

/** What one status, message or word may mean. */
export interface Meanings {
  /** For example `403 from the Lusha API`. */
  readonly heading: string;
  /** Best first. */
  readonly rows: readonly Diagnosis[];
  /** What Lusha's error-code article says about it. */
  readonly article: { readonly meaning: string; readonly commonCause: string } | null;
  /** Neighbours that are often mistaken for it, one sentence each. */
  readonly others: readonly string[];
  /** How to find out which meaning it is. */
  readonly tellApart: readonly { readonly text: string; readonly command: string | null }[];
}

/** The first meanings get all their steps, the others only the first. */
const WITH_ALL_STEPS = 2;
/** The width of `look at`. */
const FIELD_CELLS = 7;
const INDENT = 2;

/**
 * All meanings of a status on one page: how to recognise each and what to do. Laid out
 * without the table library, so that a look-up starts fast.
 */
export function renderMeanings(meanings: Meanings, theme: Theme): string {
  const { heading, rows, article, others, tellApart } = meanings;
  const width = pageWidth(theme);
  const number = rows.length === 1 ? '1 meaning' : `${rows.length} meanings`;
  const title: Content = [
    { text: heading, style: 'title' },
    '   ',
    { text: number, style: 'muted' },
  ];
  const said =
    article === null
      ? ''
      : `Lusha's article: ${article.meaning}. Common cause: ${article.commonCause}`;
  return joinBlocks([
    [...wrap(theme, title, width), ...wrap(theme, [{ text: said, style: 'muted' }], width)],
    ...rows.map((row, index) => meaningLines(row, index < WITH_ALL_STEPS, theme)),
    others.flatMap((other) => wrap(theme, ['- ', other], width, 2)),
    tellApart.flatMap(({ text, command }) => [
      ...wrap(theme, [text], width),
      ...(command === null ? [] : [commandLine(theme, command, 2)]),
    ]),
  ]);
}

function meaningLines(row: Diagnosis, allSteps: boolean, theme: Theme): string[] {
  const { cause, layer, title, tell, fixes, certainty } = row;
  const width = pageWidth(theme) - INDENT;
  const room = width - FIELD_CELLS - 2;
  const head: Content = [
    { text: title, style: 'strong' },
    '  ',
    { text: `${cause} (${layer})`, style: 'muted', solid: true },
    ...(certainty === 'possible' ? [] : ['  ', matchMark(certainty, theme)]),
  ];
  const steps = allSteps ? fixes : fixes.slice(0, 1);
  const done = steps.flatMap((fix, index) =>
    stepLines(fix, steps.length > 1 ? `${index + 1}` : '', theme, room),
  );
  const fields = [
    ...beside(theme, 'look at', FIELD_CELLS, wrap(theme, [tell], room)),
    ...beside(theme, 'do', FIELD_CELLS, done),
  ];
  return [...wrap(theme, head, pageWidth(theme), INDENT), ...indented(fields, INDENT)];
}

function matchMark(certainty: string, theme: Theme): Span {
  return { text: `${theme.glyph.match} ${certainty}`, style: 'warn', solid: true };
}
