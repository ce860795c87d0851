import { wrongUsage, type Problem } from '../../model/problem.ts';
import { caseRefusal, saveCase } from '../../run/present/case-file.ts';
import { complain } from '../../run/present/present.ts';
import { reportOf, startOf } from '../../run/report/report-builder.ts';
import type { Lookup } from './lookup.ts';

/** A look-up with `--case`: the text that it reads is kept in a file. Gives the exit code of the run. */
export async function keeping(
  path: string,
  lookup: Lookup,
  explain: (lookup: Lookup) => Promise<number>,
): Promise<number> {
  const { io } = lookup;
  const refusal = await caseRefusal(path, io);
  if (refusal !== null) return complain(refusal, io);
  let isKept = false;
  const keep = async (text: string): Promise<Problem | null> => {
    isKept = true;
    const outcome = { checks: [], diagnoses: [] };
    const policy = { failOn: 'fail', networkErrors: 'fail' } as const;
    const record = reportOf('explain-error', outcome, io, startOf(io), policy);
    const saved = await saveCase(path, record, { exchanges: [], text }, io);
    return saved.ok ? null : saved.problem;
  };
  const exitCode = await explain({ ...lookup, keep });
  return isKept ? exitCode : complain(nothingToKeep(), io);
}

/** What a look-up shows is knowledge: there is nothing of the user's in it. */
export function nothingToKeep(): Problem {
  return wrongUsage(
    'nothing-to-keep',
    '--case keeps an answer or an error that is pasted in; nothing of the kind was read.',
    'For example:  lusha-doctor explain - --case case.json < answer.txt',
  ).problem;
}
