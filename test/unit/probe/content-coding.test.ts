import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingsOf, decode } from '../../../src/probe/wire/content-coding.ts';

describe('codingsOf', () => {
  it.each([
    ['', []],
    ['gzip', ['gzip']],
    [' GZip , BR', ['gzip', 'br']],
    ['identity, ,gzip', ['gzip']],
  ])('"%s" names %j', (header, codings) => {
    expect(codingsOf(header)).toEqual(codings);
  });
});

const ENCODERS = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
] as const;

describe('decode', () => {
  it('gives a beginning of what was encoded, however short it is cut and whatever the limit', async () => {
    const text = fc.string({ maxLength: 200 });
    const encoders = fc.array(fc.constantFrom(...ENCODERS), { minLength: 1, maxLength: 3 });
    const limit = fc.integer({ min: 300, max: 1000 });
    await fc.assert(
      fc.asyncProperty(
        text,
        encoders,
        limit,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (plain, applied, most, share) => {
          const whole = applied.reduce<Buffer>(
            (bytes, [, encode]) => encode(bytes),
            Buffer.from(plain),
          );
          const codings = applied.map(([name]) => name);
          expect((await decode(whole, codings, most, false)).bytes.toString()).toBe(plain);
          const cut = whole.subarray(0, Math.floor(whole.length * share));
          const { bytes } = await decode(cut, codings.slice(-1), most, true);
          const inner = applied
            .slice(0, -1)
            .reduce<Buffer>((out, [, encode]) => encode(out), Buffer.from(plain));
          expect(inner.subarray(0, bytes.length)).toEqual(bytes);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('survives any change to any byte and says so or not, but never exceeds the limit', async () => {
    const at = fc.nat({ max: 400 });
    const original = Buffer.from('{"results":[]}'.repeat(40));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ENCODERS),
        at,
        fc.nat({ max: 255 }),
        async ([name, encode], where, byte) => {
          const bytes = Buffer.from(encode(original));
          bytes[where % bytes.length] = byte;
          const decoded = await decode(bytes, [name], 100, false);
          expect(decoded.bytes.length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
