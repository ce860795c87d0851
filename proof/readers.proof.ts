import fc, { type Arbitrary } from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { diagnose as diagnoseFacts } from '../src/diagnosis/diagnose.ts';
import { factsOf } from '../src/evidence/facts.ts';
import { diagnose, explain } from '../src/library.ts';
import { headerFigures, unnamedLimit, windowsFromHeaders } from '../src/quota/headers.ts';
import { ietfFigures } from '../src/quota/ietf-rate-limit.ts';
import { readingOf } from '../src/quota/reading.ts';
import { usageFromBody } from '../src/quota/usage-body.ts';
import { readHar } from '../src/reading/forms/har.ts';
import { readPasted } from '../src/reading/from-text.ts';
import { readText } from '../src/reading/read-text.ts';
import { parseConfig } from '../src/run/config/parse-config.ts';
import { canaryOf } from './canary.ts';
import { pick } from './behaviours.ts';
import { config, curl, har, header, json, paste, PIECES } from './grammar.ts';
import { isShort, part, share } from './part.ts';

const KEY = 'c4a7f00d-91b3-4e58-a2d6-7f3e5b1c8096';
const canary = canaryOf(KEY);
const NOW = Date.UTC(2026, 10, 30);
/** For a text of a few thousand characters, on a slow machine. */
const LONGEST_MS = 3000;
/** A part ends after so long, whatever it has done; the table says how much that was. */
const LONGEST_PART_MS = isShort ? 8_000 : 60_000;

interface Reader<T> {
  readonly drawn: Arbitrary<T>;
  /** Reads it and gives what came out, all of it. */
  readonly read: (value: T) => unknown;
}

/** Texts that name the key in a place where keys stand. */
const withKey = (text: Arbitrary<string>): Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.constantFrom(
        '',
        `\napi_key: ${KEY}\n`,
        `\n> Authorization: Bearer ${KEY}\n`,
        ` -H 'api_key: ${KEY}' `,
        `{"headers":{"api_key":"${KEY}"}}`,
        `\nLUSHA_API_KEY=${KEY}\n`,
      ),
      fc.nat(400),
    )
    .map(([around, place, at]) => `${around.slice(0, at)}${place}${around.slice(at)}`);

function readAll(text: string): unknown {
  const reading = readText(text, NOW);
  const facts = readPasted(text).entries.map(({ exchange, facts: extra }) =>
    factsOf(exchange, { extra, now: NOW }),
  );
  const verdicts = facts.map((known) => diagnoseFacts(known, { now: NOW }).verdict);
  return [reading, facts, verdicts, explain(text.slice(0, 500))];
}

function readHeaders(headers: readonly { name: string; value: string }[]): unknown {
  const valueOf = (wanted: string): string | null =>
    headers.find(({ name }) => name === wanted)?.value ?? null;
  return [
    windowsFromHeaders(headers, NOW),
    headerFigures(headers),
    unnamedLimit(headers, NOW),
    ietfFigures(valueOf('ratelimit'), valueOf('ratelimit-policy')),
  ];
}

/** Gives the reader what was drawn; what went wrong, made small, or null. */
async function tried<T>(
  name: string,
  { drawn, read }: Reader<T>,
  runs: number,
  slowest: (ms: number) => void,
): Promise<{ readonly runs: number; readonly find: string | null }> {
  const result = await fc.check(
    fc.asyncProperty(drawn, async (value) => {
      // Timers have their turn, that of the time limit too.
      await setImmediate();
      const began = performance.now();
      const found = await read(value);
      const ms = performance.now() - began;
      slowest(ms);
      if (ms > LONGEST_MS) throw new Error(`takes ${ms.toFixed(0)} ms`);
      const leak = canary.in(JSON.stringify(found) ?? '');
      if (leak !== null) throw new Error(`keeps the key (${leak})`);
    }),
    { numRuns: runs, interruptAfterTimeLimit: LONGEST_PART_MS },
  );
  if (!result.failed) return { runs: result.numRuns, find: null };
  const find = `${name}: ${String(result.errorInstance).slice(0, 200)}: ${JSON.stringify(result.counterexample).slice(0, 600)} (seed ${result.seed})`;
  return { runs: result.numRuns, find };
}

function fuzzed<T>(name: string, runs: number, reader: Reader<T>): void {
  part(`fuzzing: ${name}`, async (watch) => {
    let slowestMs = 0;
    const count = share(runs);
    const { runs: done, find } = await watch.time(() =>
      tried(name, reader, count, (ms) => (slowestMs = Math.max(slowestMs, ms))),
    );
    return {
      runs: done,
      finds: find === null ? [] : [find],
      note: `slowest of all ${slowestMs.toFixed(0)} ms`,
    };
  });
}

fuzzed('pasted text', 8000, { drawn: withKey(paste), read: readAll });
fuzzed('curl', 6000, { drawn: withKey(curl), read: readAll });
fuzzed('HAR', 6000, {
  drawn: withKey(har),
  read: (text) => [readHar(text, (part) => part)?.exchanges.length, readAll(text)],
});
fuzzed('answers', 6000, {
  drawn: fc.record({
    body: withKey(json),
    status: fc.integer({ min: 200, max: 599 }),
    headers: fc.array(header, { maxLength: 8 }),
  }),
  read: ({ body, status, headers }) =>
    diagnose(
      {
        status,
        headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
        data: body,
      },
      { body, now: NOW },
    ),
});
fuzzed('header windows', 20_000, { drawn: fc.array(header, { maxLength: 20 }), read: readHeaders });
fuzzed('usage bodies', 20_000, {
  drawn: json,
  read: (text) => {
    const value = parsed(text);
    return [
      usageFromBody(value),
      readingOf({ status: 200, headers: [], json: value, message: text, now: NOW }),
    ];
  },
});
fuzzed('config', 20_000, { drawn: config, read: (text) => parseConfig(text, 'x.json', true) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A machine takes no longer argument than the second, and files are read in another way. */
const LENGTHS = isShort ? [8000, 32_000] : [32_000, 128_000];
/** Where each line is one that somebody may have made a call with. */
const MOST_MS_A_KILOBYTE = 500;

part('time in proportion', async (watch) => {
  const finds: string[] = [];
  let worst = { piece: '', ms: 0 };
  const timed = (text: string): number => {
    const began = performance.now();
    readAll(text);
    return performance.now() - began;
  };
  const joined = PIECES.map((piece, at) => `${piece}${pick(PIECES, at * 7 + 3)}`);
  const pieces = isShort ? PIECES : [...PIECES, ...joined];
  for (const piece of pieces) {
    const measured = (): readonly number[] =>
      LENGTHS.map((length) => timed(piece.repeat(Math.ceil(length / piece.length))));
    let [short = 0, long = 0] = await watch.time(() => Promise.resolve(measured()));
    // What else the machine does is no fault of the reader.
    for (let again = 0; again < 3 && isTooLong(short, long); again += 1) {
      const [shorter = 0, longer = 0] = measured();
      [short, long] = [Math.min(short, shorter), Math.min(long, longer)];
    }
    if (long > worst.ms) worst = { piece, ms: long };
    if (isTooLong(short, long)) {
      finds.push(`${JSON.stringify(piece)}: ${short.toFixed(0)} ms, then ${long.toFixed(0)} ms`);
    }
  }
  return {
    runs: pieces.length * 2,
    finds,
    note: `${LENGTHS.join(' and ')} characters, slowest of ${JSON.stringify(worst.piece)}`,
  };
});

/** Four times as long a text: what is not linear takes sixteen times as long. */
function isTooLong(short: number, long: number): boolean {
  const isSteep = long > 300 && long > short * 10;
  return isSteep || long > ((LENGTHS[1] ?? 0) / 1000) * MOST_MS_A_KILOBYTE;
}
