/**
 * Makes text from elsewhere visible and harmless before it reaches a terminal: escape
 * sequences, controls, marks that turn the reading direction, characters of no width, and what
 * would be a command to the CI system that reads the log.
 */

/** Controls, format characters, invisible ones, U+2028 and U+2029, halves of a surrogate pair. */
const HOSTILE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What a CI runner obeys wherever it stands in the log: GitHub's `::error::`, the `##[` of its older
 * runners and of Azure (`##vso[`), TeamCity's `##teamcity[`. Matches the sign that makes it one.
 */
const CI_COMMAND =
  /(?<=:):(?=(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning)(?:[\s:]|$))|(?<=#)#(?=[a-z]*\[)/gi;

/** Most text that one line, or one block, may take: UTF-16 units, the cut's note included. */
const LINE_MAX = 2_000;
const BLOCK_MAX = 16_000;

/** One line: every hostile character becomes visible, line breaks too. Applying it twice changes nothing. */
export function sanitizeLine(text: string, max: number = LINE_MAX): string {
  return bounded(text, max, (part) => part.replace(HOSTILE, visible).replace(CI_COMMAND, visible));
}

/** Several lines: `\n` stays, CR LF becomes `\n`, a tab two blanks; all else as in a line. */
export function sanitizeBlock(text: string, max: number = BLOCK_MAX): string {
  return bounded(text, max, (part) =>
    part
      .replaceAll('\r\n', '\n')
      .replaceAll('\t', '  ')
      .replace(HOSTILE, (character) => (character === '\n' ? character : visible(character)))
      .replace(CI_COMMAND, visible),
  );
}

/** Writes the same characters as `\uXXXX`, for text that is JSON already. A line break stays. */
export function escapeHostile(json: string): string {
  return json
    .replace(HOSTILE, (character) => (character === '\n' ? character : escaped(character)))
    .replace(CI_COMMAND, escaped);
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x7f) return '^?';
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Cleans no more than can be shown. The note counts against `max`: a second pass finds nothing to cut. */
function bounded(text: string, max: number, clean: (part: string) => string): string {
  const cleaned = clean(text.slice(0, max + 1));
  if (text.length <= max && cleaned.length <= max) return cleaned;
  const note = `… (cut, ${text.length} characters)`.slice(0, max);
  return cleaned.slice(0, max - note.length).replace(/[\uD800-\uDBFF]$/, '') + note;
}
