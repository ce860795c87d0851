import type { GuardedIo } from '../model/io.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { wantsHyperlinks } from '../render/hyperlinks.ts';
import { sanitizeLine } from '../render/sanitize.ts';
import { colourLevel, createTheme, wantsAscii, type Theme } from '../render/theme.ts';
import type { OutputOptions } from './options.ts';

/** Colours, glyphs and width for what stdout is and what the user asked for. */
export function themeFor({ stdout, env }: GuardedIo, output: OutputOptions): Promise<Theme> {
  const { isTTY, colorDepth, columns } = stdout;
  const flag = output.colour === undefined ? {} : { flag: output.colour };
  return createTheme({
    level: colourLevel({ env, isTTY, colorDepth, ...flag }),
    ascii: wantsAscii(env, output.ascii),
    hyperlinks: wantsHyperlinks(env, isTTY),
    width: columns,
  });
}

/** Draws what a terminal shows in place of the usual report. */
export type Draw = (theme: Theme) => Promise<string>;

/**
 * Writes the report to stdout in the chosen format, and to the files of `--output`; nothing else
 * ever goes to stdout. Gives the exit code of the run.
 */
export async function present(
  report: Report,
  io: GuardedIo,
  output: OutputOptions,
  draw: Draw = (theme) => terminalText(report, theme, output),
): Promise<number> {
  const { format: asked, files, quiet, supportText } = output;
  const format = supportText ? 'terminal' : asked;
  if (supportText) {
    const { presentSupportText } = await import('./support-text.ts');
    await presentSupportText(report, io);
    if (files.length === 0) return report.exitCode;
  } else if (format === 'terminal') {
    io.stdout.write(await draw(await themeFor(io, output)));
    if (files.length === 0) return report.exitCode;
  }
  const { documentOf, writeGithubFiles, writeOutputs } = await import('./documents.ts');
  if (format !== 'terminal') io.stdout.write(await documentOf(report, format));
  if (format === 'github') {
    const missed = await writeGithubFiles(report, io);
    for (const name of missed)
      io.stderr.write(`lusha-doctor: the file of ${name} cannot be written\n`);
  }
  const problem = await writeOutputs(report, io, files);
  if (problem !== null) return complain(problem, io);
  if (!quiet) for (const { path } of files) io.stderr.write(`wrote ${sanitizeLine(path)}\n`);
  return report.exitCode;
}

async function terminalText(report: Report, theme: Theme, output: OutputOptions): Promise<string> {
  const { renderTerminal } = await import('../render/terminal.ts');
  const { quiet, verbose } = output;
  return renderTerminal(report, theme, { quiet, verbose });
}

/** Writes one JSON document to stdout. */
export async function presentJson(document: object, io: GuardedIo): Promise<void> {
  const { renderJson } = await import('../render/json.ts');
  io.stdout.write(renderJson(document));
}

/** Writes what the user has to put right to stderr and gives the exit code. */
export function complain(problem: Problem, io: Pick<GuardedIo, 'stderr'>): number {
  const { message, fix, code, exitCode } = problem;
  io.stderr.write(
    `lusha-doctor: ${sanitizeLine(message)}\n  ${sanitizeLine(fix)}\n  (${code}, exit ${exitCode})\n`,
  );
  return exitCode;
}
