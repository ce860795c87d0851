import type { Diagnosis } from '../model/diagnosis.ts';
import { exitCodeOfLayer } from '../model/exit-code.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Layer } from '../model/layer.ts';
import { wrongUsage } from '../model/problem.ts';
import type { Check } from '../model/report.ts';
import type { StatedFacts } from './explain-stated.ts';
import type { OutputOptions } from './options.ts';
import { complain, present, presentJson, themeFor, type Draw } from './present.ts';
import { check, reportOf, startOf } from './report-builder.ts';

/** What every kind of look-up needs beside the thing that is looked up. */
export interface Lookup {
  readonly io: GuardedIo;
  readonly output: OutputOptions;
  /** With `--exit-code` the class of the cause is the exit code. */
  readonly byClass: boolean;
  /** What the options say about the call that failed. */
  readonly stated: StatedFacts;
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
}

/** Shows a result as a report like that of any other command, on a terminal as `draw` draws it. */
export function showReport(found: Found, { io, output }: Lookup, draw?: Draw): Promise<number> {
  const { checks, diagnoses, exitCode, next = null } = found;
  const policy = { failOn: 'fail', networkErrors: 'fail' } as const;
  const report = reportOf('explain-error', { checks, diagnoses, next }, io, startOf(io), policy);
  // A look-up that found something has succeeded, whatever it found.
  return present({ ...report, exitCode }, io, output, draw);
}

const NOTHING_TO_SEND = wrongUsage(
  'nothing-to-send',
  '--support-text needs a failure that somebody else has to solve; this is a look-up.',
  'Pipe in the answer you got, or name a cause:  lusha-doctor explain proxy-denied --support-text',
);

/** Shows knowledge that is no verdict: as a JSON document, or in any other format as text. */
export async function showDocument(
  document: object,
  { io, output }: Lookup,
  draw: Draw,
): Promise<number> {
  if (output.supportText) return complain(NOTHING_TO_SEND.problem, io);
  if (output.format === 'json') await presentJson(document, io);
  else io.stdout.write(await draw(await themeFor(io, output)));
  return 0;
}

/** The check that stands for a look-up that ended without a verdict. */
export function openCheck(summary: string, evidence: Check['evidence'] = {}): Check {
  return check('answer', 'unknown', 'unknown', summary, { evidence });
}
