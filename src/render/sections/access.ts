import type { GroupAccess, Report } from '../../model/report.ts';
import { padCells } from '../text/cells.ts';
import { bodyWidth, labelled, pairs } from '../text/layout.ts';
import type { StyleName, Theme } from '../text/theme.ts';

const STYLE: Readonly<Record<GroupAccess['access'], StyleName>> = {
  allowed: 'ok',
  'not in plan': 'warn',
  unknown: 'unknown',
};
const WIDEST = 'not in plan'.length;

/** What the key may use, group by group, with the answer that shows it. */
export function accessLines({ access = [] }: Report, theme: Theme): string[] {
  const rows = access.map(({ group, access: found, status, request, evidence }) => {
    const answer = status === null ? '' : ` ${theme.glyph.arrow} ${status}`;
    return [
      group,
      [
        { text: padCells(found, WIDEST), style: STYLE[found], solid: true },
        '  ',
        { text: `${request}${answer}`, style: 'path' },
        `: ${evidence}`,
      ],
    ] as const;
  });
  return labelled(theme, 'MAY USE', pairs(theme, rows, bodyWidth(theme)));
}
