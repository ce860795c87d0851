import type { Exchange, Header, SentRequest } from '../../model/exchange.ts';
import { listOf, objectOf, objectsIn, parseJson, textOf, type JsonObject } from '../../model/json.ts';
import { bodyOfText } from './body-text.ts';
import { connectionFailureIn } from './failure-text.ts';
import type { PastedEntry, Recogniser } from './paste.ts';
import { placementOf } from './placement.ts';
import { requestOfUrl } from './request-of-url.ts';

const MOST_ENTRIES = 5000;
const MOST_HEADERS = 300;
const LONGEST_VALUE = 8192;
const LONGEST_BODY = 262_144;

/** A HAR file, as browsers, Postman and proxies export it (HTTP Archive 1.2). */
export const har: Recogniser = {
  name: 'har',
  read({ text }) {
    if (!text.includes('"entries"')) return null;
    const log = objectOf(objectOf(parseJson(text))?.log);
    return log === null || listOf(log.entries) === null ? null : harEntries(log);
  },
};

function harEntries(log: JsonObject): readonly PastedEntry[] {
  return objectsIn(log.entries).slice(0, MOST_ENTRIES).flatMap((entry) => entryOf(entry) ?? []);
}

function entryOf(entry: JsonObject): PastedEntry | null {
  const request = requestOf(objectOf(entry.request));
  const answer = objectOf(entry.response);
  const status = answer === null ? 0 : Number(answer.status);
  const startedAt = Date.parse(textOf(entry.startedDateTime) ?? '');
  const base: Exchange = {
    door: 'pasted',
    phases: [],
    request,
    ...(Number.isNaN(startedAt) ? {} : { startedAt }),
  };
  if (answer === null || !(status >= 100 && status <= 599)) {
    // Browsers put their own code down where no answer came (`net::ERR_…`).
    const words = textOf(answer?._error) ?? textOf(entry._error) ?? '';
    const failed = connectionFailureIn(words);
    return failed === null ? null : { exchange: { ...base, failure: failed.failure }, facts: {} };
  }
  const response = {
    status,
    statusText: textOf(answer.statusText) ?? '',
    headers: headersOf(answer.headers),
    body: bodyOfText(contentOf(objectOf(answer.content))),
  };
  return { exchange: { ...base, response }, facts: {} };
}

function requestOf(request: JsonObject | null): Partial<SentRequest> {
  const url = textOf(request?.url) ?? '';
  const headers = headersOf(request?.headers);
  const method = textOf(request?.method);
  return {
    ...requestOfUrl(url),
    ...(method === null ? {} : { method: method.toUpperCase() }),
    headerNames: headers.map(({ name }) => name),
    // Browsers export without credentials, so that none shown does not mean none sent.
    ...(placementOf(headers, url) === 'none' ? {} : { keyPlacement: placementOf(headers, url) }),
  };
}

function headersOf(value: unknown): readonly Header[] {
  return objectsIn(value)
    .slice(0, MOST_HEADERS)
    .flatMap((header) => {
      const name = textOf(header.name);
      return name === null ? [] : [{ name, value: (textOf(header.value) ?? '').slice(0, LONGEST_VALUE) }];
    });
}

function contentOf(content: JsonObject | null): string {
  const text = textOf(content?.text) ?? '';
  const whole = textOf(content?.encoding) === 'base64' ? Buffer.from(text, 'base64').toString() : text;
  return whole.slice(0, LONGEST_BODY);
}
