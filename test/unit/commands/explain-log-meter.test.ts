import { expect, it } from 'vitest';
import { Meter } from '../../../src/commands/explain-error/log/meter.ts';

async function* chunksOf(sizes: readonly number[]): AsyncGenerator<Uint8Array, unknown> {
  for (const size of sizes) yield new Uint8Array(size);
  return { ok: false, message: 'the disk went away' };
}

/** What is told while chunks come, one each 100 ms. */
async function toldOf(bytes: readonly (number | null)[]): Promise<{
  told: readonly string[];
  failure: string | null;
}> {
  let elapsed = 0;
  const clock = { now: () => 0, elapsed: () => (elapsed += 100), sleep: async () => {} };
  const told: string[] = [];
  const bar = { update: (text: string) => void told.push(text), stop: () => {} };
  const sizes = Array.from({ length: 10 }, () => 1_000_000);
  const sources = bytes.map((size) => ({ name: 'a', bytes: size, chunks: chunksOf(sizes) }));
  const meter = new Meter(sources, bar, clock);
  for (const { chunks } of sources) {
    for await (const chunk of meter.counted(chunks)) expect(chunk).toHaveLength(1_000_000);
  }
  return { told, failure: meter.failure };
}

it('tells four times a second how far all files together are, and why one broke off', async () => {
  const { told, failure } = await toldOf([10_000_000, 10_000_000]);
  expect(told).toEqual([
    '[===>                ] 15 %  2 s left  10 MB/s  3 of 20 MB',
    '[======>             ] 30 %  2 s left  10 MB/s  6 of 20 MB',
    '[=========>          ] 45 %  2 s left  10 MB/s  9 of 20 MB',
    '[============>       ] 60 %  1 s left  10 MB/s  12 of 20 MB',
    '[===============>    ] 75 %  1 s left  10 MB/s  15 of 20 MB',
    '[==================> ] 90 %  1 s left  10 MB/s  18 of 20 MB',
  ]);
  expect(failure).toBe('the disk went away');
});

it('tells no share where the size of one is not known', async () => {
  const { told } = await toldOf([10_000_000, null]);
  expect(told[0]).toBe('read 3 MB  10 MB/s');
});
