import { accessLog } from './forms/access-log.ts';
import { bodyWithStatus } from './forms/body-with-status.ts';
import { errorText } from './forms/error-text.ts';
import { har } from './forms/har.ts';
import { htmlPage } from './forms/html-page.ts';
import { httpResponse } from './forms/http-response.ts';
import { embeddedJsonBody, jsonBody } from './forms/json-body.ts';
import { logfmt } from './forms/logfmt.ts';
import { messageText } from './forms/message-text.ts';
import { MOST_TEXT, pasteOf, type PastedEntry, type PastedKind, type Recogniser } from './paste.ts';
import { reportJson } from './forms/report-json.ts';
import { statusText } from './forms/status-text.ts';
import { embeddedError, structuredError } from './forms/structured-error.ts';

/** What was found in a pasted text. */
export interface PastedReading {
  readonly kind: PastedKind;
  /** The exchanges, in the order of the text; empty for `nothing`. */
  readonly entries: readonly PastedEntry[];
  /** True when the text is longer than what was read of it. */
  readonly truncated: boolean;
}

/** The most certain form first; a form that only needs words comes last. */
const RECOGNISERS: readonly Recogniser[] = [
  statusText,
  har,
  reportJson,
  httpResponse,
  structuredError,
  jsonBody,
  bodyWithStatus,
  htmlPage,
  accessLog,
  logfmt,
  embeddedError,
  errorText,
  embeddedJsonBody,
  messageText,
];

/**
 * Reads text that somebody pasted: a status, an HTTP response (`curl -i`, `curl -v`), a body, a
 * program's error or log line, a HAR file, or a bare message. Total, linear in the length of the text, and at most 1 Mi
 * characters of it are read. No credential of the text gets into the result.
 */
export function readPasted(text: string): PastedReading {
  const truncated = text.length > MOST_TEXT;
  const paste = pasteOf(text);
  for (const { name, read } of RECOGNISERS) {
    const entries = read(paste);
    if (entries !== null && entries.length > 0) return { kind: name, entries, truncated };
  }
  return { kind: 'nothing', entries: [], truncated };
}
