import type { SentRequest } from '../../model/exchange.ts';
import { isHelpPage } from './hosts-in-text.ts';
import { placementOf } from './placement.ts';
import { requestOfUrl } from './request-of-url.ts';

/** A call that a text names, and where. */
export interface NamedCall {
  readonly at: number;
  /**
   * How it is named: by a curl command, with a method, by words that say that it was called
   * (`for url: …`), by a URL of the API itself, by any other URL, by a path alone.
   */
  readonly form: 'command' | 'method' | 'announced' | 'lusha' | 'bare' | 'path';
  readonly request: Partial<SentRequest>;
}

type Found = NamedCall & { readonly end: number };

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const ORIGIN = String.raw`https?://[\w.-]{1,255}(?::\d{1,5})?`;
const URL_IN_TEXT = String.raw`${ORIGIN}[^\s"'\x60<>\\)\]}]{0,2000}`;

const COMMAND = /(?:^|[\n$#>;|&(]) {0,4}curl(?:\.exe)?[ \t](?:[^\n\\]|\\.|\\\n){1,8000}/g;
/** Also as Go writes it: `Post "https://api.lusha.com/v3/contacts/search": context deadline …`. */
const METHOD_AND_URL = new RegExp(String.raw`\b(${METHODS})[ \t"'\\]{1,4}(${URL_IN_TEXT})`, 'gi');
/** urllib3: `https://api.lusha.com:443 "POST /v3/contacts/search HTTP/1.1" 429`. */
const ORIGIN_AND_REQUEST = new RegExp(
  String.raw`(${ORIGIN}) \\?"(${METHODS}) (/[^\s"\\]{0,2000})`,
  'g',
);
const ANNOUNCED = new RegExp(
  String.raw`\b(?:for url:?|url\\{0,2}["']?\s{0,2}[:=]|uri\\{0,2}["']?\s{0,2}[:=]|request to|requesting)\s{0,2}\\{0,2}["']?(${URL_IN_TEXT})`,
  'gi',
);
/** urllib3: `HTTPSConnectionPool(host='api.lusha.com', port=443): … with url: /v3/account/usage`. */
const POOL =
  /\bHTTP(S?)ConnectionPool\(host=["']([\w.-]{1,255})["'][^\n]{0,200}?\bwith url: (\/[^\s"')]{0,2000})/g;
const POOL_PATH = /\bwith url: (\/[^\s"')]{0,2000})/g;
/** nginx: `request: "POST /lusha/v3/contacts/enrich HTTP/1.1", upstream: "https://…"`. */
const REQUEST_FIELD = new RegExp(
  String.raw`\brequest: "(${METHODS}) (/[^\s"]{0,2000}) HTTP/[\d.]{1,3}"`,
  'g',
);
const ANY_URL = new RegExp(URL_IN_TEXT, 'gi');
const FIRST_URL = new RegExp(URL_IN_TEXT, 'i');
const METHOD_AND_PATH = new RegExp(String.raw`(?<![\w-])(${METHODS}) (/[^\s"'<>]{0,2000})`, 'g');
/** Without a method before it only a URL of the API itself; texts also link to help pages. */
const API_URL = /^https?:\/\/(?:api(?:-staging)?|mcp)\.lusha\.com?(?::\d{1,5})?[/?]/i;

/** The calls that a text names, in the order in which they stand; no part of one is another. */
export function callsIn(text: string): readonly NamedCall[] {
  const found = READERS.flatMap(({ form, expression, read }) =>
    [...text.matchAll(expression)].flatMap((match): readonly Found[] => {
      const request = read(match);
      const end = match.index + match[0].length;
      return request === null ? [] : [{ at: match.index, end, form, request }];
    }),
  );
  // A stable sort: of two at one place the reader that stands first wins.
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  let end = 0;
  return inOrder.filter((call) => {
    if (call.at < end) return false;
    end = call.end;
    return true;
  });
}

interface CallReader {
  readonly form: NamedCall['form'];
  readonly expression: RegExp;
  readonly read: (match: RegExpExecArray) => Partial<SentRequest> | null;
}

const READERS: readonly CallReader[] = [
  { form: 'command', expression: COMMAND, read: ([command]) => requestOfCommand(command) },
  {
    form: 'method',
    expression: ORIGIN_AND_REQUEST,
    read: ([, origin = '', method = '', path = '']) => ({
      ...requestOfUrl(`${origin}${path}`),
      method,
    }),
  },
  {
    form: 'method',
    expression: METHOD_AND_URL,
    read: ([, method = '', url = '']) => ({ ...requestOfUrl(url), method: method.toUpperCase() }),
  },
  {
    form: 'announced',
    expression: POOL,
    read: ([, secure = '', host = '', path = '']) =>
      requestOfUrl(`http${secure.toLowerCase()}://${host}${path}`),
  },
  { form: 'announced', expression: ANNOUNCED, read: ([, url = '']) => requestOfUrl(url) },
  {
    form: 'lusha',
    expression: ANY_URL,
    read: ([url]) => (API_URL.test(url) ? requestOfUrl(url) : null),
  },
  {
    form: 'bare',
    expression: ANY_URL,
    read: ([url]) => {
      const request = requestOfUrl(url);
      const host = request.origin === undefined ? '' : new URL(request.origin).hostname;
      return host === '' || isHelpPage(host) ? null : request;
    },
  },
  {
    form: 'announced',
    expression: REQUEST_FIELD,
    read: ([, method = '', path = '']) => ({ ...requestOfUrl(path), method }),
  },
  { form: 'announced', expression: POOL_PATH, read: ([, path = '']) => ({ path }) },
  {
    form: 'path',
    expression: METHOD_AND_PATH,
    read: ([, method = '', path = '']) => ({ ...requestOfUrl(path), method }),
  },
];

function requestOfCommand(command: string): Partial<SentRequest> | null {
  const url = FIRST_URL.exec(command)?.[0];
  if (url === undefined) return null;
  const headers = [
    ...command.matchAll(/(?:-H|--header)[ =]{0,2}["']?([\w-]{1,128}):[ \t]{0,8}([^\n"']{0,4096})/g),
  ].map(([, name = '', value = '']) => ({ name, value }));
  const method = new RegExp(String.raw`(?:-X|--request)[ =]?["']?(${METHODS})\b`).exec(
    command,
  )?.[1];
  const sendsBody = /\s(?:-d|--data(?:-raw|-binary|-urlencode)?|--json)\b/.test(command);
  const placement = placementOf(headers, url);
  // A variable or a file may hold headers that the command does not show; PowerShell has its own.
  const isWhole =
    !/\s-Headers\b|@\{|\s(?:-K|--config)\b|-H[ =]?["']?@|\$\{?\w+\[@\]|\$[A-Z_]*(?:OPTS|ARGS|HEADERS)/.test(
      command,
    );
  return {
    ...requestOfUrl(url),
    method: method ?? (sendsBody ? 'POST' : 'GET'),
    headerNames: headers.map(({ name }) => name),
    ...(placement !== 'none' || isWhole ? { keyPlacement: placement } : {}),
  };
}
