import { CASE_KIND, readCaseFile, type CaseFile } from '../../reading/case-file.ts';
import type { GuardedIo } from '../../model/io.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { escapeHostile } from '../../redact/sanitize.ts';
import { wayOut } from './documents.ts';

const MOST_READ = 1 << 20;

/** Asked before anything is sent: a file that is no case may hold somebody's work. Null when all is well. */
export async function caseRefusal(path: string, { files }: GuardedIo): Promise<Problem | null> {
  const there = await files.stat(path);
  if (!there.ok || there.kind !== 'file' || there.bytes === 0) return null;
  const read = await files.read(path, MOST_READ);
  if (read.ok && readCaseFile(new TextDecoder().decode(read.bytes)) !== null) return null;
  return {
    code: 'case-file-taken',
    message: `--case ${path}: the file is there and is no case. Nothing was sent or written.`,
    fix: 'Name another file, for example:  --case case.json',
    exitCode: 2,
  };
}

/** Writes what a run saw to a file that `explain-error` diagnoses to the same verdict. */
export async function saveCase(
  path: string,
  { tool, command, startedAt }: Pick<Report, 'tool' | 'command' | 'startedAt'>,
  seen: Pick<CaseFile, 'exchanges' | 'text'>,
  io: GuardedIo,
): Promise<Result<void>> {
  const record: CaseFile = {
    kind: CASE_KIND,
    tool,
    command,
    startedAt,
    ...seen,
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
