import type { Diagnosis, Exclusion } from '../model/diagnosis.ts';
import { couldNotCheck } from '../model/layer.ts';
import { factLabel } from '../model/fact-words.ts';
import { count } from './format.ts';
import {
  beside,
  commandLine,
  indented,
  joinBlocks,
  labelled,
  bodyWidth,
  pageWidth,
  pairs,
} from './text/layout.ts';
import { plainText } from './text/plain-text.ts';
import { stepLines } from './sections/advice.ts';
import type { Theme } from './text/theme.ts';
import { wrap, type Content, type Span } from './text/wrap.ts';

/** What one status, message or word may mean. */
export interface Meanings {
  readonly status: number;
  /** For example `403 Forbidden from the Lusha API`. */
  readonly heading: string;
  /** The status as such in a sentence, for the short page; null where no source says anything. */
  readonly lead: string | null;
  /** All meanings by what tells them apart. */
  readonly groups: readonly {
    readonly by: string;
    readonly rows: readonly { readonly cause: string; readonly sign: string }[];
    /** The command that shows these alone. */
    readonly alone?: string;
  }[];
  /** What was said about the call besides the status, as name and value. */
  readonly given: readonly (readonly [name: string, value: string])[];
  /** What was odd about that. */
  readonly remarks: readonly string[];
  /** Best first. */
  readonly rows: readonly Diagnosis[];
  /** What the sources say of the status as such, the error-code article first. */
  readonly statements: readonly string[];
  /** Meanings that what was given speaks against. */
  readonly excluded: readonly Exclusion[];
  /** Meanings that the status alone never shows. */
  readonly more: readonly { readonly cause: string; readonly tell: string }[];
  /** Topics on which the sources of these meanings disagree. */
  readonly disputes: readonly { readonly id: string; readonly topic: string }[];
  /** Neighbours that are often mistaken for it, one sentence each. */
  readonly others: readonly { readonly status: number; readonly text: string }[];
  /** What would decide between the meanings, the best first. */
  readonly tellApart: readonly {
    readonly text: string;
    readonly command: string | null;
    /** Ids of the meanings it speaks for or against; empty for all of them. */
    readonly about: readonly string[];
  }[];
}

/** Up to this many meanings get all their steps; with more of them only the first has. */
const FEW = 2;
/** The width of `tell by`. */
const FIELD_CELLS = 7;
const INDENT = 2;

/**
 * Everything about the meanings of a status on one page: how to recognise each and what to do. Laid out
 * without the table library, so that a look-up starts fast.
 */
export function renderMeanings(meanings: Meanings, theme: Theme): string {
  const { rows, statements, given, remarks, others } = meanings;
  const width = pageWidth(theme);
  const ours = rows.filter(({ layer }) => !couldNotCheck(layer));
  const strangers = rows.filter(({ layer }) => couldNotCheck(layer));
  const [first] = rows;
  // When the evidence speaks for somebody else, the order of the ranking stands.
  const apart = first !== undefined && first === ours[0] && strangers.length > 0;
  const drawn = (row: Diagnosis) => meaningLines(row, rows.length <= FEW, theme);
  return joinBlocks([
    [
      ...wrap(theme, titleOf(meanings), width),
      ...statements.flatMap((text) => wrap(theme, [{ text, style: 'muted' }], width)),
    ],
    [
      ...labelled(
        theme,
        'GIVEN',
        pairs(
          theme,
          given.map(([name, value]) => [factLabel(name), [value]] as const),
          bodyWidth(theme),
        ),
      ),
      ...labelled(
        theme,
        'NOTE',
        remarks.flatMap((text) => wrap(theme, [text], bodyWidth(theme))),
      ),
    ],
    ...(apart ? ours : rows).map(drawn),
    apart ? wrap(theme, [{ text: 'NOT FROM LUSHA', style: 'label' }], width) : [],
    ...(apart ? strangers : []).map(drawn),
    [...excludedLines(meanings, theme), ...moreLines(meanings, theme)],
    decidingLines(meanings, theme),
    [
      ...disputeLines(meanings, theme),
      ...others.flatMap(({ status, text }) =>
        wrap(theme, [`- ${status} is something else: ${text}`], width, 2),
      ),
    ],
  ]);
}

/** For `--quiet`: the meanings by name, best first. */
export function meaningsInOneLine({ heading, rows }: Meanings, theme: Theme): string {
  return `${plainText(theme, `${heading}: ${rows.map(({ cause }) => cause).join(', ')}`)}\n`;
}

function titleOf({ heading, rows, given }: Meanings): Content {
  const number = count(rows.length, 'meaning');
  return [
    { text: heading, style: 'title' },
    '   ',
    { text: given.length === 0 ? number : `${number} left`, style: 'muted' },
  ];
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
    ...beside(theme, 'tell by', FIELD_CELLS, wrap(theme, [tell], room)),
    ...beside(theme, 'do', FIELD_CELLS, done),
  ];
  return [...wrap(theme, head, pageWidth(theme), INDENT), ...indented(fields, INDENT)];
}

function excludedLines({ excluded }: Meanings, theme: Theme): string[] {
  return labelled(
    theme,
    'RULED OUT',
    excluded.flatMap(({ cause, by }) =>
      wrap(theme, [cause, ': ', { text: by, style: 'muted' }], bodyWidth(theme), 2),
    ),
  );
}

function moreLines({ more }: Meanings, theme: Theme): string[] {
  return labelled(
    theme,
    'ALSO',
    more.flatMap(({ cause, tell }) =>
      wrap(theme, [cause, ': ', { text: tell, style: 'muted' }], bodyWidth(theme), 2),
    ),
  );
}

function decidingLines({ tellApart, rows }: Meanings, theme: Theme): string[] {
  const width = pageWidth(theme);
  if (tellApart.length === 0) return [];
  const lead = rows.length > 1 ? 'What decides, the best first' : 'What to do next';
  return [
    ...wrap(theme, [{ text: lead, style: 'label' }], width),
    ...tellApart.flatMap(({ text, command, about }) => [
      ...wrap(theme, ['- ', text], width, 2),
      ...(command === null ? [] : [commandLine(theme, command, 4)]),
      ...(about.length === 0
        ? []
        : indented(
            wrap(theme, [{ text: `decides on ${about.join(', ')}`, style: 'muted' }], width - 4),
            4,
          )),
    ]),
  ];
}

function disputeLines({ disputes }: Meanings, theme: Theme): string[] {
  return disputes.flatMap(({ id, topic }) =>
    wrap(
      theme,
      [
        '- Sources disagree: ',
        topic,
        '  ',
        { text: `explain ${id}`, style: 'command', solid: true },
      ],
      pageWidth(theme),
      2,
    ),
  );
}

function matchMark(certainty: string, theme: Theme): Span {
  return { text: `${theme.glyph.match} ${certainty}`, style: 'warn', solid: true };
}
