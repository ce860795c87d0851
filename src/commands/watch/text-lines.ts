import type { WriteResult } from '../../model/io.ts';

const LONGEST_LINE = 256 * 1024;

/** Splits bytes into lines as they come; a line longer than any log's is cut. The last one may be torn. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Bytes that are being read, and why they ended early, if they did. */
export class Reading {
  readonly #source: AsyncIterable<Uint8Array> | AsyncGenerator<Uint8Array, WriteResult>;
  #failure: string | null = null;

  constructor(source: AsyncIterable<Uint8Array> | AsyncGenerator<Uint8Array, WriteResult>) {
    this.#source = source;
  }

  /** Null while all is well. */
  get failure(): string | null {
    return this.#failure;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    const iterator: AsyncIterator<Uint8Array, WriteResult | undefined> =
      this.#source[Symbol.asyncIterator]();
    for (;;) {
      const next = await iterator.next();
      if (next.done !== true) {
        yield next.value;
        continue;
      }
      if (next.value?.ok === false) this.#failure = next.value.message;
      return;
    }
  }
}
