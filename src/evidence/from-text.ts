import { accessLog } from './text/access-log.ts';
import { bodyWithStatus } from './text/body-with-status.ts';
import { errorText } from './text/error-text.ts';
import { har } from './text/har.ts';
import { htmlPage } from './text/html-page.ts';
import { httpResponse } from './text/http-response.ts';
import { embeddedJsonBody, jsonBody } from './text/json-body.ts';
import { logfmt } from './text/logfmt.ts';
import { messageText } from './text/message-text.ts';
import {
  MOST_TEXT,
  pasteOf,
  type PastedEntry,
  type PastedKind,
  type Recogniser,
} from './text/paste.ts';
import { reportJson } from './text/report-json.ts';
import { statusText } from './text/status-text.ts';
import { embeddedError, structuredError } from './text/structured-error.ts';

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
