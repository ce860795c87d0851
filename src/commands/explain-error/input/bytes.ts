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
  if (har !== null) return { exitCode: await showExchanges({ name, text }, har, options, lookup) };
  if (!isLog && !isLongLog(text)) return { text };
  const source = { name, bytes: bytes.length, chunks: eachOf([bytes].values()) };
  return { exitCode: await explainLog([source], options, lookup) };
}

/** More lines than this are counted like any log; a document is read whole. */
const MOST_LINES = 1000;

function isLongLog(text: string): boolean {
  return !/^\s*[{[<]/.test(text) && text.split('\n', MOST_LINES + 1).length > MOST_LINES;
}

async function* eachOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
