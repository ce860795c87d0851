import type { Exchange, Failure, Header, SentRequest } from '../../model/exchange.ts';
import {
  listOf,
  objectOf,
  objectsIn,
  parseJson,
  textOf,
  type JsonObject,
} from '../../model/json.ts';
import { oneLine } from '../../evidence/one-line.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { connectionFailureIn } from '../matches/failure-text.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { placementOf } from '../matches/placement.ts';
import { requestOfUrl } from '../matches/request-of-url.ts';

const MOST_ENTRIES = 50_000;
const MOST_HEADERS = 300;
const LONGEST_VALUE = 8192;
const LONGEST_CODE = 80;
const LONGEST_BODY = 262_144;

/** A HAR file, as browsers, Postman and proxies export it (HTTP Archive 1.2). */
export const har: Recogniser = {
  name: 'har',
  read: ({ text }) => readHar(text, (part) => part)?.exchanges ?? null,
};

/** The exchanges of a HAR file, and how many of them were not read. */
export interface HarReading {
  readonly exchanges: readonly PastedEntry[];
  readonly leftOut: number;
}

/**
 * The exchanges of a HAR file; null when the text is none. `mask` takes credentials and contact
 * data out of each text, which is quicker than to do so with the whole file.
 */
export function readHar(text: string, mask: (part: string) => string): HarReading | null {
  if (!text.includes('"entries"')) return null;
  const log = objectOf(objectOf(parseJson(text))?.log);
  if (log === null || listOf(log.entries) === null) return null;
  const entries = objectsIn(log.entries);
  const read = entries.slice(0, MOST_ENTRIES);
  return {
    exchanges: read.map((entry) => entryOf(entry, mask)),
    leftOut: entries.length - read.length,
  };
}

function entryOf(entry: JsonObject, mask: (part: string) => string): PastedEntry {
  const request = requestOf(objectOf(entry.request), mask);
  const answer = objectOf(entry.response);
  const status = answer === null ? 0 : Number(answer.status);
  const startedAt = Date.parse(textOf(entry.startedDateTime) ?? '');
  const base: Exchange = {
    door: 'pasted',
    phases: [],
    request,
    ...(Number.isNaN(startedAt) ? {} : { startedAt }),
  };
  // Browsers put their own code down where no answer came (`net::ERR_…`), or only a part of one.
  const words = textOf(answer?._error) ?? textOf(entry._error) ?? '';
  const found = words === '' ? null : (connectionFailureIn(words)?.failure ?? null);
  if (answer === null || !(status >= 100 && status <= 599)) {
    return { exchange: { ...base, failure: found ?? noAnswer(words, mask) }, facts: {} };
  }
  const response = {
    status,
    statusText: textOf(answer.statusText) ?? '',
    headers: headersOf(answer.headers, mask),
    body: bodyOfText(mask(contentOf(objectOf(answer.content)))),
  };
  const failed = found === null ? {} : { failure: found };
  return { exchange: { ...base, response, ...failed }, facts: {} };
}

/** No answer came, and why is not told, or in words that nobody has met. */
function noAnswer(words: string, mask: (part: string) => string): Failure {
  const code = words === '' ? 'no answer' : oneLine(mask(words), LONGEST_CODE);
  return { kind: 'unclassified', code, phase: 'wait', message: code };
}

function requestOf(
  request: JsonObject | null,
  mask: (part: string) => string,
): Partial<SentRequest> {
  const url = mask(textOf(request?.url) ?? '');
  const headers = headersOf(request?.headers, mask);
  const method = textOf(request?.method);
  return {
    ...requestOfUrl(url),
    ...(method === null ? {} : { method: method.toUpperCase() }),
    headerNames: headers.map(({ name }) => name),
    // Browsers export without credentials, so that none shown does not mean none sent.
    ...(placementOf(headers, url) === 'none' ? {} : { keyPlacement: placementOf(headers, url) }),
  };
}

function headersOf(value: unknown, mask: (part: string) => string): readonly Header[] {
  return objectsIn(value)
    .slice(0, MOST_HEADERS)
    .flatMap((header) => {
      const name = textOf(header.name);
      if (name === null) return [];
      // With its name before it, a value is known for a credential.
      const line = mask(`${name}: ${(textOf(header.value) ?? '').slice(0, LONGEST_VALUE)}`);
      return [{ name, value: line.slice(name.length + 2) }];
    });
}

function contentOf(content: JsonObject | null): string {
  const text = textOf(content?.text) ?? '';
  const whole =
    textOf(content?.encoding) === 'base64' ? Buffer.from(text, 'base64').toString() : text;
  return whole.slice(0, LONGEST_BODY);
}
