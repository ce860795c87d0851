import { CAUSES } from '../../../knowledge/catalogue.ts';
import { statusesOf } from '../../../knowledge/cause-statuses.ts';
import { showDocument, type Lookup } from '../lookup.ts';

/** Every cause by layer; with `--json` each as `{ id, layer, statuses, title }`. */
export function listCauses(lookup: Lookup): Promise<number> {
  const document = CAUSES.map((cause) => {
    const { id, layer, title } = cause;
    return { id, layer, statuses: statusesOf(cause), title };
  });
  return showDocument(
    document,
    lookup,
    async (theme) => {
      const { renderCauseList } = await import('../../../render/pages/cause-list.ts');
      return renderCauseList(
        CAUSES.map(({ id, layer, title }) => ({ cause: id, layer, title })),
        theme,
      );
    },
    CAUSES.map(({ id, title }) => [id, title]),
  );
}
