import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { picture, textOfPicture } from '../../build/picture.js';
import { runInTerminal } from '../support/pty.ts';
import { lacks } from '../support/tools.ts';

const COLUMNS = 80;
const PICTURES: [string, string[]][] = [
  ['check-key-healthy', ['check-key', '--simulate', 'healthy']],
  ['check-key-unknown', ['check-key', '--simulate', 'key-unknown']],
  ['check-key-proxy', ['check-key', '--simulate', 'proxy-page']],
  ['probe-quota', ['probe', '--simulate', 'quota-day-exhausted']],
  ['watch-once', ['watch', '--once', '--simulate', 'quota-hour-exhausted']],
  ['explain-cause', ['explain', 'key-has-line-break']],
];

/** What changes from run to run: times, ports, bars, and how wide they make a column. */
const steady = (lines: readonly string[]) =>
  lines.map((line) =>
    line
      .replace(/<?\d+(\.\d+)?/g, '0')
      .replace(/[ █░]+/g, ' ')
      .trim(),
  );

describe.skipIf(lacks('script'))(
  'the pictures of the README show what the product draws today',
  () => {
    it.each(PICTURES)('docs/pictures/%s.svg', async (name, args) => {
      const file = `docs/pictures/${name}.svg`;
      const { screen } = await runInTerminal(args, { columns: COLUMNS });
      const svg = picture(`lusha-doctor ${args.join(' ')}`, screen.lines, COLUMNS);
      if (process.env['UPDATE_DOCS'] === undefined) {
        expect(steady(textOfPicture(readFileSync(file, 'utf8')))).toEqual(
          steady(textOfPicture(svg)),
        );
      } else {
        mkdirSync('docs/pictures', { recursive: true });
        writeFileSync(file, svg);
      }
    });
  },
);
