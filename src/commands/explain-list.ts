import { CAUSES } from '../knowledge/catalogue.ts';
import type { Cause, Pattern } from '../model/cause.ts';
import { presentJson, themeFor } from './present.ts';
import type { Lookup } from './explain-error.ts';

/** Every cause by layer; with `--json` each as `{ id, layer, statuses, title }`. */
export async function listCauses({ io, output }: Lookup): Promise<number> {
  if (output.format === 'json') {
    await presentJson(
      CAUSES.map((cause) => ({
        id: cause.id,
        layer: cause.layer,
        statuses: statusesOf(cause),
        title: cause.title,
      })),
      io,
    );
    return 0;
  }
  const { renderCauseList } = await import('../render/cause-list.ts');
  const rows = CAUSES.map(({ id, layer, title }) => ({ cause: id, layer, title }));
  io.stdout.write(renderCauseList(rows, await themeFor(io, output)));
  return 0;
}

/** The statuses a cause can come with, ascending; ranges are given by their ends. */
function statusesOf({ when }: Cause): readonly number[] {
  return [...new Set(when.flatMap(statusesIn))].sort((a, b) => a - b);
}

function statusesIn({ status }: Pattern): readonly number[] {
  if (status === undefined) return [];
  if (typeof status === 'number') return [status];
  if ('min' in status || 'max' in status) {
    return [status.min, status.max].filter((end) => end !== undefined);
  }
  return isList(status) ? status : [];
}

function isList(value: object): value is readonly number[] {
  return Array.isArray(value);
}
