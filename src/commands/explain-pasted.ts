import { diagnose } from '../diagnosis/diagnose.ts';
import { readCaseFile } from '../evidence/case-file.ts';
import { factsOf } from '../evidence/facts.ts';
import { readPasted } from '../evidence/from-text.ts';
import type { FactName, Facts } from '../model/fact.ts';
import { exitCodeFor, showReport, type Lookup } from './explain-lookup.ts';
import { explainStatus } from './explain-status.ts';
import { showUnrecognised } from './explain-unrecognised.ts';
import { check } from './report-builder.ts';

/** Pasted text, or the record of an earlier run: the facts in it and what they mean. */
export async function explainPasted(text: string, lookup: Lookup): Promise<number> {
  const now = lookup.io.clock.now();
  const pasted = () =>
    readPasted(text).entries.map(({ exchange, facts }) => factsOf(exchange, { now, extra: facts }));
  const [found] = readCaseFile(text) ?? pasted();
  if (found === undefined) return showUnrecognised(text.trim(), lookup);
  const status = bareStatus(found);
  if (status === undefined) return judged(text, { ...found, ...lookup.stated.facts }, lookup);
  const { status: _status, statusText: _words, ...call } = found;
  const { stated } = lookup;
  return explainStatus(status, {
    ...lookup,
    stated: { ...stated, facts: { ...call, ...stated.facts } },
  });
}

/** More than a status: one verdict, with the evidence it rests on. */
async function judged(text: string, facts: Facts, lookup: Lookup): Promise<number> {
  const { verdict, alternatives, conditions } = diagnose(facts, { now: lookup.io.clock.now() });
  const isUnknown = verdict.cause === 'unknown';
  if (isUnknown && isWordsOnly(facts)) return showUnrecognised(text.trim(), lookup);
  const others = verdict.certainty === 'possible' ? alternatives : [];
  const seen = Object.values(facts).flatMap(({ name, value }) =>
    SHOWN.includes(name) ? [[name, value] as const] : [],
  );
  const answer = check(
    'answer',
    verdict.layer,
    isUnknown ? 'unknown' : verdict.severity,
    verdict.title,
    { diagnosis: verdict.cause, evidence: Object.fromEntries(seen) },
  );
  return showReport(
    {
      checks: [answer],
      diagnoses: [verdict, ...conditions, ...others],
      exitCode: isUnknown ? 1 : exitCodeFor(verdict, lookup),
    },
    lookup,
  );
}

const SHOWN: readonly string[] = [
  'status',
  'message',
  'errorName',
  'failureCode',
  'answeredBy',
  'product',
  'requestId',
  'windowEmpty',
];

/** What is known about the call, not about its answer. */
const OF_THE_CALL: readonly string[] = ['method', 'path', 'endpoint', 'endpointVersion'];

/** The status, when nothing else of the answer was observed. */
function bareStatus(facts: Facts): number | undefined {
  const beside = Object.keys(facts).filter(
    (name) => name !== 'status' && name !== 'statusText' && !OF_THE_CALL.includes(name),
  );
  return beside.length === 0 ? facts.status?.value : undefined;
}

/** Facts that stand for an answer or a failure, and not only for words about one. */
const SUBSTANCE: readonly FactName[] = ['status', 'failure', 'answeredBy', 'bodyKind'];

function isWordsOnly(facts: Facts): boolean {
  return SUBSTANCE.every((name) => facts[name] === undefined);
}
