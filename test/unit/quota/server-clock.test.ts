import { describe, expect, it } from 'vitest';
import { ServerClock } from '../../../src/quota/server-clock.ts';

const NOW = Date.UTC(2026, 10, 23, 14);
const date = (ms: number) => new Date(ms).toUTCString();

describe('the clock of the server', () => {
  it.each([
    ['ahead', 90_000],
    ['behind', -90_000],
  ])('is followed when ours is %s', (_what, ahead) => {
    expect(new ServerClock().at(NOW + ahead, date(NOW))).toBe(NOW + 500);
  });

  it('is not followed within what a header of whole seconds can show', () => {
    expect(new ServerClock().at(NOW + 900, date(NOW))).toBe(NOW + 900);
    expect(new ServerClock().at(NOW + 4000, date(NOW), 5000)).toBe(NOW + 4000);
  });

  it('is remembered between answers and forgotten when ours was put right', () => {
    const clock = new ServerClock();
    clock.at(NOW + 90_000, date(NOW));

    expect(clock.at(NOW + 95_000, null)).toBe(NOW + 5500);
    expect(clock.at(NOW + 6000, date(NOW + 6000))).toBe(NOW + 6000);
  });

  it('takes no notice of a header that is no date', () => {
    expect(new ServerClock().at(NOW, 'yesterday')).toBe(NOW);
  });
});
