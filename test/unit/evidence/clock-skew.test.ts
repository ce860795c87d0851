import { expect, it } from 'vitest';
import { clockSkewOf } from '../../../src/evidence/clock-skew.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { answered, response } from '../../support/answers.ts';

const SERVER = Date.parse('2026-11-23T12:00:00Z');
const DATE = { date: 'Mon, 23 Nov 2026 12:00:00 GMT' };

function exchange(
  startedAt: number,
  waitMs: number,
  headers: Record<string, string> = DATE,
): Exchange {
  const phases = [{ phase: 'wait', startMs: 0, durationMs: waitMs, outcome: 'done' }] as const;
  return answered({ headers }, { startedAt, phases });
}

it.each([
  ['ahead', 400_000, 100, 400],
  ['behind', -90_000, 100, -90],
  ['barely measurable', 1_800, 100, 1],
])('measures a clock that is %s', (_, aheadMs, waitMs, seconds) => {
  expect(clockSkewOf(exchange(SERVER + aheadMs, waitMs))).toBe(seconds);
});

it('says nothing about a difference within the uncertainty', () => {
  expect(clockSkewOf(exchange(SERVER + 900, 100))).toBeNull();
  expect(clockSkewOf(exchange(SERVER - 9_000, 18_000))).toBeNull();
});

it.each([
  ['a date', {}],
  ['a date that can be read', { date: 'today' }],
  ['a fresh answer', { ...DATE, age: '300' }],
])('needs %s', (_, headers) => {
  expect(clockSkewOf(exchange(SERVER + 400_000, 100, headers))).toBeNull();
});

it('needs the start and the wait', () => {
  expect(clockSkewOf(answered({ headers: DATE }))).toBeNull();
  expect(clockSkewOf(answered({ headers: DATE }, { startedAt: SERVER + 400_000 }))).toBeNull();
});

it('takes the date of a proxy that refused the tunnel, where there is no other', () => {
  const phases = [{ phase: 'proxy', startMs: 0, durationMs: 100, outcome: 'failed' }] as const;
  const connect = response({ status: 403, headers: DATE });
  const proxy = { url: 'http://proxy.example:3128', source: '--proxy', connect };
  const refused = { door: 'live', startedAt: SERVER + 400_000, phases, proxy } as const;
  expect(clockSkewOf(refused)).toBe(400);
  expect(clockSkewOf({ ...refused, proxy: { ...proxy, connect: response({}) } })).toBeNull();
});
