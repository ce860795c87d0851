import { contentType } from '../../evidence/body/body-content.ts';
import { headerValue } from '../../evidence/header.ts';
import type { Header } from '../../model/exchange.ts';
import { parseJson } from '../../model/json.ts';
import { balancedEnd } from '../matches/balanced.ts';

const CHUNK_SIZE = /^[\da-f]{1,8}(?:;.{0,100})?$/i;
/** What a shell, `time` and `curl -w` write below an answer. */
const BELOW_ANSWER =
  /^(?:(?!<)\S{0,80}[$%#>❯]|PS [^>\n]{1,200}>|(?:real|user|sys)[ \t]+\d+m[\d.,]+s|\d{3}(?:[ \t,;|].{0,200})?|(?:http_?code|status|time_?\w*|size_?\w*)[=: ].{0,200})\s*$/i;
/** A prompt with the next command: `user@host:~$ curl …`, `C:\\Users\\me> curl …`. */
const PROMPT = /^(?:[\w.-]{1,60}@[\w.-]{1,100}[^$#%\n]{0,200}[$#%]|[A-Z]:\\[^>\n]{0,200}>|[$❯]) ?/;

/**
 * The body among the lines that follow a pasted head. A paste goes on where the body has ended:
 * with a prompt, with what a person writes about it. JSON and HTML show where they end.
 */
export function bodyAmong(lines: readonly string[], headers: readonly Header[]): string {
  if (headerValue(headers, 'content-length')?.trim() === '0') return '';
  const text = joined(lines, headers);
  if (/^[{[]/.test(text)) {
    const end = balancedEnd(text, 0);
    const value = end === null ? text : text.slice(0, end);
    return parseJson(value) === undefined ? text : value;
  }
  const page = /^<[^]*<\/html\s{0,9}>/i.exec(text);
  if (page !== null) return page[0];
  // A head alone, as `curl -I` prints it, with words below that are no JSON.
  if (isJsonType(headers)) return '';
  const kept = text.split('\n');
  const prompt = kept.findIndex((line) => PROMPT.test(line));
  if (prompt !== -1) kept.length = prompt;
  while (kept.length > 0 && BELOW_ANSWER.test(kept.at(-1) ?? '')) kept.pop();
  return kept.join('\n').trim();
}

function isJsonType(headers: readonly Header[]): boolean {
  return /[/+]json$/.test(contentType(headers) ?? '');
}

/** The lines as the text they were, out of its chunks when it came in some. */
function joined(lines: readonly string[], headers: readonly Header[]): string {
  const isChunked = /\bchunked\b/i.test(headerValue(headers, 'transfer-encoding') ?? '');
  const first = lines.findIndex((line) => line !== '');
  if (!isChunked || !CHUNK_SIZE.test(lines[first]?.trim() ?? '')) return lines.join('\n').trim();
  const text: string[] = [];
  for (const line of lines) {
    const size = CHUNK_SIZE.test(line.trim()) ? Number.parseInt(line, 16) : null;
    if (size === 0) break;
    if (size === null) text.push(line);
  }
  return text.join('').trim();
}
