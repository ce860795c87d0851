import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderList } from '../../../src/render/pages/list.ts';
import { renderCausePage } from '../../../src/render/pages/cause-page.ts';
import { cellWidth } from '../../../src/render/text/cells.ts';
import { renderMeanings } from '../../../src/render/meanings.ts';
import { renderStatusScreen } from '../../../src/render/screen/status-screen.ts';
import { renderTable } from '../../../src/render/text/table.ts';
import { createTheme, type Theme } from '../../../src/render/text/theme.ts';
import { CAUSE_PAGES, CAUSE_ROWS, MEANINGS, TABLE } from '../../support/sample-pages.ts';

type Page = (theme: Theme) => string | Promise<string>;

const PAGES: [name: string, render: Page][] = [
  ...Object.entries(CAUSE_PAGES).map(([name, page]): [string, Page] => [
    `cause-${name}`,
    (theme) => renderCausePage(page, theme),
  ]),
  ...Object.entries(MEANINGS).flatMap(([name, meanings]): [string, Page][] => [
    [name, (theme) => renderStatusScreen(meanings, theme)],
    [`${name}-verbose`, (theme) => renderMeanings(meanings, theme)],
  ]),
  ['cause-list', (theme) => renderList(CAUSE_ROWS, theme)],
  ['table', (theme) => renderTable(TABLE.headers, TABLE.rows, theme)],
];

/** The commands on the sample pages; they may overflow. */
const COMMANDS =
  /NO_PROXY=api.lusha.com$|gh secret set LUSHA_API_KEY$|--without excludeDnc$|explain-error -$|explain 403 --verbose$/;

/** Pages whose wording is held elsewhere: only their shape is looked at here. */
const isWordedElsewhere = (name: string) => name.endsWith('-verbose');

describe.each(PAGES)('%s', (name, render) => {
  it.skipIf(isWordedElsewhere(name)).each([
    [80, ''],
    [40, '-40-columns'],
  ])('reads well at %i columns', async (width, suffix) => {
    const text = await render(await createTheme({ level: 0, ascii: false, width }));
    await expect(text).toMatchFileSnapshot(`../../transcripts/${name}${suffix}.txt`);
  });

  it.each([40, 60, 80, 120])('fits %i columns and says the same in colour', async (width) => {
    const plain = await render(await createTheme({ level: 0, ascii: false, width }));
    const coloured = await render(await createTheme({ level: 3, ascii: false, width }));
    const lines = plain.split('\n').filter((line) => !COMMANDS.test(line));
    expect(lines.filter((line) => cellWidth(line) > width)).toEqual([]);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});

describe('meanings', () => {
  it('mark the one that the evidence speaks for, in words', async () => {
    const theme = await createTheme({ level: 0, ascii: true, width: 80 });
    const matched = MEANINGS['explain-403-matched'];
    expect(matched && renderMeanings(matched, theme)).toContain('proxy-denied (proxy)  <- certain');
  });
});
