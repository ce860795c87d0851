import type { SourceNote } from '../../model/diagnosis.ts';
import { count } from '../format.ts';
import { bodyWidth, commandLine, joinBlocks, labelled, pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** What somebody says, and who; the source is null when it is not registered. */
export interface SourcedText {
  readonly text: string;
  readonly source: SourceNote | null;
}

/** One topic on which sources disagree. */
export interface ConflictNote {
  readonly id: string;
  readonly topic: string;
  readonly statements: readonly SourcedText[];
  readonly observed: SourcedText | null;
  readonly action: string;
  /** Ids of the causes it concerns. */
  readonly causes: readonly string[];
}

/** The whole register, one block for each topic. */
export function renderConflicts(conflicts: readonly ConflictNote[], theme: Theme): string {
  const heading = `Where sources disagree: ${count(conflicts.length, 'topic')}`;
  const blocks = conflicts.map((conflict) => [
    ...wrap(
      theme,
      [
        { text: conflict.topic, style: 'strong' },
        '  ',
        { text: conflict.id, style: 'muted', solid: true },
      ],
      pageWidth(theme),
      2,
    ),
    ...conflictLines(conflict, theme),
  ]);
  return joinBlocks([
    wrap(theme, [{ text: heading, style: 'title' }], pageWidth(theme)),
    ...blocks,
  ]);
}

/** One entry of the register as a page. */
export function renderConflict(conflict: ConflictNote, theme: Theme): string {
  const { id, topic, causes } = conflict;
  const next = causes.map((cause) => commandLine(theme, `lusha-doctor explain ${cause}`));
  return joinBlocks([
    [
      ...wrap(theme, [{ text: topic, style: 'title' }], pageWidth(theme)),
      ...wrap(theme, [{ text: `${id}   sources disagree`, style: 'muted' }], pageWidth(theme)),
    ],
    conflictLines(conflict, theme),
    labelled(theme, 'CAUSES', next),
  ]);
}

/** What each source says, what was observed, and what this tool does. */
export function conflictLines(conflict: ConflictNote, theme: Theme): string[] {
  const { statements, observed, action } = conflict;
  const width = bodyWidth(theme);
  return [
    ...labelled(
      theme,
      'SAID',
      statements.flatMap((said) => sourcedLines(said, theme)),
    ),
    ...labelled(
      theme,
      'OBSERVED',
      observed === null ? wrap(theme, ['nothing recorded'], width) : sourcedLines(observed, theme),
    ),
    ...labelled(theme, 'THIS TOOL', wrap(theme, [action], width)),
  ];
}

function sourcedLines({ text, source }: SourcedText, theme: Theme): string[] {
  const where =
    source === null ? '' : `${speaker(source)}, ${source.state}, checked ${source.checked}`;
  return wrap(
    theme,
    ['- ', text, ' ', { text: `(${where})`, style: 'muted' }],
    bodyWidth(theme),
    2,
  );
}

/** Readers know the article by that name; other sources go by their id. */
function speaker({ id }: SourceNote): string {
  return id.startsWith('article#') ? `the article, ${id}` : id;
}
