import { describe, expect, it } from 'vitest';
import { FACT_NAMES } from '../../src/model/fact-words.ts';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { STATUSES } from '../../src/knowledge/statuses.ts';
import { cellWidth } from '../../src/render/text/cells.ts';
import { SCENARIOS } from '../../src/simulator/scenarios.ts';
import { run } from '../support/world.ts';

const COLUMNS = 80;
/** Of 24 rows the prompt takes one. */
const ROWS = 23;
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
    const longest = screens.toSorted((a, b) => b.rows - a.rows).slice(0, 20);
    console.log(
      `${screens.length - tooLong.length} of ${screens.length} fit; the longest:\n${longest.map(({ rows, args }) => `  ${rows}  ${args.join(' ')}`).join('\n')}`,
    );
    expect(screens.length).toBeGreaterThan(120);
    expect(1 - tooLong.length / screens.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });

  it('begins with a verdict in words, or with what was asked for', () => {
    const odd = screens.filter(
      ({ text }) => !/^(?:(?:PASS|FAIL|UNKNOWN) {2})?(?:[A-Z\d]|fetch )[^\n]*\n/.test(text),
    );
    expect(odd.map(({ args }) => args)).toEqual([]);
  });

  it('never has FAIL and exit 0 in one line', async () => {
    const { stdout } = await run(['explain', 'Invalid API key', '--quiet']);
    const texts = [...screens.map(({ text }) => text), stdout];
    expect(texts.filter((text) => /^.*FAIL.*exit 0/m.test(text))).toEqual([]);
  });
});

/** Lusha's own answers have fields of these names, which texts quote. */
const LUSHAS_WORDS = ['requestId', 'creditsCharged', 'retryAfter'];
/** Names that no reader would take for a word. */
const INTERNAL_NAMES = FACT_NAMES.filter(
  (name) => /[a-z][A-Z]/.test(name) && !LUSHAS_WORDS.includes(name),
);
const INTERNAL = new RegExp(`\\b(?:${INTERNAL_NAMES.join('|')})\\b`);

describe('text for people', () => {
  it.each([
    ['terminal', ['--verbose']],
    ['linear', ['--format', 'linear']],
    ['markdown', ['--format', 'markdown']],
    ['junit', ['--format', 'junit']],
    ['github', ['--format', 'github']],
    ['message', ['--support-text']],
  ])('has no internal name of a fact: %s', async (_format, options) => {
    const found = [];
    for (const name of [
      'key-unknown',
      'key-has-quotes',
      'proxy-page',
      'quota-hour-exhausted',
      'service-error',
    ]) {
      const { stdout } = await run(['check-key', '--simulate', name, ...options]);
      found.push(INTERNAL.exec(stdout)?.[0] ?? null);
    }
    expect(found.filter((name) => name !== null)).toEqual([]);
  });

  it('has none on any screen, nor in the texts of the catalogue', () => {
    const texts = CAUSES.map(({ title, meaning, tell, reasons, fixes, notes = [] }) =>
      [title, meaning, tell, ...[...reasons, ...fixes, ...notes].map(({ text }) => text)]
        .join('\n')
        .replace(/\{\w+(?=[|}])/g, '{'),
    );
    const named = [...screens.map(({ text }) => text), ...texts].flatMap(
      (text) => INTERNAL.exec(text)?.[0] ?? [],
    );
    expect(INTERNAL_NAMES.length).toBeGreaterThan(20);
    expect(named).toEqual([]);
  });
});
