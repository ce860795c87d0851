/**
 * @typedef {{ text: string, colour: number | null, bold: boolean, dim: boolean }} Cell
 * @typedef {{ cells: readonly Cell[] }} Row
 */

const CELL_WIDTH = 8.4;
const LINE_HEIGHT = 18;
const MARGIN = 16;
const HEAD = 34;

/** Palette entries of the terminal that the program uses, for a light and a dark page. */
const STYLE = `
  .page { fill: #ffffff; stroke: #d0d7de; }
  .head { fill: #57606a; }
  text { fill: #1f2328; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre; }
  .c1 { fill: #b3261e; } .c2 { fill: #116329; } .c3 { fill: #7d4e00; } .c6 { fill: #0b5c75; }
  .b { font-weight: 700; } .d { fill: #636c76; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d; }
    .head { fill: #8b949e; }
    text { fill: #e6edf3; }
    .c1 { fill: #ff7b72; } .c2 { fill: #56d364; } .c3 { fill: #e3b341; } .c6 { fill: #76e3ea; }
    .d { fill: #9198a1; }
  }`;

/**
 * A picture of a terminal as it stood after a run, as SVG that suits light and dark pages.
 *
 * @param {string} command what was typed
 * @param {readonly Row[]} lines longer ones take several rows, as in the terminal
 * @param {number} columns
 */
export function picture(command, lines, columns) {
  const rows = lines.flatMap(({ cells }) => rowsOf(cells, columns));
  const width = Math.ceil(columns * CELL_WIDTH + 2 * MARGIN);
  const height = HEAD + rows.length * LINE_HEIGHT + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(command)}</title>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    `<text class="head" x="${MARGIN}" y="22">$ ${escaped(command)}</text>`,
    ...rows.flatMap((cells, at) => line(cells, HEAD + at * LINE_HEIGHT + 14)),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * The lines of a picture as text, for the test that compares it with a run of today.
 *
 * @param {string} svg
 */
export function textOfPicture(svg) {
  const lines = svg.matchAll(/<text y="[\d.]+">(.*)<\/text>/g);
  return [...lines].map(([, spans = '']) =>
    [...spans.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)]
      .map(([, text = '']) => unescaped(text))
      .join(' '),
  );
}

/**
 * @param {readonly Cell[]} cells
 * @param {number} columns
 */
function rowsOf(cells, columns) {
  const drawn = cells.slice(0, cells.findLastIndex(({ text }) => text !== ' ') + 1);
  const count = Math.max(1, Math.ceil(drawn.length / columns));
  return Array.from({ length: count }, (_, at) => drawn.slice(at * columns, (at + 1) * columns));
}

/**
 * @param {readonly Cell[]} cells
 * @param {number} y
 */
function line(cells, y) {
  const spans = runs(cells).map(({ text, at, length, name }) => {
    const fixed = `x="${round(MARGIN + at * CELL_WIDTH)}" textLength="${round(length * CELL_WIDTH)}"`;
    return `<tspan ${name === '' ? '' : `class="${name}" `}${fixed}>${escaped(text)}</tspan>`;
  });
  return spans.length === 0 ? [] : [`<text y="${y}">${spans.join('')}</text>`];
}

/**
 * Cells of one look. The length of each is fixed, so that columns stay columns in whatever font
 * the reader has.
 *
 * @param {readonly Cell[]} cells
 */
function runs(cells) {
  /** @type {{ text: string, at: number, length: number, name: string }[]} */
  const found = [];
  for (const [at, cell] of cells.entries()) {
    const name = classOf(cell);
    const last = found.at(-1);
    if (last !== undefined && last.name === name && last.at + last.length === at) {
      last.text += cell.text;
      last.length += 1;
    } else {
      found.push({ text: cell.text, at, length: 1, name });
    }
  }
  return found.flatMap(words).filter(({ text }) => text !== '');
}

/**
 * Parts with at most one blank between their words: not every viewer keeps several.
 *
 * @param {{ text: string, at: number, length: number, name: string }} run
 */
function words({ text, at, name }) {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((part) => ({
    text: part[0],
    at: at + part.index,
    length: part[0].length,
    name,
  }));
}

/** @param {Cell} cell */
function classOf({ colour, bold, dim }) {
  return [colour === null ? '' : `c${colour}`, bold ? 'b' : '', dim ? 'd' : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
