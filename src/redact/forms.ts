import type { Secret } from '../model/secret.ts';
import { sanitizeBlock, sanitizeLine } from './sanitize.ts';
import { isNoise, fold } from './characters.ts';

/** Shorter forms would hide ordinary words. */
const LEAST = 6;
/** A piece of the secret this long is hidden on its own, when it has enough digits to be no word. */
const PIECE = 8;
const DIGITS_IN_PIECE = 2;
/** Longer than any token; nobody is sent a text beyond that, and all of its encodings would fill the memory. */
const LONGEST_ENCODED = 4096;

/** Everything to look for, folded and without noise. */
export interface Forms {
  /**
   * The secret as it is written in other texts, and its pieces, so that one that was cut short or
   * stands in two columns is hidden too.
   */
  readonly plain: readonly string[];
  /** The secret in encodings of bytes, of which the beginning tells a part of it as well. */
  readonly encoded: readonly string[];
}

/** Escapes are read through, see `EscapeReader`; here is what that cannot undo. */
export function formsOf(secret: Secret): Forms {
  return secret.reveal((value) => ({
    plain: distinct([...spelt(value).map(significant), ...pieces(significant(value))]),
    encoded: distinct(encodings(value.slice(0, LONGEST_ENCODED)).map(significant)),
  }));
}

function distinct(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].filter((form) => form.length >= LEAST);
}

function spelt(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  return [
    value,
    sanitizeLine(value, Infinity),
    sanitizeBlock(value, Infinity),
    json,
    JSON.stringify(json).slice(1, -1),
    escapeForMarkup(value),
    ...percentEncodings(Buffer.from(value, 'utf8').toString('utf8')),
  ];
}

function encodings(value: string): readonly string[] {
  return [
    ...spellings(value).flatMap(byteEncodings),
    ...[value, withoutHyphens(value)].flatMap(twiceInBase64),
  ];
}

/** The same key for whoever is asked: in other letters, without its hyphens. */
function spellings(value: string): readonly string[] {
  const texts = [value, value.toLowerCase(), value.toUpperCase()];
  return [...new Set(texts.flatMap((text) => [text, withoutHyphens(text)]))];
}

function withoutHyphens(text: string): string {
  return text.replaceAll('-', '');
}

function byteEncodings(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [
    bytes.toString('hex'),
    [...bytes].join(','),
    ...everyBase64(bytes),
    ...everyBase64(Buffer.from(text, 'utf16le')),
  ];
}

function twiceInBase64(text: string): readonly string[] {
  const inner = [...new Set(everyBase64(Buffer.from(text, 'utf8')))];
  return inner.flatMap((once) => everyBase64(Buffer.from(once, 'latin1')));
}

function percentEncodings(value: string): string[] {
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  return [encodeURIComponent(value), encodeURI(value), form];
}

function everyBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((shift) => base64At(bytes, shift));
}

/**
 * How the bytes look in base64 when `shift` bytes stand before them: only the characters
 * that depend on nothing else, in both alphabets.
 */
function base64At(bytes: Buffer, shift: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const from = Math.ceil((shift * 8) / 6);
  const to = Math.floor((shifted.length * 8) / 6);
  return [
    shifted.toString('base64').slice(from, to),
    shifted.toString('base64url').slice(from, to),
  ];
}

function escapeForMarkup(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function pieces(value: string): string[] {
  const count = Math.max(0, value.length - PIECE + 1);
  return Array.from({ length: count }, (_, at) => value.slice(at, at + PIECE)).filter(
    (piece) => piece.replace(/[^0-9]/g, '').length >= DIGITS_IN_PIECE,
  );
}

function significant(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isNoise(unit)) kept += String.fromCharCode(fold(unit));
  }
  return kept;
}
