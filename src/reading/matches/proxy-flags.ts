import type { FailureKind } from '../../model/exchange.ts';

/**
 * What a proxy notes about an answer in its access log: it made the answer itself, or it saw the
 * server fail in a way that has a name.
 */
export type ProxyNote =
  | { readonly product: string; readonly said: string; readonly failure: null }
  | { readonly product: string; readonly said: string; readonly failure: FailureKind };

/** Envoy's response flags with which it answers before a server has been reached. */
const ENVOY_OWN: readonly string[] = [
  'UF',
  'UH',
  'UO',
  'NR',
  'NC',
  'DF',
  'LH',
  'OM',
  'FI',
  'RL',
  'RLSE',
  'UAEX',
  'NFCF',
];
/** Flags that say how a reached server failed. */
const ENVOY_SEEN: ReadonlyMap<string, FailureKind> = new Map([
  ['UT', 'headers-timeout'],
  ['UC', 'connection-closed'],
  ['UR', 'connection-reset'],
  ['UPE', 'malformed-response'],
  ['UMSDR', 'headers-timeout'],
  ['SI', 'headers-timeout'],
  ['DC', 'interrupted'],
]);
const ENVOY_FLAGS = /^ ((?:[A-Z]{2,5})(?:,[A-Z]{2,5}){0,5}) /;

/** Reads Envoy's flags, which stand right after the status. A retry limit alone says nothing. */
export function envoyNote(afterStatus: string): ProxyNote | null {
  const said = ENVOY_FLAGS.exec(afterStatus)?.[1];
  if (said === undefined) return null;
  const flags = said.split(',');
  if (flags.some((flag) => ENVOY_OWN.includes(flag))) {
    return { product: 'Envoy', said: `response flags ${said}`, failure: null };
  }
  const failure = flags.flatMap((flag) => ENVOY_SEEN.get(flag) ?? [])[0];
  return failure === undefined
    ? null
    : { product: 'Envoy', said: `response flags ${said}`, failure };
}

/** HAProxy: two cookies, the state of four letters, then the counters of connections. */
const HAPROXY_STATE = / ([CcSsPRLUIDKk-])([RQCHDLT-])[\w-]{2} \d{1,7}\/\d{1,7}\//;

/**
 * Reads HAProxy's termination state: what ended the session, and in which of its parts. That no
 * server was there to be asked is written in place of its name.
 */
export function haproxyNote(line: string): ProxyNote | null {
  const [, by = '', when = ''] = HAPROXY_STATE.exec(line) ?? [];
  const said = `termination state ${by}${when}`;
  const product = 'HAProxy';
  if (by === 'P' || /\/<NOSRV> /.test(line)) return { product, said, failure: null };
  if (/[Ss]/.test(by) && /[QC]/.test(when)) return { product, said, failure: null };
  if (by === 's' && when === 'H') return { product, said, failure: 'headers-timeout' };
  return by === 'S' && when === 'H' ? { product, said, failure: 'connection-closed' } : null;
}
