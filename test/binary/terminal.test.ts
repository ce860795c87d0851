import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runInTerminal, type Line } from '../support/pty.ts';
import { lacks } from '../support/tools.ts';

const SCREENS: [string, string[]][] = [
  ['a healthy key', ['check-key', '--simulate', 'healthy']],
  ['an unknown key', ['check-key', '--simulate', 'key-unknown']],
  ['an unknown key, everything', ['check-key', '--simulate', 'key-unknown', '--verbose']],
  ['a proxy in the way', ['check-key', '--simulate', 'proxy-page']],
  ['a used-up day', ['probe', '--simulate', 'quota-day-exhausted']],
  ['the windows', ['watch', '--once', '--simulate', 'healthy']],
  ['the meanings of a status', ['explain', '403']],
  ['a cause', ['explain', 'key-unknown']],
  ['all causes', ['explain', '--list']],
  ['all scenarios', ['simulate', 'list']],
  ['the help', ['--help']],
  ['the help of a command', ['check-key', '--help']],
  ['one line', ['check-key', '--simulate', 'key-unknown', '--quiet']],
];
const WIDTHS = [40, 60, 80, 120, 200];
const CYAN = 6;
/** Signs that only an emulator that was left in a wrong state would show. */
const SPINNER = /[|/\\-] asking/;

/** A command is never broken by us: it has to survive being copied, and a terminal may wrap it. */
function isCommand({ cells }: Line): boolean {
  // A label in front of it is bold.
  const words = cells.filter(({ text, bold }) => text.trim() !== '' && !bold);
  const coloured = words.filter(({ colour }) => colour === CYAN).length;
  return coloured >= words.length - 'next:'.length;
}

describe.skipIf(lacks('script'))('in a terminal', () => {
  describe.concurrent.each(SCREENS)('%s', (_name, args) => {
    it.each(WIDTHS)('fits %i columns, and leaves the terminal as it was', async (columns) => {
      const { screen, bytes } = await runInTerminal(args, { columns });
      const wrapped = screen.lines.filter(
        (line) => line.rows > 1 && !isCommand(line) && !looksLikeCommand(line),
      );
      expect(wrapped.map(({ text }) => text)).toEqual([]);
      expect(screen.lines.length).toBeGreaterThan(0);
      expect(screen.lines.map(({ text }) => text).join('\n')).not.toMatch(SPINNER);
      expect(screen.cursor.column).toBe(0);
      expect(bytes).not.toMatch(/\u001B\[\?25l(?![\s\S]*\u001B\[\?25h)/);
    });

    it('uses the sixteen colours of the palette and no background, so it suits light and dark', async () => {
      const { screen } = await runInTerminal(args, {
        columns: 80,
        env: { COLORTERM: 'truecolor' },
      });
      const cells = screen.lines.flatMap(({ cells }) => cells);
      expect(cells.filter(({ trueColour, background }) => trueColour || background)).toEqual([]);
      const colours = new Set(cells.map(({ colour }) => colour));
      // Black and white are the background of somebody's terminal.
      expect(
        [...colours].filter((colour) => colour !== null && ![1, 2, 3, 6].includes(colour)),
      ).toEqual([]);
    });

    it('says the same without colour', async () => {
      const steady = (lines: readonly Line[]) =>
        lines.map(({ text }) => text.replace(/<?\d+(\.\d+)?/g, '0').replace(/ +|█+|░+/g, ' '));
      const coloured = await runInTerminal(args, { columns: 80 });
      const plain = await runInTerminal(args, { columns: 80, env: { NO_COLOR: '1' } });
      expect(steady(plain.screen.lines)).toEqual(steady(coloured.screen.lines));
      expect(
        plain.screen.lines.flatMap(({ cells }) => cells).every(({ colour }) => colour === null),
      ).toBe(true);
    });

    it.each([
      ['--ascii', [...args, '--ascii'], {}],
      ['TERM=dumb', args, { TERM: 'dumb' }],
      ['a locale without UTF-8', args, { LANG: 'C', LC_ALL: 'C' }],
    ])('is plain ASCII with %s', async (_how, words, env) => {
      const { screen } = await runInTerminal(words, { columns: 60, env });
      const text = screen.lines.map((line) => line.text).join('\n');
      expect(/[^\x20-\x7e\n]/.exec(text)?.[0]).toBeUndefined();
      const wrapped = screen.lines.filter((line) => line.rows > 1 && !looksLikeCommand(line));
      expect(wrapped.map((line) => line.text)).toEqual([]);
    });
  });

  it('a dumb terminal gets no escape code at all', async () => {
    const { bytes } = await runInTerminal(['check-key', '--simulate', 'key-unknown'], {
      columns: 80,
      env: { TERM: 'dumb' },
    });
    expect(bytes).not.toContain('\u001B');
  });

  it.each([40, 80])('wide and combining characters of a server fit %i columns', async (columns) => {
    const message = `${'茶'.repeat(50)} e\u0301${'한국어 '.repeat(20)}ｆｕｌｌ`;
    const server = createServer((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ statusCode: 400, message, error: 'Bad Request' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const { screen } = await runInTerminal(
        ['probe', '/v3/account/usage', '--base-url', `http://127.0.0.1:${port}`],
        {
          columns,
          env: { LUSHA_API_KEY: '7c1d2e3f-2222-4222-8222-00000000f2ab' },
        },
      );
      expect(screen.lines.some(({ text }) => text.includes('茶茶茶'))).toBe(true);
      const wrapped = screen.lines.filter((line) => line.rows > 1 && !isCommand(line));
      expect(wrapped.map(({ text }) => text)).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('writes links where the terminal has them, and the text stays the same', async () => {
    const args = ['explain', 'key-unknown', '--verbose'];
    const linked = await runInTerminal(args, {
      columns: 80,
      env: { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809' },
    });
    const plain = await runInTerminal(args, { columns: 80 });
    const targets = [...linked.bytes.matchAll(/\u001B\]8;;([^\u001B]+)\u001B\\/g)].map(
      ([, to]) => to,
    );
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.every((to) => to?.startsWith('https://'))).toBe(true);
    expect(plain.bytes).not.toContain('\u001B]8');
    expect(linked.screen.lines.map(({ text }) => text)).toEqual(
      plain.screen.lines.map(({ text }) => text),
    );
  });
});

describe('in a pipe', () => {
  const ARGS = ['bin/lusha-doctor.js', 'explain', 'key-unknown'];
  const COLOUR = '\u001B[';

  it.each([
    ['nothing said', {}, false],
    ['FORCE_COLOR=1', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 and CLICOLOR_FORCE=1', { FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, false],
    ['CLICOLOR_FORCE=1', { CLICOLOR_FORCE: '1' }, true],
    ['NO_COLOR=1 and CLICOLOR_FORCE=1', { NO_COLOR: '1', CLICOLOR_FORCE: '1' }, false],
    ['CI=true', { CI: 'true' }, false],
  ])('colours depend on the wish: %s', async (_wish, env, coloured) => {
    const { stdout } = await promisify(execFile)(process.execPath, ARGS, {
      env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...env },
    });
    expect(stdout.includes(COLOUR)).toBe(coloured);
  });
});

/** Without colours a command is known by its first word. */
function looksLikeCommand({ text }: Line): boolean {
  return /^(?:[A-Z ]+ )?\s*(?:next: )?(?:lusha-doctor|curl|printf|read|export|gh|node|unset|env|npx|openssl|tr)\b/.test(
    text,
  );
}
