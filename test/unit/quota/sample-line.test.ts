import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/model/watch.ts';
import { lineOfSample, sampleOfLine } from '../../../src/quota/log/sample-line.ts';

const SAMPLE: Sample = {
  at: Date.UTC(2026, 10, 23, 14, 18, 5, 120),
  source: 'relay',
  windows: [
    {
      name: 'hour',
      limit: { value: 150, source: 'header' },
      used: { value: 104, source: 'inferred' },
      left: { value: 46, source: 'header' },
      resetsAt: null,
    },
  ],
  credits: { total: 1000, used: null, left: 812 },
  plan: 'pro',
  call: { status: 429, endpoint: 'contacts.search', cause: 'quota-hour-exhausted', title: 'Empty' },
  retryAt: Date.UTC(2026, 10, 23, 15),
  oddities: ['header x: "-1" is negative'],
};

describe('a record', () => {
  it('gives back what was put down', () => {
    expect(sampleOfLine(lineOfSample(SAMPLE))).toEqual(SAMPLE);
  });

  it('does without a line that was torn, wherever that happened', () => {
    const line = lineOfSample(SAMPLE);

    for (let end = 0; end < line.length; end += 1) {
      expect(sampleOfLine(line.slice(0, end))).toBeNull();
    }
  });

  it('does without anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        expect(sampleOfLine(line)).toBeNull();
      }),
    );
  });
});
