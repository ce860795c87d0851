import { withoutColours } from '../../model/colours.ts';
import type { Header } from '../../model/exchange.ts';
import { objectOf, parseJson, type JsonObject } from '../../model/json.ts';
import { loggedEntry } from './json-log.ts';
import { emptyAnswer, LIMIT_TEXT, tells, type LoggedAnswer } from './logged-answer.ts';
import { namedIn } from './named-headers.ts';
import { isoTime } from '../window/reset-time.ts';

const LONGEST_LINE = 64 * 1024;
const MOST_HEADERS = 100;
const MOST_BODY = 64 * 1024;

const STATUS_LINE = /\bHTTP\/\d(?:\.\d)?"? ([1-5]\d{2})\b/;
const REQUEST =
  /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[\w.:-]{1,255})?(\/[^\s"?]{0,500})/;
const TIME = /\b(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)/;

const HEADER_LINE =
  /^(?:[<>*] )?([!#$%&'*+.^_\x60|~0-9A-Za-z-]{1,60}):[ \t]{0,8}([^\r\n]{0,2000})$/;

/**
 * Reads answers out of a log, line by line: dumps of `curl -i`, JSON logs, and lines that name
 * a rate header somewhere. Lines that belong together become one answer, which is given out
 * when the next one begins, or at `flush`.
 */
export class LogReader {
  #open: Draft | null = null;

  /** Takes one line and gives out what it completes. */
  take(raw: string): readonly LoggedAnswer[] {
    const line = withoutColours(raw.slice(0, LONGEST_LINE)).trimEnd();
    const time = timeIn(line);
    const structured = jsonIn(line);
    if (structured !== null) {
      const answer = loggedEntry(structured, time);
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
    this.#open = {
      at: time,
      status,
      headers: namedIn(line),
      body: '',
      method,
      path,
      inBody: false,
    };
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
  return { ...emptyAnswer(at), inBody: false };
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
