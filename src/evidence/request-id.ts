import type { Exchange, Header } from '../model/exchange.ts';
import { listOf, objectOf, textOf } from '../model/json.ts';
import { readAnswer } from './body/answer.ts';
import { maskContacts } from '../redact/contacts.ts';
import { oneLine } from './one-line.ts';

/** An id that support can find a request by, and where it stood. */
export interface RequestId {
  readonly id: string;
  readonly seenIn: string;
}

/**
 * No header is documented for it; these are the usual names, the most specific first. The
 * networks in front come last: their operators ask for their own.
 */
const HEADER_NAMES = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'x-kong-request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-amz-apigw-id',
  'x-ms-request-id',
  'x-trace-id',
  'x-b3-traceid',
  'x-datadog-trace-id',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  'traceparent',
  'cf-ray',
  'x-amz-cf-id',
  'x-azure-ref',
  'akamai-grn',
  'x-akamai-request-id',
  'x-fastly-request-id',
  'x-iinfo',
  'x-vercel-id',
];

/** Of names nobody listed, those that say what they are. */
const NAMED_AS_ID = /(?:^|[-_])(?:request|correlation|trace|transaction|incident|support)-?_?id$/i;

/** Members of a body that carry one, without underscores and hyphens, in lower case. */
const MEMBERS = [
  'requestid',
  'correlationid',
  'traceid',
  'transactionid',
  'incidentid',
  'supportid',
  'referenceid',
  'rayid',
];

/** Objects of a body in which services put it, beside the body itself. */
const INNER = ['error', 'meta', 'metadata', 'context', 'details'];

/** How pages of CDNs and firewalls name it. Linear: the text is hostile. */
const ON_A_PAGE: readonly RegExp[] = [
  /\bRay ID:(?:\s|<[^<>]{0,80}>|&nbsp;){0,4}([0-9a-f]{12,20})\b/i,
  /\bRequest ID:(?:\s|<[^<>]{0,80}>|&nbsp;){0,4}([\w+/=-]{8,128})/i,
  /\bReference(?:\s|&#32;){1,2}(?:#|&#35;)((?:[\w]|\.|&#46;){6,128})/i,
  /\b(?:Incident|Support|Event|Transaction) ID(?: is)?:?(?:\s|<[^<>]{0,80}>|&nbsp;){0,4}([\d-]{8,64})\b/i,
];

const LONGEST_ID = 128;

/** A server that sends more than these does not mean to help. */
const MOST_IDS = 5;

/**
 * Every id by which a request can be found, from its answer: the body's own come first, then the
 * headers, then what a page says. `page` is empty where the body is none.
 */
export function requestIdsOf(
  json: unknown,
  headers: readonly Header[],
  page = '',
): readonly RequestId[] {
  const found = new Map<string, string>();
  for (const [seenIn, value] of [...inBody(json), ...inHeaders(headers), ...onPage(page)]) {
    const id = oneLine(value, LONGEST_ID);
    if (id !== '' && !isContact(id) && !found.has(id)) found.set(id, seenIn);
    if (found.size === MOST_IDS) break;
  }
  return [...found].map(([id, seenIn]) => ({ id, seenIn }));
}

/** An address or a number of somebody is no id, whatever its header says; a bare number can be one. */
function isContact(id: string): boolean {
  return /[@%+/ ]/.test(id) && maskContacts(id) !== id;
}

/** The ids in whatever answer an exchange came to: the server's, or that of a proxy to CONNECT. */
export function requestIdsIn({ response, proxy }: Exchange): readonly RequestId[] {
  const answer = response ?? proxy?.connect;
  if (answer === undefined) return [];
  const { content, headers } = readAnswer(answer);
  return requestIdsOf(content.json, headers, content.kind === 'html' ? content.text : '');
}

type Place = readonly [seenIn: string, value: string];

function inBody(json: unknown): readonly Place[] {
  const body = objectOf(json) ?? objectOf(listOf(json)?.[0]);
  if (body === null) return [];
  const inner = INNER.map((name) => [`${name}.`, objectOf(body[name])] as const);
  return [['', body] as const, ...inner].flatMap(([path, object]) =>
    Object.entries(object ?? {}).flatMap(([name, value]) => {
      const text = textOf(value);
      const isId = MEMBERS.includes(name.replaceAll(/[_-]/g, '').toLowerCase());
      return isId && text !== null ? [[`response body ${path}${name}`, text] as const] : [];
    }),
  );
}

function inHeaders(headers: readonly Header[]): readonly Place[] {
  const places = headers.map(({ name, value }) => [name.toLowerCase(), value] as const);
  const known = HEADER_NAMES.flatMap((wanted) => places.filter(([name]) => name === wanted));
  const named = places.filter(([name]) => !HEADER_NAMES.includes(name) && NAMED_AS_ID.test(name));
  return [...known, ...named].map(
    ([name, value]) => [`response header ${oneLine(name, LONGEST_ID)}`, value] as const,
  );
}

function onPage(page: string): readonly Place[] {
  return ON_A_PAGE.flatMap((form) => {
    const id = form.exec(page)?.[1]?.replaceAll('&#46;', '.');
    return id === undefined ? [] : [['the page', id] as const];
  });
}
