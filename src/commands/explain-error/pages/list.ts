import { CAUSES } from '../../../knowledge/catalogue.ts';
import { statusesOf } from '../../../knowledge/cause-statuses.ts';
import { LAYERS } from '../../../model/layer.ts';
import type { Theme } from '../../../render/text/theme.ts';
import { fitsFilter, renderList } from '../../../render/pages/list.ts';
import { showDocument, type Lookup } from '../lookup.ts';

/**
 * The causes that have every word of the filter, from the caller outwards; with `--json` each as
 * `{ id, layer, statuses, title }`. Exits 1 when none has.
 */
export async function listCauses(filter: string, lookup: Lookup): Promise<number> {
  const causes = CAUSES.toSorted(
    (a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer),
  ).filter(({ id, layer, title, tell }) => fitsFilter(filter, [id, layer, title, tell]));
  const document = causes.map((cause) => {
    const { id, layer, title } = cause;
    return { id, layer, statuses: statusesOf(cause), title };
  });
  const rows = causes.map(({ id, layer, title }) => ({ name: id, columns: [layer, title] }));
  const draw = (theme: Theme) =>
    rows.length > 0 ? renderList(rows, theme) : `No cause has "${filter}" in it.\n`;
  const entries = causes.map(({ id, title }) => [id, title] as const);
  const exitCode = await showDocument(
    document,
    lookup,
    (theme) => Promise.resolve(draw(theme)),
    entries,
  );
  return rows.length > 0 ? exitCode : 1;
}
