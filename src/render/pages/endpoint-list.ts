import { indented, joinBlocks } from '../text/layout.ts';
import { renderTable } from '../text/table.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** One endpoint as a list shows it. */
export interface ListedEndpoint {
  readonly id: string;
  readonly request: string;
  readonly cost: string;
  readonly plan: string;
  readonly probe: string;
}

/** Below this width paths would be broken inside words. */
const TABLE_FROM = 130;

/** The catalogue as a table or, where a table would tear the paths apart, as two lines each. */
export async function renderEndpointList(
  endpoints: readonly ListedEndpoint[],
  theme: Theme,
): Promise<string> {
  if (theme.width >= TABLE_FROM) {
    const rows = endpoints.map(({ id, request, cost, plan, probe }) => [
      id,
      request,
      cost,
      plan,
      probe,
    ]);
    return renderTable(['id', 'request', 'cost', 'plan', 'free probe'], rows, theme);
  }
  const { separator } = theme.glyph;
  const lines = endpoints.flatMap(({ id, request, cost, plan, probe }) => [
    ...wrap(
      theme,
      [
        { text: id, style: 'strong', solid: true },
        { text: `  ${[cost, `plan ${plan}`, `probe ${probe}`].join(separator)}`, style: 'muted' },
      ],
      theme.width,
      4,
    ),
    ...indented(wrap(theme, [{ text: request, style: 'path' }], theme.width - 2, 2), 2),
  ]);
  return joinBlocks([lines]);
}
