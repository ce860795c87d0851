import { libraryTypes } from './build/library-types.js';
import { notices } from './build/notices.js';
import { partsList } from './build/parts-list.js';

/**
 * CommonJS for the program: Node starts it in half the time of the same code as ES modules.
 *
 * @type {import('rolldown').BuildOptions}
 */
export default {
  input: { main: 'src/main.ts', library: 'src/library.ts', simulator: 'src/simulator.ts' },
  platform: 'node',
  plugins: [
    notices(),
    partsList('dist/sbom.cdx.json'),
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
  },
};
