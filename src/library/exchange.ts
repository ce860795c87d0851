import { readPasted } from '../reading/from-text.ts';
import { factsOf } from '../evidence/facts.ts';
import { bodyOfText } from '../reading/matches/body-text.ts';
import { maskCredentials } from '../redact/credentials.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Facts } from '../model/fact.ts';
import { bodyTextOf } from './body.ts';
import { headersIn } from './headers.ts';
import { isIterable, member, numberMember, textMember } from './reading.ts';
import { requestOf, type RequestHint } from './request.ts';

/** What else is known about the thing to be diagnosed. */
export interface Context {
  readonly body?: string | undefined;
  readonly request?: RequestHint | undefined;
  readonly now?: number | undefined;
}

/** Causes of causes are followed so far. */
const DEEPEST = 5;

/** The facts of a response or an error of any HTTP client; empty when it tells nothing. */
export async function factsOfThing(thing: unknown, context: Context): Promise<Facts> {
  const { now } = context;
  const settings = now === undefined ? {} : { now };
  const response = responseIn(thing);
  if (response !== null) {
    const body = context.body ?? (await bodyTextOf(response));
    const facts = factsOf(exchangeOf(response, thing, context, body ?? ''), settings);
    return body === null ? withoutBody(facts) : facts;
  }
  return factsOfText(textOfError(thing), now);
}

/** The facts of a message, a status or any other text that `explain-error` understands. */
export function factsOfText(text: string, now?: number): Facts {
  const [entry] = readPasted(text).entries;
  if (entry === undefined) return {};
  return factsOf(entry.exchange, { extra: entry.facts, ...(now === undefined ? {} : { now }) });
}

/** An error carries its response in `response`, or is one itself; undici and got say `statusCode`. */
function responseIn(thing: unknown): unknown {
  for (const candidate of [member(thing, 'response'), thing]) {
    if (statusOf(candidate) !== undefined) return candidate;
  }
  return null;
}

function statusOf(thing: unknown): number | undefined {
  const status = numberMember(thing, 'statusCode') ?? numberMember(thing, 'status');
  return status !== undefined && Number.isInteger(status) && status >= 100 && status <= 599
    ? status
    : undefined;
}

/** A body that nobody kept is not empty: nothing may be concluded from its absence. */
function withoutBody(facts: Facts): Facts {
  const { bodyKind: _empty, answeredBy, ...others } = facts;
  const known = answeredBy !== undefined && answeredBy.value !== 'other';
  return known ? { ...others, answeredBy } : others;
}

function exchangeOf(response: unknown, thing: unknown, context: Context, body: string): Exchange {
  const request = requestOf(response, context.request ?? hintIn(thing, response));
  const raw = member(response, 'rawHeaders');
  const headers = headersIn(Array.isArray(raw) ? raw : member(response, 'headers'));
  return {
    door: 'pasted',
    ...(request === undefined ? {} : { request }),
    response: {
      status: statusOf(response) ?? 0,
      statusText: textMember(response, 'statusText') ?? textMember(response, 'statusMessage') ?? '',
      headers,
      body: bodyOfText(maskCredentials(body)),
    },
    phases: [],
  };
}

/** The error around a response often knows the request: axios in `config`, ky in `request`. */
function hintIn(thing: unknown, response: unknown): RequestHint | undefined {
  if (thing === response) return undefined;
  const place = member(thing, 'config') ?? member(thing, 'request');
  const url = textMember(place, 'url');
  const base = textMember(place, 'baseURL');
  const method = textMember(place, 'method');
  if (url === undefined && method === undefined) return undefined;
  const whole = url === undefined ? null : URL.parse(url, base ?? 'https://api.lusha.com');
  return {
    ...(method === undefined ? {} : { method }),
    ...(whole === null ? {} : { url: whole }),
    headers: member(place, 'headers'),
  };
}

/** An error the way Node prints it: name, message, code, then the causes and parts. */
function textOfError(thing: unknown, depth = 0): string {
  if (typeof thing === 'string' || typeof thing === 'number') return `${thing}`;
  if (depth > DEEPEST) return '';
  const name = textMember(thing, 'name') ?? 'Error';
  const message = textMember(thing, 'message') ?? '';
  const code = textMember(thing, 'code');
  const parts = member(thing, 'errors');
  const inner = [member(thing, 'cause'), ...(isIterable(parts) ? [...parts] : [])];
  return [
    message === '' && code === undefined ? '' : `${name}: ${message}`,
    code === undefined ? '' : `  code: '${code}'`,
    ...inner.map((part) => textOfError(part, depth + 1)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
