import type { Header, SentRequest } from '../../model/exchange.ts';
import { callsIn, type NamedCall } from './named-call.ts';
import { placementIn, placementOf } from './placement.ts';
import { requestOfUrl } from './request-of-url.ts';

type Request = Partial<SentRequest>;

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const REQUEST_LINE = new RegExp(
  String.raw`^(${METHODS}|CONNECT) (\S{1,2000})(?: HTTP/\d(?:\.\d)?)$`,
);
const HEADER_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}):[ \t]*(.*)$/;

/** A request's first line, as it goes over the wire. */
export interface RequestLine {
  readonly method: string;
  readonly target: string;
}

/** Reads `POST /v3/contacts/search HTTP/1.1`; null for any other line. */
export function requestLineOf(line: string): RequestLine | null {
  const [, method, target] = REQUEST_LINE.exec(line) ?? [];
  return method === undefined || target === undefined ? null : { method, target };
}

/** Reads `Name: value`; null for any other line. */
export function headerLineOf(line: string): Header | null {
  const [, name, value] = HEADER_LINE.exec(line) ?? [];
  return name === undefined || value === undefined ? null : { name, value: value.trimEnd() };
}

/** The request that a head of a request describes. Values of headers are left behind. */
export function requestOfHead(line: RequestLine, headers: readonly Header[]): Request {
  const host = headers.find(({ name }) => name.toLowerCase() === 'host')?.value;
  const origin =
    host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host) ? {} : { origin: `https://${host}` };
  return {
    ...origin,
    ...requestOfUrl(line.target),
    method: line.method,
    headerNames: headers.map(({ name }) => name),
    keyPlacement: placementOf(headers, line.target),
  };
}

const LONGEST_SEARCHED = 131_072;

/**
 * What a text around an answer or an error says about the request: a curl command, a method
 * before a URL, a URL or a path that an error names. Undefined when it says nothing.
 */
export function requestInText(text: string): Request | undefined {
  const calls = callsIn(text.slice(0, LONGEST_SEARCHED));
  // What came back is the outcome of the last command.
  const called =
    calls.findLast(({ form }) => form === 'command') ??
    calls.find(({ form }) => form === 'method') ??
    calls.find(({ form }) => form === 'announced') ??
    calls.find(({ form }) => form === 'lusha');
  return withPlacement(called, text);
}

/** How far from a status its request is looked for, in UTF-16 units. */
const FAR_ABOVE = 16_384;
const FAR_BEHIND = 2048;

/**
 * The request that a status at the offset `at` answers: the nearest call before it on its line, else
 * the nearest behind it on its line, else the nearest on the lines above. A URL without a method
 * or a word that announces it, and a path alone, count on the status's own line only: elsewhere they
 * are as likely a link, or a route of the program itself. Undefined when there
 * is none.
 */
export function requestNear(text: string, at: number): Request | undefined {
  const from = Math.max(0, at - FAR_ABOVE);
  const part = text.slice(from, at + FAR_BEHIND);
  const place = at - from;
  const start = part.lastIndexOf('\n', place - 1) + 1;
  const stop = part.indexOf('\n', place);
  const end = stop === -1 ? part.length : stop;
  const calls = callsIn(part);
  const called =
    calls.findLast((call) => call.at >= start && call.at < place) ??
    calls.find((call) => call.at >= place && call.at < end) ??
    calls.findLast(({ form, at: where }) => where < start && form !== 'bare' && form !== 'path');
  return withPlacement(called, part.slice(called?.at ?? start, end));
}

function withPlacement(called: NamedCall | undefined, text: string): Request | undefined {
  const placement = placementIn(text);
  const request: Request = {
    ...(called === undefined ? {} : called.request),
    ...(placement === null ? {} : { keyPlacement: placement }),
  };
  return Object.keys(request).length === 0 ? undefined : request;
}
