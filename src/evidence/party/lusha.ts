import { API_HOST } from '../../knowledge/endpoints.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Meaning } from '../../model/fact.ts';
import { lushaRateHeaders } from '../../quota/headers.ts';
import { isJson, type Answer } from '../body/answer.ts';
import type { Contract } from '../body/contract.ts';
import { interceptorIn } from '../../knowledge/signatures/issuers.ts';
import type { Answerer } from './answerer.ts';
import type { Scene } from './scene.ts';

/** A body in a shape that only Lusha is known to use. */
export function lushaItself({ answer }: Scene): Answerer | null {
  const { contract, status } = answer;
  if (contract?.party !== 'lusha' || contract.fit !== 'strong') return null;
  return {
    party: 'lusha',
    certainty: status === null ? 'likely' : 'certain',
    evidence: [inWords(contract), ...counterWords(answer)],
  };
}

/** Lusha's front door, before its application was reached. */
export function lushasGateway({ answer }: Scene): Answerer | null {
  const { contract, content, status } = answer;
  if (contract?.party === 'gateway') {
    const certainty = contract.fit === 'strong' ? 'certain' : 'likely';
    return { party: 'gateway', certainty, evidence: [inWords(contract)] };
  }
  // The framework's page for a path without a route: the API's own, or that of a stand-in.
  const words = content.kind === 'html' && status === 404 ? cannotRoute(content.text) : null;
  if (words === null) return null;
  return { party: 'gateway', certainty: 'possible', evidence: [`the page says "${words}"`] };
}

/** The framework's words on a page for a path without a route, for example `Cannot GET /v2`. */
export function cannotRoute(page: string): string | null {
  const words = /<pre>(Cannot (?:GET|POST|PUT|PATCH|DELETE|HEAD) [^<\s]{1,200})<\/pre>/.exec(page);
  return words?.[1] ?? null;
}

/** Statuses of a front door that fails, is busy or finds the request too large. */
const OF_A_FRONT_DOOR: readonly number[] = [413, 414, 429, 431];
/** What a product says it did, where that is no failure of what stands behind it. */
const OF_A_GUARD: readonly (Meaning | undefined)[] = ['challenge', 'firewall', 'policy', 'login'];

/**
 * A page or nothing where JSON is due, over a connection that nobody else can have answered: then
 * it is what stands in front of the application, at Lusha.
 */
export function lushasEdge(scene: Scene): Answerer | null {
  const { answer, exchange, marks } = scene;
  const { status, contract, content } = answer;
  if (status === null || contract !== null || !isOfAFrontDoor(status)) return null;
  const written = marks.filter(({ signature }) => signature.as === 'wrote');
  const isSomebodyElses = written.some(
    ({ signature: { party, means } }) => party === 'proxy' || OF_A_GUARD.includes(means),
  );
  if (isSomebodyElses || !isDirect(exchange)) return null;
  const what = content.kind === 'empty' ? 'no body' : `a body of the kind ${content.kind}`;
  return {
    party: 'gateway',
    certainty: 'likely',
    evidence: [
      ...hostWords(scene),
      'no proxy and no additional authority in use',
      what,
      ...written.map(({ says }) => says),
    ],
  };
}

function isOfAFrontDoor(status: number): boolean {
  return (status >= 500 && status !== 511) || OF_A_FRONT_DOOR.includes(status);
}

/** Straight to the API, with a certificate that an authority of Node's own list vouches for. */
function isDirect({ door, tls, proxy, request }: Exchange): boolean {
  return (
    door === 'live' &&
    request?.origin === `https://${API_HOST}` &&
    proxy === undefined &&
    tls !== undefined &&
    tls.refusal === undefined &&
    tls.extraCa === undefined &&
    interceptorIn(tls) === null
  );
}

/** A shape that others use too, or no readable one: Lusha's request counters and its certificate decide. */
export function lushaPerhaps(scene: Scene): Answerer | null {
  const { answer } = scene;
  const { contract, content, status } = answer;
  const shape = contract === null ? [] : [inWords(contract)];
  const counters = counterWords(answer);
  const host = hostWords(scene);
  const evidence = [...counters, ...shape, ...host];
  if (counters.length > 0 && content.kind !== 'html') {
    return { party: 'lusha', certainty: 'likely', evidence };
  }
  if (contract !== null) {
    return { party: 'lusha', certainty: host.length > 0 ? 'likely' : 'possible', evidence };
  }
  if (host.length > 0 && content.kind === 'broken-json') {
    return { party: 'lusha', certainty: 'likely', evidence: ['JSON that breaks off', ...host] };
  }
  const succeeded = status !== null && status >= 200 && status < 300;
  if (host.length === 0 || !isJson(answer) || !succeeded) return null;
  return { party: 'lusha', certainty: 'possible', evidence: ['a JSON answer', ...host] };
}

/** The certificate, when it was verified for Lusha's host and nobody known re-signed it. */
function hostWords({ exchange: { door, tls, request } }: Scene): readonly string[] {
  if (door !== 'live' || tls === undefined || tls.refusal !== undefined) return [];
  const host = /^https:\/\/([^/:?#]+)/i.exec(request?.origin ?? '')?.[1]?.toLowerCase() ?? '';
  const isLushas = host === 'lusha.com' || host.endsWith('.lusha.com');
  return isLushas && interceptorIn(tls) === null ? [`verified certificate of ${host}`] : [];
}

function counterWords({ headers }: Answer): readonly string[] {
  const names = lushaRateHeaders(headers).slice(0, 3);
  return names.length === 0 ? [] : [`Lusha's request counters (${names.join(', ')})`];
}

function inWords({ says }: Contract): string {
  return `JSON body: ${says}`;
}
