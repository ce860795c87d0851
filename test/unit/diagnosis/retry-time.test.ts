import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../../src/evidence/facts.ts';
import { readPasted } from '../../../src/reading/from-text.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HEAD = 'HTTP/1.1 429 Too Many Requests\ncontent-type: application/json';
const MESSAGE = 'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 7200 seconds.';

function retryOf(text: string, door: 'live' | 'pasted' = 'pasted') {
  const [entry] = readPasted(text).entries;
  if (entry === undefined) throw new Error('nothing read');
  const { exchange, facts } = entry;
  const found = factsOf({ ...exchange, door }, { now: NOW, extra: facts });
  return diagnose(found, { now: NOW, isOld: door === 'pasted' }).verdict.retry;
}

const body = (timestamp?: string) =>
  JSON.stringify({ statusCode: 429, message: MESSAGE, timestamp });

describe('from when a retry makes sense', () => {
  it.each([
    [
      'the time in the body',
      `${HEAD}\n\n${body('2026-11-23T11:00:00.000Z')}`,
      '2026-11-23T13:00:00.000Z',
    ],
    [
      'the header Date',
      `${HEAD}\ndate: Mon, 23 Nov 2026 11:30:00 GMT\n\n${body()}`,
      '2026-11-23T13:30:00.000Z',
    ],
    [
      'the body before the header',
      `${HEAD}\ndate: Mon, 23 Nov 2026 11:30:00 GMT\n\n${body('2026-11-23T11:00:00.000Z')}`,
      '2026-11-23T13:00:00.000Z',
    ],
  ])('counts from %s', (_name, text, at) => {
    expect(retryOf(text).at).toBe(at);
  });

  it('says that the window has opened again', () => {
    const { at, note } = retryOf(`${HEAD}\n\n${body('2025-08-29T17:51:45.000Z')}`);
    expect(at).toBeNull();
    expect(note).toMatch(/^The window has opened again, at 2025-08-29 19:51 UTC\./);
  });

  it('names no time where the answer has none', () => {
    const { at, note } = retryOf(`${HEAD}\n\n${body()}`);
    expect(at).toBeNull();
    expect(note).toMatch(/^From 7200 s after the answer came\./);
  });

  it('reads a point in time the same whenever it is read', () => {
    const text = `${HEAD}\nx-ratelimit-remaining: 0\nx-ratelimit-reset: ${NOW / 1000 + 60}\n\n{"statusCode":429,"message":"Too many requests. Please wait before making another request."}`;
    expect(retryOf(text).at).toBe('2026-11-23T12:01:00.000Z');
  });

  it('takes a call of its own for one of now', () => {
    expect(retryOf(`${HEAD}\n\n${body('2025-08-29T17:51:45.000Z')}`, 'live').at).toBe(
      '2026-11-23T14:00:00.000Z',
    );
  });
});
