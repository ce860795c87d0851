import type { ServerResponse } from 'node:http';
import { ENCODINGS } from './encodings.ts';

/** What a server does with the key and the contact data that it is given. */
export interface Behaviour {
  readonly name: string;
  answer(key: string, response: ServerResponse): void;
}

/** Somebody whose data a server says. */
const PERSON = 'ada.lovelace@corp.test, +1 415 555 0134, linkedin.com/in/ada-lovelace';
/** What must be nowhere of it. */
export const TRACES = /lovelace|corp\.test|555.?0134/i;

const STATUSES = [
  200, 201, 204, 301, 302, 400, 401, 402, 403, 404, 409, 412, 418, 422, 429, 451, 500, 502, 503,
  504, 520, 599,
];

type Put = (text: string, status: number, response: ServerResponse) => void;

const PLACES: Readonly<Record<string, Put>> = {
  message: (text, status, response) =>
    json(response, status, { statusCode: status, message: `Invalid key ${text}`, error: 'x' }),
  'error word': (text, status, response) =>
    json(response, status, { statusCode: status, error: text }),
  errors: (text, status, response) =>
    json(response, status, { message: 'bad', code: status, errors: [text, { a: text }] }),
  'name of a member': (text, status, response) =>
    json(response, status, { [text]: text, nested: { [text]: [text] } }),
  'item error': (text, _status, response) =>
    json(response, 200, { results: [{ error: { code: text, message: text } }] }),
  'request id': (text, status, response) =>
    json(response, status, { requestId: text, message: 'x' }),
  usage: (text, _status, response) =>
    json(response, 200, {
      credits: { total: 9, used: 1, remaining: 8 },
      plan: { category: text.slice(0, 79), renewalType: text.slice(0, 79) },
      rateLimits: { daily: { limit: 5, used: 1, remaining: 4, resetsAt: text } },
    }),
  page: (text, status, response) => {
    response.writeHead(status, { 'content-type': 'text/html', server: 'cloudflare' });
    response.end(`<html><title>${text}</title><body>Ray ID: ${text} Request ID: ${text}</html>`);
  },
  text: (text, status, response) => {
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(`no such key: ${text}`);
  },
  headers: (text, status, response) => {
    const value = headerValue(text);
    response.writeHead(status, {
      server: value,
      via: value,
      'x-request-id': value,
      'www-authenticate': `Bearer error="${value.replaceAll('"', '')}"`,
      'retry-after': value,
      sunset: value,
      deprecation: value,
      link: `<https://x.test/${value}>; rel="successor-version"`,
      'x-rate-limit-daily': value,
      'set-cookie': `a=${value}`,
    });
    response.end('{}');
  },
  redirect: (text, status, response) => {
    const target = encodeURI(headerValue(text));
    const code = status >= 300 && status < 400 ? status : 302;
    response.writeHead(code, { location: `https://127.0.0.1:1/${target}?k=${target}` }).end();
  },
  'reason phrase': (text, status, response) => {
    response.writeHead(status, headerValue(text), { 'content-type': 'application/json' });
    response.end('{"message":"x"}');
  },
  'half an answer': (text, status, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': 9999 });
    response.write(`{"message":"${text}`);
    setTimeout(() => response.destroy(), 5);
  },
};

/** Two hundred behaviours, always the same. */
export function behaviours(): readonly Behaviour[] {
  const places = Object.entries(PLACES);
  const encodings = Object.entries(ENCODINGS);
  return Array.from({ length: 200 }, (_, index) => {
    // 13 places, 24 encodings, 22 statuses: each step by a number prime to the others.
    const [place, put] = pick(places, index);
    const [encoding, encode] = pick(encodings, index * 7);
    const status = pick(STATUSES, index * 5);
    return {
      name: `${status}, ${encoding} in the ${place}`,
      answer: (key, response) => {
        const bare = key.replaceAll('-', '');
        put(`${encode(key)} and ${encode(bare)} of ${PERSON}`, status, response);
      },
    };
  });
}

/** The entry at an index that starts anew at the end. Throws when there is none. */
export function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}

function headerValue(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/g, ' ').slice(0, 4000);
}
