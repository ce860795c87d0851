import { defineConfig } from 'vitest/config';
import { wat } from './build/wat.js';

export default defineConfig({
  plugins: [wat()],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**'] },
  },
});
