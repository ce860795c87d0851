import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { cellWidth } from '../../../src/render/text/cells.ts';
import { renderTerminal } from '../../../src/render/text/terminal.ts';
import { createTheme } from '../../../src/render/text/theme.ts';
import {
  SAMPLE_REPORTS,
  sampleCheck,
  sampleDiagnosis,
  sampleReport,
} from '../../support/sample-reports.ts';

const reports = Object.entries(SAMPLE_REPORTS);
const WIDTHS = [40, 60, 80, 120];
const MODES = [
  { verbose: false, quiet: false },
  { verbose: true, quiet: false },
  { verbose: false, quiet: true },
];
const NORMAL = { verbose: false, quiet: false };
/** Reports that show how everything looks where there is little room. */
const NARROW_TOO = ['check-key-dirty', 'probe-429'];
const theme = await createTheme({ level: 0, ascii: false, width: 80 });

/** Commands may overflow; everything else has to fit. */
function commandsIn(name: keyof typeof SAMPLE_REPORTS): string[] {
  const { diagnoses, next } = SAMPLE_REPORTS[name];
  const steps = diagnoses.flatMap(({ fixes }) =>
    fixes.flatMap(({ command, verify }) => [command ?? '', verify?.command ?? '']),
  );
  return [...steps, next ?? ''].filter((command) => command !== '');
}

describe.each(reports)('%s', (name, report) => {
  it.each(NARROW_TOO.includes(name) ? [80, 40] : [80])(
    'reads well at %i columns',
    async (width) => {
      const suffix = width === 80 ? '' : `-${width}-columns`;
      const fitted = await createTheme({ level: 0, ascii: false, width });
      await expect(renderTerminal(report, fitted, NORMAL)).toMatchFileSnapshot(
        `../../transcripts/${name}${suffix}.txt`,
      );
    },
  );

  it.each(WIDTHS)('fits %i columns, commands excepted', async (width) => {
    const commands = commandsIn(name as keyof typeof SAMPLE_REPORTS);
    for (const ascii of [false, true]) {
      const fitted = await createTheme({ level: 0, ascii, width });
      for (const mode of MODES) {
        const lines = renderTerminal(report, fitted, mode).split('\n');
        const overlong = lines.filter((line) => cellWidth(line) > width);
        expect(overlong.filter((line) => !commands.some((it) => line.endsWith(it)))).toEqual([]);
      }
    }
  });

  it.each(WIDTHS)('says the same with and without colour at %i columns', async (width) => {
    for (const mode of MODES) {
      const plain = await createTheme({ level: 0, ascii: false, width });
      const coloured = await createTheme({ level: 3, ascii: false, width });
      const text = renderTerminal(report, coloured, mode);
      expect(stripVTControlCharacters(text)).toBe(renderTerminal(report, plain, mode));
      expect(text).toContain('\u001B[');
    }
  });

  it('keeps to ASCII when asked to', async () => {
    const ascii = await createTheme({ level: 0, ascii: true, width: 80 });
    expect(renderTerminal(report, ascii, { verbose: true, quiet: false })).toMatch(
      /^[\x20-\x7e\n]*$/,
    );
  });

  it('is one line when quiet, with verdict and exit code', () => {
    const text = renderTerminal(report, theme, { verbose: false, quiet: true });
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toMatch(new RegExp(`^${report.verdict}  exit ${report.exitCode}   \\S`));
  });

  it('ends with the next command in the details, when there is one', () => {
    const details = renderTerminal(report, theme, { verbose: true, quiet: false });
    const last = details.trimEnd().split('\n').at(-1);
    expect(last?.startsWith('next: ')).toBe(report.next !== null);
  });

  it('begins with the verdict and fits one screen', () => {
    const lines = renderTerminal(report, theme, NORMAL).trimEnd().split('\n');
    expect(lines[0]).toMatch(new RegExp(`^${report.verdict}  \\S`));
    expect(lines.length).toBeLessThanOrEqual(24);
  });
});

describe('terminal report', () => {
  it('shows reasons, notes, sources, prices and exchanges only when verbose', () => {
    const {
      'probe-plan-403': plan,
      'check-key-proxy-403': proxy,
      'check-key-pass': pass,
    } = SAMPLE_REPORTS;
    const labels = /^(REASONS|NOTES|SOURCES|RUN|PRICES|TIMING)/gm;
    const found = (report: Report, verbose: boolean): string[] =>
      [...renderTerminal(report, theme, { verbose, quiet: false }).matchAll(labels)].map(
        ([label]) => label,
      );
    expect([plan, proxy, pass].flatMap((report) => found(report, false))).toEqual([]);
    expect(found(plan, true)).toEqual(['TIMING', 'REASONS', 'NOTES', 'SOURCES', 'RUN']);
    expect(found(proxy, true)).toEqual(['TIMING', 'RUN']);
    expect(found(pass, true)).toEqual(['PRICES', 'RUN']);
  });

  it('is about the finding nearest the caller; others are notes, and a certain one has no rivals', () => {
    const checks = [
      sampleCheck('a', 'fail', 'one', { layer: 'service', diagnosis: 'first' }),
      sampleCheck('b', 'fail', 'two', { layer: 'key', diagnosis: 'second' }),
    ];
    const diagnoses = [
      sampleDiagnosis('first', { title: 'First title' }),
      sampleDiagnosis('rival', { certainty: 'possible' }),
      sampleDiagnosis('second', { title: 'Second title', certainty: 'likely' }),
      sampleDiagnosis('aside', { subject: 'setup', title: 'Aside title' }),
    ];
    const report = sampleReport({ checks, diagnoses, verdict: 'FAIL' });
    const text = renderTerminal(report, theme, NORMAL);
    expect(text).toMatch(/^FAIL {2}Second title +second, likely$/m);
    expect(text.match(/^note .*/gm)).toEqual([
      'note    First title  first',
      'note    Aside title  aside',
    ]);
    expect(text).not.toContain('rival');
    const details = renderTerminal(report, theme, { verbose: true, quiet: false });
    expect(details.match(/^WHY .*/gm)).toEqual([
      'WHY         Second title',
      'WHY         First title',
    ]);
  });

  it('shows what was seen when nothing explains it', () => {
    const evidence = { http_status: 418, tags: ['a', 'b'], none: null };
    const failed = sampleReport({
      verdict: 'FAIL',
      checks: [sampleCheck('edge', 'fail', 'odd', { evidence })],
    });
    expect(renderTerminal(failed, theme, NORMAL)).toContain(
      'FAIL  Odd\n\nSeen: http status: 418; tags: a; b.',
    );
  });

  it('marks the phase in which an exchange failed', () => {
    const text = renderTerminal(SAMPLE_REPORTS['check-key-proxy-403'], theme, {
      verbose: true,
      quiet: false,
    });
    expect(text).toMatch(/GET \/v3\/account\/usage → proxy-refused/);
    expect(text).toMatch(/proxy +12 ms +█+ failed/);
  });

  it('says so when a number of a window is not known', () => {
    const windows = [
      { name: 'day', limit: null, used: null, left: null, resetsAt: null, source: 'header' },
      { name: 'hour', limit: 10, used: 4, left: null, resetsAt: null, source: 'header' },
    ] as const;
    const text = renderTerminal(sampleReport({ windows }), theme, NORMAL);
    expect(text).toContain('day     ? of  ? left');
    expect(text).toContain('hour    █████░░░  6 of 10 left');
  });
});
