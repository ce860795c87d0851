import { findEndpoint } from '../knowledge/endpoint-lookup.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import { textOf, textsOf, type RawOptions } from './raw-options.ts';

/** A request as the user described it, checked before anything is sent. */
export interface ProbeTarget {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** What the catalogue knows about it. */
  readonly endpoint: Endpoint | null;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Headers this tool sets itself; a second value would send the key where it does not belong. */
const OWN_HEADERS = [
  'api_key',
  'authorization',
  'x-api-key',
  'host',
  'content-length',
  'user-agent',
];

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7E\x80-\xFF]*$/;

/** Reads `METHOD PATH` or `PATH` with `-d`, `-H`, `-q`. */
export function probeTargetOf(words: readonly string[], raw: RawOptions): Result<ProbeTarget> {
  const body = bodyOf(textOf(raw, 'data'));
  if (!body.ok) return body;
  const [first = '', second] = words;
  const named = second === undefined ? { path: first } : { method: first, path: second };
  const method = (named.method ?? (body.value === undefined ? 'GET' : 'POST')).toUpperCase();
  if (!METHODS.includes(method)) return badMethod(first);
  const path = pathOf(named.path, textsOf(raw, 'query'));
  if (!path.ok) return path;
  if (body.value !== undefined && (method === 'GET' || method === 'HEAD')) {
    return wrongUsage(
      'body-with-get',
      `${method} takes no body.`,
      `Leave -d out, or name the method:  lusha-doctor probe POST ${named.path}`,
    );
  }
  const headers = headersOf(textsOf(raw, 'header'));
  if (!headers.ok) return headers;
  const match = findEndpoint(method, path.value);
  return ok({
    method,
    path: path.value,
    headers:
      body.value === undefined
        ? headers.value
        : { 'content-type': 'application/json', ...headers.value },
    body: body.value,
    endpoint: match.kind === 'found' ? match.endpoint : null,
  });
}

function badMethod(word: string): Result<never> {
  if (word.startsWith('/')) {
    return wrongUsage(
      'path-first',
      `"${word}" is a path where the method is due.`,
      `Method first:  lusha-doctor probe GET ${word}`,
    );
  }
  return wrongUsage(
    'unknown-method',
    `"${word}" is no HTTP method.`,
    `Use one of: ${METHODS.join(', ')}.`,
  );
}

function pathOf(text: string, query: readonly string[]): Result<string> {
  if (/^https?:/i.test(text)) {
    const url = URL.parse(text);
    return wrongUsage(
      'absolute-url',
      'Give the path, not the whole URL: the key only ever goes to the base URL.',
      `For example:  lusha-doctor probe GET ${url?.pathname ?? '/v3/account/usage'}   (another host: --base-url)`,
    );
  }
  if (!text.startsWith('/') || text.startsWith('//')) {
    return wrongUsage(
      'path-without-slash',
      `The path "${text}" has to start with one "/".`,
      `Write  /${text.replace(/^\/+/, '')}`,
    );
  }
  if (/[\s\0-\x1F\x7F]/.test(text)) {
    return wrongUsage(
      'bad-path',
      'The path holds blanks or control characters.',
      'Percent-encode them, for example a blank as %20.',
    );
  }
  if (/[?&](api[_-]?key|token|access_token)=/i.test(text)) return keyInQuery();
  const pairs = new URLSearchParams();
  for (const pair of query) {
    const at = pair.indexOf('=');
    if (at < 1)
      return wrongUsage(
        'bad-query',
        `-q takes name=value, not "${pair}".`,
        'For example:  -q page=0',
      );
    if (/^(api[_-]?key|token|access_token)$/i.test(pair.slice(0, at))) return keyInQuery();
    pairs.append(pair.slice(0, at), pair.slice(at + 1));
  }
  const extra = pairs.toString();
  return ok(extra === '' ? text : `${text}${text.includes('?') ? '&' : '?'}${extra}`);
}

function keyInQuery(): Result<never> {
  return wrongUsage(
    'key-in-query',
    'A key in the query ends up in logs, and Lusha does not read it there.',
    'Leave it out: the key is sent in its header.',
  );
}

function headersOf(lines: readonly string[]): Result<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const value = line.slice(at + 1).trim();
    if (at < 1 || !TOKEN.test(name)) {
      return wrongUsage(
        'bad-header',
        '-H takes "name: value".',
        'For example:  -H "accept-language: en"',
      );
    }
    if (OWN_HEADERS.includes(name)) {
      return wrongUsage(
        'own-header',
        `The header ${name} is set by this tool.`,
        'Leave -H out for it. To send the key another way use --auth bearer.',
      );
    }
    if (!FIELD_VALUE.test(value)) {
      return wrongUsage(
        'bad-header',
        `The value of ${name} holds characters that no header can carry.`,
        'Remove line breaks and characters outside latin-1.',
      );
    }
    headers[name] = value;
  }
  return ok(headers);
}

function bodyOf(text: string | undefined): Result<string | undefined> {
  if (text === undefined) return ok(undefined);
  try {
    JSON.parse(text);
    return ok(text);
  } catch {
    return wrongUsage(
      'bad-json',
      '-d is no valid JSON.',
      `Put it in single quotes:  -d '{"contacts":[{"email":"nobody@example.com"}]}'`,
    );
  }
}
