import { dataAsJson } from './build/data-as-json.js';
import { leftOut } from './build/left-out.js';
import { libraryTypes } from './build/library-types.js';
import { notices } from './build/notices.js';
import { preparedPages } from './build/prepared-pages.js';
import { compactJson, packedJson } from './build/packed.js';
import { oneHttpParser } from './build/one-http-parser.js';
import { wat } from './build/wat.js';

const CORE =
  /src\/(main|redact\/guard)\.ts|src\/cli\/(program|examples|help-layout)|node_modules\/commander/;
const PAGE =
  /src\/render\/(format|meanings|text\/(cells|colour-level|layout|plain-text|theme|wrap))|src\/run\/(present\/present|options|raw-options|report\/report-builder)/;

const DIAGNOSIS = /src\/(diagnosis|knowledge\/(catalogue|sources|causes))/;
// CommonJS for the program: Node starts it in half the time of the same code as ES modules.
/** @type {import('rolldown').BuildOptions} */
export default {
  input: { main: 'src/main.ts', library: 'src/library.ts', simulator: 'src/simulator.ts' },
  platform: 'node',
  plugins: [
    dataAsJson('src/knowledge'),
    compactJson('schema/report-1.json'),
    packedJson('src/commands/completion/scripts.json', 'completion-scripts.json.br'),
    wat(),
    preparedPages(),
    leftOut(),
    oneHttpParser(),
    notices(),
    libraryTypes('src/library.ts', 'dist/types'),
    libraryTypes('src/simulator.ts', 'dist/types'),
  ],
  output: {
    dir: 'dist',
    format: 'cjs',
    cleanDir: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // What is always loaded together stands in one file: opening a file costs more than reading it.
    codeSplitting: {
      groups: [
        { name: 'core', priority: 3, test: CORE },
        { name: 'page', priority: 2, test: PAGE },
        { name: 'diagnosis', priority: 1, test: DIAGNOSIS },
      ],
    },
  },
};
