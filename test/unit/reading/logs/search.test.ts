import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandidate } from '../../../../src/reading/logs/candidate.ts';
import { LogScanner } from '../../../../src/reading/logs/log-scanner.ts';
import { NEEDLES } from '../../../../src/reading/logs/needles.ts';
import { SearchWindow } from '../../../../src/reading/logs/search-window.ts';

const CAPACITY = 256;

/** Every position that a search finds, from `from` on. */
function foundBy(search: SearchWindow, bytes: Uint8Array, from = 0): readonly number[] {
  search.bytes.fill(0x0a);
  search.bytes.set(bytes);
  const found = [];
  for (let at = search.next(from, bytes.length); at !== -1; at = search.next(at + 1, bytes.length))
    found.push(at);
  return found;
}

/** The same by looking at every place. */
function expected(bytes: Uint8Array, from = 0): readonly number[] {
  const view = new DataView(Uint8Array.from([...bytes, 0x0a]).buffer);
  return Array.from(bytes, (_, at) => at).filter(
    (at) => at >= Math.max(from, 3) && isCandidate(view, at),
  );
}

/** Text in which candidates, and what nearly is one, are frequent. */
const pieces = fc.constantFrom(
  ...NEEDLES,
  ...NEEDLES.map((needle) => needle.toUpperCase()),
  ...NEEDLES.map((needle) => needle.slice(1)),
  ...NEEDLES.map((needle) => needle.slice(0, 4)),
  '429',
  '503',
  '200',
  '404:',
  '"status":401',
  '12:00:00,431',
  ' 4',
  '5',
  '99',
  ':',
  '=',
  ' ',
);
const text = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 20 })
  .map((parts) => Buffer.from(parts.join('')).subarray(0, CAPACITY - 1));
const anyBytes = fc.uint8Array({ maxLength: CAPACITY - 1 });

describe('the search', () => {
  const search = new SearchWindow(CAPACITY);

  it('finds what looking at every place finds', () => {
    fc.assert(
      fc.property(fc.oneof(text, anyBytes), fc.nat(40), (bytes, from) => {
        expect(foundBy(search, bytes, from)).toEqual(expected(bytes, from));
      }),
      { numRuns: 3000 },
    );
  });

  it.each(NEEDLES)('finds "%s" at every offset, in both cases', (needle) => {
    for (let offset = 0; offset < 40; offset += 1) {
      for (const word of [needle, needle.toUpperCase()]) {
        const bytes = Buffer.from('-'.repeat(offset) + word + '-'.repeat(20));
        expect(foundBy(search, bytes)).toContain(offset + needle.length - 1);
      }
    }
  });

  it('stops before the end it was given, whatever stands behind', () => {
    const bytes = Buffer.from('a status 429 and 503 \n');
    search.bytes.set(bytes);
    expect(search.next(0, 11)).toBe(-1);
    expect(search.next(0, 12)).toBe(11);
    expect(search.next(12, 12)).toBe(-1);
  });

  it('keeps its bytes when it grows', () => {
    const growing = new SearchWindow(16);
    const bytes = Buffer.from('\nstatus 429 \n');
    growing.bytes.set(bytes);
    growing.grow(1_000_000);
    expect(growing.bytes.length).toBeGreaterThanOrEqual(1_000_000);
    expect(growing.bytes.subarray(0, bytes.length)).toEqual(bytes);
    growing.bytes.set(bytes, 900_000);
    expect(growing.next(12, 1_000_000)).toBe(900_010);
  });

  it('reads the same entries, chunks larger than the window included', () => {
    const log = Buffer.from(`${'x'.repeat(200)} 200 ok\n`.repeat(15_000) + 'status 429 \n');
    const entries: [number, string][] = [];
    const scanner = new LogScanner(
      ({ line, text }) => void entries.push([line, text]),
      new SearchWindow(CAPACITY),
    );
    scanner.push(Buffer.from('first 503 \n'));
    scanner.push(log);
    scanner.flush();
    expect(entries).toEqual([
      [1, 'first 503 '],
      [15_002, 'status 429 '],
    ]);
    expect(scanner.lines).toBe(15_002);
  });
});

it('has needles that differ in their last four bytes, by which they are looked up', () => {
  expect(new Set(NEEDLES.map((needle) => needle.slice(1))).size).toBe(NEEDLES.length);
  expect(NEEDLES.every((needle) => /^[^\dA-Z]{5}$/.test(needle))).toBe(true);
});
