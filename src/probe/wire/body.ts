import type { Body, BodyNote, Failure, Header } from '../../model/exchange.ts';
import { textOf } from './charset.ts';
import { codingsOf, decode } from './content-coding.ts';
import { failureOf } from './failure-kind.ts';

/** A body as it came off the wire. */
export interface WireBody {
  readonly bytes: Buffer;
  /** `limit`: we stopped reading. `broken`: the connection ended or the time was up. */
  readonly end: 'whole' | 'limit' | 'broken';
}

/**
 * Decompresses and decodes a body to at most `limit` bytes. When it cannot be decompressed,
 * what was decoded stays and the failure comes with it.
 */
export async function bodyOf(
  wire: WireBody,
  headers: readonly Header[],
  limit: number,
): Promise<{ readonly body: Body; readonly failure?: Failure }> {
  const partial = wire.end !== 'whole';
  const codings = codingsOf(headerValue(headers, 'content-encoding'));
  const { bytes, cut, error } = await decode(wire.bytes, codings, limit, partial);
  const atLimit = cut || wire.end === 'limit';
  const notes: BodyNote[] = atLimit ? ['cut-at-limit'] : [];
  if (error !== undefined) notes.push('undecodable-encoding');
  // Nothing decoded: middleboxes unpack a body and leave the header, so the bytes may be text.
  const readable = error !== undefined && bytes.length === 0 ? wire.bytes : bytes;
  const text = textOf(readable, headerValue(headers, 'content-type'), atLimit || partial);
  const body: Body = {
    text: text.text,
    wireBytes: wire.bytes.length,
    bytes: bytes.length,
    notes: [...notes, ...text.notes],
  };
  return error === undefined ? { body } : { body, failure: failureOf(error, { phase: 'body' }) };
}

/** All values of a header, joined as HTTP allows; empty when it was not sent. */
export function headerValue(headers: readonly Header[], name: string): string {
  return headers
    .filter((header) => header.name.toLowerCase() === name)
    .map((header) => header.value)
    .join(', ');
}
