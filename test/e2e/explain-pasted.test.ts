import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, type Ran } from '../support/world.ts';

const FOLDER = 'fixtures/pasted';

interface Pasted {
  readonly file: string;
  /** The cause that comes out on top. */
  readonly cause?: string;
  /** The status whose meanings are listed, where the text tells no more. */
  readonly status?: number;
  /** Rows of the summary with their counts; every other row is a mistake. */
  readonly log?: Readonly<Record<string, number>>;
  readonly elsewhere?: number;
  readonly nothing?: true;
  /** What looks like a status or a failure and is none. */
  readonly distractors?: readonly string[];
}

const CORPUS: readonly Pasted[] = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const textOf = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');

/** The parts of a report, or of a log's summary, that are looked at here. */
interface Shown {
  readonly kind?: string;
  readonly rows: readonly { readonly id: string; readonly count: number }[];
  readonly elsewhere: number;
  readonly calls?: { readonly elsewhere: number };
  readonly diagnoses: readonly { readonly cause: string; readonly certainty: string }[];
  readonly checks: readonly { readonly evidence: { readonly status?: number } }[];
}

/** The JSON document of a run: a report, or the summary of a log. */
function documentIn({ stdout }: Ran): Shown {
  return JSON.parse(stdout);
}

/** What a run found, in the form in which the corpus says it. */
function foundIn({ kind, rows, elsewhere, calls, diagnoses, checks }: Shown): Omit<Pasted, 'file'> {
  if (kind === 'log-summary') {
    return { log: Object.fromEntries(rows.map(({ id, count }) => [id, count])), elsewhere };
  }
  const [top] = diagnoses;
  const others = calls !== undefined && calls.elsewhere > 0 ? { elsewhere: calls.elsewhere } : {};
  if (top === undefined) return { nothing: true, ...others };
  const status = checks[0]?.evidence.status;
  const isOpen = top.certainty === 'possible' && diagnoses.length > 1;
  return { ...(isOpen && status !== undefined ? { status } : { cause: top.cause }), ...others };
}

describe('the corpus', () => {
  it('has at least 80 inputs, half of them with distractors, and no file without an entry', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(80);
    const distracted = CORPUS.filter(({ distractors = [] }) => distractors.length > 0);
    expect(distracted.length * 2).toBeGreaterThanOrEqual(CORPUS.length);
    const files = readdirSync(FOLDER).filter((name) => name !== 'index.json');
    expect(files.toSorted()).toEqual(CORPUS.map(({ file }) => file).toSorted());
  });

  it.each(CORPUS)('$file gives what it tells of and nothing else', async (entry) => {
    const { file, distractors: _, ...expected } = entry;
    const found = foundIn(
      documentIn(await run(['explain', '-', '--json'], { stdin: textOf(file) })),
    );
    expect(found).toEqual(expected);
  });

  it.each(CORPUS)('$file gives the same from a file', async ({ file, ...entry }) => {
    const { distractors: _, ...expected } = entry;
    const world = { files: { [`./${file}`]: textOf(file) } };
    const found = foundIn(documentIn(await run(['explain', `./${file}`, '--json'], world)));
    expect(found).toEqual(expected);
  });

  it('never shows the key, in any format', async () => {
    for (const { file } of CORPUS) {
      for (const format of ['terminal', 'json', 'markdown']) {
        const ran = await run(['explain', '-', '--format', format, '--verbose'], {
          stdin: textOf(file),
        });
        expect(ran.stdout + ran.stderr, `${file} ${format}`).not.toContain('0f0f0f0f-1111');
      }
    }
  });
});

const LINES = [
  '2026-11-23T14:00:00Z INFO start on port 443',
  '2026-11-23T14:00:01Z ERROR enrich: 429 {"statusCode":429,"message":"Daily API quota limit exceeded"}',
  '2026-11-23T15:00:00Z ERROR getaddrinfo ENOTFOUND api.lusha.com',
  '2026-11-23T16:00:00Z ERROR enrich: 429 {"statusCode":429,"message":"Daily API quota limit exceeded"}',
];
const LOG = `${LINES.join('\n')}\n`;

describe('a log', () => {
  it('is shown as a table with shares, times, an example and the causes in full', async () => {
    const args = ['explain', '-', '--verbose'];
    const { stdout, exitCode } = await run(args, { stdin: LOG, columns: 80 });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/3 failed calls, 2 causes/);
    expect(stdout).toMatch(/quota-day-exhausted +2 +67 % +11-23 14:00:01 +11-23 16:00:00 +2/);
    expect(stdout).toMatch(/TIME +[▁▂▃▄▅▆▇█]+/);
    expect(stdout).toMatch(/WHY +The calls of this day are used up/);
    expect(stdout).toMatch(/next: lusha-doctor explain quota-day-exhausted/);
  });

  it('is one screen: a line a cause, and what to do first', async () => {
    const { stdout } = await run(['explain', '-'], { stdin: LOG, columns: 80, isTTY: true });
    expect(stdout).toMatch(/^FAIL {2}3 calls failed, 2 causes +stdin\n/);
    expect(stdout).toMatch(
      /^ {2}2 {2}quota-day-exhausted +[▁▂▃▄▅▆▇█]+ +11-23 14:00:01 to 16:00:00, line 2$/m,
    );
    expect(stdout).toMatch(/^Fix +you; for quota-day-exhausted$/m);
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  });

  it.each(['--ascii', '--quiet'])('can be shown with %s', async (option) => {
    const { stdout } = await run(['explain', '-', option], { stdin: LOG });
    expect(stdout).toContain('quota-day-exhausted');
    expect(/^[\x20-\x7e\n]*$/.test(stdout) || option === '--quiet').toBe(true);
  });

  it.each([
    ['--top 0', 0],
    ['--top 1', 1],
    ['--top 9', 2],
  ])('explains as many causes as %s says', async (option, count) => {
    const ran = await run(['explain', '-', '--json', ...option.split(' ')], { stdin: LOG });
    expect(documentIn(ran).diagnoses).toHaveLength(count);
  });

  it('counts from --since on and says what that left out', async () => {
    const ran = await run(['explain', '-', '--json', '--since', '2026-11-23T14:30:00Z'], {
      stdin: LOG,
    });
    expect(documentIn(ran)).toMatchObject({ failures: 2, leftOut: 1 });
  });

  it('can be several files, packed or not, and names the file of each example', async () => {
    const files = { './a.log': LOG, './b.log.gz': gzipSync(LOG) };
    const ran = await run(['explain', './a.log', './b.log.gz', '--json'], { files });
    expect(documentIn(ran)).toMatchObject({
      failures: 6,
      sources: [
        { name: './a.log', problem: null },
        { name: './b.log.gz', problem: null },
      ],
      rows: [{ count: 4, example: { file: './a.log', line: 2 } }, { count: 2 }],
    });
  });

  it('can be UTF-16, as PowerShell writes it', async () => {
    const stdin = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LOG, 'utf16le')]);
    const ran = await run(['explain', '-', '--json'], { stdin });
    expect(documentIn(ran)).toMatchObject({ failures: 3 });
  });

  it('ends with the class of the most frequent cause where that is asked for', async () => {
    expect((await run(['explain', '-', '--exit-code'], { stdin: LOG })).exitCode).toBe(6);
  });

  it('is followed to its end: each new cause is told, then the summary', async () => {
    const { stdout } = await run(['explain', '-', '--follow'], { stdin: LOG });
    expect(stdout).toMatch(/new +quota-day-exhausted/);
    expect(stdout).toMatch(/new +dns-not-found/);
    expect(stdout).toMatch(/3 calls failed, 2 causes/);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing but a terminal', [], {}, 2, /nothing to explain/],
    ['a terminal in place of a pipe', ['-'], {}, 2, /pbpaste|Pipe the text in/],
    ['an empty pipe', ['-'], { stdin: '' }, 1, /empty text/],
    ['a missing file', ['./missing.log'], {}, 2, /no file \.\/missing\.log/],
    ['a directory', ['./logs'], { files: { './logs': { code: 'EISDIR' } } }, 2, /is a directory/],
    [
      'an unreadable file',
      ['./a.log'],
      { files: { './a.log': { code: 'EACCES' } } },
      2,
      /cannot be read/,
    ],
    ['a wrong --since', ['-', '--since', 'soon'], { stdin: LOG }, 2, /--since takes/],
    ['a wrong --top', ['-', '--top', 'x'], { stdin: LOG }, 2, /--top takes/],
  ] as const)('%s is told apart', async (_, args, world, exitCode, says) => {
    const ran = await run(['explain', ...args], world);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).toMatch(says);
  });

  it.each([
    ['binary data', Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 7)), /binary/],
    ['a packed file', Buffer.from('PK\u0003\u0004rest of it'), /unpack it first/],
    ['a broken gzip file', gzipSync(LOG.repeat(2000)).subarray(0, 300), /gzip data is broken/],
  ])('%s is named as what it is', async (_, bytes, says) => {
    const ran = await run(['explain', './x.bin'], { files: { './x.bin': bytes } });
    expect(ran.stdout).toMatch(says);
    expect([0, 1]).toContain(ran.exitCode);
  });

  it('reads around invalid UTF-8', async () => {
    const stdin = Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x0a]), Buffer.from(LOG)]);
    const ran = await run(['explain', '-', '--json'], { stdin });
    expect(documentIn(ran)).toMatchObject({ failures: 3 });
  });

  it('counts ten thousand different messages without showing them all', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) =>
        `2026-11-23T14:00:00Z ERROR ${'abcdefghij'.charAt(at % 10)}${at}x failed: 403 word${at * 7919}q`,
    );
    const ran = await run(['explain', '-'], { stdin: lines.join('\n') });
    expect(ran.stdout).toMatch(/10000 calls failed, 1 cause/);
    expect(ran.stdout.length).toBeLessThan(5000);
  });
});

describe('masking', () => {
  const KEY = fc.uuid();
  const MAIL = fc.stringMatching(/^[a-z]{3,10}\.[a-z]{3,10}@[a-z]{3,10}\.(?:com|org|io)$/);
  const PHONE = fc.stringMatching(/^\+[1-9]\d{1,2} [2-9]\d{2}[ -]\d{3}[ -]\d{4}$/);
  const put = fc.constantFrom<(key: string, mail: string, phone: string) => string>(
    (key, mail, phone) => `api_key: ${key} for ${mail} ${phone} failed: 429 Too Many Requests`,
    (key, mail, phone) =>
      JSON.stringify({
        status: 403,
        url: 'https://api.lusha.com/v3/contacts/enrich',
        headers: { Authorization: `Bearer ${key}` },
        body: { message: `no ${mail}`, phone },
      }),
    (key, mail, phone) =>
      `HTTP/1.1 401 Unauthorized\napi_key: ${key}\n\n{"statusCode":401,"message":"bad ${mail} ${phone}"}`,
    (key, mail, phone) =>
      `level=error status=500 api_key=${key} email=${mail} phone="${phone}" path=/v3/contacts/search`,
    (key, mail, phone) =>
      `Error: Request failed with status code 400: ${mail} ${phone}\n    at f (a.js:1:2) { api_key: '${key}' }`,
    (key, mail) =>
      `1.2.3.4 - - [23/Nov/2026:14:00:01 +0000] "GET /v2/person?api_key=${key}&email=${encodeURIComponent(mail)} HTTP/1.1" 401 62`,
  );

  it('lets no key, e-mail or phone through, in any format', async () => {
    await fc.assert(
      fc.asyncProperty(
        KEY,
        MAIL,
        PHONE,
        put,
        fc.constantFrom('terminal', 'json', 'markdown', 'ndjson'),
        fc.boolean(),
        async (key, mail, phone, write, format, isLog) => {
          const text = write(key, mail, phone);
          const stdin = isLog
            ? `${text}\n2026-11-23T14:00:00Z ERROR 503 Service Unavailable\n${text}\n`
            : text;
          const ran = await run(['explain', '-', '--format', format, '--verbose'], { stdin });
          const shown = ran.stdout + ran.stderr;
          for (const secret of [key, mail, phone, encodeURIComponent(mail)])
            expect(shown).not.toContain(secret);
        },
      ),
      { numRuns: 120 },
    );
  });
});

it('ends any text in a result', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (stdin) => {
      expect([0, 1]).toContain((await run(['explain', '-'], { stdin })).exitCode);
    }),
    { numRuns: 150 },
  );
});
