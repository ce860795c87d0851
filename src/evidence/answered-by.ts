import type { Exchange, Response } from '../model/exchange.ts';
import { maskContacts } from '../redact/contacts.ts';
import { readAnswer, type Answer } from './body/answer.ts';
import { NETWORK_SIGNATURES } from '../knowledge/signatures.ts';
import { interceptorIn } from '../knowledge/signatures/issuers.ts';
import { sightings } from './signatures/sightings.ts';
import type { Answerer } from './party/answerer.ts';
import { lushaItself, lushaPerhaps, lushasEdge, lushasGateway } from './party/lusha.ts';
import { sceneOf, type Scene } from './party/scene.ts';
import {
  jsonWriter,
  ownGateway,
  passerBy,
  portal,
  proxyByStatus,
  somebody,
  writer,
} from './party/strangers.ts';

export type { Answerer } from './party/answerer.ts';

/** The first that recognises its party decides; a shape that only Lusha has comes first. */
const JUDGES: readonly ((scene: Scene) => Answerer | null)[] = [
  jsonWriter('A'),
  lushaItself,
  ownGateway,
  lushasGateway,
  jsonWriter('B'),
  portal,
  proxyByStatus,
  lushasEdge,
  writer,
  lushaPerhaps,
  passerBy,
  somebody,
];

/**
 * Says who answered an exchange. HTML is never Lusha's; a JSON body is Lusha's when it fits one
 * of its contracts. Null when there is nothing to judge by: a pasted bare status, no outcome, a JSON
 * body that broke off.
 */
export function answeredBy(exchange: Exchange): Answerer | null {
  const { response, proxy, failure, tls } = exchange;
  if (response !== undefined) {
    return hasTraces(exchange, response) ? answererOf(readAnswer(response), exchange) : null;
  }
  if (proxy?.connect !== undefined && !isSuccess(proxy.connect))
    return tunnelRefuser(proxy.connect);
  const reason = failure?.code ?? tls?.refusal;
  if (reason === undefined) return null;
  const refused = failure?.kind === 'proxy-refused' || failure?.kind === 'proxy-auth-required';
  return withProduct(
    {
      party: refused ? 'proxy' : 'nobody',
      certainty: 'certain',
      evidence: [
        refused ? `the proxy refused the tunnel (${reason})` : `no HTTP answer: ${reason}`,
      ],
    },
    interceptorIn(tls),
  );
}

/** Judges one answer; `exchange` adds what is known about the way it took. Null as above. */
export function answererOf(answer: Answer, exchange: Exchange): Answerer | null {
  const scene = sceneOf(answer, exchange);
  for (const judge of JUDGES) {
    const answerer = judge(scene);
    if (answerer !== null) return withProduct(answerer, scene.product);
  }
  return null;
}

/** False for a pasted status without head and body: that says nothing about who answered. */
export function hasTraces({ door }: Exchange, { headers, body }: Response): boolean {
  return door === 'live' || headers.length > 0 || body.text !== '';
}

function tunnelRefuser(connect: Response): Answerer {
  const { content, headers, status } = readAnswer(connect);
  const seen = sightings(NETWORK_SIGNATURES, { status, headers, page: content.text });
  const product = seen[0]?.signature.product ?? null;
  const says = seen.filter(({ signature }) => signature.product === product).map((one) => one.says);
  const evidence = [`CONNECT was answered ${status}, TLS never started`, ...says];
  return withProduct({ party: 'proxy', certainty: 'certain', evidence }, product);
}

/** Adds the product, and takes out of what was seen whom it names. */
function withProduct(answerer: Answerer, product: string | null): Answerer {
  const named = answerer.product ?? product ?? undefined;
  return {
    ...answerer,
    evidence: answerer.evidence.map(maskContacts),
    ...(named === undefined ? {} : { product: maskContacts(named) }),
  };
}

function isSuccess({ status }: Response): boolean {
  return status >= 200 && status < 300;
}
