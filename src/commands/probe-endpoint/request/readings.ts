import { findEndpoint, type EndpointMatch } from '../../../knowledge/look-up/endpoint-lookup.ts';
import type { Endpoint } from '../../../model/endpoint.ts';

/** Layers of percent signs that routers and the proxies before them undo. */
const MOST_LAYERS = 3;

/**
 * What a server may come to read in a path: resolved as a URL, percent signs undone once or more,
 * cut at what some routers end a path or a segment with (a semicolon, a blank, a NUL, a dot, an
 * encoded question mark). The first reading is the most literal one.
 */
export function readingsOf(path: string): readonly string[] {
  const url = URL.parse(path, 'https://api.lusha.com');
  const { pathname, search } = url ?? { pathname: path.split('?', 1)[0] ?? path, search: '' };
  const readings: string[] = [];
  for (let layer = 0, text = pathname; layer <= MOST_LAYERS; layer += 1) {
    const slashes = text.normalize('NFKC').replaceAll(/%(?:2f|5c)|\\/gi, '/');
    for (const one of [slashes, ...undotted(slashes)]) {
      readings.push(
        one.replaceAll(/;[^/]*/g, ''),
        one.replace(/[?#\0].*$/s, ''),
        one.replaceAll(/[^\w{}@:/-][^/]*/g, ''),
      );
    }
    text = decoded(text);
  }
  return [...new Set(readings)].map((reading) => `${reading}${search}`);
}

/**
 * The endpoint of a call. Where one of its readings could be charged or must never be sent, that
 * one counts: no spelling, and nothing behind it, makes a call harmless.
 */
export function endpointOf(method: string, path: string): EndpointMatch {
  const readings = readingsOf(path);
  const literal = findEndpoint(method, readings[0] ?? path);
  if (literal.kind === 'found' && isRisky(literal.endpoint)) return literal;
  // Servers answer HEAD with what they have for GET.
  const methods = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
  for (const reading of readings.flatMap(beginningsOf)) {
    for (const one of methods) {
      const match = findEndpoint(one, reading);
      if (match.kind === 'found' && isRisky(match.endpoint)) {
        return one === method ? match : { kind: 'other-method', otherMethods: [match.endpoint] };
      }
    }
  }
  return literal;
}

function isRisky({ cost, never }: Endpoint): boolean {
  return cost.kind !== 'free' || never !== undefined;
}

/** The path and, where nothing is known of it, what it begins with: routers may ignore the rest. */
function beginningsOf(reading: string): readonly string[] {
  const isKnown = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some(
    (method) => findEndpoint(method, reading).kind !== 'unlisted',
  );
  if (isKnown) return [reading];
  const segments = (reading.split('?', 1)[0] ?? '').split('/');
  return segments.map((_segment, at) => segments.slice(0, segments.length - at).join('/'));
}

/** The path with `.` and `..` resolved, before and after parameters and the like are cut off. */
function undotted(path: string): readonly string[] {
  const cut = path.replaceAll(/(?<=[^/.])[^\w{}@:/.-][^/]*|(?<=\/\.{1,2})[^\w/.][^/]*/g, '');
  return [path, cut].map((one) => URL.parse(one, 'https://api.lusha.com')?.pathname ?? one);
}

function decoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('latin1');
    }
  });
}
