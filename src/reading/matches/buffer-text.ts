import { Buffer } from 'node:buffer';
import { listOf, objectOf } from '../../model/json.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { maskCredentials } from '../../redact/credentials.ts';

const MOST_BYTES = 65_536;

/**
 * The text of a Node buffer written down as JSON: `{"type":"Buffer","data":[123,34,…]}`. Null for
 * anything else. What it holds was hidden from the masking of the whole text, so it is masked here.
 */
export function textOfBuffer(value: unknown): string | null {
  const buffer = objectOf(value);
  const data = buffer?.type === 'Buffer' ? listOf(buffer.data) : null;
  if (data === null) return null;
  const bytes = data.slice(0, MOST_BYTES).filter(isByte);
  return maskContacts(maskCredentials(Buffer.from(bytes).toString()));
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}
