import { couldNotCheck } from '../../model/layer.ts';
import { factPhrase } from '../../model/fact-words.ts';
import type { Check, Report } from '../../model/report.ts';
import { sanitizeBlock, sanitizeLine } from '../../redact/sanitize.ts';
import { headlineOf } from '../screen/headline.ts';
import { decidingIn, retryFrom } from '../sections/select.ts';
import { STATUS_WORDS } from './status-words.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

/**
 * A report as JUnit XML, which Jenkins, GitLab, CircleCI and others read: one test case for each
 * check. A finding is a `failure`, what could not be checked an `error`. Both follow the exit
 * code: what the thresholds let pass is no red test.
 */
export function renderJunit(report: Report): string {
  const { checks, command, durationMs, startedAt, tool } = report;
  const outcomes = checks.map((check) => outcomeOf(check, report));
  const number = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const counts = {
    tests: checks.length,
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
    time: seconds(durationMs),
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'lusha-doctor', ...counts })}>`,
    `  <testsuite${attributes({ name: `lusha-doctor ${command}`, ...counts, timestamp: startedAt.replace(/\.\d+Z$/, '') })}>`,
    '    <properties>',
    ...Object.entries({
      verdict: report.verdict,
      headline: headlineOf(report).text,
      cause: decidingIn(report).diagnosis?.cause ?? '',
      'exit-code': report.exitCode,
      version: tool.version,
      node: tool.node,
      platform: tool.platform,
    }).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
    ...checks.flatMap((check, at) => testCase(check, outcomes[at] ?? 'passed', report)),
    '  </testsuite>',
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A warning fails a test only where `--fail-on warn` made it the reason for the exit code. */
function outcomeOf({ status, layer }: Check, { exitCode, checks }: Report): Outcome {
  const counts = exitCode !== 0;
  if (status === 'skip') return 'skipped';
  if (status === 'unknown' || (status === 'fail' && couldNotCheck(layer))) {
    return counts ? 'error' : 'skipped';
  }
  if (status === 'fail') return 'failure';
  const onlyWarnings = !checks.some(({ status }) => status === 'fail' || status === 'unknown');
  return status === 'warn' && counts && onlyWarnings ? 'failure' : 'passed';
}

function testCase(check: Check, outcome: Outcome, report: Report): string[] {
  const { id, layer, summary, status, durationMs, diagnosis } = check;
  const head = `    <testcase${attributes({
    classname: `lusha-doctor.${layer}`,
    name: id,
    time: seconds(durationMs ?? 0),
  })}`;
  const message = `${STATUS_WORDS[status]}: ${summary}`;
  if (outcome === 'passed') {
    const note = status === 'warn' ? `${message}\n${detailsOf(check, report)}` : summary;
    return [`${head}>`, `      <system-out>${text(note)}</system-out>`, '    </testcase>'];
  }
  if (outcome === 'skipped') {
    return [`${head}>`, `      <skipped${attributes({ message })}/>`, '    </testcase>'];
  }
  const shown = attributes({ message, type: diagnosis ?? id });
  const details = text(detailsOf(check, report));
  return [`${head}>`, `      <${outcome}${shown}>${details}</${outcome}>`, '    </testcase>'];
}

/** What a person reads when the test is opened: why, who acts, what to do, how to prove it. */
function detailsOf({ summary, diagnosis }: Check, report: Report): string {
  const { diagnoses, exitCode } = report;
  const why = diagnoses.find(({ cause }) => cause === diagnosis);
  if (why === undefined) return summary;
  const { cause, certainty, title, meaning, whoActs, fixes, evidence } = why;
  const from = retryFrom(why, report);
  return [
    `${title} (${cause}, ${certainty})`,
    meaning,
    ...evidence.map(({ fact, value, seenIn }) => `seen: ${factPhrase(fact, value)} (${seenIn})`),
    `who acts: ${whoActs}`,
    ...fixes.flatMap(({ text, command }, index) => [
      `fix ${index + 1}: ${text}`,
      ...(command === null ? [] : [`  ${command}`]),
    ]),
    ...(from === null ? [] : [`retry: from ${from}`]),
    `details: lusha-doctor explain ${cause}`,
    `exit code: ${exitCode}`,
  ]
    .map((line) => sanitizeLine(line))
    .join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(sanitizeLine(`${value}`))}"`)
    .join('');
}

function text(content: string): string {
  return escaped(sanitizeBlock(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Sanitised text holds no control characters; two more code points are no characters in XML. */
function escaped(clean: string): string {
  return clean
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
