/**
 * Width of text in terminal cells. Written here because most output needs nothing else of
 * the table library, whose own measure would cost its loading time on every start.
 */

const ASCII = /^[\x20-\x7e]*$/;
const NO_WIDTH = /\p{Mark}|[\u1160-\u11ff]/u;
const TWO_CELLS =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|\p{Script=Yi}|[\u3000-\u303e\u30fb-\u30fe\u3190-\u321e\u3220-\u3247\u3250-\u4dbf\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;
/** These belong to a wide script but take one cell. */
const HALF_WIDTH = /[\uff61-\uffdc]/u;

/** Cells that a sanitised line takes. */
export function cellWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

/** Text filled up with blanks to `cells`; longer text is returned as it is. */
export function padCells(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellWidth(text)));
}

/** The longest beginning of `text` that fits into `cells`; empty when the first character does not. */
export function headOfCells(text: string, cells: number): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += cellsOf(character);
    if (used > cells) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function cellsOf(character: string): number {
  if (ASCII.test(character)) return 1;
  if (NO_WIDTH.test(character)) return 0;
  return TWO_CELLS.test(character) && !HALF_WIDTH.test(character) ? 2 : 1;
}
