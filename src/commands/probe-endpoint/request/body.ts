import type { Json } from '../../../model/endpoint.ts';
import type { GuardedIo, ReadResult } from '../../../model/io.ts';
import { parseJson } from '../../../model/json.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';
import { memberOf, placesIn } from '../../../request/walk.ts';
import type { ProbeGiven } from '../options.ts';

/** A request body: the text that is sent and what it says. */
export interface RequestBody {
  readonly text: string;
  readonly json: Json;
}

/** The API takes a hundred items at most; this is far more. */
const MOST_BYTES = 1024 * 1024;
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

/** The body of `-d`: JSON, `@FILE`, or `@-` for stdin. Undefined without `-d`. */
export async function bodyOf(
  { data, keyStdin }: Pick<ProbeGiven, 'data' | 'keyStdin'>,
  io: GuardedIo,
): Promise<Result<RequestBody | undefined>> {
  if (data === undefined) return ok(undefined);
  if (!data.startsWith('@')) return parsed(data, '-d');
  const source = data.slice(1);
  if (source === '-') {
    if (keyStdin === true) {
      return wrongUsage(
        'stdin-twice',
        'The body (-d @-) and the key (--key-stdin) cannot both come from stdin.',
        'Put the body into a file:  -d @body.json',
      );
    }
    if (io.stdin.isTTY) {
      return wrongUsage(
        'stdin-is-terminal',
        '-d @- reads the body from a pipe, and stdin is a terminal.',
        'For example:  lusha-doctor probe POST /v3/contacts/search -d @- < body.json',
      );
    }
    return fromBytes(await io.stdin.read(MOST_BYTES), 'stdin');
  }
  io.keep(source);
  return fromBytes(await io.files.read(source, MOST_BYTES), source);
}

function fromBytes(read: ReadResult, name: string): Result<RequestBody | undefined> {
  if (!read.ok) {
    return wrongUsage(
      'body-unreadable',
      `The body ${name} cannot be read: ${read.message}.`,
      'Name a JSON file:  -d @body.json',
    );
  }
  if (read.truncated) {
    return wrongUsage(
      'body-too-large',
      `The body ${name} is larger than 1 MiB.`,
      'The API takes 100 items in one call at most.',
    );
  }
  // A byte order mark is no JSON, and editors write it without being asked.
  return parsed(new TextDecoder().decode(read.bytes).replace(/^\uFEFF/, ''), name);
}

function parsed(text: string, where: string): Result<RequestBody> {
  const json = jsonIn(text);
  if (json === undefined) {
    if (/^[\w./\\-]+$/.test(text)) {
      return wrongUsage(
        'bad-json',
        `${where} ${text} is no JSON. If that is a file, an @ stands before its name.`,
        `To send the file:  -d @${text}`,
      );
    }
    const control = CONTROL.test(text);
    return wrongUsage(
      control ? 'body-control-characters' : 'bad-json',
      `${where} is no valid JSON: ${control ? 'it holds control characters' : faultIn(text)}.`,
      `Put it in single quotes:  -d '{"contacts":[{"email":"nobody@example.com"}]}'`,
    );
  }
  if (memberOf(json, '_method') !== undefined) {
    return wrongUsage(
      'method-in-body',
      `${where} names a method in _method, which can change what the request does.`,
      'Name the method before the path instead.',
    );
  }
  const odd = placesIn(json).find(
    ({ name, value }) => CONTROL.test(name) || (typeof value === 'string' && CONTROL.test(value)),
  );
  if (odd === undefined) return ok({ text, json });
  return wrongUsage(
    'body-control-characters',
    `${where} holds a control character at ${odd.at === '' ? 'the top' : odd.at}.`,
    'Remove it: no field of the API takes one.',
  );
}

/** Where the text stops being JSON, in words. */
function faultIn(text: string): string {
  const message = refusalOf(text);
  if (message === null) return 'it is nested too deeply';
  const at = placeOf(message, text);
  if (at === null) return 'it ends too early';
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** The parser names either the position or only the character that it did not expect there. */
function placeOf(message: string, text: string): number | null {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const token = /^Unexpected token '.+?',/.exec(message)?.[0];
  if (token === undefined) return null;
  let [from, to] = [1, text.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (refusalOf(text.slice(0, middle))?.startsWith(token) === true) to = middle;
    else from = middle + 1;
  }
  return from - 1;
}

function refusalOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
}

function jsonIn(text: string): Json | undefined {
  const value = parseJson(text);
  return isJson(value) ? value : undefined;
}

/** What the parser gave is JSON, unless it gave nothing. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
