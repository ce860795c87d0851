import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { STATUSES } from '../../src/knowledge/statuses.ts';
import { cellWidth } from '../../src/render/text/cells.ts';
import { SCENARIOS } from '../../src/simulator/scenarios.ts';
import { run } from '../support/world.ts';

const COLUMNS = 80;
const ROWS = 24;
/** So many of all screens have to fit. */
const LEAST_SHARE = 0.95;

interface Screen {
  readonly args: readonly string[];
  readonly text: string;
  readonly rows: number;
}

/** What a terminal of 80 columns shows, and how many of its rows that takes. */
async function screenOf(args: readonly string[]): Promise<Screen> {
  const { stdout } = await run(args, { columns: COLUMNS, isTTY: true });
  const lines = stdout.trimEnd().split('\n');
  const rows = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(cellWidth(line) / COLUMNS)),
    0,
  );
  return { args, text: stdout, rows };
}

async function allScreens(): Promise<readonly Screen[]> {
  const wanted = [
    ...SCENARIOS.map(({ name, request }) => [
      request === undefined ? 'check-key' : 'probe-endpoint',
      '--simulate',
      name,
      '--timeout',
      '0.5',
    ]),
    ...STATUSES.map(({ status }) => ['explain', `${status}`]),
    ...CAUSES.map(({ id }) => ['explain', id]),
  ];
  const screens: Screen[] = [];
  for (const args of wanted) screens.push(await screenOf(args));
  return screens;
}

const screens = await allScreens();

describe('one screen', () => {
  it(`fits ${ROWS} lines of ${COLUMNS} columns in nearly every case`, () => {
    const tooLong = screens.filter(({ rows }) => rows > ROWS);
    const longest = screens.toSorted((a, b) => b.rows - a.rows).slice(0, 40);
    console.log(
      `${screens.length - tooLong.length} of ${screens.length} fit; the longest:\n${longest.map(({ rows, args }) => `  ${rows}  ${args.join(' ')}`).join('\n')}`,
    );
    expect(screens.length).toBeGreaterThan(120);
    expect(1 - tooLong.length / screens.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });
});
