import type { GuardedIo } from '../model/io.ts';
import type { Problem } from '../model/problem.ts';
import type { Format } from '../model/report-format.ts';
import type { Report } from '../model/report.ts';
import { createTheme } from '../render/theme.ts';
import type { OutputFile } from './options.ts';

/** Cells of a line where nobody says how wide the reader's window is. */
const FILE_WIDTH = 100;

/** The report as a document of one format. Each format is loaded only when it is asked for. */
export async function documentOf(
  report: Report,
  format: Exclude<Format, 'terminal'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../render/json.ts')).renderJson(report);
    case 'ndjson':
      return (await import('../render/formats/ndjson.ts')).renderNdjson(report);
    case 'junit':
      return (await import('../render/formats/junit.ts')).renderJunit(report);
    case 'markdown':
      return (await import('../render/formats/markdown.ts')).renderMarkdown(report);
    case 'linear':
      return (await import('../render/formats/linear.ts')).renderLinear(report);
    case 'github': {
      const { renderGithub } = await import('../render/formats/github.ts');
      // No text in the report can know it, so none can end the fence that it stands for.
      return renderGithub(report, globalThis.crypto.randomUUID());
    }
    default:
      return format satisfies never;
  }
}

/** Writes the report to the files of `--output`, each in the format its ending names. */
export async function writeOutputs(
  report: Report,
  io: GuardedIo,
  files: readonly OutputFile[],
): Promise<Problem | null> {
  for (const { path, format } of files) {
    const written = await io.files.write(path, await fileText(report, format));
    if (!written.ok) {
      return {
        code: 'output-not-written',
        message: `The report could not be written to ${path}: ${written.message}.`,
        fix: 'Name a file in a folder you may write to.',
        exitCode: 2,
      };
    }
  }
  return null;
}

async function fileText(report: Report, format: Format): Promise<string> {
  if (format !== 'terminal') return documentOf(report, format);
  const { renderTerminal } = await import('../render/terminal.ts');
  const theme = await createTheme({ level: 0, ascii: false, width: FILE_WIDTH });
  return renderTerminal(report, theme, { quiet: false, verbose: true });
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
    const { renderMarkdown } = await import('../render/formats/markdown.ts');
    const written = await io.files.append(summary, `${renderMarkdown(report)}\n`);
    if (!written.ok) missed.push('GITHUB_STEP_SUMMARY');
  }
  if (outputs !== undefined && outputs !== '') {
    const { githubOutputs } = await import('../render/formats/github.ts');
    const written = await io.files.append(outputs, githubOutputs(report));
    if (!written.ok) missed.push('GITHUB_OUTPUT');
  }
  return missed;
}
