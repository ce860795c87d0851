import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';
import { factLabel } from '../../model/fact-words.ts';
import { count, runTime } from '../format.ts';
import { headlineOf } from '../screen/headline.ts';
import { isMereLookUp, retryFrom, selectDiagnoses } from '../sections/select.ts';
import { code, codeBlock, prose } from './markdown-text.ts';
import { countsInWords, STATUS_WORDS, withoutColumns } from './status-words.ts';

/** A report as GitHub Markdown: for step summaries, tickets and pull requests. */
export function renderMarkdown(report: Report): string {
  const { command, verdict, exitCode, cost, durationMs, tool, startedAt, next } = report;
  const { main, side, alternatives } = selectDiagnoses(report);
  const { text, cause } = headlineOf(report);
  const blocks = [
    [`## lusha-doctor ${prose(command)}: ${verdict}`],
    [
      `**${prose(text)}**${cause === null ? '' : ` (${prose(cause)})`}`,
      '',
      `${countsInWords(report)}${isMereLookUp(report) ? '' : `, exit code ${exitCode}`}. ${count(cost.requests, 'request')}, ${count(cost.credits, 'credit')}, ${runTime(durationMs)}.`,
    ],
    checkTable(report),
    windowTable(report),
    ...main.flatMap((diagnosis) => findingBlocks(diagnosis, report)),
    alternatives.map(
      ({ cause, certainty, tell }) => `- Or ${code(cause)} (${certainty}): ${prose(tell)}`,
    ),
    side.map(({ title, cause, fixes: [fix] }) =>
      [`- Also ${code(cause)}: ${prose(title)}.`, fix === undefined ? '' : prose(fix.text)]
        .join(' ')
        .trimEnd(),
    ),
    next === null ? [] : ['Next:', '', ...codeBlock(next, 'sh')],
    [
      `lusha-doctor ${prose(tool.version)}, node ${prose(tool.node)}, ${prose(tool.platform)}, ${prose(startedAt)}`,
    ],
  ];
  const filled = blocks.filter((block) => block.length > 0);
  return filled.map((block) => `${block.join('\n')}\n`).join('\n');
}

function checkTable({ checks }: Report): string[] {
  if (checks.length === 0) return [];
  return [
    '| result | check | what was seen |',
    '|---|---|---|',
    ...checks.map(
      ({ status, id, summary }) =>
        `| ${STATUS_WORDS[status]} | ${code(id, 'cell')} | ${prose(withoutColumns(summary), 'cell')} |`,
    ),
  ];
}

function windowTable({ windows }: Report): string[] {
  if (windows.length === 0) return [];
  return [
    '| window | left | limit | resets |',
    '|---|---|---|---|',
    ...windows.map(
      ({ name, left, limit, resetsAt }) =>
        `| ${prose(name, 'cell')} | ${left ?? 'unknown'} | ${limit ?? 'unknown'} | ${prose(resetsAt ?? 'unknown', 'cell')} |`,
    ),
  ];
}

function findingBlocks(diagnosis: Diagnosis, report: Report): string[][] {
  const from = retryFrom(diagnosis, report);
  const { title, cause, certainty, meaning, whoActs, evidence, excluded } = diagnosis;
  return [
    [`### ${prose(title)}`],
    [`${code(cause)} (${certainty}). ${prose(meaning)}`],
    evidence.map(
      ({ fact, value, seenIn }) => `- ${prose(factLabel(fact))}: ${code(value)} (${prose(seenIn)})`,
    ),
    [`**Who acts:** ${prose(whoActs)}`],
    from === null ? [] : [`**Retry:** from ${prose(from)}`],
    fixLines(diagnosis),
    verifyLines(diagnosis),
    excluded.length === 0
      ? []
      : [
          `Ruled out: ${excluded.map(({ cause: other, by }) => `${code(other)} (${prose(by)})`).join(', ')}.`,
        ],
  ];
}

function fixLines({ fixes }: Diagnosis): string[] {
  return fixes.flatMap(({ text, command }, index) => {
    const lead = `${index + 1}. `;
    const block = command === null ? [] : codeBlock(command, 'sh', ' '.repeat(lead.length));
    return [`${lead}${prose(text)}`, ...block];
  });
}

function verifyLines({ fixes }: Diagnosis): string[] {
  const proofs = new Map(
    fixes.flatMap(({ verify }) => (verify === null ? [] : [[verify.command, verify.expect]])),
  );
  return [...proofs].map(([command, expect]) => `- Verify with ${code(command)}: ${prose(expect)}`);
}
