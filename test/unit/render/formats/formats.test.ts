import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/model/report.ts';
import { githubOutputs, renderGithub } from '../../../../src/render/formats/github.ts';
import { renderJunit } from '../../../../src/render/formats/junit.ts';
import { renderLinear } from '../../../../src/render/formats/linear.ts';
import { renderMarkdown } from '../../../../src/render/formats/markdown.ts';
import { renderNdjson } from '../../../../src/render/formats/ndjson.ts';
import { renderJson } from '../../../../src/render/json.ts';
import { nodes, parseMarkdown, textOf } from '../../../support/markdown.ts';
import { recordErrors, reportErrors } from '../../../support/report-schema.ts';
import { SAMPLE_REPORTS } from '../../../support/sample-reports.ts';
import { workflowCommands } from '../../../support/workflow-runner.ts';
import { elements, parseXml } from '../../../support/xml.ts';

const TOKEN = '5f0c7a52-0000-4000-8000-000000000000';
const samples: [string, Report][] = Object.entries(SAMPLE_REPORTS);
const findings = ({ checks }: Report) =>
  checks.filter(({ status }) => status === 'warn' || status === 'fail' || status === 'unknown');

describe.each(samples)('the report %s', (_name, report) => {
  it('as JSON fits the schema and says all there is', () => {
    const document: unknown = JSON.parse(renderJson(report));
    expect(reportErrors(document)).toEqual([]);
    expect(document).toEqual(report);
  });

  it('as NDJSON fits the schema line by line and says all there is', () => {
    const records = renderNdjson(report)
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(records.flatMap((record) => recordErrors(record))).toEqual([]);
    const of = (type: string) =>
      records.filter((record) => record['type'] === type).map(({ type: _type, ...rest }) => rest);
    expect({
      ...of('run')[0],
      ...of('result')[0],
      checks: of('check'),
      windows: of('window'),
      exchanges: of('exchange'),
      diagnoses: of('diagnosis'),
    }).toEqual(report);
  });

  it('as JUnit has one test case for each check, and fails where the run fails', () => {
    const suites = parseXml(renderJunit(report));
    const cases = elements(suites, 'testcase');
    expect(cases.map(({ attributes }) => attributes['name'])).toEqual(
      report.checks.map(({ id }) => id),
    );
    const count = (name: string) => elements(suites, name).length;
    expect(suites.attributes).toMatchObject({
      tests: `${report.checks.length}`,
      failures: `${count('failure')}`,
      errors: `${count('error')}`,
      skipped: `${count('skipped')}`,
    });
    const red = count('failure') + count('error') > 0;
    expect(red).toBe(report.exitCode !== 0 && report.checks.length > 0);
  });

  it('as Markdown has a row for each check and no markup but its own', () => {
    const root = parseMarkdown(renderMarkdown(report));
    const [table] = nodes(root, 'table');
    const rows = table === undefined ? [] : nodes(table, 'tableRow').slice(1);
    expect(rows).toHaveLength(report.checks.length);
    for (const row of rows) expect(nodes(row, 'tableCell')).toHaveLength(3);
    expect(nodes(root, 'html')).toEqual([]);
    expect(textOf(root)).toContain(report.verdict);
  });

  it('for GitHub annotates each finding and ends with verdict and exit code', () => {
    const log = renderGithub(report, TOKEN);
    const annotations = workflowCommands(log).filter(({ name }) => name !== 'stop-commands');
    expect(annotations).toHaveLength(findings(report).length);
    expect(log.trimEnd().split('\n').at(-1)).toMatch(
      new RegExp(`^${report.verdict}  .*exit=${report.exitCode}$`),
    );
    expect(githubOutputs(report)).toMatch(
      new RegExp(`^verdict=${report.verdict}\nexit-code=${report.exitCode}\ncause=[a-z-]*\n$`),
    );
  });

  it('to be listened to says each check on one line, in words, and the result last', () => {
    const lines = renderLinear(report).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('Check '))).toHaveLength(report.checks.length);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^Result: (passed|failed|could not check), .*Exit code ${report.exitCode}\\.$`),
    );
    expect(lines.join('')).not.toMatch(/[✓✗█░▁▂▃▄▅▆▇←→·…•]/u);
    expect(lines.filter((line) => line.trim() === '')).toEqual([]);
  });
});
