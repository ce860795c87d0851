import type { GuardedIo } from '../../model/io.ts';
import { wrongUsage, type Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { complaintLines } from '../../render/complaint.ts';
import { wantsHyperlinks } from '../../render/text/hyperlinks.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import { colourLevel, createTheme, wantsAscii, type Theme } from '../../render/text/theme.ts';
import { maskEcho, maskKeys } from '../../redact/echo.ts';
import { refusalFor } from './refusal.ts';
import { check } from '../report/report-builder.ts';
import type { OutputOptions } from '../options/output.ts';

/** Colours, glyphs and width for what stdout is and what the user asked for. */
export function themeFor({ stdout, env }: GuardedIo, output: OutputOptions): Promise<Theme> {
  const { isTTY, colorDepth, columns } = stdout;
  const flag = output.colour === undefined ? {} : { flag: output.colour };
  return createTheme({
    level: colourLevel({ env, isTTY, colorDepth, ...flag }),
    ascii: wantsAscii(env, output.ascii),
    hyperlinks: wantsHyperlinks(env, isTTY),
    piped: !isTTY,
    width: columns,
  });
}

/** Draws what a terminal shows. */
export type Draw = (theme: Theme) => Promise<string>;
/** The same of a report, in place of the usual one. */
type DrawReport = (theme: Theme, report: Report) => Promise<string>;

/**
 * Writes the report to the files of `--output` and, in the chosen format, to stdout; nothing else
 * ever goes to stdout. A file that cannot be written is part of the result, so what stdout says
 * and the exit code agree. Gives the exit code of the run.
 */
export async function present(
  told: Report,
  io: GuardedIo,
  output: OutputOptions,
  draw: DrawReport = (theme, report) => terminalText(report, theme, output),
): Promise<number> {
  const { format: asked, supportText } = output;
  const problem = await writtenToFiles(told, io, output);
  const report = problem === null ? told : withProblem(told, problem);
  const format = supportText ? 'terminal' : asked;
  if (supportText) {
    const { presentSupportText } = await import('./support-text.ts');
    await presentSupportText(report, io);
  } else if (format === 'terminal') {
    io.stdout.write(await draw(await themeFor(io, output), report));
  } else {
    const { documentOf, writeGithubFiles } = await import('./documents.ts');
    io.stdout.write(await documentOf(report, format));
    const missed = format === 'github' ? await writeGithubFiles(report, io) : [];
    for (const name of missed)
      io.stderr.write(`lusha-doctor: the file of ${name} cannot be written\n`);
  }
  if (problem !== null) return complainAfterwards(problem, io);
  tellOfFiles(io, output);
  return report.exitCode;
}

/** Writes the report to the files of `--output` only. Gives the exit code of the run. */
export async function presentInFiles(
  report: Report,
  io: GuardedIo,
  output: OutputOptions,
): Promise<number> {
  const problem = await writtenToFiles(report, io, output);
  if (problem !== null) return complainAfterwards(problem, io);
  tellOfFiles(io, output);
  return report.exitCode;
}

async function writtenToFiles(
  report: Report,
  io: GuardedIo,
  { files }: OutputOptions,
): Promise<Problem | null> {
  if (files.length === 0) return null;
  const { reportIn, writeOutputs } = await import('./documents.ts');
  return writeOutputs(io, files, (format) => reportIn(format, report));
}

/** The report of a run whose result could not be put where it was wanted. */
export function withProblem(report: Report, { message, exitCode }: Problem): Report {
  const failed = check('output', 'client', 'fail', message);
  return {
    ...report,
    verdict: 'FAIL',
    exitCode,
    checks: [...report.checks, failed],
    summary: { ...report.summary, fail: report.summary.fail + 1 },
  };
}

/**
 * Shows what is no report: as a JSON document, or in any other format as text; also in the files of
 * `--output`. Gives the exit code of the run.
 */
export async function presentDocument(
  document: object,
  io: GuardedIo,
  output: OutputOptions,
  draw: { readonly onStdout: Draw; readonly inFile: Draw },
): Promise<number> {
  const { files } = output;
  const odd = files.find(({ format }) => format !== 'json' && format !== 'terminal');
  if (odd !== undefined) return complain(noReport(odd.path), io);
  if (output.format === 'json') await presentJson(document, io);
  else io.stdout.write(await draw.onStdout(await themeFor(io, output)));
  if (files.length === 0) return 0;
  const { documentIn, writeOutputs } = await import('./documents.ts');
  const problem = await writeOutputs(io, files, (format) =>
    documentIn(format, document, draw.inFile),
  );
  if (problem !== null) return complainAfterwards(problem, io);
  tellOfFiles(io, output);
  return 0;
}

function noReport(path: string): Problem {
  return wrongUsage(
    'no-report',
    `--output ${path}: this look-up is no report, so it can be written as text or JSON only.`,
    'Use .txt or .json.',
  ).problem;
}

function tellOfFiles(
  io: Pick<GuardedIo, 'stderr'>,
  { files, quiet }: Pick<OutputOptions, 'files' | 'quiet'>,
): void {
  if (quiet) return;
  for (const { path } of files) io.stderr.write(`wrote ${sanitizeLine(maskEcho(path))}\n`);
}

async function terminalText(report: Report, theme: Theme, output: OutputOptions): Promise<string> {
  const { renderTerminal } = await import('../../render/text/terminal.ts');
  const { quiet, verbose } = output;
  return renderTerminal(report, theme, { quiet, verbose });
}

/** Writes one JSON document to stdout. */
export async function presentJson(document: object, io: GuardedIo): Promise<void> {
  const { renderJson } = await import('../../render/json.ts');
  io.stdout.write(renderJson(document));
}

/**
 * Writes what the user has to put right to stderr, for a program that asked for JSON to stdout as
 * well, and gives the exit code.
 */
export function complain(
  problem: Problem,
  io: Pick<GuardedIo, 'stderr' | 'stdout' | 'args' | 'clock' | 'platform'>,
): number {
  const document = refusalFor(problem, io);
  if (document !== null) io.stdout.write(document);
  return complainAfterwards(problem, io);
}

/**
 * The same to stderr only, where stdout has its document already. What was typed is echoed here and
 * may be a key or an address.
 */
export function complainAfterwards(problem: Problem, io: Pick<GuardedIo, 'stderr'>): number {
  const { message, fix, code, exitCode } = problem;
  const lines = complaintLines(
    {
      message: `lusha-doctor: ${maskEcho(message)}`,
      fix: maskKeys(fix),
      note: `${code}, exit ${exitCode}`,
    },
    io.stderr.columns,
  );
  io.stderr.write(`${lines.join('\n')}\n`);
  return exitCode;
}
