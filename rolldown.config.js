import { defineConfig } from 'rolldown';
import { dataAsJson } from './build/data-as-json.js';
import { notices } from './build/notices.js';
import { withoutSubprocess } from './build/without-subprocess.js';

// CommonJS for the program: Node starts it in half the time of the same code as ES modules.
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  plugins: [dataAsJson('src/knowledge'), withoutSubprocess(), notices()],
  output: {
    dir: 'dist',
    format: 'cjs',
    cleanDir: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
  },
});
