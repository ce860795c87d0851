import { Buffer } from 'node:buffer';

/**
 * The few ASN.1 values a certificate is made of, in DER (X.690). A library that knows them all
 * would be a fifth of the package.
 */

/** A value with its tag and length before it. */
export function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

export function sequence(...members: readonly Uint8Array[]): Buffer {
  return tagged(0x30, ...members);
}

export function set(...members: readonly Uint8Array[]): Buffer {
  return tagged(0x31, ...members);
}

/** A number from 0 to 127. */
export function small(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

/** A positive number of any size, its first bit unset. */
export function integer(bytes: Uint8Array): Buffer {
  return tagged(0x02, bytes);
}

export function yes(): Buffer {
  return tagged(0x01, Buffer.from([0xff]));
}

export function octets(content: Uint8Array): Buffer {
  return tagged(0x04, content);
}

/** Bits, the last `unused` of them left out. */
export function bits(content: Uint8Array, unused = 0): Buffer {
  return tagged(0x03, Buffer.from([unused]), content);
}

export function utf8(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text, 'utf8'));
}

/** An object identifier such as `2.5.4.3`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** A moment, epoch ms, in the form that X.509 wants for its year (RFC 5280, 4.1.2.5). */
export function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return Number(digits.slice(0, 4)) < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2), 'latin1'))
    : tagged(0x18, Buffer.from(digits, 'latin1'));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100
    ? Buffer.from([0x81, length])
    : Buffer.from([0x82, length >> 8, length & 0xff]);
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
