import { called, member } from './reading.ts';

/** Bytes of a body that are read; an error answer is far smaller. */
const MOST_BYTES = 1024 * 1024;

/**
 * The body of a response as text, without taking it from the caller: a fetch response is read
 * through a clone, and a stream that can be read only once is left alone. Null when the body is not
 * known, for example because it was read before; that is not the same as an empty one.
 */
export async function bodyTextOf(response: unknown): Promise<string | null> {
  // A response that was read already refuses to be cloned.
  const copy = called(response, 'clone');
  const stream = member(copy, 'body');
  if (stream instanceof ReadableStream) return streamText(stream);
  if (copy !== undefined && stream === null) return '';
  for (const name of ['data', 'body', 'text', 'rawBody']) {
    const text = textFrom(member(response, name));
    if (text !== null) return text;
  }
  return null;
}

async function streamText(stream: ReadableStream<unknown>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !(value instanceof Uint8Array)) break;
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
      if (bytes >= MOST_BYTES) break;
    }
  } catch {
    // A body that breaks off is still worth what was read of it.
  }
  // Not awaited: a clone's cancel ends only together with the caller's own half.
  reader.cancel().catch(() => {});
  return text;
}

/** Text, bytes, or what a client has already parsed; null for anything else, a stream above all. */
function textFrom(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
    return new TextDecoder().decode(value);
  }
  return Array.isArray(value) || isPlainObject(value) ? jsonText(value) : null;
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function jsonText(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
