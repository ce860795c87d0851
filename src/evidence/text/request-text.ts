import type { Header, SentRequest } from '../../model/exchange.ts';
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

/**
 * What a text around an answer or an error says about the request: a curl command, a method
 * before a URL, a URL or a path that an error names. Undefined when it says nothing.
 */
export function requestInText(text: string): Request | undefined {
  const placement = placementIn(text);
  const request: Request = {
    ...(curlCommandIn(text) ?? urlIn(text)),
    ...(placement === null ? {} : { keyPlacement: placement }),
  };
  return Object.keys(request).length === 0 ? undefined : request;
}

const CURL_COMMAND = /(?:^|[\n$#>;|&(]) {0,4}curl(?:\.exe)?[ \t](?:[^\n\\]|\\.|\\\n){1,8000}/;
/** Without a method before it only a URL of the API itself; texts also link to help pages. */
const API_URL =
  /https?:\/\/(?:api(?:-staging)?|mcp)\.lusha\.com?(?::\d{1,5})?[/?][^\s"'`<>\\)\]}]{0,2000}/i;
const URL_IN_TEXT = /https?:\/\/[\w.-]{1,255}(?::\d{1,5})?[^\s"'`<>\\)\]}]{0,2000}/i;

function curlCommandIn(text: string): Request | null {
  const command = CURL_COMMAND.exec(text)?.[0];
  const url = command === undefined ? undefined : URL_IN_TEXT.exec(command)?.[0];
  if (command === undefined || url === undefined) return null;
  const headers = [
    ...command.matchAll(/(?:-H|--header)[ =]{0,2}["']?([\w-]{1,128}):[ \t]{0,8}([^\n"']{0,4096})/g),
  ].map(([, name = '', value = '']) => ({ name, value }));
  const method = new RegExp(String.raw`(?:-X|--request)[ =]?["']?(${METHODS})\b`).exec(
    command,
  )?.[1];
  const sendsBody = /\s(?:-d|--data(?:-raw|-binary|-urlencode)?|--json)\b/.test(command);
  const placement = placementOf(headers, url);
  // A variable or a file may hold headers that the command does not show.
  const isWhole =
    !/\s(?:-K|--config)\b|-H[ =]?["']?@|\$\{?\w+\[@\]|\$[A-Z_]*(?:OPTS|ARGS|HEADERS)/.test(command);
  return {
    ...requestOfUrl(url),
    method: method ?? (sendsBody ? 'POST' : 'GET'),
    headerNames: headers.map(({ name }) => name),
    ...(placement !== 'none' || isWhole ? { keyPlacement: placement } : {}),
  };
}

function urlIn(text: string): Request | null {
  const withMethod = new RegExp(
    String.raw`\b(${METHODS})[ \t"']{1,3}(${URL_IN_TEXT.source})`,
    'i',
  ).exec(text);
  const url = withMethod?.[2] ?? API_URL.exec(text)?.[0];
  const method = withMethod?.[1]?.toUpperCase();
  if (url !== undefined) {
    return { ...requestOfUrl(url), ...(method === undefined ? {} : { method }) };
  }
  // urllib3: HTTPSConnectionPool(host='api.lusha.com', port=443): … with url: /v3/account/usage
  const path = /\bwith url: (\/[^\s"')]{0,2000})/.exec(text)?.[1];
  return path === undefined ? null : { path };
}
