import { describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '../../src/model/report-format.ts';
import { nodes, parseMarkdown } from '../support/markdown.ts';
import { recordErrors, reportErrors } from '../support/report-schema.ts';
import { workflowCommands } from '../support/workflow-runner.ts';
import { run } from '../support/world.ts';
import { elements, parseXml } from '../support/xml.ts';

/** Calls of every command that makes a report, with the exit code each has to have. */
const CALLS: [string, string[], number][] = [
  ['check-key, all well', ['check-key', '--simulate', 'healthy'], 0],
  ['check-key, unknown key', ['check-key', '--simulate', 'key-unknown'], 4],
  ['check-key, a proxy answers', ['check-key', '--simulate', 'proxy-page'], 3],
  ['check-key, no key at all', ['check-key'], 4],
  ['probe-endpoint', ['probe-endpoint', '--simulate', 'quota-day-exhausted'], 6],
  ['probe-endpoint, Lusha is down', ['probe-endpoint', '--simulate', 'service-down'], 7],
  ['watch-ratelimit', ['watch-ratelimit', '--once', '--simulate', 'healthy'], 0],
  ['explain-error, a status', ['explain-error', '403'], 0],
  ['explain-error, a cause', ['explain-error', 'key-unknown'], 0],
  ['explain-error, a message', ['explain-error', 'Invalid API key format'], 0],
  ['explain-error, by class', ['explain-error', 'key-unknown', '--exit-code'], 4],
];

/** How somebody who is not this project reads each format; throws where it cannot. */
const READERS: Record<Format, (document: string) => void> = {
  terminal: (document) => expect(document).not.toBe(''),
  linear: (document) => expect(document).toMatch(/^lusha-doctor [\s\S]*\nResult: .*\n$/),
  json: (document) => expect(reportErrors(JSON.parse(document))).toEqual([]),
  ndjson: (document) => {
    const records = document.trimEnd().split('\n');
    expect(records.flatMap((line) => recordErrors(JSON.parse(line)))).toEqual([]);
  },
  github: (document) => {
    const [fence, ...others] = workflowCommands(document);
    expect(fence?.name).toBe('stop-commands');
    expect(others.every(({ name }) => name === 'error' || name === 'warning')).toBe(true);
  },
  junit: (document) => {
    const suites = parseXml(document);
    expect(suites.name).toBe('testsuites');
    expect(elements(suites, 'testsuite')).toHaveLength(1);
  },
  markdown: (document) => {
    const root = parseMarkdown(document);
    expect(nodes(root, 'heading').length).toBeGreaterThan(0);
    expect(nodes(root, 'html')).toEqual([]);
  },
};

describe.each(CALLS)('%s', (_name, words, exitCode) => {
  it.each(FORMATS)('as %s: a document that reads back, and the same exit code', async (format) => {
    const ran = await run([...words, '--format', format]);
    expect({ exitCode: ran.exitCode, stderr: ran.stderr }).toEqual({ exitCode, stderr: '' });
    READERS[format](ran.stdout);
  });

  it('is written to files besides, in the format of their endings', async () => {
    const endings = ['json', 'ndjson', 'xml', 'md', 'txt'] as const;
    const outputs = endings.flatMap((ending) => ['--output', `out.${ending}`]);
    const alone = await run([...words, '--quiet']);
    const ran = await run([...words, '--quiet', ...outputs]);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout.split('\n').length).toBe(alone.stdout.split('\n').length);
    READERS.json(ran.written['out.json'] ?? '');
    READERS.ndjson(ran.written['out.ndjson'] ?? '');
    READERS.junit(ran.written['out.xml'] ?? '');
    READERS.markdown(ran.written['out.md'] ?? '');
    READERS.terminal(ran.written['out.txt'] ?? '');
  });
});

describe('in GitHub Actions', () => {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: '/runner/summary.md',
    GITHUB_OUTPUT: '/runner/output',
  };

  it('a run annotates, and adds its summary and outputs to the files of the step', async () => {
    const ran = await run(['check-key', '--simulate', 'key-unknown'], { env });
    expect(workflowCommands(ran.stdout).map(({ name }) => name)).toEqual([
      'stop-commands',
      'error',
    ]);
    expect(ran.written['/runner/output']).toBe('verdict=FAIL\nexit-code=4\ncause=key-unknown\n');
    READERS.markdown(ran.written['/runner/summary.md'] ?? '');
  });

  it('two runs of one step add up', async () => {
    const first = await run(['check-key', '--simulate', 'healthy'], { env });
    expect(first.written['/runner/output']).toBe('verdict=PASS\nexit-code=0\ncause=\n');
  });

  it('another format is what was asked for, and no file is touched', async () => {
    const ran = await run(['check-key', '--simulate', 'healthy', '--json'], { env });
    READERS.json(ran.stdout);
    expect(ran.written).toEqual({});
  });

  it('a look-up stays what a person reads', async () => {
    const ran = await run(['explain', 'key-unknown'], { env });
    expect(workflowCommands(ran.stdout)).toEqual([]);
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain('has to be replaced');
  });
});

describe('the view that fits', () => {
  it('is linear for somebody who says so in the environment', async () => {
    const ran = await run(['check-key', '--simulate', 'healthy'], { env: { ACCESSIBLE: '1' } });
    READERS.linear(ran.stdout);
  });

  it.each([
    ['an ending that names no format', ['--output', 'report.pdf'], 'unknown-ending'],
    ['no ending', ['--output', 'report'], 'unknown-ending'],
  ])('is refused with %s', async (_name, words, code) => {
    const ran = await run(['check-key', '--simulate', 'healthy', ...words]);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain(code);
  });
});
