import { readCaseFile } from '../../reading/case-file.ts';
import { factsOf } from '../../evidence/facts.ts';
import { readPasted } from '../../reading/from-text.ts';
import { isRequestBody } from '../../evidence/body/request-body.ts';
import { jsonObjectIn, jsonObjectOf } from '../../reading/matches/json-in-text.ts';
import type { FactName, Facts } from '../../model/fact.ts';
import { wrongUsage } from '../../model/problem.ts';
import type { Check } from '../../model/report.ts';
import { usageFromBody } from '../../quota/usage-body.ts';
import { exitCodeFor, showReport, type Lookup } from './lookup.ts';
import { notRecognised } from './not-recognised.ts';
import { explainStatus } from './pages/status.ts';
import { showUnrecognised } from './unrecognised.ts';
import { verdictsOn, type PartVerdict } from './pasted-verdicts.ts';
import { complain } from '../../run/present/present.ts';
import { check } from '../../run/report/report-builder.ts';

const SEVERAL_STATUSES = /^[1-5]\d\d(?:[\s,;/|]{1,5}[1-5]\d\d){1,20}$/;
const BREAKS_OFF = 'The answer breaks off before its end; paste all of it to learn more.';

/** Pasted text, or the record of an earlier run: the facts in it and what they mean. */
export async function explainPasted(text: string, lookup: Lookup): Promise<number> {
  const wanted = text.trim();
  if (SEVERAL_STATUSES.test(wanted)) return refuseSeveral(wanted, lookup);
  const now = lookup.io.clock.now();
  const pasted = () =>
    readPasted(text).entries.map(({ exchange, facts }) => factsOf(exchange, { now, extra: facts }));
  const [found] = readCaseFile(text) ?? pasted();
  if (found === undefined) return showUnrecognised(wanted, lookup);
  if (found.status === undefined && isRequestBody(jsonObjectOf(text))) return ownRequest(lookup);
  const status = bareStatus(found);
  if (status === undefined) return judged(text, { ...found, ...lookup.stated.facts }, lookup);
  const { stated } = lookup;
  const remarks = found.bodyIsCut === undefined ? stated.remarks : [...stated.remarks, BREAKS_OFF];
  return explainStatus(status, {
    ...lookup,
    stated: { ...stated, remarks, facts: { ...callIn(found), ...stated.facts } },
  });
}

function refuseSeveral(text: string, { io }: Lookup): number {
  const [first = '', second = ''] = text.split(/\D+/);
  const { problem } = wrongUsage(
    'several-statuses',
    'Each status has meanings of its own; this takes one at a time.',
    `Ask for each:  lusha-doctor explain ${first}   and   lusha-doctor explain ${second}`,
  );
  return complain(problem, io);
}

function ownRequest(lookup: Lookup): Promise<number> {
  return notRecognised(
    'This is the body of a request: what was sent, not what came back.',
    ['Paste the answer to it, with its status line and headers.'],
    [],
    lookup,
  );
}

/** More than a status: a verdict, with the evidence it rests on; several for several item errors. */
async function judged(text: string, facts: Facts, lookup: Lookup): Promise<number> {
  const parts = verdictsOn(facts, { now: lookup.io.clock.now(), isOld: true });
  const [first] = parts;
  const isUnknown = parts.every(({ verdict }) => verdict.cause === 'unknown');
  if (first === undefined || (isUnknown && isWordsOnly(facts))) {
    return showUnrecognised(text.trim(), lookup);
  }
  const others =
    parts.length === 1 && first.verdict.certainty === 'possible' ? first.alternatives : [];
  const gravest = parts.find(({ verdict }) => verdict.severity === 'fail') ?? first;
  return showReport(
    {
      checks: [
        ...parts.map((part, index) => partCheck(part, index, facts)),
        ...(first.verdict.severity === 'ok' ? await accountChecksIn(text) : []),
      ],
      diagnoses: [...parts.map(({ verdict }) => verdict), ...first.conditions, ...others],
      exitCode: isUnknown ? 1 : exitCodeFor(gravest.verdict, lookup),
    },
    lookup,
  );
}

function partCheck({ verdict, items }: PartVerdict, index: number, facts: Facts): Check {
  const { cause, layer, severity, title } = verdict;
  const seen = Object.values(facts).flatMap(({ name, value }) =>
    SHOWN.includes(name) ? [[name, value] as const] : [],
  );
  const count = items === null ? '' : ` (${items} ${items === 1 ? 'item' : 'items'})`;
  const cut = facts.bodyIsCut === undefined ? '' : `. ${BREAKS_OFF}`;
  return check(
    index === 0 ? 'answer' : `answer.${index + 1}`,
    layer,
    cause === 'unknown' ? 'unknown' : severity,
    `${title}${count}${cut}`,
    { diagnosis: cause, evidence: Object.fromEntries(seen) },
  );
}

/** Balance and windows, when the text holds an answer of the usage call. */
async function accountChecksIn(text: string): Promise<readonly Check[]> {
  const usage = usageFromBody(jsonObjectIn(text));
  if (usage === null) return [];
  const { accountChecks } = await import('../../run/report/account-report.ts');
  return accountChecks({ account: usage.account, windows: usage.windows, unstated: [] });
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
  'creditsCharged',
  'itemErrorCounts',
];

/** What is known about the call, not about its answer. */
const OF_THE_CALL: readonly FactName[] = [
  'method',
  'path',
  'endpoint',
  'endpointVersion',
  'otherMethod',
];
/** What any answer of Lusha has: it says no more than the status. */
const SAYS_NOTHING: readonly string[] = [
  'status',
  'statusText',
  'bodyIsCut',
  'answeredAt',
  ...OF_THE_CALL,
];

function callIn(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => OF_THE_CALL.some((known) => known === name)),
  );
}

/** The status, when nothing else of the answer was observed. */
function bareStatus(facts: Facts): number | undefined {
  const isWhole = facts.bodyIsCut === undefined;
  const isJson = [undefined, isWhole ? 'json-object' : 'broken-json'].includes(
    facts.bodyKind?.value,
  );
  const isPlain = isJson && /^(?:.*[/+]json)?$/.test(facts.contentType?.value ?? '');
  const beside = Object.keys(facts).filter(
    (name) =>
      !SAYS_NOTHING.includes(name) && !(isPlain && ['bodyKind', 'contentType'].includes(name)),
  );
  return beside.length === 0 ? facts.status?.value : undefined;
}

/** Facts that stand for an answer or a failure, and not only for words about one. */
const SUBSTANCE: readonly FactName[] = ['status', 'failure', 'answeredBy', 'shape'];

function isWordsOnly(facts: Facts): boolean {
  return SUBSTANCE.every((name) => facts[name] === undefined);
}
