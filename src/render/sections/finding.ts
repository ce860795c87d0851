import type { Diagnosis } from '../../model/diagnosis.ts';
import { factLabel } from '../../model/fact-words.ts';
import { bodyWidth, commandLine, indented, labelled, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';
import { creditLines, fixLines, retryLines, verifyLines, whoActsLines } from './advice.ts';
import { sourceLines } from './sources.ts';

/** More than this many neighbours are counted, not listed, unless asked for. */
const EXCLUSIONS_SHOWN = 3;
/** A place that takes more characters than this may be broken at its blanks. */
const KEPT_TOGETHER = 28;

/** One diagnosis in full: why, what speaks for it, who acts, what to do, how to prove it. */
export function findingLines(
  diagnosis: Diagnosis,
  theme: Theme,
  options: { readonly verbose: boolean; readonly relativeTo: string },
): string[] {
  const { verbose, relativeTo } = options;
  const acts = diagnosis.whoActs !== 'nobody';
  return [
    ...whyLines(diagnosis, theme),
    ...(verbose ? reasonLines(diagnosis, theme) : []),
    ...evidenceLines(diagnosis, theme),
    ...(acts ? whoActsLines(diagnosis, theme) : []),
    ...fixLines(diagnosis, theme),
    ...verifyLines(diagnosis, theme),
    ...retryLines(diagnosis, theme, relativeTo),
    ...creditLines(diagnosis, theme),
    ...exclusionLines(diagnosis, theme, verbose),
    ...(verbose ? [...noteLines(diagnosis, theme), ...sourceLines(diagnosis, theme)] : []),
  ];
}

/** A condition that stands beside the finding: its title and the first thing to do. */
export function sideLines(diagnoses: readonly Diagnosis[], theme: Theme): string[] {
  const width = bodyWidth(theme);
  const lines = diagnoses.flatMap(({ title, cause, fixes }) => {
    const [fix] = fixes;
    const head = wrap(theme, [title, '  ', { text: cause, style: 'muted', solid: true }], width, 2);
    if (fix === undefined) return head;
    const act = indented(wrap(theme, [`${theme.glyph.arrow} ${fix.text}`], width - 2, 2), 2);
    return [...head, ...act, ...(fix.command === null ? [] : [commandLine(theme, fix.command, 4)])];
  });
  return labelled(theme, 'ALSO', lines);
}

/** What else would explain the same answer, and what to look at to decide. */
export function alternativeLines(diagnoses: readonly Diagnosis[], theme: Theme): string[] {
  const lines = diagnoses.flatMap(({ cause, certainty, tell }) =>
    wrap(
      theme,
      [{ text: cause, style: 'strong' }, ` (${certainty}): ${tell}`],
      bodyWidth(theme),
      2,
    ),
  );
  return labelled(theme, 'OR', lines);
}

function whyLines({ title, cause, certainty, meaning }: Diagnosis, theme: Theme): string[] {
  const width = bodyWidth(theme);
  const name: Content = [
    { text: cause, style: 'muted' },
    '  ',
    { text: `(${certainty})`, style: 'muted', solid: true },
  ];
  return labelled(theme, 'WHY', [
    ...wrap(theme, [{ text: title, style: 'strong' }], width),
    ...wrap(theme, name, width),
    ...wrap(theme, [meaning], width),
  ]);
}

function evidenceLines({ evidence }: Diagnosis, theme: Theme): string[] {
  const rows = evidence.map(({ fact, value, seenIn }) => {
    const solid = seenIn.length <= KEPT_TOGETHER;
    const content: Content = [value, '  ', { text: `(${seenIn})`, style: 'muted', solid }];
    return [factLabel(fact), content] as const;
  });
  return labelled(theme, 'EVIDENCE', pairs(theme, rows, bodyWidth(theme)));
}

function exclusionLines({ excluded }: Diagnosis, theme: Theme, verbose: boolean): string[] {
  const shown = verbose ? excluded : excluded.slice(0, EXCLUSIONS_SHOWN);
  const width = bodyWidth(theme);
  const more = excluded.length - shown.length;
  return labelled(theme, 'RULED OUT', [
    ...shown.flatMap(({ cause, by }) =>
      wrap(theme, [cause, ': ', { text: by, style: 'muted' }], width, 2),
    ),
    ...(more > 0
      ? wrap(theme, [{ text: `and ${more} more (--verbose)`, style: 'muted' }], width)
      : []),
  ]);
}

export function reasonLines({ reasons }: Diagnosis, theme: Theme): string[] {
  return labelled(theme, 'REASONS', listed(reasons, theme));
}

export function noteLines({ notes }: Diagnosis, theme: Theme): string[] {
  return labelled(theme, 'NOTES', listed(notes, theme));
}

function listed(texts: readonly string[], theme: Theme): string[] {
  return texts.flatMap((text) => wrap(theme, ['- ', text], bodyWidth(theme), 2));
}
