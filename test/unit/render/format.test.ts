import { describe, expect, it } from 'vitest';
import {
  bar,
  count,
  day,
  distance,
  duration,
  instant,
  runTime,
} from '../../../src/render/format.ts';

const START = '2026-11-23T13:18:05.112Z';

describe('times', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '<1 ms'],
    [131.4, '131 ms'],
    [2_420, '2.4 s'],
    [75_400, '75 s'],
  ])('%d ms take %j', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  it.each([
    [0, 'now'],
    [37_000, 'in 37 s'],
    [-37_000, '37 s ago'],
    [119_000, 'in 119 s'],
    [125_000, 'in 3 min'],
    [3_600_000, 'in 1 h'],
    [4_800_000, 'in 1 h 20 min'],
    [38_500_000, 'in 11 h'],
    [12 * 86_400_000, 'in 12 d'],
  ])('%d ms away is %j', (ms, expected) => {
    expect(distance(ms)).toBe(expected);
  });

  it.each([
    ['2026-11-23T13:18:42.112Z', START, '13:18:42 UTC, in 37 s'],
    ['2026-11-24T00:00:00Z', START, '00:00 UTC, in 11 h'],
    ['2026-12-01T00:00:00Z', START, '2026-12-01 00:00 UTC, in 7 d'],
    ['2026-11-23T14:18:42+01:00', START, '13:18:42 UTC, in 37 s'],
    ['2026-12-01T00:00:00Z', '', '2026-12-01 00:00:00 UTC'],
    ['soon', START, 'soon'],
  ])('%j seen from %j is %j', (iso, from, expected) => {
    expect(instant(iso, from)).toBe(expected);
  });

  it('names the day, or leaves text that is none', () => {
    expect(day('2026-12-01T08:00:00Z')).toBe('2026-12-01');
    expect(day('monthly')).toBe('monthly');
  });

  it.each([
    [412, '0.41 s'],
    [12_345, '12.3 s'],
  ])('a run of %d ms is %j', (ms, expected) => {
    expect(runTime(ms)).toBe(expected);
  });
});

describe('words and bars', () => {
  it.each([
    [0, '0 credits'],
    [1, '1 credit'],
    [2, '2 credits'],
  ])('counts %i', (n, expected) => {
    expect(count(n, 'credit')).toBe(expected);
  });

  it.each([
    [-1, '.....'],
    [0, '.....'],
    [0.001, '#....'],
    [0.5, '###..'],
    [0.999, '#####'],
    [1, '#####'],
    [7, '#####'],
  ])('fills %d of a bar as %j', (share, expected) => {
    expect(bar({ barFull: '#', barEmpty: '.' }, share, 5)).toBe(expected);
  });
});
