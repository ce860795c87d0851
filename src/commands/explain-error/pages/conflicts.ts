import type { Contradiction } from '../../../knowledge/contradictions/contradiction.ts';
import { CONTRADICTIONS } from '../../../knowledge/contradictions.ts';
import { sourceNotes } from '../../../knowledge/sources.ts';
import type { Statement } from '../../../model/cause.ts';
import type { ConflictNote, SourcedText } from '../../../render/pages/conflicts.ts';
import { showDocument, type Entry, type Lookup } from '../lookup.ts';

/** The register: what each source says, what was observed, and what the tool does about it. */
export function showConflicts(lookup: Lookup): Promise<number> {
  const notes = CONTRADICTIONS.map(conflictNote);
  return showDocument(
    notes,
    lookup,
    async (theme) => {
      const { renderConflicts } = await import('../../../render/pages/conflicts.ts');
      return renderConflicts(notes, theme);
    },
    notes.map(entryOf),
  );
}

/** One entry of the register. */
export function showConflict(conflict: Contradiction, lookup: Lookup): Promise<number> {
  const note = conflictNote(conflict);
  return showDocument(
    note,
    lookup,
    async (theme) => {
      const { renderConflict } = await import('../../../render/pages/conflicts.ts');
      return renderConflict(note, theme);
    },
    [entryOf(note)],
  );
}

function entryOf({ id, topic }: ConflictNote): Entry {
  return [id, topic];
}

export function conflictById(id: string): Contradiction | undefined {
  return CONTRADICTIONS.find((conflict) => conflict.id === id);
}

/** A disagreement with state and date of each source. */
export function conflictNote(conflict: Contradiction): ConflictNote {
  const { id, topic, statements, observed, action, causes } = conflict;
  return {
    id,
    topic,
    statements: statements.map(sourced),
    observed: observed === null ? null : sourced(observed),
    action,
    causes,
  };
}

function sourced({ text, source }: Statement): SourcedText {
  const [note] = sourceNotes([source]);
  return { text, source: note ?? null };
}
