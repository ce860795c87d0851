import { commandNamed } from '../../model/command-names.ts';
import type { GuardedIo } from '../../model/io.ts';
import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { renderNdjson } from '../../render/formats/ndjson.ts';
import { maskEcho, maskKeys } from '../../redact/echo.ts';
import { escapeHostile, sanitizeLine } from '../../redact/sanitize.ts';
import { reportOf, startOf } from '../report/report-builder.ts';

/**
 * What a program gets on stdout in place of the report that did not come about; null when it asked
 * for none. The arguments are read as they stand: the mistake may be among them.
 */
export function refusalFor(
  { code, message, fix, exitCode }: Problem,
  io: Pick<GuardedIo, 'args' | 'clock' | 'platform'>,
): string | null {
  const format = formatIn(io.args);
  if (format === null) return null;
  const policy = { failOn: 'fail', networkErrors: 'fail' } as const;
  const outcome = { checks: [], diagnoses: [] };
  const report: Report = {
    ...reportOf(commandIn(io.args), outcome, io, startOf(io), policy),
    verdict: 'UNKNOWN',
    exitCode,
    problem: { code, message: sanitizeLine(maskEcho(message)), fix: sanitizeLine(maskKeys(fix)) },
  };
  // On one line, so that it is also a line of what a watch prints.
  return format === 'json' ? `${escapeHostile(JSON.stringify(report))}\n` : renderNdjson(report);
}

/** What a program asked for: `--json`, `--format json`, `--format=ndjson`. */
function formatIn(args: readonly string[]): 'json' | 'ndjson' | null {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  if (options.includes('--json')) return 'json';
  const at = options.lastIndexOf('--format');
  const joined = options.findLast((arg) => arg.startsWith('--format='));
  const format = joined?.slice('--format='.length) ?? (at === -1 ? undefined : options[at + 1]);
  return format === 'json' || format === 'ndjson' ? format : null;
}

function commandIn(args: readonly string[]): string {
  const word = args.find((arg) => !arg.startsWith('-'));
  return (word === undefined ? null : commandNamed(word)) ?? 'lusha-doctor';
}
