import { describe, expect, it } from 'vitest';
import { RATE_HEADER_FAMILIES } from '../../../src/knowledge/rate-headers.ts';
import { windowsFromHeaders } from '../../../src/quota/headers.ts';

const headers = RATE_HEADER_FAMILIES.flatMap((family) => family.headers);
const ofWindows = headers.filter(({ window }) => ['minute', 'hour', 'day'].includes(window ?? ''));

describe('the families of rate limit headers', () => {
  it('are all there, the recorded one first', () => {
    expect(RATE_HEADER_FAMILIES.map(({ id }) => id)).toEqual([
      'A',
      "A'",
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
      'retry-after',
    ]);
    const recorded = RATE_HEADER_FAMILIES.filter(({ state }) => state === 'observed');
    expect(recorded.map(({ id }) => id)).toEqual(['A']);
  });

  it.each([
    'x-rate-limit-daily',
    'x-rate-limit-hourly',
    'x-rate-limit-minute',
    'x-daily-requests-left',
    'x-hourly-requests-left',
    'x-minute-requests-left',
    'x-daily-usage',
    'x-hourly-usage',
    'x-minute-usage',
  ])('family A has %s', (name) => {
    expect(RATE_HEADER_FAMILIES[0]?.headers.map((header) => header.name)).toContain(name);
  });

  it('give one name one meaning, in lower case', () => {
    const meanings = new Map<string, string>();
    for (const { name, figure, window } of headers) {
      expect(name).toBe(name.toLowerCase());
      const meaning = `${figure} of ${window}`;
      expect(meanings.get(name) ?? meaning).toBe(meaning);
      meanings.set(name, meaning);
    }
  });

  it.each(ofWindows)('$name is read as the $figure of a $window', ({ name, figure, window }) => {
    const [read] = windowsFromHeaders([{ name, value: '7' }], 0);
    expect(read?.name).toBe(window);
    const value = { limit: read?.limit, left: read?.left, used: read?.used, wait: null };
    expect(figure === 'reset' ? read?.resetsAt : value[figure]).toBe(
      figure === 'reset' ? '1970-01-01T00:00:07.000Z' : 7,
    );
  });
});
