import {
  classifyPath,
  endpointById,
  nearestEndpoints,
} from '../knowledge/look-up/endpoint-lookup.ts';
import type { Certificate, Exchange, Failure } from '../model/exchange.ts';
import type { Facts } from '../model/fact.ts';
import { kindOfCode } from '../model/failure-code.ts';
import { readAnswer, type Answer, type RawAnswer } from './body/answer.ts';
import { putAnswer } from './answer-facts.ts';
import { answeredBy, answererOf, hasTraces, type Answerer } from './answered-by.ts';
import { clockSkewOf } from './clock-skew.ts';
import { FactSet } from './fact-set.ts';
import { headerValue } from './header.ts';
import { oneLine } from './one-line.ts';
import { redirectOf } from './redirect.ts';
import { requestIdsIn } from './request-id.ts';
import { putTarget } from './target-facts.ts';

/** What an exchange does not say itself. */
export interface FactContext {
  /** Epoch milliseconds. */
  readonly now?: number;
  /** Facts from elsewhere; they win over derived ones of the same name. */
  readonly extra?: Facts;
  /** What the request said about people, which its answer may repeat. */
  readonly people?: readonly string[];
}

const DAY_MS = 86_400_000;
const LONGEST_PATH = 300;
const LONGEST_NAME = 200;

/** Every fact that one exchange gives. Pure and total, whatever the server sent. */
export function factsOf(exchange: Exchange, { now, extra = {}, people }: FactContext = {}): Facts {
  const facts = new FactSet(people);
  putRequest(facts, exchange);
  putTarget(facts, exchange);
  putFailure(facts, exchange);
  putCertificate(facts, exchange.tls?.chain[0], now ?? exchange.startedAt);
  facts.put('clockSkew', clockSkewOf(exchange), 'response header date');
  const answerer = putOutcome(facts, exchange, now);
  putAnswerer(facts, answerer);
  putProxyStatus(facts, exchange, answerer);
  return { ...facts.facts, ...extra };
}

/** The facts of an answer whose status or head was lost, for example a body pasted alone. */
export function factsOfAnswer(raw: RawAnswer, exchange: Exchange): Facts {
  const facts = new FactSet();
  const answer = readAnswer(raw);
  putAnswer(facts, answer, { isPasted: true });
  putAnswerer(facts, answererOf(answer, exchange));
  return facts.facts;
}

function putRequest(facts: FactSet, { request = {} }: Exchange): void {
  const { method, path, keyPlacement } = request;
  facts.put('method', method, 'request');
  facts.put('keyPlacement', keyPlacement, 'request headers');
  if (path === undefined) return;
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  facts.put('path', oneLine(bare, LONGEST_PATH), 'request');
  const { endpoint, version, methodFits } = classifyPath(method, bare);
  facts.put('endpoint', endpoint, 'request path');
  facts.put('endpointVersion', version, 'request path');
  if (endpoint !== 'unlisted' && !methodFits) facts.put('otherMethod', true, 'request');
  if (endpoint === 'unlisted') {
    const [near] = nearestEndpoints(bare, 1);
    if (near !== undefined && near.path !== bare)
      facts.put('nearestPath', near.path, 'request path');
  }
  const costs = endpointById(endpoint)?.cost.kind;
  if (costs === 'free' && methodFits) facts.put('free', true, 'request path');
}

function putFailure(facts: FactSet, exchange: Exchange): void {
  const failure = exchange.failure ?? refusalOf(exchange);
  if (failure === null) return;
  facts.put('failure', failure.kind, `connection (${failure.phase})`);
  facts.put('failureCode', failure.code, 'error code');
  facts.put('failurePhase', failure.phase, 'connection');
}

/** A refused certificate or tunnel is a failure even where nobody put it down as one. */
function refusalOf({ tls, proxy, response }: Exchange): Omit<Failure, 'message'> | null {
  if (response !== undefined) return null;
  if (tls?.refusal !== undefined) {
    const kind = kindOfCode(tls.refusal) ?? 'tls-bad-certificate';
    return { kind, code: tls.refusal, phase: 'tls' };
  }
  const status = proxy?.connect?.status;
  if (status === undefined || isSuccess(status)) return null;
  const kind = status === 407 ? 'proxy-auth-required' : 'proxy-refused';
  return { kind, code: '', phase: 'proxy' };
}

function putCertificate(
  facts: FactSet,
  leaf: Certificate | undefined,
  now: number | undefined,
): void {
  if (leaf === undefined) return;
  facts.put('certificateIssuer', oneLine(leaf.issuer, LONGEST_NAME), 'certificate');
  if (now === undefined) return;
  facts.put('certificateDays', Math.floor((leaf.validTo - now) / DAY_MS), 'certificate');
}

/** Adds the response, if there is one, and says who answered. */
function putOutcome(facts: FactSet, exchange: Exchange, now: number | undefined): Answerer | null {
  const { response, request, startedAt } = exchange;
  if (response === undefined) {
    putRefusersId(facts, exchange);
    return answeredBy(exchange);
  }
  const { status, headers } = response;
  facts.put('status', status, 'status line');
  facts.put('statusText', oneLine(response.statusText, LONGEST_NAME), 'status line');
  if (!hasTraces(exchange, response)) return null;
  if (status >= 300 && status < 400) {
    const { kind, to } = redirectOf(headerValue(headers, 'location'), request);
    facts.put('redirect', kind, 'response header location');
    facts.put('redirectTo', to, 'response header location');
  }
  const answer = readAnswer(response);
  putAnswer(facts, answer, { isPasted: exchange.door === 'pasted', startedAt, now });
  if (exchange.failure === undefined) putCut(facts, answer);
  return answererOf(answer, exchange);
}

/** A proxy that refuses a tunnel may name the request as well. */
function putRefusersId(facts: FactSet, exchange: Exchange): void {
  const [found] = requestIdsIn(exchange);
  facts.put('requestId', found?.id, `CONNECT answer, ${found?.seenIn ?? ''}`);
}

/** A JSON body of which only the beginning was taken cannot be judged; that it is too long can. */
function putCut(facts: FactSet, { content }: Answer): void {
  if (content.isWhole || content.kind !== 'broken-json') return;
  facts.put('failure', 'body-too-large', 'response body');
  facts.put('failurePhase', 'body', 'response body');
}

function putAnswerer(facts: FactSet, answerer: Answerer | null): void {
  if (answerer === null) return;
  const seenIn = answerer.evidence.join('; ');
  facts.put('answeredBy', answerer.party, seenIn);
  facts.put('product', answerer.product, seenIn);
  facts.put('productSays', answerer.means, seenIn);
}

function putProxyStatus(facts: FactSet, exchange: Exchange, answerer: Answerer | null): void {
  const { proxy, response } = exchange;
  if (answerer?.party === 'proxy') facts.put('connectStatus', response?.status, 'status line');
  facts.put('connectStatus', proxy?.connect?.status, 'CONNECT answer');
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
