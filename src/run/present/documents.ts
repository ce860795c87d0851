import type { GuardedIo } from '../../model/io.ts';
import type { Problem } from '../../model/problem.ts';
import type { Format } from '../../model/report-format.ts';
import type { Report } from '../../model/report.ts';
import { createTheme, type Theme } from '../../render/text/theme.ts';
import type { OutputFile } from '../options/output.ts';

/** Cells of a line where nobody says how wide the reader's window is. */
const FILE_WIDTH = 100;

/** The report as a document of one format. Each format is loaded only when it is asked for. */
export async function documentOf(
  report: Report,
  format: Exclude<Format, 'terminal'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../render/json.ts')).renderJson(report);
    case 'ndjson':
      return (await import('../../render/formats/ndjson.ts')).renderNdjson(report);
    case 'junit':
      return (await import('../../render/formats/junit.ts')).renderJunit(report);
    case 'markdown':
      return (await import('../../render/formats/markdown.ts')).renderMarkdown(report);
    case 'linear':
      return (await import('../../render/formats/linear.ts')).renderLinear(report);
    case 'github': {
      const { renderGithub } = await import('../../render/formats/github.ts');
      // No text in the report can know it, so none can end the fence that it stands for.
      return renderGithub(report, globalThis.crypto.randomUUID());
    }
    default:
      return format satisfies never;
  }
}

/** Writes the files of `--output`, each in the format its ending names. */
export async function writeOutputs(
  io: GuardedIo,
  files: readonly OutputFile[],
  textIn: (format: Format) => Promise<string>,
): Promise<Problem | null> {
  for (const { path, format } of files) {
    const written = await io.files.write(path, await textIn(format));
    if (!written.ok) {
      return {
        code: 'output-not-written',
        message: `The result could not be written to ${path}: ${written.message}.`,
        fix: wayOut(written.code),
        exitCode: 2,
      };
    }
  }
  return null;
}

/** What helps when a file cannot be written; `code` is the system's. */
export function wayOut(code: string): string {
  return WAYS_OUT[code] ?? 'Name a file in a folder you may write to.';
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  ENOSPC:
    'Make room on that disk, or name a file on another one. A file that was there is as it was.',
  EDQUOT: 'Make room, or name a file on another disk. A file that was there is as it was.',
  ENOENT: 'Make its folder first, or name a file in a folder that exists.',
  EISDIR: 'Name a file in that folder.',
  EINPUT: 'Name another file. That one is as it was.',
};

/** The report as the text of a file. */
export async function reportIn(format: Format, report: Report): Promise<string> {
  if (format !== 'terminal') return documentOf(report, format);
  const { renderTerminal } = await import('../../render/text/terminal.ts');
  return renderTerminal(report, await themeOfFile(), { quiet: false, verbose: true });
}

/** What is no report as the text of a file. */
export async function documentIn(
  format: Format,
  document: object,
  draw: (theme: Theme) => Promise<string>,
): Promise<string> {
  if (format === 'json') return (await import('../../render/json.ts')).renderJson(document);
  return draw(await themeOfFile());
}

function themeOfFile(): Promise<Theme> {
  return createTheme({ level: 0, ascii: false, width: FILE_WIDTH, piped: true });
}

/**
 * Adds summary and outputs to the files that GitHub Actions names in the environment. Gives the
 * variables whose file could not be written: the report itself has been shown by then.
 */
export async function writeGithubFiles(report: Report, io: GuardedIo): Promise<readonly string[]> {
  const summary = io.env['GITHUB_STEP_SUMMARY'];
  const outputs = io.env['GITHUB_OUTPUT'];
  const missed: string[] = [];
  if (summary !== undefined && summary !== '') {
    const { renderMarkdown } = await import('../../render/formats/markdown.ts');
    const written = await io.files.append(summary, `${renderMarkdown(report)}\n`);
    if (!written.ok) missed.push('GITHUB_STEP_SUMMARY');
  }
  if (outputs !== undefined && outputs !== '') {
    const { githubOutputs } = await import('../../render/formats/github.ts');
    const written = await io.files.append(outputs, githubOutputs(report));
    if (!written.ok) missed.push('GITHUB_OUTPUT');
  }
  return missed;
}
