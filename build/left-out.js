import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/**
 * Parts of libraries that this program never uses and that cost start-up time or room in the
 * package. Each rule says which import of which library is answered with what in its place.
 *
 * @typedef {object} Rule
 * @property {string} library folder name of the library that imports
 * @property {RegExp} id what it imports
 * @property {string} code what it gets
 */

const WIDTH = `
const { cellWidth } = require(${JSON.stringify(resolve('src/render/text/cells.ts'))});
const { stripVTControlCharacters } = require('node:util');
module.exports = (text) => cellWidth(stripVTControlCharacters(String(text)));
`;

/** @type {readonly Rule[]} */
const RULES = [
  // For sub-commands in executables of their own; loading it takes a fifth of `--help`'s time.
  { library: 'commander', id: /^node:child_process$/, code: 'module.exports = {};' },
  // Every connection here speaks HTTP/1.1. The stub is undici's own for a Node without HTTP/2.
  { library: 'undici', id: /^node:http2$/, code: 'module.exports = { constants: {} };' },
  {
    library: 'undici',
    id: /\/client-h2\.js$/,
    code: 'module.exports = () => { throw new Error("HTTP/2 is left out of this bundle"); };',
  },
  // Of the parser's numbers only these two tables are read.
  { library: 'undici', id: /\/llhttp\/constants\.js$/, code: parserNumbers() },
  // The channels without what NODE_DEBUG=undici would print about them.
  { library: 'undici', id: /\/diagnostics(\.js)?$/, code: channels() },
  // Bodies here are text or streams, never forms.
  {
    library: 'undici',
    id: /\/web\/fetch\/body\.js$/,
    code: 'exports.extractBody = () => { throw new TypeError("form bodies are left out of this bundle"); };',
  },
  // Only counters and gauges are served, from a registry of our own.
  {
    library: 'prom-client',
    id: /\/(pushgateway|defaultMetrics|cluster|summary|histogram)$/,
    code: 'module.exports = class {};',
  },
  // Tables get their colours from the theme, before they are drawn.
  { library: 'cli-table3', id: /^@colors\/colors\/safe$/, code: 'module.exports = {};' },
  // Widths are measured here too; the libraries' own measures come with tables of 15 kB.
  { library: 'cli-table3', id: /^string-width$/, code: WIDTH },
  { library: 'ora', id: /^string-width$/, code: WIDTH },
  // Signals are taken by bin/, which ends the process itself; the cursor comes back with its end.
  {
    library: 'cli-cursor',
    id: /^restore-cursor$/,
    code: `export default () => process.once('exit', () => process.stderr.write('\\u001B[?25h'));`,
  },
  // The spinner is told that it is on a terminal, leaves stdin alone and ends without a symbol.
  {
    library: 'ora',
    id: /^stdin-discarder$/,
    code: 'export default { start() {}, stop() {} };',
  },
  { library: 'ora', id: /^log-symbols$/, code: 'export default {};' },
  { library: 'ora', id: /^is-interactive$/, code: 'export default () => true;' },
  { library: 'ora', id: /^is-unicode-supported$/, code: 'export default () => false;' },
  // 90 animations, of which one is shown; the other is ora's fallback without Unicode.
  {
    library: 'ora',
    id: /^cli-spinners$/,
    code: `export default {
      dots: { interval: 80, frames: [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'] },
      line: { interval: 130, frames: [...'-\\\\|/'] },
    };`,
  },
];

function parserNumbers() {
  /** @type {{ ERROR: object, TYPE: object }} */
  const { ERROR, TYPE } = createRequire(import.meta.url)('undici/lib/llhttp/constants.js');
  return `module.exports = ${JSON.stringify({ ERROR, TYPE })};`;
}

function channels() {
  /** @type {{ channels: Record<string, { name: string }> }} */
  const { channels: known } = createRequire(import.meta.url)('undici/lib/core/diagnostics.js');
  const names = Object.entries(known).map(([key, { name }]) => [key, name]);
  return `const { channel } = require('node:diagnostics_channel');
module.exports = {
  channels: Object.fromEntries(${JSON.stringify(names)}.map(([key, name]) => [key, channel(name)])),
};`;
}

const STUB = '\0left-out:';

/** @returns {import('rolldown').Plugin} */
export function leftOut() {
  return {
    name: 'left-out',
    resolveId(id, importer) {
      const rule = RULES.findIndex(
        (one) => importer?.includes(`/node_modules/${one.library}/`) && one.id.test(id),
      );
      return rule < 0 ? null : `${STUB}${rule}`;
    },
    load(id) {
      return id.startsWith(STUB) ? (RULES[Number(id.slice(STUB.length))]?.code ?? null) : null;
    },
  };
}
