import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Check, CheckStatus, Report } from '../../model/report.ts';
import { count, runTime } from '../format.ts';
import { plainText } from '../text/plain-text.ts';
import { headlineOf } from '../screen/headline.ts';
import { decidingIn, isFinding, isMereLookUp, retryFrom } from '../sections/select.ts';
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
  const { text, cause } = headlineOf(report);
  const exit = isMereLookUp(report) ? '' : `  exit=${exitCode}`;
  const lines = [
    `${verdict}  ${[text, cause].filter((part) => part !== null).join('  ')}`,
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
    `${verdict}  ${countsInWords(report)}  ${spent}${exit}`,
    '',
  ].join('\n');
}

/** Step outputs: words and numbers of our own, nothing that came from a server. */
export function githubOutputs(report: Report): string {
  const { verdict, exitCode, checks, diagnoses } = report;
  const finding = checks.find(({ status, diagnosis }) => isFinding(status) && diagnosis !== null);
  const { diagnosis } = decidingIn(report);
  const cause = diagnosis?.cause ?? finding?.diagnosis ?? diagnoses[0]?.cause ?? '';
  return `verdict=${verdict}\nexit-code=${exitCode}\ncause=${/^[a-z\d-]*$/.test(cause) ? cause : ''}\n`;
}

function annotationsOf(report: Report): Annotation[] {
  const { checks, diagnoses, exitCode } = report;
  const { check: deciding } = decidingIn(report);
  return checks
    .filter(({ status }) => isFinding(status))
    .toSorted((a, b) => Number(b === deciding) - Number(a === deciding))
    .map((check) => {
      const why = diagnoses.find(({ cause }) => cause === check.diagnosis);
      return {
        kind: kindOf(check, exitCode),
        title: why === undefined ? check.id : `${why.cause} ${why.title}`,
        lines: [
          withoutColumns(check.summary),
          ...(why === undefined ? [] : adviceLines(why, report)),
        ],
      };
    });
}

/** What did not make the run fail is no error. */
function kindOf({ status }: Check, exitCode: number): Annotation['kind'] {
  if (status === 'warn') return 'warning';
  return exitCode === 0 ? 'warning' : 'error';
}

function adviceLines(diagnosis: Diagnosis, report: Report): string[] {
  const { cause, fixes, whoActs } = diagnosis;
  const [fix] = fixes;
  const from = retryFrom(diagnosis, report);
  return [
    ...(fix === undefined ? [] : [`Fix: ${fix.text}`, fix.command ?? '']),
    `Who acts: ${whoActs}`,
    from === null ? '' : `Retry: from ${from}`,
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
