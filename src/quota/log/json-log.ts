import type { Header } from '../../model/exchange.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../../model/json.ts';
import { emptyAnswer, isRateName, LIMIT_TEXT, tells, type LoggedAnswer } from './logged-answer.ts';
import { isoTime } from '../window/reset-time.ts';

const MOST_BODY = 64 * 1024;
const DEEPEST = 5;

/** An answer out of a JSON log entry, or a body that stands on a line by itself. */
export function loggedEntry(json: JsonObject, time: number | null): LoggedAnswer | null {
  if (objectOf(json.rateLimits) !== null) {
    return { ...emptyAnswer(time), status: 200, body: JSON.stringify(json) };
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
    if (!isRateName(lower) && lower !== 'date') return;
    const first: unknown = listOf(value)?.[0] ?? value;
    if (typeof first !== 'string' && typeof first !== 'number') return;
    this.headers.push({ name: lower, value: String(first) });
  }
}
