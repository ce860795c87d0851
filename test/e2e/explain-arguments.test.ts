import { describe, expect, it } from 'vitest';
import { nothingOnStdin } from '../../src/commands/explain-error/input/problems.ts';
import { objectOf } from '../../src/model/json.ts';
import { run, stoppable, type World } from '../support/world.ts';

const KEY = '0f0f0f0f-1111-4222-8333-444444444444';
const MAIL = 'jane.roe@acme.example';
const REFUSAL = 'HTTP 401 {"statusCode":401,"message":"Invalid API key"}';
const FILES: World = { files: { r401: REFUSAL, 'app.log': REFUSAL } };

const explain = (args: readonly string[], world?: World) => run(['explain', ...args], world);

describe('what was typed is echoed without keys and addresses', () => {
  it.each([
    [[`./${KEY}.log`]],
    [['403', '--plan', KEY]],
    [['403', '--method', KEY]],
    [['403', '--since', KEY]],
    [['403', '--top', KEY]],
    [['403', '--format', KEY]],
    [['403', '--output', KEY]],
    [['403', '--endpoint', KEY]],
    [['403', '--endpoint', `/v3/foo/${KEY}`, '--plan', 'pro']],
    [['403', '--endpoint', `/v3/foo/${MAIL}`]],
    [['403', `--${KEY}`]],
    [['--search', `${KEY} quota`]],
    [['--search', `${MAIL} quota`]],
    [[`${MAIL} not found`]],
    [[`./${MAIL}/a.log`]],
    [['app.log', KEY]],
    [['app.log', '--output', `./${KEY}/a.txt`]],
  ])('%j', async (args) => {
    const { stdout, stderr } = await explain(args, FILES);
    expect(stdout + stderr).not.toMatch(/0f0f0f0f|jane\.roe/);
    expect(stdout + stderr).toMatch(/\[masked\]|\[e-mail\]/);
  });

  const TWO = 'POST https://api.lusha.com/v3/contacts/enrich 429 1ms\nok\n'.repeat(3);
  it.each(['terminal', 'json', 'ndjson', 'markdown', 'junit', 'github', 'linear'])(
    'nor are they in the names of files of a summary (%s)',
    async (format) => {
      const names = [`./${KEY}.log`, `./${MAIL}.log`, './app-2026-11-23.1.log'];
      const files = Object.fromEntries(names.map((name) => [name, TWO]));
      for (const given of [names, names.slice(0, 1)]) {
        const { stdout, stderr } = await explain([...given, '--format', format], { files });
        expect(stdout + stderr).toMatch(/429|Too many calls/);
        expect(stdout + stderr).not.toMatch(/0f0f0f0f|jane\.roe/);
      }
    },
  );

  it('the date in the name of a log stays', async () => {
    const names = ['./app-2026-11-23.1.log', './app.20261123.log', './log.2026-11-23-12'];
    const files = Object.fromEntries(names.map((name) => [name, TWO]));
    const { stdout } = await explain([...names, '--json'], { files });
    for (const name of names) expect(stdout).toContain(name);
  });

  it('a command of its own stays as it is', async () => {
    const { stderr } = await explain(['403', '--sent-header', 'a b']);
    expect(stderr).toContain('"Authorization: Bearer"');
  });
});

describe('--output', () => {
  it.each([
    [['--list'], 'key-unknown'],
    [['--conflicts'], 'auth-header'],
    [['--search', 'quota'], 'plans'],
    [['prices'], 'revealEmail'],
    [['/v3/contacts/enrich'], 'contacts.enrich'],
  ])('of %j is written as JSON and as text', async (args, says) => {
    const ran = await explain([...args, '--output', 'a.json', '--output', 'b.txt', '--quiet']);
    expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
    expect(JSON.stringify(JSON.parse(ran.written['a.json'] ?? ''))).toContain(says);
    expect(ran.written['b.txt']?.split('\n').length).toBeGreaterThan(5);
  });

  it('of what is no report is refused as a report', async () => {
    const { exitCode, stderr, stdout, written } = await explain(['prices', '--output', 'a.md']);
    expect([exitCode, stdout, written]).toEqual([2, '', {}]);
    expect(stderr).toMatch(/Use \.txt or \.json/);
  });

  it.each([[['xyzzy']], [[' ']], [['600']]])('of %j, which is nothing known', async (args) => {
    const { exitCode, stderr, stdout, written } = await explain([...args, '--output', 'a.json']);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/Nothing known fits.*wrote a\.json/s);
    expect(objectOf(JSON.parse(written['a.json'] ?? ''))).toMatchObject({
      verdict: 'UNKNOWN',
      exitCode: 1,
    });
  });

  it.each([['./keep.txt'], ['keep.txt']])(
    'never goes to the file that is read: %s',
    async (name) => {
      const { exitCode, stderr, written } = await explain([name, '--output', 'keep.txt'], {
        files: { './keep.txt': REFUSAL, 'keep.txt': REFUSAL },
      });
      expect([exitCode, written]).toEqual([2, {}]);
      expect(stderr).toContain('it would be lost');
    },
  );
});

describe('files', () => {
  it.each([
    ['a name without a dot', ['r401']],
    ['after --', ['--', 'r401']],
    ['with a path', ['./r401']],
  ])('are read: %s', async (_what, args) => {
    const files = { r401: REFUSAL, './r401': REFUSAL };
    const { exitCode, stdout } = await explain(args, { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Lusha does not know this key');
  });

  it('never hide what is known by that name', async () => {
    const { stdout } = await explain(['403'], { files: { 403: REFUSAL } });
    expect(stdout).toContain('403 Forbidden from the Lusha API');
    const forced = await explain(['--', '403'], { files: { 403: REFUSAL } });
    expect(forced.stdout).toContain('Lusha does not know this key');
  });

  it.each([
    [['app.log', '403'], /"403" is no file, as app\.log is/],
    [['403', 'app.log'], /"403" is no file, as app\.log is/],
    [['app.log', 'other.log'], /There is no file other\.log/],
    [['*.nope'], /No file matches \*\.nope/],
    [['logs/*.log'], /No file matches logs\/\*\.log/],
    [['./nothing'], /There is no file \.\/nothing/],
  ])('%j says which is none', async (args, says) => {
    const { exitCode, stderr } = await explain(args, FILES);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
  });

  it('do not take a sentence away', async () => {
    const { stderr } = await explain(['something', 'odd', 'in', 'app.log', 'again'], FILES);
    expect(stderr).toContain('Nothing known fits');
  });

  it('a folder called like a word is not meant', async () => {
    const { stdout } = await explain(['quota'], { files: { quota: { code: 'EISDIR' } } });
    expect(stdout).toMatch(/^Plans and limits\n/);
  });
});

describe('options for logs', () => {
  it.each([
    [['403', '--top', 'abc'], /--top takes/],
    [['403', '--since', '2x'], /--since takes/],
    [['--list', '--top', 'abc'], /--top takes/],
    [['403', '--top', '2'], /--top is for logs/],
    [['403', '--follow'], /--follow is for logs/],
    [['prices', '--since', '2h'], /--since is for logs/],
    [['--search', 'quota', '--top', '2'], /--top is for logs/],
  ])('%j', async (args, says) => {
    const { exitCode, stderr, stdout } = await explain(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  it('belong to every file', async () => {
    expect((await explain(['r401', '--top', '2'], FILES)).exitCode).toBe(0);
  });
});

describe('--quiet', () => {
  it.each([
    ['key-unknown'],
    ['prices'],
    ['pro'],
    ['api_key'],
    ['/v3/contacts/enrich'],
    ['auth-header'],
  ])('%s is one line', async (name) => {
    const { stdout } = await explain([name, '--quiet']);
    expect(stdout).toMatch(/^[^\n]+: [^\n]+\n$/);
  });

  it('a list has a line for each entry', async () => {
    const { stdout } = await explain(['--list', '--quiet']);
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^[a-z\d-]+: \S/);
  });
});

describe('names that are nearly right', () => {
  it.each([
    ['429.', /^429 Too Many Requests from/],
    ['403:', /^403 Forbidden from/],
    ['key-unknown,', /^Lusha does not know this key/],
    ['v3/contacts/enrich', /^POST \/v3\/contacts\/enrich/],
    ['POST v3/contacts/enrich', /^POST \/v3\/contacts\/enrich/],
    ['topics', /^Topics\n.*prices/s],
    ['help', /^Topics\n.*webhooks/s],
  ])('%s', async (name, says) => {
    const { exitCode, stdout } = await explain([name]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(says);
  });
});

describe('hints', () => {
  it.each([40, 80])('fit %i columns but for commands', async (columns) => {
    for (const args of [['xyzzy'], ['-'], [], ['403', '--follow'], ['403', '--format', 'x']]) {
      const { stderr } = await explain(args, { columns, isTTY: true });
      const long = stderr
        .split('\n')
        .filter((line) => line.length > columns && !/^ {4}\S/.test(line));
      expect(long).toEqual([]);
    }
  });

  it.each([
    ['darwin-arm64', {}, 'pbpaste |'],
    ['linux-x64', {}, 'xclip -o -selection clipboard |'],
    ['linux-x64', { WAYLAND_DISPLAY: 'wayland-0' }, 'wl-paste |'],
    ['win32-x64', {}, 'Get-Clipboard |'],
  ])('name the clipboard of %s', (os, env, says) => {
    const { fix } = nothingOnStdin({ platform: { node: '20', os }, env }).problem;
    expect(fix).toContain(`${says} lusha-doctor explain -`);
    expect(fix.includes("<<'EOF'")).toBe(!os.startsWith('win32'));
  });
});

it('a stop while the input is read is no verdict on half of it', async () => {
  const { signal, stop } = stoppable();
  stop('SIGINT');
  const { exitCode, stderr, stdout } = await explain(['-'], { stdin: REFUSAL, signal });
  expect([exitCode, stdout]).toEqual([130, '']);
  expect(stderr).toContain('stopped before the end of the input');
});
