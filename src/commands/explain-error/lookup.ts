import type { Diagnosis } from '../../model/diagnosis.ts';
import { exitCodeOfLayer } from '../../model/exit-code.ts';
import type { GuardedIo } from '../../model/io.ts';
import type { Layer } from '../../model/layer.ts';
import { wrongUsage, type Problem } from '../../model/problem.ts';
import type { CallCounts, Check, Report } from '../../model/report.ts';
import type { StatedFacts } from './stated.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import {
  complain,
  present,
  presentDocument,
  presentInFiles,
  type Draw,
} from '../../run/present/present.ts';
import { check, reportOf, startOf } from '../../run/report/report-builder.ts';

/** What every kind of look-up needs beside the thing that is looked up. */
export interface Lookup {
  readonly io: GuardedIo;
  readonly output: OutputOptions;
  /** With `--exit-code` the class of the cause is the exit code. */
  readonly byClass: boolean;
  /** What the options say about the call that failed. */
  readonly stated: StatedFacts;
  /** True when the text was typed as arguments: then it may be a question. */
  readonly isTyped?: boolean;
  /** How many causes of a summary are explained in full. */
  readonly top?: number | undefined;
  /** Keeps the text that was read, as `--case` asks; a problem when it cannot. */
  readonly keep?: (text: string) => Promise<Problem | null>;
  /** Tried before it is said that nothing known fits; null when it came to nothing. */
  readonly lastResort?: () => Promise<number | null>;
}

/** 0 for something recognised; with `--exit-code` its class. */
export function exitCodeFor(
  { layer, severity }: { readonly layer: Layer; readonly severity: Check['status'] },
  { byClass }: Pick<Lookup, 'byClass'>,
): number {
  return byClass && severity === 'fail' ? exitCodeOfLayer(layer) : 0;
}

/** What a look-up found, before it is shown. */
export interface Found {
  readonly checks: readonly Check[];
  readonly diagnoses: readonly Diagnosis[];
  readonly exitCode: number;
  readonly next?: string | null;
  readonly calls?: CallCounts;
  readonly answeredBy?: Report['answeredBy'];
}

/** Shows a result as a report like that of any other command, on a terminal as `draw` draws it. */
export function showReport(found: Found, lookup: Lookup, draw?: Draw): Promise<number> {
  return present(reportFor(found, lookup), lookup.io, lookup.output, draw);
}

/** Writes such a report to the files of `--output` only: stdout got something else. */
export function writeReport(found: Found, lookup: Lookup): Promise<number> {
  return presentInFiles(reportFor(found, lookup), lookup.io, lookup.output);
}

function reportFor(found: Found, { io }: Lookup): Report {
  const { exitCode, ...outcome } = found;
  const policy = { failOn: 'fail', networkErrors: 'fail' } as const;
  const report = reportOf('explain-error', outcome, io, startOf(io), policy);
  // A look-up that found something has succeeded, whatever it found.
  return { ...report, exitCode };
}

const NOTHING_TO_SEND = wrongUsage(
  'nothing-to-send',
  '--support-text needs a failure that somebody else has to solve; this is a look-up.',
  'Pipe in the answer you got, or name a cause:  lusha-doctor explain proxy-denied --support-text',
);

/** An entry of knowledge in one line, for `--quiet`: its name and what it says. */
export type Entry = readonly [name: string, text: string];

/**
 * Shows knowledge that is no verdict: as a JSON document, or in any other format as text; with
 * `--quiet` one line for each entry.
 */
export async function showDocument(
  document: object,
  { io, output }: Lookup,
  draw: Draw,
  entries: readonly Entry[],
): Promise<number> {
  if (output.supportText) return complain(NOTHING_TO_SEND.problem, io);
  const onStdout: Draw = async (theme) => {
    if (!output.quiet) return draw(theme);
    const { entryLines } = await import('../../render/entry-lines.ts');
    return entryLines(entries, theme);
  };
  return presentDocument(document, io, output, { onStdout, inFile: draw });
}

/** The check that stands for a look-up that ended without a verdict. */
export function openCheck(summary: string, evidence: Check['evidence'] = {}): Check {
  return check('answer', 'unknown', 'unknown', summary, { evidence });
}
