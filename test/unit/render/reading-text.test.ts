import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingText } from '../../../src/render/live/reading-text.ts';

it.each([
  [{ bytes: 0, total: 5e9, ms: 250 }, 'read 0 MB  0 MB/s'],
  [
    { bytes: 1e6, total: 50e9, ms: 1000 },
    '[>                   ] 0 %  14 h left  1 MB/s  0.0 of 50.0 GB',
  ],
  [
    { bytes: 1.2e9, total: 5e9, ms: 3_000 },
    '[====>               ] 24 %  10 s left  400 MB/s  1.2 of 5.0 GB',
  ],
  [
    { bytes: 130e6, total: 520e6, ms: 100_000 },
    '[=====>              ] 25 %  5 min left  1 MB/s  130 of 520 MB',
  ],
  [
    { bytes: 520e6, total: 520e6, ms: 1000 },
    '[====================] 100 %  0 s left  520 MB/s  520 of 520 MB',
  ],
  // A log that grows while it is read.
  [
    { bytes: 600e6, total: 520e6, ms: 1000 },
    '[====================] 100 %  0 s left  600 MB/s  600 of 520 MB',
  ],
  [{ bytes: 130e6, total: null, ms: 500 }, 'read 130 MB  260 MB/s'],
  [{ bytes: 2.5e9, total: null, ms: 5000 }, 'read 2.5 GB  500 MB/s'],
])('%o', (reading, text) => {
  expect(readingText(reading)).toBe(text);
});

it('is one line of ASCII for every reading', () => {
  const size = fc.double({ min: 0, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(size, fc.option(size), size, (bytes, total, ms) => {
      expect(readingText({ bytes, total, ms })).toMatch(/^[\x20-\x7e]+$/);
      expect(readingText({ bytes, total, ms })).not.toMatch(/NaN|Infinity/);
    }),
  );
});
