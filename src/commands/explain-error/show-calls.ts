import type { Diagnosis } from '../../model/diagnosis.ts';
import type { FactName, Facts } from '../../model/fact.ts';
import { jsonObjectIn } from '../../reading/matches/json-in-text.ts';
import type { Check } from '../../model/report.ts';
import { usageFromBody } from '../../quota/usage-body.ts';
import type { Call } from '../../reading/call.ts';
import { UNNAMED } from '../../reading/whose-call.ts';
import type { Mentions, TextReading } from '../../reading/read-text.ts';
import { check } from '../../run/report/report-builder.ts';
import { causeOf, judged, sortedCalls, type JudgedCall, type Sorted } from './calls.ts';
import { exitCodeFor, showReport, type Found, type Lookup } from './lookup.ts';
import { explainStatus } from './pages/status.ts';
import type { PartVerdict } from './pasted-verdicts.ts';
import { proveCommand } from './prove.ts';

const BREAKS_OFF = 'The answer breaks off before its end; paste all of it to learn more.';
const COULD_NOT_CHECK = 3;

/**
 * Shows the calls of a text: what failed, what recovered, what was somebody else's, what was only
 * mentioned. Null where the text tells of nothing that is known.
 */
export async function showCalls(reading: TextReading, lookup: Lookup): Promise<number | null> {
  const now = lookup.io.clock.now();
  const sorted = sortedCalls(reading.calls, lookup.stated, now);
  const [first] = sorted.failed;
  if (sorted.failed.length === 1 && first !== undefined) return showFailed(first, sorted, lookup);
  if (sorted.failed.length > 1) {
    const { showCounted } = await import('./log/entries.ts');
    return showCounted(reading, sorted, lookup);
  }
  const found =
    recoveredFound(sorted, now) ??
    (await successFound(sorted, reading, lookup)) ??
    elsewhereFound(sorted, lookup) ??
    mentionsFound(reading.mentions);
  return found === null ? null : showReport({ ...found, calls: sorted.counts }, lookup);
}

/** One failed call: a verdict, with the evidence it rests on; several for several item errors. */
async function showFailed(
  { call, facts, parts, isConditional }: JudgedCall,
  { counts }: Sorted,
  lookup: Lookup,
): Promise<number | null> {
  const status = bareStatus(facts);
  if (status !== undefined && counts.ok + counts.elsewhere === 0) {
    const { stated } = lookup;
    const remarks =
      facts.bodyIsCut === undefined ? stated.remarks : [...stated.remarks, BREAKS_OFF];
    return explainStatus(status, {
      ...lookup,
      stated: { ...stated, remarks, facts: { ...callIn(facts), ...stated.facts } },
    });
  }
  const [first] = parts;
  if (first === undefined) return null;
  const isUnknown = parts.every(({ verdict }) => verdict.cause === 'unknown');
  if (isUnknown && isWordsOnly(facts)) return null;
  const others =
    parts.length === 1 && first.verdict.certainty === 'possible' ? first.alternatives : [];
  const gravest = parts.find(({ verdict }) => verdict.severity === 'fail') ?? first;
  return showReport(
    {
      checks: parts.map((part, index) => partCheck(part, index, call, facts, isConditional)),
      diagnoses: [...parts.map(({ verdict }) => verdict), ...first.conditions, ...others],
      exitCode: isUnknown ? 1 : exitCodeFor(gravest.verdict, lookup),
      next: proveCommand(call, gravest.verdict),
      calls: counts,
      answeredBy: speakerOf(facts),
    },
    lookup,
  );
}

function speakerOf({ answeredBy }: Facts): NonNullable<Found['answeredBy']> | null {
  return answeredBy === undefined
    ? null
    : { party: answeredBy.value, certainty: 'likely', evidence: [answeredBy.seenIn] };
}

function partCheck(
  { verdict, items }: PartVerdict,
  index: number,
  call: Call,
  facts: Facts,
  isConditional: boolean,
): Check {
  const { cause, layer, severity, title } = verdict;
  const seen = Object.values(facts).flatMap(({ name, value }) =>
    SHOWN.includes(name) ? [[name, value] as const] : [],
  );
  const count = items === null ? '' : ` (${items} ${items === 1 ? 'item' : 'items'})`;
  const cut = facts.bodyIsCut === undefined ? '' : `. ${BREAKS_OFF}`;
  const isOpen = cause === 'unknown' || (isConditional && severity === 'fail');
  const condition = isConditional && cause !== 'unknown' ? 'If this was a call to Lusha: ' : '';
  return check(
    index === 0 ? 'answer' : `answer.${index + 1}`,
    layer,
    isOpen ? 'unknown' : severity,
    `${condition}${title}${count}${cut}`,
    { diagnosis: cause, evidence: { ...calledIn(call), ...Object.fromEntries(seen) } },
  );
}

/** Calls that failed first and went well in the end: the cause is a remark. */
function recoveredFound({ recovered }: Sorted, now: number): Found | null {
  const [first] = recovered;
  if (first === undefined) return null;
  const before = first.recoveredFrom;
  const cause = before === null ? null : causeOf(before, now);
  const remark: readonly Diagnosis[] = cause === null ? [] : [{ ...cause, severity: 'warn' }];
  const summary =
    recovered.length === 1
      ? `Recovered: attempt ${first.attempts} succeeded`
      : `Recovered: ${recovered.length} calls succeeded in the end`;
  return {
    checks: [
      check('answer', cause?.layer ?? 'unknown', 'warn', summary, {
        diagnosis: cause?.cause ?? null,
        evidence: { ...calledIn(first), attempts: first.attempts },
      }),
    ],
    diagnoses: remark,
    exitCode: 0,
  };
}

/** Calls that went well: what one of them says, or that all of them did. */
async function successFound(
  sorted: Sorted,
  { text, mentions }: TextReading,
  lookup: Lookup,
): Promise<Found | null> {
  const [first] = sorted.ok;
  if (first === undefined) return null;
  if (sorted.ok.length === 1 && sorted.elsewhere.length === 0 && mentions === null) {
    return oneSuccess(first, text, lookup);
  }
  const { ok, elsewhere } = sorted.counts;
  if (ok === 0) return null;
  const others = elsewhere === 0 ? [] : [elsewhereCheck(sorted, 'ok')];
  const calls = ok === 1 ? 'The call to Lusha succeeded' : `All ${ok} calls to Lusha succeeded`;
  return {
    checks: [check('answer', 'service', 'ok', calls, { evidence: calledIn(first) }), ...others],
    diagnoses: [],
    exitCode: 0,
  };
}

async function oneSuccess(call: Call, text: string, lookup: Lookup): Promise<Found | null> {
  const { judged } = await import('./calls.ts');
  const { facts, parts } = judged(call, lookup.stated.facts, lookup.io.clock.now());
  const [first] = parts;
  if (first === undefined || first.verdict.cause === 'unknown') return null;
  return {
    checks: [
      ...parts.map((part, index) => partCheck(part, index, call, facts, false)),
      ...(first.verdict.severity === 'ok' ? await accountChecksIn(text) : []),
    ],
    diagnoses: [...parts.map(({ verdict }) => verdict), ...first.conditions],
    exitCode: exitCodeFor(first.verdict, lookup),
    answeredBy: speakerOf(facts),
  };
}

/** Balance and windows, when the text holds an answer of the usage call. */
async function accountChecksIn(text: string): Promise<readonly Check[]> {
  const usage = usageFromBody(jsonObjectIn(text));
  if (usage === null) return [];
  const { accountChecks } = await import('../../run/report/account-report.ts');
  return accountChecks({ account: usage.account, windows: usage.windows, unstated: [] });
}

/** Only calls to others failed. */
function elsewhereFound(sorted: Sorted, lookup: Lookup): Found | null {
  const isNamed = hostsOf(sorted).some((host) => host !== UNNAMED);
  if (!isNamed) return null;
  return {
    checks: [elsewhereCheck(sorted, 'unknown')],
    diagnoses: wordsOfOthers(sorted, lookup),
    exitCode: lookup.byClass ? COULD_NOT_CHECK : 0,
    answeredBy: { party: 'other', certainty: 'certain', evidence: hostsOf(sorted) },
  };
}

/** What a gateway or the caller's own platform said is worth a remark: it stands in front of the call. */
function wordsOfOthers({ elsewhere }: Sorted, { stated, io }: Lookup): readonly Diagnosis[] {
  const [first] = elsewhere;
  const says = first?.facts.productSays?.value;
  if (first === undefined || (says !== 'gateway-key' && says !== 'own-app')) return [];
  const [part] = judged(first, stated.facts, io.clock.now()).parts;
  return part === undefined || part.verdict.cause === 'unknown'
    ? []
    : [{ ...part.verdict, severity: 'warn' }];
}

function elsewhereCheck(sorted: Sorted, status: 'ok' | 'unknown'): Check {
  const [first] = sorted.elsewhere;
  const hosts = hostsOf(sorted);
  const what = first?.exchange.response?.status ?? first?.exchange.failure?.code ?? '';
  const summary = `ELSEWHERE: ${hosts.join(', ')} ${what === '' ? 'failed' : `answered ${what}`}, not Lusha`;
  return check('elsewhere', 'edge', status, summary, {
    evidence: { hosts, line: first?.first ?? null },
  });
}

function hostsOf({ elsewhere }: Sorted): readonly string[] {
  const hosts = elsewhere.flatMap(({ whose }) => (whose.whose === 'other' ? [whose.host] : []));
  return [...new Set(hosts)].slice(0, 5);
}

/** Failures are mentioned, and none happened. */
function mentionsFound(mentions: Mentions | null): Found | null {
  if (mentions === null) return null;
  const { kind, lines } = mentions;
  const summary = `Nothing failed here: ${kind}${lines.length === 0 ? '' : `; mentioned only: ${lines.join(' | ')}`}`;
  return {
    checks: [check('answer', 'unknown', 'ok', summary, { evidence: { kind } })],
    diagnoses: [],
    exitCode: 0,
  };
}

function calledIn({ exchange: { request, response }, first }: Call): Check['evidence'] {
  const { method, origin, path } = request ?? {};
  const called = [method, `${origin ?? ''}${path?.split('?', 1)[0] ?? ''}`].filter(
    (part) => part !== undefined && part !== '',
  );
  return {
    ...(called.length === 0 ? {} : { call: called.join(' ') }),
    ...(response === undefined ? {} : { status: response.status }),
    line: first,
  };
}

const SHOWN: readonly string[] = [
  'status',
  'message',
  'errors',
  'errorName',
  'failureCode',
  'answeredBy',
  'product',
  'requestId',
  'windowEmpty',
  'creditsCharged',
  'itemErrorCounts',
  'runtime',
  'platform',
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
  'runtime',
  'platform',
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
