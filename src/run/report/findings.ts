import { diagnose, type Findings } from '../../diagnosis/diagnose.ts';
import { answeredBy, type Answerer } from '../../evidence/answered-by.ts';
import { requestIdsIn } from '../../evidence/request-id.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Exchange } from '../../model/exchange.ts';
import { couldNotCheck, type Layer } from '../../model/layer.ts';
import type { Check, ExchangeSummary, Report } from '../../model/report.ts';
import type { Answer } from '../client.ts';
import { check } from './report-builder.ts';

/** The diagnosis of one answer. The conditions of the key's text are reported elsewhere, once. */
export function findingsOf({ facts }: Answer, now: number): Findings {
  return diagnose(facts, { now });
}

/** Where in the report a verdict belongs. */
const CHECK_OF_LAYER: Readonly<Record<Layer, string>> = {
  key: 'login',
  client: 'path',
  network: 'path',
  tls: 'path',
  proxy: 'path',
  edge: 'path',
  account: 'account',
  plan: 'account',
  quota: 'quota',
  request: 'endpoint',
  service: 'service',
  unknown: 'answer',
};

/** The check that a verdict about an answer amounts to. */
export function verdictCheck(verdict: Diagnosis, answer: Answer): Check {
  return check(
    CHECK_OF_LAYER[verdict.layer],
    verdict.layer,
    verdict.severity,
    summaryOf(verdict, answer),
    {
      diagnosis: verdict.cause,
      durationMs: totalMs(answer.exchange),
      evidence: evidenceOf(answer),
    },
  );
}

/** How the way to Lusha looked: timings when it was reached, nothing when the verdict is about the way. */
export function pathChecks(verdict: Diagnosis, answer: Answer): readonly Check[] {
  const isTheWay = couldNotCheck(verdict.layer) && !lushaAnswered(answer);
  if (isTheWay || verdict.layer === 'client') return [];
  const { exchange } = answer;
  const answerer = answeredBy(exchange);
  const host = exchange.request?.origin?.replace(/^https?:\/\//, '') ?? 'the host';
  return [
    check('path.reached', 'network', 'ok', `${host}   ${timingText(exchange)}`, {
      durationMs: totalMs(exchange),
    }),
    ...(answerer === null ? [] : [answererCheck(answerer, exchange)]),
  ];
}

const HOW_SURE = { certain: '', likely: 'probably ', possible: 'perhaps ' } as const;

/** Why a failure on the way leaves the rest open. */
export function unreachedText(answer: Answer): string {
  if (lushaAnswered(answer)) return 'something on the way dropped, changed or ignored the key';
  const { status, host, failure } = answer.facts;
  if (status !== undefined && failure === undefined) {
    const { certainty = 'possible' } = answeredBy(answer.exchange) ?? {};
    return `it was ${HOW_SURE[certainty]}not Lusha that answered`;
  }
  const came = status === undefined ? 'no answer came' : 'no whole answer came';
  return host === undefined ? came : `${came} from ${host.value}`;
}

/** True for an answer of Lusha's own. What anybody else answers says nothing about the account. */
export function lushaAnswered({ facts }: Pick<Answer, 'facts'>): boolean {
  const party = facts.answeredBy?.value;
  return party === 'lusha' || party === 'gateway';
}

function answererCheck({ party, evidence }: Answerer, { proxy }: Exchange): Check {
  const way = proxy === undefined ? '' : `; through ${proxy.url}`;
  return check(
    'path.answered',
    'edge',
    'ok',
    `answered by ${partyText(party)}: ${evidence.join('; ')}${way}`,
  );
}

/** Side findings: what was noticed around the answer, each a check of its own. */
export function conditionChecks(conditions: readonly Diagnosis[]): readonly Check[] {
  return conditions
    .filter(({ subject }) => subject === 'setup')
    .map((found) =>
      check(`setup.${found.cause}`, found.layer, found.severity, found.title, {
        diagnosis: found.cause,
        evidence: Object.fromEntries(found.evidence.map(({ fact, value }) => [fact, value])),
      }),
    );
}

/**
 * What a report names: the verdict unless all is well, the conditions of key and surroundings,
 * and the other candidates when the evidence does not decide.
 */
export function diagnosesToShow(
  { verdict, alternatives, conditions }: Findings,
  keyDiagnoses: readonly Diagnosis[] = [],
): readonly Diagnosis[] {
  const shown = [
    ...(verdict.severity === 'ok' ? [] : [verdict]),
    ...keyDiagnoses,
    ...conditions.filter(({ subject }) => subject === 'setup'),
    ...(verdict.certainty === 'possible' && verdict.severity !== 'ok' ? alternatives : []),
  ];
  // The text of the key is looked at before the request and explains its answer after it.
  const folded = new Set(shown.flatMap(({ consequences = [] }) => consequences));
  return shown.filter(
    ({ cause }, at) =>
      !folded.has(cause) && shown.findIndex((other) => other.cause === cause) === at,
  );
}

/** The one command worth running next. */
export function nextStep(verdict: Diagnosis, whenWell: string): string {
  return verdict.severity === 'ok' ? whenWell : `lusha-doctor explain ${verdict.cause}`;
}

/** Who answered, as the report says it. */
export function answeredByOf({ exchange }: Answer): Report['answeredBy'] {
  const answerer = answeredBy(exchange);
  if (answerer === null) return null;
  const { party, certainty, evidence } = answerer;
  return { party, certainty, evidence };
}

/** An exchange reduced to what may be shown. */
export function exchangeSummary({ exchange }: Answer): ExchangeSummary {
  const { request, response, failure, peer, tls, proxy, phases } = exchange;
  return {
    request: `${request?.method ?? '?'} ${request?.path ?? '?'}`,
    origin: request?.origin ?? null,
    status: response?.status ?? null,
    failure: failure === undefined ? null : `${failure.kind} (${failure.code})`,
    answeredBy: answeredBy(exchange)?.party ?? 'nobody',
    requestId: idsText(exchange),
    peer: peer === undefined ? null : `${peer.address} port ${peer.port}`,
    tls: tls === undefined ? null : `${tls.version} ${tls.cipher}`,
    proxy: proxy === undefined ? null : `${proxy.url} (${proxy.source})`,
    timings: phases.map(({ phase, durationMs, outcome }) => ({
      phase,
      ms: Math.round(durationMs * 10) / 10,
      ok: outcome === 'done',
    })),
    totalMs: totalMs(exchange),
  };
}

/** The first id plainly, others with the header they came in: each operator looks for his own. */
function idsText(exchange: Exchange): string | null {
  const [first, ...others] = requestIdsIn(exchange);
  if (first === undefined) return null;
  return [first.id, ...others.map(({ id, seenIn }) => `${seenIn.split(' ').at(-1)} ${id}`)].join(
    ', ',
  );
}

function summaryOf(verdict: Diagnosis, { exchange }: Answer): string {
  const { response, failure } = exchange;
  const asked = `${exchange.request?.method ?? 'GET'} ${exchange.request?.path ?? ''}`;
  if (response !== undefined) return `${asked}   ${response.status}: ${verdict.title}`;
  return `${asked}   ${failure?.code ?? 'no answer'}: ${verdict.title}`;
}

function evidenceOf({ facts }: Answer): Check['evidence'] {
  const shown = [
    facts.status,
    facts.message,
    facts.errorName,
    facts.failureCode,
    facts.answeredBy,
    facts.product,
    facts.connectStatus,
    facts.requestId,
  ];
  return Object.fromEntries(
    shown.flatMap((fact) => (fact === undefined ? [] : [[fact.name, fact.value]])),
  );
}

function timingText({ phases }: Exchange): string {
  const words: Readonly<Record<string, string>> = { wait: 'first byte' };
  return phases
    .filter(({ phase }) => phase !== 'send' && phase !== 'body')
    .map(({ phase, durationMs }) => `${words[phase] ?? phase} ${Math.round(durationMs)}`)
    .join('  ')
    .concat(' ms');
}

function partyText(party: string): string {
  return party === 'lusha' ? 'Lusha' : party === 'gateway' ? "Lusha's gateway" : party;
}

function totalMs({ phases }: Exchange): number {
  const ends = phases.map(({ startMs, durationMs }) => startMs + durationMs);
  return Math.round(Math.max(0, ...ends));
}
