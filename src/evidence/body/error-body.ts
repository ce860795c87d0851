import { listOf, objectOf, textOf, type JsonObject } from '../../model/json.ts';
import { oneLine } from '../one-line.ts';

/** What an error body says, whichever of the known shapes it has. */
export interface ErrorBody {
  readonly message: string | null;
  /** The member the message was read from. */
  readonly messageIn: string;
  readonly errorName: string | null;
  readonly errors: readonly string[];
  /** The HTTP status as the body states it. */
  readonly statusCode: number | null;
}

const LONGEST_MESSAGE = 1000;
const LONGEST_ENTRY = 300;
const MOST_ENTRIES = 30;

/**
 * Reads an error body: `message` as text or list, `errors` as list or object, `error` as word or
 * object, `error_description`. Shapes: docs/error-codes, live/2026-10-key-outcomes,
 * live/2026-07-v3-contract. Null when the value is no object or says nothing of the kind.
 */
export function errorBodyOf(json: unknown): ErrorBody | null {
  const body = objectOf(json);
  if (body === null) return null;
  const inner = objectOf(body.error);
  const errors = entriesOf(body.errors ?? inner?.errors);
  const [messageIn, message] = messageOf(body, inner, errors) ?? ['', null];
  const read = {
    message: message === null ? null : oneLine(message, LONGEST_MESSAGE),
    messageIn,
    errorName: nameOf(body, inner),
    errors,
    statusCode: statusOf(body, inner),
  };
  const silent = read.message === null && read.errorName === null && read.statusCode === null;
  return silent ? null : read;
}

/** Members with a whole text; what is cut off in the middle of its own words tells nothing. */
const WHOLE_TEXT =
  /"(message|error_description|error)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,1000})"/g;

/** The words of an error body that breaks off. */
export function cutErrorBodyOf(text: string): ErrorBody | null {
  const said = new Map([...text.matchAll(WHOLE_TEXT)].map(([, name = '', words]) => [name, words]));
  for (const name of ['message', 'error_description', 'error']) {
    const message = said.get(name);
    if (message === undefined) continue;
    const errorName = said.get('error') ?? null;
    return {
      message: oneLine(message, LONGEST_MESSAGE),
      messageIn: name,
      errorName: errorName === null ? null : oneLine(errorName, LONGEST_ENTRY),
      errors: [],
      statusCode: null,
    };
  }
  return null;
}

/** Where a message may stand, the most telling place first. */
function messageOf(
  body: JsonObject,
  inner: JsonObject | null,
  errors: readonly string[],
): readonly [string, string] | null {
  const places: readonly (readonly [string, string | null])[] = [
    ['message', textOrList(body.message)],
    ['errors', errors.length === 0 ? null : errors.join('; ')],
    ['error_description', textOf(body.error_description)],
    ['error.message', textOrList(inner?.message)],
    ['error', textOf(body.error)],
    // RFC 9457, as gateways and other services send it.
    ['detail', textOf(body.detail)],
    ['title', textOf(body.title)],
  ];
  for (const [place, text] of places) if (text !== null) return [place, text];
  return null;
}

function textOrList(value: unknown): string | null {
  const list = listOf(value);
  return list === null ? textOf(value) : entriesOf(list).join('; ') || null;
}

/** The entries of a list or the members of an object, each as one line. */
function entriesOf(value: unknown): readonly string[] {
  const list = listOf(value);
  const entries =
    list === null
      ? Object.entries(objectOf(value) ?? {}).map(([name, entry]) => `${name}: ${entryText(entry)}`)
      : list.map(entryText);
  return entries
    .slice(0, MOST_ENTRIES)
    .map((entry) => oneLine(entry, LONGEST_ENTRY))
    .filter((entry) => entry !== '');
}

function entryText(value: unknown): string {
  const entry = objectOf(value);
  if (entry !== null) {
    const words = [textOf(entry.code), textOf(entry.message) ?? textOf(entry.msg)];
    return words.filter((word) => word !== null).join(': ');
  }
  const list = listOf(value);
  if (list !== null) return list.flatMap((one) => textOf(one) ?? []).join(', ');
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : (textOf(value) ?? '');
}

function nameOf(body: JsonObject, inner: JsonObject | null): string | null {
  const className = textOf(body.className);
  const rpc = rpcCode(body, inner);
  if (rpc !== null) return `MCP error ${rpc}`;
  const places = [
    body.error,
    inner?.code,
    inner?.name,
    body.code,
    className === null ? null : body.name,
    body.success === false ? inner?.category : null,
  ];
  const name = places.map(textOf).find((text) => text !== null && statusIn(text) === null);
  return name === undefined || name === null ? null : oneLine(name, LONGEST_ENTRY);
}

function statusOf(body: JsonObject, inner: JsonObject | null): number | null {
  const places = [body.statusCode, body.code, body.status, inner?.code, inner?.statusCode];
  // Lusha's local MCP server: {success: false, error: {message, status, category, …}} (code/mcp-client).
  if (body.success === false) places.push(inner?.status);
  return places.map(statusIn).find((status) => status !== null) ?? null;
}

/** The code of a JSON-RPC error, in the range that the specification keeps for protocols. */
function rpcCode(body: JsonObject, inner: JsonObject | null): number | null {
  const code = inner?.code;
  if (body.jsonrpc !== '2.0' || typeof code !== 'number') return null;
  return Number.isInteger(code) && code >= -32_768 && code <= -32_000 ? code : null;
}

/** An HTTP status; some programs write it down as text. */
export function statusIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  const isStatus = typeof number === 'number' && Number.isInteger(number);
  return isStatus && number >= 100 && number <= 599 ? number : null;
}
