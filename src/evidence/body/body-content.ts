import type { Body, Header } from '../../model/exchange.ts';
import type { BodyKind } from '../../model/fact.ts';
import { parseJson } from '../../model/json.ts';
import { headerValue } from '../header.ts';
import { oneLine } from '../one-line.ts';

/** A body that was looked into once, for everybody who asks about it. */
export interface BodyContent {
  readonly kind: BodyKind;
  /** The parsed value of a JSON body, `undefined` for any other. */
  readonly json: unknown;
  readonly text: string;
  /** Title of an HTML page. */
  readonly title: string | null;
  /** False when only the beginning of the body was read. */
  readonly isWhole: boolean;
}

/** How far into a page its marks are searched, in UTF-16 units. */
const SEARCHED = 65_536;
const LONGEST_TITLE = 200;
const HTML_START =
  /^(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|center|h1|script|meta)\b/i;

/** True for JSON that has a beginning and no end. */
export function endsWithin({ kind, text }: BodyContent): boolean {
  return kind === 'broken-json' && /^\s*[[{]/.test(text) && !/[}\]]\s*$/.test(text.slice(-200));
}

/** Says what a body is, by its content first and by its content type second. Total. */
export function contentOf(body: Body, headers: readonly Header[]): BodyContent {
  const text = body.text.replace(/^\uFEFF/, '');
  const json = mayBeJson(text, headers) ? parseJson(text) : undefined;
  const kind = kindOf(body, text.trimStart().slice(0, 4000), headers, json);
  const searched = text.slice(0, SEARCHED);
  const title =
    kind === 'html' ? (/<title[^>]{0,200}>([^<]{1,1000})/i.exec(searched)?.[1] ?? '') : '';
  const isWhole = !body.notes.includes('cut-at-limit');
  return { kind, json, text: searched, title: oneLine(title, LONGEST_TITLE) || null, isWhole };
}

function kindOf(
  { notes, bytes }: Body,
  start: string,
  headers: readonly Header[],
  json: unknown,
): BodyKind {
  if (json !== undefined) return isObject(json) ? 'json-object' : 'json-other';
  if (notes.includes('undecodable-encoding') || notes.includes('nul-bytes')) return 'binary';
  if (start === '') return bytes > 0 && notes.includes('not-utf-8') ? 'binary' : 'empty';
  if (HTML_START.test(start)) return 'html';
  const type = contentType(headers);
  if (/^[[{]/.test(start) || isJsonType(type)) return 'broken-json';
  if (type === 'text/html' && start.startsWith('<')) return 'html';
  return 'text';
}

function mayBeJson(text: string, headers: readonly Header[]): boolean {
  return /^\s*[[{]/.test(text) || isJsonType(contentType(headers));
}

/** Media type without its parameters, in lower case. */
export function contentType(headers: readonly Header[]): string | null {
  const value = headerValue(headers, 'content-type');
  return value === null ? null : oneLine(value.split(';', 1)[0] ?? '', 100).toLowerCase() || null;
}

function isJsonType(type: string | null): boolean {
  return type !== null && /^application\/(?:[\w.+-]{1,60}\+)?json$/.test(type);
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
