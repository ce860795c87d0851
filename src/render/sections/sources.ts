import type { Diagnosis } from '../../model/diagnosis.ts';
import { bodyWidth, labelled } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** Where the statements come from, how far each is to be trusted, when it was checked. */
export function sourceLines({ sources }: Pick<Diagnosis, 'sources'>, theme: Theme): string[] {
  const width = bodyWidth(theme);
  const lines = sources.flatMap(({ id, title, state, checked, url }) => [
    ...wrap(
      theme,
      [id, '  ', { text: `${title} (${state}, checked ${checked})`, style: 'muted' }],
      width,
      2,
    ),
    ...(url === null ? [] : wrap(theme, ['  ', { text: url, style: 'path', link: url }], width, 2)),
  ]);
  return labelled(theme, 'SOURCES', lines);
}
