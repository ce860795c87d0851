import type { SourceNote } from '../../model/diagnosis.ts';
import { bodyWidth, commandLine, joinBlocks, labelled, pageWidth, pairs } from '../text/layout.ts';
import { sourceLines } from '../sections/sources.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** One statement of a page, after its name where it has one, with the command that belongs to it. */
export interface PageLine {
  readonly name?: string;
  readonly text: string;
  readonly command?: string | null;
}

/** Lines under one label. */
export interface PageSection {
  readonly label: string;
  readonly lines: readonly PageLine[];
}

/** What is known about one thing that is no cause: an endpoint, a header, a plan, a table of figures. */
export interface LookUpPage {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly PageSection[];
  readonly sources: readonly SourceNote[];
  /** True for one screen: the sources are named, and shown in full with --verbose. */
  readonly isBrief?: boolean;
}

/** Such a page, to read from top to bottom. Sections without lines are left out. */
export function renderLookUpPage(page: LookUpPage, theme: Theme, verbose = false): string {
  const { title, subtitle, sections, isBrief = false } = page;
  return joinBlocks([
    [
      ...wrap(theme, [{ text: title, style: 'title' }], pageWidth(theme)),
      ...wrap(theme, [{ text: subtitle, style: 'muted' }], pageWidth(theme)),
    ],
    sections.flatMap((section) => sectionLines(section, theme)),
    isBrief && !verbose ? sourceNames(page, theme) : sourceLines(page, theme),
  ]);
}

/** Where the statements come from, by name. */
function sourceNames({ sources }: LookUpPage, theme: Theme): string[] {
  const names = `from ${sources.map(({ id }) => id).join(', ')} (--verbose)`;
  return wrap(theme, [{ text: names, style: 'muted' }], pageWidth(theme));
}

function sectionLines({ label, lines }: PageSection, theme: Theme): string[] {
  const width = bodyWidth(theme);
  const named = lines.map(({ name, text }) => [name ?? '', [text]] as const);
  if (lines.length > 0 && named.every(([name]) => name !== '')) {
    return labelled(theme, label, pairs(theme, named, width));
  }
  return labelled(
    theme,
    label,
    lines.flatMap(({ text, command = null }) => [
      ...wrap(theme, [text], width, 2),
      ...(command === null ? [] : [commandLine(theme, command, 2)]),
    ]),
  );
}
