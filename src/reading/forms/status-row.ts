import type { StatusMatch } from '../matches/status-mention.ts';

const LUSHA_URL = /https?:\/\/[\w.-]{0,60}\blusha\.com?\b/i;
/** `curl -w '%{http_code} …'`: the number is the first thing on the line. */
const FIRST =
  /^[ \t]{0,8}([1-5]\d{2})(?=[ \t,;|])(?![ \t,;|]{1,4}(?:ms|s|bytes?|items?|rows?|records?|contacts?|companies|credits?|calls?|results?|requests?)\b)/;
/** A column of its own, as browsers copy the rows of their network tab. */
const COLUMN = /\t([1-5]\d{2})(?=\t|$)/;
const BROWSER_ROW = /\t[45]\d{2}\t(?:xhr|fetch|document|preflight|script|json)(?:\t|$)/i;
const MOST_LINES = 2000;
const LONGEST_LINE = 2000;

/** The status in a row about a call of Lusha's: a failed one before one that went well. */
export function statusOfRow(text: string): StatusMatch | null {
  let mild: StatusMatch | null = null;
  let start = 0;
  for (let seen = 0; seen < MOST_LINES && start < text.length; seen += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end);
    const found = line.length > LONGEST_LINE ? null : matchIn(line);
    if (found !== null && found.status >= 400) return { ...found, at: start + found.at };
    if (found !== null) mild ??= { ...found, at: start + found.at };
    if (end === -1) break;
    start = end + 1;
  }
  return mild;
}

function matchIn(line: string): StatusMatch | null {
  const match = FIRST.exec(line) ?? COLUMN.exec(line);
  if (match === null) return null;
  if (!LUSHA_URL.test(line) && !BROWSER_ROW.test(line)) return null;
  return { status: Number(match[1]), at: match.index + match[0].indexOf(match[1] ?? '') };
}
