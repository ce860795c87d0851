import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Account, Check, QuotaWindow, Report } from '../../model/report.ts';
import { factLabel } from '../../model/fact-words.ts';
import { count, duration, instant } from '../format.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import { headlineOf } from '../screen/headline.ts';
import { isMereLookUp, selectDiagnoses } from '../sections/select.ts';
import {
  capital,
  countsInWords,
  sentence,
  STATUS_WORDS,
  VERDICT_WORDS,
  withoutColumns,
} from './status-words.ts';

/**
 * A report to be listened to: one fact a line, words where other formats have glyphs, columns
 * and colours, nothing wrapped and nothing drawn again. The verdict stands first and last.
 */
export function renderLinear(report: Report): string {
  const { main, side, alternatives } = selectDiagnoses(report);
  const lines = [
    `lusha-doctor ${sanitizeLine(report.command)}. ${resultLine(report)}`,
    sentence(headlineOf(report).text),
    ...report.checks.map((check, index) => checkLine(check, index + 1, report.checks.length)),
    ...(report.account === null ? [] : accountLines(report.account)),
    ...report.windows.map((window) => windowLine(window, report.startedAt)),
    ...main.flatMap((diagnosis) => findingLines(diagnosis, report.startedAt)),
    ...alternatives.map(
      ({ title, cause, certainty, tell }) =>
        `Or: ${sentence(title)} Code ${cause}, ${certainty}. To tell it apart: ${sentence(tell)}`,
    ),
    ...side.flatMap(sideLines),
    `${count(report.cost.requests, 'request')}, ${count(report.cost.credits, 'credit')}, ${duration(report.durationMs)}.`,
    ...(report.next === null ? [] : [`Next, run: ${sanitizeLine(report.next)}`]),
    resultLine(report),
  ];
  return `${lines.map((line) => sanitizeLine(line)).join('\n')}\n`;
}

function resultLine(report: Report): string {
  const exit = isMereLookUp(report) ? '' : ` Exit code ${report.exitCode}.`;
  return `Result: ${VERDICT_WORDS[report.verdict]}, ${countsInWords(report)}.${exit}`;
}

function checkLine({ id, status, summary }: Check, number: number, of: number): string {
  const name = sentence(id.replace(/[._-]+/g, ' '));
  return `Check ${number} of ${of}. ${capital(name)} ${capital(STATUS_WORDS[status])}. ${sentence(summary)}`;
}

function findingLines(diagnosis: Diagnosis, relativeTo: string): string[] {
  const { title, cause, certainty, meaning, evidence, whoActs, excluded, retry } = diagnosis;
  return [
    `Cause: ${sentence(title)} Code ${cause}. ${capital(certainty)}.`,
    `Meaning: ${sentence(meaning)}`,
    ...evidence.map(
      ({ fact, value, seenIn }) =>
        `Evidence: ${factLabel(fact)} is ${withoutColumns(value)}, seen in ${sentence(seenIn)}`,
    ),
    `Who acts: ${whoActs}.`,
    ...fixLines(diagnosis),
    ...verifyLines(diagnosis),
    ...(retry.worth ? [retryLine(retry.at, relativeTo)] : []),
    ...excluded.map(({ cause: other, by }) => `Ruled out: ${other}, because ${sentence(by)}`),
  ];
}

function fixLines({ fixes }: Diagnosis): string[] {
  return fixes.flatMap(({ text, command }, index) => [
    `Fix ${index + 1}: ${sentence(text)}`,
    // A command is not ended with a full stop: it is there to be copied.
    ...(command === null ? [] : [`Command for fix ${index + 1}: ${sanitizeLine(command)}`]),
  ]);
}

function verifyLines({ fixes }: Diagnosis): string[] {
  const proofs = new Map(
    fixes.flatMap(({ verify }) => (verify === null ? [] : [[verify.command, verify.expect]])),
  );
  return [...proofs].flatMap(([command, expect]) => [
    `To verify, run: ${sanitizeLine(command)}`,
    `Expected: ${sentence(expect)}`,
  ]);
}

function retryLine(at: string | null, relativeTo: string): string {
  return at === null
    ? 'Retry: the same request may succeed later.'
    : `Retry: from ${sentence(instant(at, relativeTo))}`;
}

function sideLines({ title, cause, fixes }: Diagnosis): string[] {
  const [fix] = fixes;
  const head = `Also: ${sentence(title)} Code ${cause}.`;
  return fix === undefined ? [head] : [head, `Fix for ${cause}: ${sentence(fix.text)}`];
}

function accountLines({ plan, credits }: Account): string[] {
  return [
    ...(plan === null ? [] : [`Plan: ${sentence(plan)}`]),
    ...(credits === null ? [] : [`Credits left: ${credits.left ?? 'not stated'}.`]),
  ];
}

function windowLine({ name, left, limit, resetsAt }: QuotaWindow, relativeTo: string): string {
  const until = resetsAt === null ? '' : ` Resets at ${instant(resetsAt, relativeTo)}.`;
  return `Window ${name}: ${left ?? 'unknown'} of ${limit ?? 'unknown'} left.${until}`;
}
