import { listOf, objectOf, textOf, type JsonObject } from '../../model/json.ts';

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
]);
const HOST_KEYS: ReadonlySet<string> = new Set([
  'host',
  'hostname',
  'http.host',
  'server.address',
  'upstream_host',
  'authority',
]);
const METHOD_KEYS: ReadonlySet<string> = new Set([
  'method',
  'request_method',
  'http_method',
  'http.method',
  'http.request.method',
  'httpmethod',
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
const REQUEST_KEYS: ReadonlySet<string> = new Set(['config', 'request', 'req', 'options']);
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i;

const DEEPEST = 6;
const MOST_MEMBERS = 200;
const MOST_WORDS = 20;
const LONGEST_WORDS = 4000;

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
      const inner = objectOf(value) ?? objectOf(listOf(value)?.[0]);
      if (inner === null || name.endsWith('headers')) continue;
      this.look(inner, depth + 1, inRequest || REQUEST_KEYS.has(name), name);
    }
  }

  #take(name: string, value: unknown, inRequest: boolean): void {
    const text = textOf(value);
    if (name.endsWith('headers')) {
      const headers = objectOf(value);
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
    if (text !== null && HOST_KEYS.has(name) && /^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?$/.test(text)) {
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
    this.body ??=
      objectOf(value) ?? (textOf(value)?.startsWith('{') === true ? textOf(value) : null);
  }
}

/** Loggers put their own text under `message`. */
function isLogRecord(record: JsonObject): boolean {
  return record.level !== undefined || record.severity !== undefined || record.msg !== undefined;
}

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
