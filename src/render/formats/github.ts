import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Check, CheckStatus, Report } from '../../model/report.ts';
import { count, runTime } from '../format.ts';
import { plainText } from '../text/plain-text.ts';
import { isFinding } from '../sections/verdict.ts';
import { annotationCommand, fenced, type Annotation } from './github-command.ts';
import { countsInWords, withoutColumns } from './status-words.ts';

/** GitHub shows this many annotations of a kind for each step and drops the rest without a word. */
const MOST_OF_A_KIND = 10;

const MARKS = {
  ok: '[ok]  ',
  warn: '[warn]',
  fail: '[FAIL]',
  unknown: '[?]   ',
  skip: '[--]  ',
} satisfies Record<CheckStatus, string>;

/**
 * A report for the log of GitHub Actions: plain lines, one annotation for each finding, the
 * verdict. `token` fences off the lines that hold text from elsewhere; it must be random.
 */
export function renderGithub(report: Report, token: string): string {
  const { tool, command, exitCode, verdict, cost, durationMs, next } = report;
  const column = Math.max(0, ...report.checks.map(({ id }) => id.length));
  const lines = [
    `lusha-doctor ${tool.version}  ${command}`,
    ...report.checks.map(
      ({ status, id, summary }) =>
        `${MARKS[status]} ${id.padEnd(column)}  ${withoutColumns(summary)}`,
    ),
    ...(report.checks.length === 0 ? report.diagnoses.map(lookupLine) : []),
    ...(next === null ? [] : [`next: ${next}`]),
  ].map((line) => plainText({ ascii: true }, line));
  const spent = `${count(cost.requests, 'request')}, ${count(cost.credits, 'credit')}, ${runTime(durationMs)}`;
  return [
    ...fenced(lines, token),
    ...bounded(annotationsOf(report)).map(annotationCommand),
    `${verdict}  ${countsInWords(report)}  ${spent}  exit=${exitCode}`,
    '',
  ].join('\n');
}

/** Step outputs: words and numbers of our own, nothing that came from a server. */
export function githubOutputs({ verdict, exitCode, checks, diagnoses }: Report): string {
  const finding = checks.find(({ status, diagnosis }) => isFinding(status) && diagnosis !== null);
  const cause = finding?.diagnosis ?? diagnoses[0]?.cause ?? '';
  return `verdict=${verdict}\nexit-code=${exitCode}\ncause=${/^[a-z\d-]*$/.test(cause) ? cause : ''}\n`;
}

function annotationsOf({ checks, diagnoses, exitCode }: Report): Annotation[] {
  return checks
    .filter(({ status }) => isFinding(status))
    .map((check) => {
      const why = diagnoses.find(({ cause }) => cause === check.diagnosis);
      return {
        kind: kindOf(check, exitCode),
        title: why === undefined ? check.id : `${why.cause} ${why.title}`,
        lines: [withoutColumns(check.summary), ...(why === undefined ? [] : adviceLines(why))],
      };
    });
}

/** What did not make the run fail is no error. */
function kindOf({ status }: Check, exitCode: number): Annotation['kind'] {
  if (status === 'warn') return 'warning';
  return exitCode === 0 ? 'warning' : 'error';
}

function adviceLines({ cause, fixes: [fix], whoActs }: Diagnosis): string[] {
  return [
    ...(fix === undefined ? [] : [`Fix: ${fix.text}`, fix.command ?? '']),
    `Who acts: ${whoActs}`,
    `Details: lusha-doctor explain ${cause}`,
  ].filter((line) => line !== '');
}

/** The last one that fits says how many there are besides, and which. */
function bounded(annotations: readonly Annotation[]): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const own = annotations.filter((annotation) => annotation.kind === kind);
    if (own.length <= MOST_OF_A_KIND) return own;
    const rest = own.slice(MOST_OF_A_KIND - 1);
    const lines = ['GitHub shows ten. All of them are in the log of the step:'];
    return [
      ...own.slice(0, MOST_OF_A_KIND - 1),
      { kind, title: `${rest.length} more`, lines: [...lines, ...rest.map(({ title }) => title)] },
    ];
  });
}

function lookupLine({ cause, layer, title }: Diagnosis): string {
  return `${cause} (${layer}): ${title}`;
}
