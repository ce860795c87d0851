import { CASE_KIND, type CaseFile } from '../../reading/case-file.ts';
import type { GuardedIo } from '../../model/io.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { escapeHostile } from '../../redact/sanitize.ts';
import type { Answer } from '../client.ts';
import { wayOut } from './documents.ts';

/** Writes the facts of a run to a file that `explain-error` diagnoses to the same verdict. */
export async function saveCase(
  path: string,
  { tool, command, startedAt }: Report,
  answers: readonly Answer[],
  io: GuardedIo,
): Promise<Result<void>> {
  const record: CaseFile = {
    kind: CASE_KIND,
    tool,
    command,
    startedAt,
    exchanges: answers.map(({ facts }) => facts),
  };
  const written = await io.files.write(path, `${escapeHostile(JSON.stringify(record, null, 2))}\n`);
  if (written.ok) return ok(undefined);
  return {
    ok: false,
    problem: {
      code: 'case-not-written',
      message: `The case file ${path} could not be written: ${written.message}.`,
      fix: wayOut(written.code),
      exitCode: 2,
    },
  };
}
