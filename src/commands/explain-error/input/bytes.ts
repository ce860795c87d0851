import { objectOf, parseJson } from '../../../model/json.ts';
import { linesOfList } from '../../../reading/logs/record-list.ts';
import { packingOf } from '../../../reading/logs/unpack.ts';
import { readHar } from '../../../reading/forms/har.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskCredentials } from '../../../redact/credentials.ts';
import { explainLog } from '../log/log.ts';
import { showExchanges } from '../log/entries.ts';
import type { LogOptions } from '../log/options.ts';
import type { Lookup } from '../lookup.ts';

/**
 * A file or a pipe that is short enough to be read whole: gives its text, or the exit code of the
 * summary that was shown where it can only be a log.
 */
export async function explainBytes(
  name: string,
  bytes: Uint8Array,
  options: LogOptions,
  lookup: Lookup,
): Promise<{ readonly text: string } | { readonly exitCode: number }> {
  const isLog = packingOf(bytes) !== 'text' || options.since !== undefined;
  const text = isLog ? '' : new TextDecoder().decode(bytes);
  const har = isLog ? null : readHar(text, (part) => maskContacts(maskCredentials(part)));
  if (har !== null) {
    const shown = await showExchanges({ name, text }, har.exchanges, har.leftOut, options, lookup);
    return { exitCode: shown };
  }
  const list = isLog ? null : linesOfList(text, MOST_LINES, lookup.io.clock.now());
  if (!isLog && list === null && !isLongLog(text)) return { text };
  const read = list === null ? bytes : new TextEncoder().encode(list);
  const source = { name, bytes: read.length, chunks: eachOf([read].values()) };
  return { exitCode: await explainLog([source], options, lookup) };
}

/** More lines than this are counted like any log; a document is read whole. */
const MOST_LINES = 1000;

function isLongLog(text: string): boolean {
  const lines = text.split('\n', MOST_LINES + 1);
  if (lines.length <= MOST_LINES) return false;
  // A line that is an object of its own begins a list of records, and no document.
  return !/^\s*[{[<]/.test(text) || objectOf(parseJson(lines[0] ?? '')) !== null;
}

async function* eachOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
