import type { Exchange, ProxyHop, TlsSession } from '../../model/exchange.ts';

/** What curl's own lines (`* …`) tell about the way of a request. */
export type CurlNotes = Pick<Exchange, 'peer' | 'tls' | 'proxy'>;

const LONGEST_NAME = 500;
const CONNECTED =
  /^(?:Connected to|Established connection to) \S{1,255} \(([\da-fA-F.:]{2,45})\)? ?port (\d{1,5})/;
const PROXY = /^Uses proxy env variable (\w{1,40}) == '([^']{1,500})'/;
const TUNNEL =
  /^(?:Establish HTTP proxy tunnel|CONNECT tunnel|Proxy replied|allocate connect buffer)/i;
const TLS = /^SSL connection using ([\w.]{1,20}) \/ ([\w-]{1,60})/;
const REFUSED = /^SSL certificate problem: (.{1,200})/;

/** Reads curl's notes; names that are not in them stay away. */
export function readCurlNotes(notes: readonly string[]): CurlNotes {
  const proxy = proxyIn(notes);
  const isTunnelled = proxy !== undefined || notes.some((note) => TUNNEL.test(note));
  const peer = isTunnelled ? undefined : peerIn(notes);
  const tls = tlsIn(notes);
  return {
    ...(peer === undefined ? {} : { peer }),
    ...(tls === undefined ? {} : { tls }),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

function peerIn(notes: readonly string[]): Exchange['peer'] {
  const [, address, port] = firstMatch(notes, CONNECTED) ?? [];
  if (address === undefined || port === undefined) return undefined;
  return { address, family: address.includes(':') ? 6 : 4, port: Number(port) };
}

function proxyIn(notes: readonly string[]): ProxyHop | undefined {
  const [, source, url] = firstMatch(notes, PROXY) ?? [];
  return source === undefined || url === undefined ? undefined : { url, source };
}

function tlsIn(notes: readonly string[]): TlsSession | undefined {
  const [, version = '', cipher = ''] = firstMatch(notes, TLS) ?? [];
  const refusal = firstMatch(notes, REFUSED)?.[1];
  const subject = valueOf(notes, 'subject');
  const issuer = valueOf(notes, 'issuer');
  const validFrom = Date.parse(valueOf(notes, 'start date') ?? '');
  const validTo = Date.parse(valueOf(notes, 'expire date') ?? '');
  const altNames = valueOf(notes, 'subjectAltName') ?? '';
  const isDated = !Number.isNaN(validFrom) && !Number.isNaN(validTo);
  const chain =
    subject !== undefined && issuer !== undefined && isDated
      ? [{ subject, issuer, validFrom, validTo, altNames }]
      : [];
  if (version === '' && refusal === undefined && chain.length === 0) return undefined;
  return { version, cipher, chain, ...(refusal === undefined ? {} : { refusal }) };
}

function valueOf(notes: readonly string[], name: string): string | undefined {
  const note = notes.find((text) => text.startsWith(`${name}:`));
  return note
    ?.slice(name.length + 1)
    .trim()
    .slice(0, LONGEST_NAME);
}

function firstMatch(notes: readonly string[], expression: RegExp): RegExpExecArray | undefined {
  for (const note of notes) {
    const match = expression.exec(note);
    if (match !== null) return match;
  }
  return undefined;
}
