import type { GuardedIo } from '../model/io.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
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
    width: columns,
  });
}

/** Writes the report to stdout in the chosen format; nothing else ever goes there. */
export async function present(report: Report, io: GuardedIo, output: OutputOptions): Promise<void> {
  if (output.format === 'json') return presentJson(report, io);
  const { renderTerminal } = await import('../render/terminal.ts');
  const { quiet, verbose } = output;
  io.stdout.write(renderTerminal(report, await themeFor(io, output), { quiet, verbose }));
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
