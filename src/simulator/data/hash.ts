import { createHash } from 'node:crypto';

/** 32 bytes that depend on the parts and on nothing else. */
function digest(parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\0')).digest();
}

/** A whole number from 0 to `below` - 1, the same for the same parts. */
export function numberFrom(below: number, ...parts: readonly string[]): number {
  return digest(parts).readUInt32BE(0) % below;
}

/** One of the choices, the same for the same parts. */
export function pick<const C extends readonly [unknown, ...unknown[]]>(
  choices: C,
  ...parts: readonly string[]
): C[number] {
  return choices[numberFrom(choices.length, ...parts)];
}

/** An opaque id in the form of the V3 ones: `v1.` and 32 characters. */
export function opaqueId(...parts: readonly string[]): string {
  return `v1.${digest(parts).toString('base64url').slice(0, 32)}`;
}

/** A number as old ids are: ten digits. */
export function numericId(...parts: readonly string[]): string {
  return String(1_000_000_000 + numberFrom(3_000_000_000, ...parts));
}

/** A UUID in form (version 4), the same for the same parts. */
export function uuidFrom(...parts: readonly string[]): string {
  const hex = digest(parts).toString('hex');
  const variant = '89ab'[numberFrom(4, ...parts)] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
