import { validateHeaderValue } from 'node:http';
import type { ClientBehaviour } from '../model/report.ts';
import { isWellFormedKey } from './shape.ts';

/** What becomes of a header value in a client. `bytes` is one character for each byte sent. */
type Fate =
  | { readonly kind: 'sent'; readonly bytes: string; readonly as?: string }
  | { readonly kind: 'refused'; readonly how: string }
  | { readonly kind: 'broken'; readonly how: string };

interface Client {
  readonly name: string;
  readonly basis: ClientBehaviour['basis'];
  readonly fate: (value: string) => Fate;
}

/**
 * Node's clients are asked themselves, or by the rule they apply. The others follow what was
 * measured on loopback with curl 7.88.1, requests 2.34.2 and httpx 0.28.1 (measured/dirty-keys).
 */
const CLIENTS: readonly Client[] = [
  { name: 'fetch', basis: 'computed', fate: inFetch },
  { name: 'http, axios, got', basis: 'computed', fate: inNodeHttp },
  { name: 'undici.request', basis: 'computed', fate: inUndici },
  { name: 'curl', basis: 'measured', fate: inCurl },
  { name: 'Python requests', basis: 'measured', fate: inRequests },
  { name: 'Python httpx', basis: 'measured', fate: inHttpx },
];

/** What each common client does with this text as the value of `api_key`. Opens no socket. */
export function clientBehaviours(text: string): readonly ClientBehaviour[] {
  return CLIENTS.map(({ name, basis, fate }) => ({
    client: name,
    basis,
    ...told(fate(text), text),
  }));
}

function told(fate: Fate, text: string): Pick<ClientBehaviour, 'does' | 'detail' | 'works'> {
  if (fate.kind === 'refused') return { does: 'refuses', detail: fate.how, works: false };
  if (fate.kind === 'broken') return { does: 'breaks', detail: fate.how, works: false };
  // Blanks around a value are no part of it for whoever reads the header (RFC 9110, 5.5).
  const arrived = fate.bytes.replaceAll(/^[ \t]+|[ \t]+$/g, '');
  const detail = fate.as ?? '';
  const does = arrived === text || detail !== '' ? 'sends' : 'trims';
  return { does, detail, works: isWellFormedKey(arrived) };
}

/** The rule of undici, which is also behind fetch (lib/core/util.js, isValidHeaderValue). */
const UNDICI_REFUSES = /[^\t\x20-\x7e\x80-\xff]/;

/** The global fetch: its Headers trim blanks and line breaks and refuse what is no byte. */
function inFetch(value: string): Fate {
  try {
    const kept = new Headers([['api_key', value]]).get('api_key') ?? '';
    return UNDICI_REFUSES.test(kept) ? { kind: 'refused', how: 'TypeError' } : asLatin1(kept);
  } catch (error) {
    return { kind: 'refused', how: error instanceof Error ? error.name : 'an exception' };
  }
}

/** node:http, and with it axios and got. */
function inNodeHttp(value: string): Fate {
  try {
    validateHeaderValue('api_key', value);
    return asLatin1(value);
  } catch (error) {
    return { kind: 'refused', how: codeOf(error) };
  }
}

function inUndici(value: string): Fate {
  return UNDICI_REFUSES.test(value)
    ? { kind: 'refused', how: 'UND_ERR_INVALID_ARG' }
    : asLatin1(value);
}

/** curl passes on nearly everything; one CR LF at the end looks to it like its own. */
function inCurl(value: string): Fate {
  if (value.includes('\0')) return { kind: 'refused', how: 'no argument can hold NUL' };
  const line = value.replace(/\r\n$/, '');
  if (/[\r\n]/.test(line)) {
    return { kind: 'broken', how: 'a broken request; servers answer 400, and curl exits 0' };
  }
  return asUtf8(line);
}

function inRequests(value: string): Fate {
  // To Python a byte order mark is no white space.
  if (/^(?!\uFEFF)\s|[\r\n]/.test(value)) return { kind: 'refused', how: 'InvalidHeader' };
  return /[^\0-\xff]/.test(value)
    ? { kind: 'refused', how: 'UnicodeEncodeError' }
    : asLatin1(value);
}

function inHttpx(value: string): Fate {
  if (/[^\0-\x7f]/.test(value)) return { kind: 'refused', how: 'UnicodeEncodeError' };
  return /^[ \t]|[ \t]$|[\r\n\0]/.test(value)
    ? { kind: 'refused', how: 'LocalProtocolError' }
    : asLatin1(value);
}

function asLatin1(value: string): Fate {
  const high = /[\x80-\xff]/.exec(value);
  const as = high === null ? {} : { as: `with the byte ${hex(high[0].charCodeAt(0))}` };
  return { kind: 'sent', bytes: value, ...as };
}

function asUtf8(value: string): Fate {
  if (/^[\0-\x7f]*$/.test(value)) return { kind: 'sent', bytes: value };
  return { kind: 'sent', bytes: Buffer.from(value, 'utf8').toString('latin1'), as: 'in UTF-8' };
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'an exception';
}
