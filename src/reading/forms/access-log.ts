import type { Exchange, Failure } from '../../model/exchange.ts';
import { FactSet } from '../../evidence/fact-set.ts';
import { bodyOfText } from '../matches/body-text.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { envoyNote, haproxyNote, type ProxyNote } from '../matches/proxy-flags.ts';
import { requestOfUrl } from '../matches/request-of-url.ts';
import { tableEntries } from './table-row.ts';

/** One line of a server's or proxy's access log. */
export interface LoggedCall {
  readonly method: string;
  /** URL, path, or `host:port` of a CONNECT. */
  readonly target: string;
  readonly status: number;
  /** Host of the call where the line names it beside the target. */
  readonly host: string | null;
  /** What the proxy that wrote the line says about the answer. */
  readonly note?: ProxyNote | null;
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
/**
 * IIS with its usual fields: the path, its query, the server's port, the user, the client, two
 * headers, and only then status, two codes and the time. The port is no status.
 */
const IIS = new RegExp(
  String.raw` (${METHODS}) (/\S{0,2000}) \S{1,2000} \d{2,5} \S{1,200} [\da-fA-F.:]{3,45}(?: \S{1,2000}){1,2} (\d{3}) \d{1,3} \d{1,10}(?: \d{1,10}){0,3}\s*$`,
);
/**
 * A row of an export whose header line is not at hand: a cell with the method, perhaps one with
 * the host, the target, and right after it the status.
 */
const ROW = new RegExp(
  String.raw`(?:^|[\t;,|])"?(${METHODS})"?([\t;,|])(?:"?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"?\2)?"?((?:https?://|/)[^\s";|]{0,2000}?)"?\2"?(\d{3})"?(?=\2|\s*$)`,
);
const HOST = /\b(?:host|upstream|server|upstream_addr|vhost|authority)[=:]"?([\w-]+(?:\.[\w-]+)+)/i;

/** Reads a line of an access log, or gives null when it is none. */
export function accessLineOf(line: string): LoggedCall | null {
  const host = HOST.exec(line)?.[1]?.toLowerCase() ?? null;
  const elb = ELB.exec(line);
  if (elb !== null) return callOf(elb[2], elb[3], elb[1], host);
  const combined = COMBINED.exec(line);
  if (combined !== null) {
    const note = envoyNote(line.slice(combined.index + combined[0].length));
    return callOf(combined[1], combined[2], combined[3], host, note);
  }
  const squid = SQUID.exec(line);
  if (squid !== null) return callOf(squid[2], squid[3], squid[1], host);
  const haproxy = HAPROXY.exec(line);
  if (haproxy !== null) {
    return callOf(haproxy[2], haproxy[3], haproxy[1], host, haproxyNote(line));
  }
  const iis = IIS.exec(line);
  if (iis !== null) return callOf(iis[1], iis[2], iis[3], host);
  const row = ROW.exec(line);
  return row === null ? null : callOf(row[1], row[4], row[5], row[3]?.toLowerCase() ?? host);
}

/** What such a line tells of: the call, and who says that it made the answer. */
export function entryOfAccess(call: LoggedCall): PastedEntry {
  const exchange = exchangeOfAccess(call);
  const { note = null, status } = call;
  if (note === null || status < 400) return { exchange, facts: {} };
  if (note.failure === null) {
    const facts = new FactSet();
    facts.put('answeredBy', 'proxy', note.said);
    facts.put('product', note.product, note.said);
    return { exchange, facts: facts.facts };
  }
  const { response: _, ...asked } = exchange;
  const failure: Failure = {
    kind: note.failure,
    code: `${note.product} ${note.said}`,
    phase: 'wait',
    message: `${note.product}: ${note.said}`,
  };
  return { exchange: { ...asked, failure }, facts: {} };
}

/** The exchange that such a line stands for. A refused CONNECT never reached the server. */
function exchangeOfAccess({ method, target, status, host }: LoggedCall): Exchange {
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
    const rows = tableEntries(lines);
    if (rows !== null) return rows;
    const calls = lines.slice(0, 1000).flatMap((line) => accessLineOf(line) ?? []);
    return calls.length === 0 ? null : calls.map(entryOfAccess);
  },
};

function callOf(
  method: string | undefined,
  target: string | undefined,
  status: string | undefined,
  host: string | null,
  note: ProxyNote | null = null,
): LoggedCall | null {
  const number = Number(status);
  if (method === undefined || target === undefined || !(number >= 100 && number <= 599))
    return null;
  return { method, target, status: number, host, note };
}
