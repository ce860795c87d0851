import type { Exchange } from '../../model/exchange.ts';
import { bodyOfText } from './body-text.ts';
import type { Recogniser } from './paste.ts';
import { requestOfUrl } from './request-of-url.ts';

/** One line of a server's or proxy's access log. */
export interface LoggedCall {
  readonly method: string;
  /** URL, path, or `host:port` of a CONNECT. */
  readonly target: string;
  readonly status: number;
  /** Host of the call where the line names it beside the target. */
  readonly host: string | null;
}

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT';
/** nginx, Apache, Envoy, Traefik, Caddy and HAProxy: the request line in quotes, then the status. */
const COMBINED = new RegExp(
  String.raw`"(${METHODS}) (\S{1,2000})(?: HTTP/\d(?:\.\d)?)?" (\d{3})(?= )`,
);
/** HAProxy puts the status before the quoted request. */
const HAPROXY = new RegExp(
  String.raw` (\d{3}) \d{1,12} [^"]{1,200}"(${METHODS}) (\S{1,2000})(?: HTTP/\d(?:\.\d)?)?"\s*$`,
);
/** Squid's own format: `TCP_MISS/429 512 POST https://…`. */
const SQUID = new RegExp(
  String.raw`\b(?:TCP|NONE|UDP)\w{0,40}/(\d{3}) \d{1,15} (${METHODS}) (\S{1,2000})`,
);
/** AWS load balancers: target status after the processing times, the request line in quotes. */
const ELB = new RegExp(
  String.raw` -?[\d.]{1,12} -?[\d.]{1,12} -?[\d.]{1,12} (\d{3}) (?:\d{3}|-) \d{1,15} \d{1,15} "(${METHODS}) (\S{1,2000}) HTTP`,
);
const HOST = /\b(?:host|upstream|server|upstream_addr|vhost|authority)[=:]"?([\w-]+(?:\.[\w-]+)+)/i;

/** Reads a line of an access log, or gives null when it is none. */
export function accessLineOf(line: string): LoggedCall | null {
  const host = HOST.exec(line)?.[1]?.toLowerCase() ?? null;
  const elb = ELB.exec(line);
  if (elb !== null) return callOf(elb[2], elb[3], elb[1], host);
  const combined = COMBINED.exec(line);
  if (combined !== null) return callOf(combined[1], combined[2], combined[3], host);
  const squid = SQUID.exec(line);
  if (squid !== null) return callOf(squid[2], squid[3], squid[1], host);
  const haproxy = HAPROXY.exec(line);
  return haproxy === null ? null : callOf(haproxy[2], haproxy[3], haproxy[1], host);
}

/** The exchange that such a line stands for. A refused CONNECT never reached the server. */
export function exchangeOfAccess({ method, target, status, host }: LoggedCall): Exchange {
  const response = { status, statusText: '', headers: [], body: bodyOfText('') };
  if (method === 'CONNECT') {
    const origin = /^[\w.-]{1,255}:\d{1,5}$/.test(target) ? { origin: `https://${target}` } : {};
    const base = { door: 'pasted', phases: [], request: origin } as const;
    if (status < 400) return base;
    return {
      ...base,
      failure: {
        kind: status === 407 ? 'proxy-auth-required' : 'proxy-refused',
        code: String(status),
        phase: 'proxy',
        message: `CONNECT was answered ${status}`,
      },
      proxy: { url: 'unknown', source: 'pasted text', connect: response },
    };
  }
  const request = requestOfUrl(target);
  const origin = request.origin === undefined && host !== null ? { origin: `https://${host}` } : {};
  return { door: 'pasted', phases: [], request: { method, ...origin, ...request }, response };
}

/** A line of an access log that somebody pasted. */
export const accessLog: Recogniser = {
  name: 'access-log',
  read({ lines }) {
    const calls = lines.slice(0, 1000).flatMap((line) => accessLineOf(line) ?? []);
    return calls.length === 0
      ? null
      : calls.map((call) => ({ exchange: exchangeOfAccess(call), facts: {} }));
  },
};

function callOf(
  method: string | undefined,
  target: string | undefined,
  status: string | undefined,
  host: string | null,
): LoggedCall | null {
  const number = Number(status);
  if (method === undefined || target === undefined || !(number >= 100 && number <= 599))
    return null;
  return { method, target, status: number, host };
}
