import { sanitizeLine } from '../../redact/sanitize.ts';

/** Text for Markdown that stays text: no markup, no link, no mention, no table cell of its own. */

/** Where text ends up: inside a table a pipe ends the cell, even in a code span. */
export type Place = 'line' | 'cell';

/** What GitHub turns into a link, a mention, a reference or a picture, even where escaped. */
const LIVE = /@|:\/\/|www\.|mailto:|xmpp:|#\d|gh-\d|:[\w+-]+:|\]\(/i;
/** The one site a reader is sent to; everything else is shown and not linked. */
const OWN_LINK = /^https:\/\/(?:[a-z\d-]+\.)*lusha\.com(?:\/[\w./-]*)?$/;
const MARKUP = /[\\`*_[\]<>&|~$^{}!]/g;
/** These make a heading, a list, a quote or a rule when they stand first in a line. */
const AT_START = /^(?:[#+=-]|\d+[.)](?=\s|$))/;
/** A name of a variable or a field reads better as code than with escapes in it. */
const NAME = /^\w+_\w+$/;

/** A sentence: punctuation is escaped, words that would come alive become code. */
export function prose(text: string, place: Place = 'line'): string {
  const words = sanitizeLine(text).trim().replace(/ {2,}/g, ' ').split(' ');
  const line = words.map((word) => wordOf(word, place)).join(' ');
  return AT_START.test(line) ? line.replace(/[#+=.)-]/, '\\$&') : line;
}

function wordOf(word: string, place: Place): string {
  const [, open = '', core = '', close = ''] = /^([("']*)(.*?)([)"'.,;:!?]*)$/.exec(word) ?? [];
  if (!LIVE.test(word) && !NAME.test(core)) return escapedMarkup(word);
  const shown = OWN_LINK.test(core) ? `<${core}>` : code(core, place);
  return escapedMarkup(open) + shown + escapedMarkup(close);
}

function escapedMarkup(text: string): string {
  return text.replace(MARKUP, (sign) => (sign === '|' ? '&#124;' : `\\${sign}`));
}

/** A code span, whatever backticks the text itself holds. */
export function code(text: string, place: Place = 'line'): string {
  const clean = sanitizeLine(text).trim();
  // No escape works for a pipe inside a code span inside a table, so it is named instead.
  const content = place === 'cell' ? clean.replaceAll('|', '<U+007C>') : clean;
  const fence = '`'.repeat(longestRun(content) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') || content === '' ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A block of commands or output, whatever fences the text itself holds. */
export function codeBlock(text: string, language: string, indent = ''): string[] {
  const content = sanitizeLine(text);
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return [`${indent}${fence}${language}`, `${indent}${content}`, `${indent}${fence}`];
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
