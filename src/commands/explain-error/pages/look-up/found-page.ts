import { sourceNotes } from '../../../../knowledge/sources.ts';
import type { SourceId, Statement } from '../../../../model/cause.ts';
import type { LookUpPage, PageLine, PageSection } from '../../../../render/pages/look-up-page.ts';

/** A page of knowledge with the data it was made from, for `--json`. */
export interface FoundPage extends LookUpPage {
  readonly kind: string;
  readonly data: unknown;
}

/** Completes a page with the registered sources behind the ids. */
export function foundPage(page: {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly PageSection[];
  readonly sources: readonly SourceId[];
  readonly data: unknown;
  readonly isBrief?: boolean;
}): FoundPage {
  const sections = page.sections.filter(({ lines }) => lines.length > 0);
  return { ...page, sections, sources: sourceNotes(page.sources) };
}

/** A statement as a line. */
export function said({ text }: Statement): PageLine {
  return { text };
}

/** Ids of the sources behind statements, some of which may be missing. */
export function sourcesOf(statements: readonly (Statement | undefined)[]): readonly SourceId[] {
  return statements.flatMap((statement) => (statement === undefined ? [] : [statement.source]));
}

/** The pages of causes that go on from here. */
export function causeLines(ids: readonly string[]): PageSection {
  return {
    label: 'CAUSES',
    lines: ids.map((id) => ({ text: id, command: `lusha-doctor explain ${id}` })),
  };
}
