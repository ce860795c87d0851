import { shellWord } from '../../../model/shell-word.ts';
import { endpointById, nearestEndpoints } from '../../../knowledge/look-up/endpoint-lookup.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import { ok, wrongUsage, type Failed, type Result } from '../../../model/problem.ts';
import { pathOf } from './path.ts';
import { endpointOf, readingsOf } from './readings.ts';

/** What the user named: a call, and what the catalogue knows about it. */
export interface Address {
  readonly method: string;
  /** With its query, as it was given; a template where an id was given. */
  readonly path: string;
  readonly endpoint: Endpoint | null;
  /** True when the path says nothing beyond which endpoint is meant. */
  readonly isGeneral: boolean;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Reads `PATH`, `METHOD PATH` or `ID`. `hasBody` decides where a bare path has several methods. */
export function addressOf(
  words: readonly string[],
  query: readonly string[],
  hasBody: boolean,
): Result<Address> {
  const [first = '', second, ...more] = words;
  if (more.length > 0) {
    return wrongUsage(
      'too-many-words',
      `"${more.join(' ')}" is one word too many.`,
      'Name one endpoint:  lusha-doctor probe POST /v3/contacts/search',
    );
  }
  const target = second ?? first;
  const method = second === undefined ? undefined : first.toUpperCase();
  if (method !== undefined && !METHODS.includes(method)) return badMethod(first);
  if (isId(target)) return byId(target, method, query);
  const path = pathOf(target, query);
  return path.ok ? byPath(path.value, method, hasBody) : path;
}

/** Ids have dots and no slash; `v3/account/usage` is a path without its first one. */
function isId(text: string): boolean {
  return /^[a-z][a-z\d_-]*(?:\.[a-z\d_-]+)*$/i.test(text);
}

function byId(id: string, method: string | undefined, query: readonly string[]): Result<Address> {
  const endpoint = endpointById(id.toLowerCase());
  if (endpoint === undefined) {
    const near = nearestEndpoints(id, 3).map((one) => one.id);
    return wrongUsage(
      'unknown-endpoint',
      `There is no endpoint "${id}".`,
      `${near.length > 0 ? `Nearest: ${near.join(', ')}. ` : ''}All of them:  lusha-doctor probe --list`,
    );
  }
  if (method !== undefined && method !== endpoint.method) return wrongMethod(method, [endpoint]);
  const path = pathOf(endpoint.path, query);
  if (!path.ok) return path;
  return ok({
    method: endpoint.method,
    path: path.value,
    endpoint,
    isGeneral: query.length === 0,
  });
}

function byPath(path: string, named: string | undefined, hasBody: boolean): Result<Address> {
  const match = endpointOf(named ?? (hasBody ? 'POST' : 'GET'), path);
  if (match.kind === 'other-method' && named !== undefined) {
    return wrongMethod(named, match.otherMethods);
  }
  if (match.kind === 'unlisted') return unlisted(path, named ?? (hasBody ? 'POST' : 'GET'));
  const endpoint = match.kind === 'found' ? match.endpoint : match.otherMethods[0];
  return ok({
    method: endpoint.method,
    path,
    endpoint,
    isGeneral: isGeneral(endpoint, readingsOf(path)[0] ?? path),
  });
}

/** A path of the reference, braces and all, names the endpoint and nothing in it. */
function isGeneral({ path }: Endpoint, canonical: string): boolean {
  if (canonical.includes('?')) return false;
  const plain = path.replaceAll(/[{}]/g, '').toLowerCase();
  const given = canonical.replaceAll(/%7[bd]|[{}]/gi, '').toLowerCase();
  return plain.replace(/\/$/, '') === given.replace(/\/$/, '');
}

/** Reading is harmless, and that there is nothing is the finding; anything else might be charged. */
function unlisted(path: string, method: string): Result<Address> {
  if (READING.includes(method)) return ok({ method, path, endpoint: null, isGeneral: false });
  const near = nearestEndpoints(path, 3).map((one) => `${one.method} ${one.path}`);
  if (near.length === 0) return ok({ method, path, endpoint: null, isGeneral: false });
  return wrongUsage(
    'unknown-endpoint',
    `${method} ${path} is not in the catalogue, so nobody knows what it costs. Nothing was sent.`,
    `Nearest: ${near.join(', ')}.   All of them:  lusha-doctor probe --list`,
  );
}

function badMethod(word: string): Failed {
  if (word.startsWith('/')) {
    return wrongUsage(
      'path-first',
      `"${word}" is a path where the method is due.`,
      `Method first:  lusha-doctor probe GET ${shellWord(word)}`,
    );
  }
  return wrongUsage(
    'unknown-method',
    `"${word}" is no HTTP method.`,
    `Use one of: ${METHODS.join(', ')}.`,
  );
}

function wrongMethod(method: string, listed: readonly Endpoint[]): Failed {
  const right = [...new Set(listed.map((endpoint) => endpoint.method))];
  const [first] = listed;
  return wrongUsage(
    'wrong-method',
    `${method} is the wrong method for ${first?.path ?? 'this path'}: it takes ${right.join(' or ')}. Nothing was sent.`,
    `For example:  lusha-doctor probe ${right[0] ?? 'GET'} ${first?.path ?? ''}`,
  );
}
