import type { Exchange } from '../model/exchange.ts';
import type { FactSet } from './fact-set.ts';

/** What an operating system says of a connection that it could not make, its address at the end. */
const CONNECT_TO =
  /\bconnect\b[^\n]{0,40}? (\[[\da-f:.]{2,45}\]|[\da-f.]{3,15}|[\da-f:.]{2,45}):(\d{1,5})\b/i;
const MOST_ADDRESSES = 4;

/** Adds where a request went or was to go, by which way, and how far it got. */
export function putTarget(facts: FactSet, exchange: Exchange): void {
  const { request, proxy, tls } = exchange;
  const url = URL.parse(request?.origin ?? '');
  if (url !== null) {
    facts.put('origin', url.origin, 'request');
    facts.put('host', url.hostname.replace(/^\[(.*)\]$/, '$1'), 'request');
    if (url.port !== '') facts.put('port', Number(url.port), 'request');
  }
  // A text often tells of a proxy and does not name it.
  const named = proxy?.url === 'unknown' ? undefined : proxy;
  facts.put('proxyUrl', named?.url, 'request');
  facts.put('proxySource', named?.source, 'request');
  facts.put('extraCa', tls?.extraCa, 'trust of this run');
  facts.put('sent', wasSent(exchange), 'connection');
  facts.put('address', addressOf(exchange), 'connection');
  const { attempts = [], slow } = exchange.failure ?? {};
  facts.put(
    'attempts',
    attempts.map(({ address, code }) => `${address} ${code}`),
    'connection',
  );
  facts.put('slowPhase', slow?.phase, 'timings');
  facts.put('slowMs', slow === undefined ? undefined : Math.round(slow.ms), 'timings');
}

/**
 * Undefined where nobody can tell, as with a text or a client that does not show its phases, and
 * where an answer came: that says it.
 */
function wasSent({ door, phases, response, failure }: Exchange): boolean | undefined {
  if (response !== undefined) return undefined;
  if (phases.some(({ phase }) => phase === 'send')) return true;
  if (door !== 'live' || failure === undefined) return undefined;
  if (failure.kind === 'header-refused' || failure.code === 'KEY_IN_CLEAR_TEXT') return false;
  const isBefore = !['send', 'wait', 'body'].includes(failure.phase);
  return isBefore && !phases.some(({ phase }) => phase === 'wait' || phase === 'body')
    ? false
    : undefined;
}

/** The addresses that could not be connected to: as the system names them, else all of the name's. */
function addressOf({
  failure,
  addresses = [],
  peer,
  proxy,
  request,
}: Exchange): string | undefined {
  if (failure === undefined || peer !== undefined) return undefined;
  const [, named, port] = CONNECT_TO.exec(failure.message) ?? [];
  if (named !== undefined && port !== undefined) return written(named, Number(port));
  const hop = URL.parse(proxy?.url.replace('•••@', '') ?? request?.origin ?? '');
  if (hop === null || addresses.length === 0) return undefined;
  return addresses
    .slice(0, MOST_ADDRESSES)
    .map(({ address }) => written(address, portOf(hop)))
    .join(', ');
}

/** An address with its port, as it stands in a URL. */
function written(address: string, port: number): string {
  const isBare = address.includes(':') && !address.startsWith('[');
  return `${isBare ? `[${address}]` : address}:${port}`;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
