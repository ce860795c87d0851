import { LUSHA_DOMAIN } from '../../knowledge/hosts.ts';
import { objectOf } from '../../model/json.ts';
import { isJson } from '../body/answer.ts';
import { endsWithin } from '../body/body-content.ts';
import { headerValue } from '../header.ts';
import { PORTAL_SIGNATURES, type Signature } from '../../knowledge/signatures.ts';
import { interceptorIn } from '../../knowledge/signatures/issuers.ts';
import { sightings, type Sighting } from '../signatures/sightings.ts';
import { redirectOf } from '../redirect.ts';
import type { Answerer } from './answerer.ts';
import { titleWords, type Scene } from './scene.ts';

const LOOPBACK = /^(?:localhost$|127\.|\[::1\])/;

/**
 * A gateway of the same make as Lusha's, at a host that is not Lusha's and signed by that make: its
 * words about keys and routes are about its own.
 */
export function ownGateway({ answer, exchange, marks }: Scene): Answerer | null {
  const host = URL.parse(exchange.request?.origin ?? '')?.hostname;
  if (host === undefined || LUSHA_DOMAIN.test(host) || LOOPBACK.test(host)) return null;
  if (answer.contract?.party !== 'gateway') return null;
  const seen = marks.filter(({ signature }) => signature.product === 'Kong');
  const [first] = seen;
  if (first === undefined) return null;
  const { message } = objectOf(answer.content.json) ?? {};
  return {
    party: first.signature.party,
    certainty: 'certain',
    evidence: [...seen.map(({ says }) => says), `the answer came from ${host}`],
    product: first.signature.product,
    means: typeof message === 'string' && /route/i.test(message) ? 'no-route' : 'gateway-key',
  };
}

/** A log-in page in place of the answer. */
export function portal(scene: Scene): Answerer | null {
  const { answer, traces, marks } = scene;
  if (answer.status === 511) {
    return { party: 'captive-portal', certainty: 'certain', evidence: ['status 511'] };
  }
  const welcomed = answer.status === null || answer.status < 400;
  const challenged = marks.some(
    ({ signature }) => signature.as === 'wrote' && signature.party === 'cdn-waf',
  );
  if (isJson(answer) || !welcomed || challenged) return null;
  const target = loginTarget(scene);
  const evidence = [
    ...sightings(PORTAL_SIGNATURES, traces).map(({ says }) => says),
    ...(target === null ? [] : [`redirect to ${target}`]),
  ];
  if (evidence.length === 0) return null;
  const certainty = evidence.length > 1 || target !== null ? 'likely' : 'possible';
  return { party: 'captive-portal', certainty, evidence: [...evidence, ...titleWords(scene)] };
}

/** Where the answer redirects to, when that is a log-in page and not one of Lusha's own. */
function loginTarget({ answer, exchange: { request } }: Scene): string | null {
  const location = headerValue(answer.headers, 'location');
  if (location === null) return null;
  const { kind, to } = redirectOf(location, request);
  if (kind !== 'to-login' || to === null) return null;
  return /^https:\/\/(?:[\w.-]+\.)?lusha\.com(?:[:/]|$)/i.test(to) ? null : to;
}

/** Only a proxy may send 407 (RFC 9110, 15.5.8). */
export function proxyByStatus({ answer, exchange }: Scene): Answerer | null {
  if (answer.status !== 407) return null;
  const via = exchange.proxy === undefined ? [] : [`asked through ${exchange.proxy.url}`];
  return { party: 'proxy', certainty: 'certain', evidence: ['status 407', ...via] };
}

/** A product that left a mark which it only leaves on answers of its own. */
export function writer(scene: Scene): Answerer | null {
  const written = scene.marks.filter(({ signature }) => signature.as === 'wrote');
  const first = written.find(({ signature }) => signature.party !== 'other');
  if (first === undefined) return null;
  return authorOf(scene, first.signature);
}

/**
 * A product that answers in JSON of its own. Words of the first kind outweigh a shape of Lusha's,
 * which others copy; those of the second only a shape that many use.
 */
export function jsonWriter(sure: 'A' | 'B'): (scene: Scene) => Answerer | null {
  return (scene) => {
    if (scene.answer.contract?.kind === 'success') return null;
    const first = scene.marks.find(
      ({ signature }) => signature.trace.in === 'json' && signature.sure === sure,
    );
    return first === undefined ? null : authorOf(scene, first.signature);
  };
}

function authorOf(scene: Scene, { party, product }: Signature): Answerer {
  const seen = scene.marks.filter(({ signature }) => signature.product === product);
  const written = seen.filter(({ signature }) => signature.as === 'wrote');
  const proving = seen.filter(({ signature }) => signature.sure !== 'C');
  const inHead = written.some(({ signature: { trace } }) => /^(?:header|location)$/.test(trace.in));
  return {
    party,
    certainty: inHead || proving.length > 1 ? 'certain' : 'likely',
    evidence: [...seen.map(({ says }) => says), ...titleWords(scene)],
    product,
    ...meaningOf(written),
  };
}

/** What the product says it did: its first row that says more than that it was there. */
function meaningOf(written: readonly Sighting[]): Pick<Answerer, 'means'> {
  const means = written.map(({ signature }) => signature.means).find((one) => one !== 'trace');
  return means === undefined ? {} : { means };
}

/** No JSON, and somebody is known to stand on the way: the likeliest author. */
export function passerBy(scene: Scene): Answerer | null {
  const { answer, exchange, marks } = scene;
  if (isJson(answer)) return null;
  const isPage = answer.content.kind === 'html';
  const first = marks.find(({ signature }) => signature.party !== 'other');
  if (first !== undefined) {
    const { party, product } = first.signature;
    const seen = marks
      .filter(({ signature }) => signature.product === product)
      .map(({ says }) => says);
    const evidence = [...seen, ...titleWords(scene)];
    return { party, certainty: isPage ? 'likely' : 'possible', evidence, product };
  }
  if (!isPage) return null;
  const signer = interceptorIn(exchange.tls);
  if (signer !== null) {
    const evidence = [`certificate issued by ${signer}`, ...titleWords(scene)];
    return { party: 'proxy', certainty: 'likely', evidence, product: signer };
  }
  const { proxy } = exchange;
  if (proxy === undefined || proxy.connect !== undefined) return null;
  const evidence = [`asked through ${proxy.url} without a tunnel`, ...titleWords(scene)];
  return { party: 'proxy', certainty: 'possible', evidence };
}

/** Nobody that is known; null when the answer broke off before its shape could show. */
export function somebody(scene: Scene): Answerer | null {
  const { answer, exchange, marks } = scene;
  const isCut = !answer.content.isWhole || exchange.failure !== undefined;
  if (isCut && answer.content.kind === 'broken-json') return null;
  // A paste often leaves the body off.
  if (exchange.door === 'pasted' && answer.content.kind === 'empty') return null;
  if (exchange.door === 'pasted' && endsWithin(answer.content)) return null;
  // A bare piece of JSON may be anything: a part of an answer, a request, a setting.
  if (exchange.door === 'pasted' && answer.headers.length === 0 && isJson(answer)) return null;
  const [server] = marks;
  const written = marks.filter(({ signature }) => signature.as === 'wrote');
  return {
    party: 'other',
    ...meaningOf(written),
    certainty: answer.content.kind === 'html' || server !== undefined ? 'likely' : 'possible',
    evidence: [
      ...(server === undefined ? [] : [server.says]),
      bodyWords(scene),
      ...titleWords(scene),
    ],
  };
}

function bodyWords({ answer }: Scene): string {
  if (isJson(answer)) return 'JSON in no shape that Lusha is known to use';
  if (answer.content.kind === 'html') return 'an HTML page where JSON is due';
  return answer.content.kind === 'empty' ? 'no body' : 'a body that is not JSON';
}
