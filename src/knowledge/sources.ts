import type { Source, SourceId } from '../model/cause.ts';
import type { SourceNote } from '../model/diagnosis.ts';
import { ARTICLE_SOURCES } from './sources/article.ts';
import { CODE_SOURCES } from './sources/code.ts';
import { DOCUMENTATION_SOURCES } from './sources/documentation.ts';
import { LIVE_SOURCES } from './sources/live.ts';
import { LATER_SOURCES } from './sources/mcp-and-platforms.ts';
import { MEASURED_SOURCES } from './sources/measured.ts';
import { STANDARD_SOURCES } from './sources/standards.ts';

/** Every place a statement of the knowledge base comes from, by id. */
export const SOURCES: Readonly<Record<string, Source>> = {
  ...ARTICLE_SOURCES,
  ...DOCUMENTATION_SOURCES,
  ...LIVE_SOURCES,
  ...CODE_SOURCES,
  ...LATER_SOURCES,
  ...STANDARD_SOURCES,
  ...MEASURED_SOURCES,
};

/** The sources behind ids, each once, in order of appearance; ids that are not registered are left out. */
export function sourceNotes(ids: readonly SourceId[]): readonly SourceNote[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = SOURCES[id];
    if (source === undefined) return [];
    const { title, state, checked, url } = source;
    return [{ id, title, state, checked, url: url ?? null }];
  });
}
