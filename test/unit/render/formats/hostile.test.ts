import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/model/report.ts';
import { githubOutputs, renderGithub } from '../../../../src/render/formats/github.ts';
import { renderJunit } from '../../../../src/render/formats/junit.ts';
import { renderLinear } from '../../../../src/render/formats/linear.ts';
import { renderMarkdown } from '../../../../src/render/formats/markdown.ts';
import { renderNdjson } from '../../../../src/render/formats/ndjson.ts';
import { renderJson } from '../../../../src/render/json.ts';
import { renderTerminal } from '../../../../src/render/text/terminal.ts';
import { createTheme } from '../../../../src/render/text/theme.ts';
import { ATTACKS, planted } from '../../../support/hostile.ts';
import { nodes, parseMarkdown, textOf } from '../../../support/markdown.ts';
import { SAMPLE_REPORTS } from '../../../support/sample-reports.ts';
import { otherCommands, workflowCommands } from '../../../support/workflow-runner.ts';
import { elements, parseXml } from '../../../support/xml.ts';

const TOKEN = '5f0c7a52-0000-4000-8000-000000000000';
/** A view of everything there is: findings, windows, an account, exchanges, alternatives. */
const RICH: Report = {
  ...SAMPLE_REPORTS['check-key-pass'],
  ...SAMPLE_REPORTS['probe-plan-403'],
  account: SAMPLE_REPORTS['check-key-pass'].account,
  windows: SAMPLE_REPORTS['probe-429'].windows,
};
const theme = await createTheme({ level: 0, ascii: false, width: 80 });
const narrow = await createTheme({ level: 0, ascii: true, width: 40 });
const verbose = { verbose: true, quiet: false };

const DOCUMENTS: Record<string, (report: Report) => string> = {
  terminal: (report) => renderTerminal(report, theme, verbose),
  'terminal, narrow': (report) => renderTerminal(report, narrow, verbose),
  'terminal, quiet': (report) => renderTerminal(report, theme, { verbose: false, quiet: true }),
  linear: renderLinear,
  json: renderJson,
  ndjson: renderNdjson,
  github: (report) => renderGithub(report, TOKEN),
  junit: renderJunit,
  markdown: renderMarkdown,
};

/** Everything a terminal might obey, and what turns or hides text. */
const UNSAFE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** What every document must keep to, whatever the texts in it say. */
function expectHarmless(format: string, document: string): void {
  expect(UNSAFE.exec(document)?.[0]).toBeUndefined();
  expect(otherCommands(document)).toEqual([]);
  const own = format === 'github' ? ['stop-commands', 'error', 'warning'] : [];
  const foreign = workflowCommands(document).filter(({ name }) => !own.includes(name));
  expect(foreign).toEqual([]);
}

describe.each(Object.entries(ATTACKS))('with %s in every text', (_name, attack) => {
  const report = planted(RICH, attack);

  it.each(Object.keys(DOCUMENTS))('%s stays harmless', (format) => {
    expectHarmless(format, DOCUMENTS[format]?.(report) ?? '');
  });

  it('JSON and NDJSON give the text back unchanged', () => {
    expect(JSON.parse(renderJson(report))).toEqual(wellFormed(report));
    const records = renderNdjson(report).trimEnd().split('\n');
    expect(JSON.parse(records[0] ?? '')).toMatchObject({ command: wellFormed(attack) });
    expect(records).toHaveLength(
      2 + [report.checks, report.windows, report.exchanges, report.diagnoses].flat().length,
    );
  });

  it('JUnit keeps its elements', () => {
    const suites = parseXml(renderJunit(report));
    expect(elements(suites, 'testcase')).toHaveLength(report.checks.length);
    expect(elements(suites, 'property')).toHaveLength(7);
    const names = new Set(
      elements(suites, 'testcase').map(({ attributes }) => Object.keys(attributes).join()),
    );
    expect([...names]).toEqual(['classname,name,time']);
  });

  it('Markdown keeps its blocks, and nothing in it is alive', () => {
    const plain = parseMarkdown(renderMarkdown(RICH));
    const root = parseMarkdown(renderMarkdown(report));
    for (const type of ['table', 'tableRow', 'tableCell', 'thematicBreak', 'blockquote']) {
      expect([type, nodes(root, type).length]).toEqual([type, nodes(plain, type).length]);
    }
    for (const type of [
      'html',
      'image',
      'definition',
      'linkReference',
      'imageReference',
      'footnoteReference',
    ]) {
      expect([type, nodes(root, type)]).toEqual([type, []]);
    }
    expect(nodes(root, 'link').map(({ url }) => url)).toEqual([]);
    // Mentions and references come alive in text, not in code.
    const text = nodes(root, 'text').map(textOf).join('\n');
    expect(text).not.toMatch(/@\w|#\d|GH-\d|https?:|www\./i);
  });

  it('the outputs of the step stay three lines', () => {
    expect(githubOutputs(report)).toMatch(/^verdict=[A-Z]+\nexit-code=\d+\ncause=[a-z\d-]*\n$/);
  });

  it('an annotation stays one line, and says where to read on', () => {
    const annotations = workflowCommands(renderGithub(report, TOKEN)).filter(
      ({ name }) => name === 'error',
    );
    expect(annotations.length).toBeGreaterThan(0);
    for (const { properties } of annotations) expect(properties).toMatch(/^title=[^:,\n]*$/);
  });
});

it('any text at all leaves every document harmless', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('::##[]`|\\*_<>&"\'\n\r\t\u001B\u202E@#1aé茶 =%-~$!(){}'),
      'error',
      'http://',
      'www.',
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(nasty, (attack) => {
      const report = planted(RICH, attack);
      for (const [format, render] of Object.entries(DOCUMENTS))
        expectHarmless(format, render(report));
      parseXml(renderJunit(report));
      const root = parseMarkdown(renderMarkdown(report));
      expect(nodes(root, 'html')).toEqual([]);
      expect(nodes(root, 'link')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('annotations', () => {
  const many: Report = {
    ...RICH,
    exitCode: 4,
    checks: Array.from({ length: 25 }, (_, at) => ({
      id: `check.${at}`,
      layer: 'key',
      status: at % 2 === 0 ? 'fail' : 'warn',
      summary: `finding ${at}`,
      durationMs: null,
      evidence: {},
      diagnosis: null,
    })),
  };

  it('are ten of a kind at most; the tenth names the rest', () => {
    const commands = workflowCommands(renderGithub(many, TOKEN));
    for (const [kind, total] of [
      ['error', 13],
      ['warning', 12],
    ] as const) {
      const own = commands.filter(({ name }) => name === kind);
      expect(own).toHaveLength(10);
      expect(own.at(-1)?.properties).toBe(`title=${total - 9} more`);
      expect(own.at(-1)?.data.split('%0A')).toHaveLength(total - 9 + 1);
    }
  });

  it('are no errors where the thresholds let the run pass', () => {
    const passing: Report = {
      ...many,
      exitCode: 0,
      checks: many.checks.map((check) => ({ ...check, status: 'unknown' })),
    };
    const kinds = workflowCommands(renderGithub(passing, TOKEN)).map(({ name }) => name);
    expect(new Set(kinds)).toEqual(new Set(['stop-commands', 'warning']));
    expect(elements(parseXml(renderJunit(passing)), 'skipped')).toHaveLength(25);
  });
});

/** JSON text cannot hold half of a surrogate pair; `JSON.stringify` writes it as an escape. */
function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
