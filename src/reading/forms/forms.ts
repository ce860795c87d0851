import { contractOf } from '../../evidence/body/contract.ts';
import { jsonObjectIn } from '../matches/json-in-text.ts';
import { requestInText } from '../matches/request-text.ts';
import type { Paste, PastedEntry, Recogniser } from '../paste.ts';
import { accessLog } from './access-log.ts';
import { answerEntry } from './answer-entry.ts';
import { bodyWithStatus } from './body-with-status.ts';
import { errorText } from './error-text.ts';
import { har } from './har.ts';
import { htmlPage } from './html-page.ts';
import { httpResponse } from './http-response.ts';
import { embeddedJsonBody, jsonBody } from './json-body.ts';
import { logfmt } from './logfmt.ts';
import { mcpResult } from './mcp-result.ts';
import { messageText } from './message-text.ts';
import { reportJson } from './report-json.ts';
import { statusText } from './status-text.ts';
import { embeddedError, entriesOf, structuredError } from './structured-error.ts';

/** A way of writing down calls, and where it is met. */
export interface Form extends Recogniser {
  /** `document`: only as a whole text. `entry`: only as an entry of a log. `both`: as either. */
  readonly takes: 'document' | 'entry' | 'both';
}

/** The one list of forms, for a paste and for a log: the most certain first, mere words last. */
const FORMS: readonly Form[] = [
  { ...statusText, takes: 'document' },
  { ...har, takes: 'document' },
  { ...reportJson, takes: 'document' },
  { ...mcpResult, takes: 'both' },
  { ...httpResponse, takes: 'both' },
  { ...structuredError, takes: 'both' },
  { name: 'json-body', takes: 'document', read: jsonBody.read },
  { name: 'json-body', takes: 'entry', read: answerAlone },
  { name: 'structured-error', takes: 'entry', read: recordAfterPrefix },
  { ...bodyWithStatus, takes: 'document' },
  { ...htmlPage, takes: 'both' },
  { ...accessLog, takes: 'both' },
  { ...logfmt, takes: 'both' },
  { ...embeddedError, takes: 'document' },
  { ...errorText, takes: 'both' },
  { ...embeddedJsonBody, takes: 'both' },
  { ...messageText, takes: 'both' },
];

/** What a text holds when it is read as a document or as an entry, by the first form that fits. */
export function readByForms(
  paste: Paste,
  as: 'document' | 'entry',
): { readonly form: Form; readonly entries: readonly PastedEntry[] } | null {
  for (const form of FORMS) {
    if (form.takes !== as && form.takes !== 'both') continue;
    const entries = form.read(paste);
    if (entries !== null && entries.length > 0) return { form, entries };
  }
  return null;
}

/** A body that a program wrote down as it came. */
function answerAlone(paste: Paste): readonly PastedEntry[] | null {
  return paste.text.startsWith('{') && contractOf(jsonObjectIn(paste.text), null) !== null
    ? jsonBody.read(paste)
    : null;
}

/** `2026-11-23T14:03:12Z ERROR [sync] {"status":429, …}`: a record, or an answer, after a prefix. */
function recordAfterPrefix({ text }: Paste): readonly PastedEntry[] | null {
  const brace = text.indexOf('{');
  if (brace <= 0 || !text.endsWith('}')) return null;
  const record = jsonObjectIn(text);
  if (record === null) return null;
  if (errorText.read({ text: text.slice(0, brace), lines: [] }) !== null) return null;
  if (contractOf(record, null)?.kind !== 'error') return entriesOf(record);
  const stated = [record.statusCode, record.status, record.code].find(
    (value) => typeof value === 'number' && value >= 100 && value <= 599,
  );
  const status = typeof stated === 'number' ? stated : null;
  return [answerEntry(JSON.stringify(record), status, requestInText(text))];
}
