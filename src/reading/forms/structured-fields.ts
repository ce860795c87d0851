import {
  listOf,
  objectOf,
  objectsIn,
  parseJson,
  textOf,
  type JsonObject,
} from '../../model/json.ts';
import { contractOf } from '../../evidence/body/contract.ts';
import { textOfBuffer } from '../matches/buffer-text.ts';

/** What a program's structured record says about one call. */
export interface StructuredCall {
  readonly status: number | null;
  readonly method: string | null;
  /** A URL, or a path. */
  readonly target: string | null;
  readonly host: string | null;
  readonly headers: JsonObject | null;
  readonly requestHeaders: JsonObject | null;
  /** Body of the answer: an object, or text. */
  readonly body: JsonObject | string | null;
  /** Error texts and codes, in the order they stand. */
  readonly words: readonly string[];
  /** Those of them that say what went wrong. */
  readonly said: readonly string[];
  /** True when the status stands below the record's own members: the record wraps an answer. */
  readonly isWrapped: boolean;
}

const STATUS_KEYS: ReadonlySet<string> = new Set([
  'status',
  'statuscode',
  'status_code',
  'httpcode',
  'http_code',
  'httpstatus',
  'http_status',
  'httpstatuscode',
  'responsestatus',
  'response_status',
  'response_code',
  'responsecode',
  'http.status_code',
  'http.response.status_code',
  'code',
  'upstream_status',
  'downstreamstatus',
  'edgeresponsestatus',
  'sc-status',
]);
const TARGET_KEYS: ReadonlySet<string> = new Set([
  'url',
  'uri',
  'requesturl',
  'request_url',
  'url_effective',
  'http.url',
  'url.full',
  'path',
  'request_uri',
  'endpoint',
  'href',
  'clientrequesturi',
  'clientrequestpath',
  'requestpath',
]);
const HOST_KEYS: ReadonlySet<string> = new Set([
  'host',
  'hostname',
  'http.host',
  'server.address',
  'upstream_host',
  'authority',
  'clientrequesthost',
  'url.domain',
]);
/** Clients keep the origin apart from the path; it is surer than any other host. */
const BASE_KEYS: ReadonlySet<string> = new Set(['baseurl', 'base_url', 'prefixurl', 'prefix_url']);
/** The name of the machine that a log service adds. */
const MACHINE = /^ip-\d{1,3}(?:-\d{1,3}){3}\b|\.(?:internal|local|compute\.amazonaws\.com)$/i;

const METHOD_KEYS: ReadonlySet<string> = new Set([
  'method',
  'request_method',
  'http_method',
  'http.method',
  'http.request.method',
  'httpmethod',
  'clientrequestmethod',
  'requestmethod',
]);
const BODY_KEYS: ReadonlySet<string> = new Set([
  'data',
  'body',
  'response_body',
  'responsebody',
  'responsetext',
  'response_text',
  'resp_body',
  'payload',
  'content',
  'response body',
  'stream',
  'http.response.body.content',
]);
const WORD_KEYS: ReadonlySet<string> = new Set([
  'message',
  'msg',
  'error',
  'err',
  'reason',
  'description',
  'detail',
  'details',
  'stack',
  'exception',
  'errormessage',
  'error_message',
  'cause',
  'code',
  'errno',
  'name',
  'event',
  'log',
  'text',
  'bundle',
  'warning',
  'errormsg',
  'errordescription',
  'rawerrormessage',
  'error.message',
]);
/** What stands under these is said about the failure; a logger's own message is not. */
const SAID_KEYS: ReadonlySet<string> = new Set([
  'error',
  'err',
  'reason',
  'description',
  'detail',
  'details',
  'errormessage',
  'error_message',
  'errordescription',
]);
/** Below these stands the request; below all others what came back. */
const REQUEST_KEYS: ReadonlySet<string> = new Set([
  'config',
  'request',
  'req',
  'options',
  'inputs',
  'input',
]);
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i;

const DEEPEST = 6;
const MOST_MEMBERS = 200;
const MOST_WORDS = 20;
const LONGEST_WORDS = 4000;
/** Programs write JSON into a text of JSON, over and over; deeper than this nobody does. */
const DEEPEST_TEXT = 3;
const LONGEST_TEXT = 262_144;

/** Looks through a record for a call and its outcome, wherever the program puts them. */
export function structuredCallIn(record: JsonObject): StructuredCall {
  const search = new Search();
  search.look(record, 0, false);
  return search;
}

class Search implements StructuredCall {
  status: number | null = null;
  method: string | null = null;
  target: string | null = null;
  host: string | null = null;
  headers: JsonObject | null = null;
  requestHeaders: JsonObject | null = null;
  body: JsonObject | string | null = null;
  readonly words: string[] = [];
  readonly said: string[] = [];
  isWrapped = false;
  /** How many layers of text around the record were opened. */
  #texts = 0;

  look(record: JsonObject, depth: number, inRequest: boolean, parent = ''): void {
    if (depth > DEEPEST) return;
    const members = Object.entries(record).slice(0, MOST_MEMBERS);
    const saysItself = SAID_KEYS.has(parent) || !isLogRecord(record);
    for (const [key, value] of members) {
      const name = key.toLowerCase();
      const before = this.status;
      this.#take(name, value, inRequest);
      this.#hear(name, value, saysItself);
      if (before === null && this.status !== null && (depth > 0 || name.startsWith('http'))) {
        this.isWrapped = parent !== 'error';
      }
    }
    for (const [key, value] of members) {
      const name = key.toLowerCase();
      const inner = objectOf(value) ?? objectOf(listOf(value)?.[0]) ?? this.#parsed(value);
      if (inner === null || isHeaders(name)) continue;
      const isAsked = inRequest || REQUEST_KEYS.has(name);
      const isAnswer = !isAsked && contractOf(inner, null)?.fit === 'strong';
      if (isAnswer) this.body ??= inner;
      const layer = typeof value === 'string' ? 1 : 0;
      this.#texts += layer;
      this.look(inner, depth + 1, isAsked, name);
      this.#texts -= layer;
    }
  }

  /** The object that a text is, where it is one. */
  #parsed(value: unknown): JsonObject | null {
    if (typeof value !== 'string' || this.#texts >= DEEPEST_TEXT) return null;
    if (value.length > LONGEST_TEXT || !/^\s{0,10}\{/.test(value)) return null;
    return objectOf(parseJson(value));
  }

  #take(name: string, value: unknown, inRequest: boolean): void {
    const text = (TARGET_KEYS.has(name) ? urlOf(value) : null) ?? textOf(value);
    if (isHeaders(name)) {
      const headers = objectOf(value) ?? pairsOf(value);
      if (inRequest || name.startsWith('request')) this.requestHeaders ??= headers;
      else this.headers ??= headers;
      return;
    }
    if (STATUS_KEYS.has(name) && !inRequest) this.status ??= statusOf(value);
    if (text !== null && METHOD_KEYS.has(name) && METHOD.test(text)) {
      this.method ??= text.toUpperCase();
    }
    if (text !== null && TARGET_KEYS.has(name) && /^(?:https?:\/\/|\/)/i.test(text)) {
      if (this.target === null || /^https?:/i.test(text) === !/^https?:/i.test(this.target)) {
        this.target = /^https?:/i.test(text) ? text : (this.target ?? text);
      }
    }
    if (text !== null && BASE_KEYS.has(name) && URL.canParse(text)) this.host = new URL(text).host;
    if (
      text !== null &&
      HOST_KEYS.has(name) &&
      !MACHINE.test(text) &&
      /^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?$/.test(text)
    ) {
      this.host ??= text.toLowerCase();
    }
    if (BODY_KEYS.has(name) && !inRequest) this.#takeBody(value);
  }

  #hear(name: string, value: unknown, saysItself: boolean): void {
    if (!WORD_KEYS.has(name)) return;
    for (const one of listOf(value) ?? [value]) {
      const text = textOf(one);
      if (text === null || this.words.length >= MOST_WORDS) continue;
      this.words.push(text.slice(0, LONGEST_WORDS));
      if (SAID_KEYS.has(name) || (name === 'message' && saysItself)) this.said.push(text);
    }
  }

  #takeBody(value: unknown): void {
    const text = textOfBuffer(value)?.trim() ?? textOf(value);
    const object = text === null ? objectOf(value) : null;
    // An export wraps the whole record in a member of such a name; the answer stands deeper.
    const wraps = object !== null && contractOf(object, null) === null && holdsCall(object);
    this.body ??= text === null ? (wraps ? null : object) : /^[{<]/.test(text) ? text : null;
  }
}

/** A record with a request, a response or an error below it, and no answer. */
function holdsCall(object: JsonObject): boolean {
  return Object.values(object).some((value) => {
    const inner = objectOf(value);
    return (
      inner !== null &&
      ['request', 'response', 'err', 'error', 'config'].some((name) => inner[name] !== undefined)
    );
  });
}

function isHeaders(name: string): boolean {
  return name.endsWith('headers') || name === 'header';
}

/** Headers as Postman and HAR files list them: `[{"key": "date", "value": "…"}]`. */
function pairsOf(value: unknown): JsonObject | null {
  const pairs = objectsIn(value).flatMap((pair) => {
    const name = textOf(pair.key) ?? textOf(pair.name);
    return name === null ? [] : [[name, pair.value] as const];
  });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

/** Postman takes a URL apart: `{"protocol":"https","host":["api","lusha","com"],"path":["v3"]}`. */
function urlOf(value: unknown): string | null {
  const url = objectOf(value);
  const [host, path] = [listOf(url?.host), listOf(url?.path)];
  if (host === null || path === null) return textOf(url?.raw);
  const protocol = textOf(url?.protocol) ?? 'https';
  return `${protocol}://${host.map(String).join('.')}/${path.map(String).join('/')}`;
}

/** Loggers put their own text under `message`. */
export function isLogRecord(record: JsonObject): boolean {
  return LOG_MEMBERS.some((name) => record[name] !== undefined);
}

/** Members that loggers and automations add to what they write down. */
const LOG_MEMBERS = ['level', 'severity', 'msg', 'pid', 'logger', 'step', 'logId'];

/** A status as a number or as digits in text; a system's negative errno is none. */
function statusOf(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^[1-5]\d{2}$/.test(value)
        ? Number(value)
        : Number.NaN;
  return Number.isInteger(number) && number >= 100 && number <= 599 ? number : null;
}
