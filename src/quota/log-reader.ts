import type { Header } from '../model/exchange.ts';
import { listOf, objectOf, parseJson, textOf, type JsonObject } from '../model/json.ts';
import { RATE_HEADER_FAMILIES } from '../knowledge/rate-headers.ts';
import { isoTime } from './reset-time.ts';

/** One answer that was found in a log. */
export interface LoggedAnswer {
  /** Epoch milliseconds, when the log says it. */
  readonly at: number | null;
  readonly status: number | null;
  readonly headers: readonly Header[];
  /** Text of the body, as far as the log holds it. */
  readonly body: string;
  readonly method: string | null;
  readonly path: string | null;
}

const LONGEST_LINE = 64 * 1024;
const MOST_HEADERS = 100;
const MOST_BODY = 64 * 1024;
const DEEPEST = 5;

const COLOURS = /\u001B\[[\d;]{0,40}[A-Za-z]/g;
const STATUS_LINE = /\bHTTP\/\d(?:\.\d)?"? ([1-5]\d{2})\b/;
const REQUEST = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[\w.:-]{1,255})?(\/[^\s"?]{0,500})/;
const TIME = /\b(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)/;
const LIMIT_TEXT = /rate limit exceeded|quota limit exceeded|trial limit|too many requests/i;

/** Names worth picking out of a line that is no header line by itself. */
const RATE_NAMES = [
  ...new Set(RATE_HEADER_FAMILIES.flatMap(({ headers }) => headers.map(({ name }) => name))),
  'x-ratelimit-reset-day',
  'x-ratelimit-reset-hour',
  'x-ratelimit-reset-minute',
].toSorted((a, b) => b.length - a.length);
const NAMED = new RegExp(
  String.raw`(?<![\w-])(${RATE_NAMES.join('|')}|ratelimit-policy|ratelimit)\\?["']?\s{0,2}[:=]{1,2}>?\s{0,2}\[?\\?["']?([^"'\\,\]}\s][^"'\\,\]}]{0,199})`,
  'gi',
);
const HEADER_LINE = /^(?:[<>*] )?([!#$%&'*+.^_\x60|~0-9A-Za-z-]{1,60}):[ \t]{0,8}([^\r\n]{0,2000})$/;

/**
 * Reads answers out of a log, line by line: dumps of `curl -i`, JSON logs, and lines that name
 * a rate header somewhere. Lines that belong together become one answer, which is given out
 * when the next one begins, or at `flush`.
 */
export class LogReader {
  #open: Draft | null = null;

  /** Takes one line and gives out what it completes. */
  take(raw: string): readonly LoggedAnswer[] {
    const line = raw.slice(0, LONGEST_LINE).replace(COLOURS, '').trimEnd();
    const time = timeIn(line);
    const structured = jsonIn(line);
    if (structured !== null) {
      const answer = answerOf(structured, time);
      if (answer !== null) return [...this.flush(), answer];
      if (this.#open !== null && this.#open.status !== null) this.#addBody(line);
      return [];
    }
    const status = STATUS_LINE.exec(line)?.[1];
    if (status !== undefined) return this.#begin(Number(status), line, time);
    return this.#takeHeaders(line, time);
  }

  /** The answer that is still open, because nothing followed it yet. */
  flush(): readonly LoggedAnswer[] {
    const open = this.#open;
    this.#open = null;
    return open === null || !tells(open) ? [] : [open];
  }

  #begin(status: number, line: string, time: number | null): readonly LoggedAnswer[] {
    const done = this.flush();
    const [, method = null, path = null] = REQUEST.exec(line) ?? [];
    this.#open = { at: time, status, headers: namedIn(line), body: '', method, path, inBody: false };
    return done;
  }

  #takeHeaders(line: string, time: number | null): readonly LoggedAnswer[] {
    const open = this.#open;
    if (line === '' && open !== null) {
      open.inBody = true;
      return [];
    }
    const [, name, value] = open === null || open.inBody ? [] : (HEADER_LINE.exec(line) ?? []);
    const headers = name === undefined ? namedIn(line) : [{ name, value: value ?? '' }];
    if (headers.length > 0) {
      const repeats = open?.headers.some((known) => known.name === headers[0]?.name) === true;
      const done = repeats || (open?.inBody === true && name === undefined) ? this.flush() : [];
      const into = this.#open ?? draft(time);
      into.headers = [...into.headers, ...headers].slice(0, MOST_HEADERS);
      if (LIMIT_TEXT.test(line) && into.status === null) into.status = 429;
      this.#open = into;
      return done;
    }
    if (LIMIT_TEXT.test(line)) return this.#refusal(line, time);
    if (open?.inBody === true) this.#addBody(line);
    return [];
  }

  #refusal(line: string, time: number | null): readonly LoggedAnswer[] {
    if (this.#open?.status === 429) {
      this.#addBody(line);
      return [];
    }
    const done = this.flush();
    const message = line.slice(Math.max(0, line.search(LIMIT_TEXT) - 20));
    return [...done, { ...draft(time), status: 429, body: JSON.stringify({ message }) }];
  }

  #addBody(line: string): void {
    if (this.#open === null || this.#open.body.length > MOST_BODY) return;
    this.#open.body += `${line}\n`;
  }
}

interface Draft extends LoggedAnswer {
  status: number | null;
  headers: readonly Header[];
  body: string;
  inBody: boolean;
}

function draft(at: number | null): Draft {
  return { at, status: null, headers: [], body: '', method: null, path: null, inBody: false };
}

/** Without a rate header an answer is worth telling only when it was an error or says something. */
function tells({ headers, status, body }: LoggedAnswer): boolean {
  return namedAmong(headers) || body.includes('rateLimits') || (status !== null && status >= 400);
}

function namedAmong(headers: readonly Header[]): boolean {
  return headers.some(({ name }) => {
    const lower = name.toLowerCase();
    return RATE_NAMES.includes(lower) || lower.startsWith('ratelimit');
  });
}

function namedIn(line: string): readonly Header[] {
  return [...line.matchAll(NAMED)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value: value.trim(),
  }));
}

/** A time without a zone is taken as UTC, as log collectors write it. */
function timeIn(line: string): number | null {
  const text = TIME.exec(line.slice(0, 200))?.[1]?.replace(' ', 'T').replace(',', '.');
  if (text === undefined) return null;
  return isoTime(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
}

/** The JSON object in a line, whatever stands before it. */
function jsonIn(line: string): JsonObject | null {
  const at = line.indexOf('{');
  return at < 0 || at > 300 || !line.endsWith('}') ? null : objectOf(parseJson(line.slice(at)));
}

/** An answer out of a JSON log entry, or a body that stands on a line by itself. */
function answerOf(json: JsonObject, time: number | null): LoggedAnswer | null {
  if (objectOf(json.rateLimits) !== null) {
    return { ...draft(time), status: 200, body: JSON.stringify(json) };
  }
  const found = new Search();
  found.look(json, 0);
  const { headers, status, body } = found;
  const at = time ?? isoTime(json.time ?? json.timestamp ?? json.ts ?? json['@timestamp']);
  const answer = {
    at: at ?? epochOf(json.time ?? json.ts ?? json.timestamp),
    status,
    headers,
    body: body ?? '',
    method: found.method,
    path: found.path,
  };
  return tells(answer) ? answer : null;
}

function epochOf(value: unknown): number | null {
  if (typeof value !== 'number' || value < 1e9) return null;
  return value < 1e12 ? value * 1000 : value < 1e15 ? value : null;
}

const STATUS_KEYS = ['status', 'statusCode', 'status_code'];
const BODY_KEYS = ['body', 'data', 'response_body'];

/** Looks through a log entry for headers, a status and a body, wherever the logger puts them. */
class Search {
  headers: Header[] = [];
  status: number | null = null;
  body: string | null = null;
  method: string | null = null;
  path: string | null = null;

  look(json: JsonObject, depth: number): void {
    if (depth > DEEPEST) return;
    for (const [key, value] of Object.entries(json).slice(0, 200)) {
      if (STATUS_KEYS.includes(key)) this.#takeStatus(value);
      if (BODY_KEYS.includes(key)) this.#takeBody(value);
      if (key === 'message' || key === 'msg') this.#takeMessage(value);
      if (key === 'method') this.method ??= textOf(value);
      if (key === 'path' || key === 'url') this.#takePath(value);
      this.#takeHeader(key, value);
      const inner = objectOf(value);
      if (inner !== null) this.look(inner, depth + 1);
    }
  }

  #takeStatus(value: unknown): void {
    const status = Number(value);
    if (Number.isInteger(status) && status >= 100 && status <= 599) this.status ??= status;
  }

  #takeBody(value: unknown): void {
    const text = objectOf(value) === null ? textOf(value) : JSON.stringify(value);
    this.body ??= text === null ? null : text.slice(0, MOST_BODY);
  }

  #takeMessage(value: unknown): void {
    const text = textOf(value);
    if (text === null || !LIMIT_TEXT.test(text)) return;
    this.status ??= 429;
    this.body ??= JSON.stringify({ message: text });
  }

  #takePath(value: unknown): void {
    const text = textOf(value)?.replace(/^https?:\/\/[^/]{1,255}/, '');
    if (text?.startsWith('/') === true) this.path ??= text.split(/[?#]/, 1)[0] ?? null;
  }

  #takeHeader(name: string, value: unknown): void {
    const lower = name.toLowerCase();
    if (!RATE_NAMES.includes(lower) && !/^ratelimit(?:-policy)?$/.test(lower) && lower !== 'date') {
      return;
    }
    const first: unknown = listOf(value)?.[0] ?? value;
    if (typeof first !== 'string' && typeof first !== 'number') return;
    this.headers.push({ name: lower, value: String(first) });
  }
}
