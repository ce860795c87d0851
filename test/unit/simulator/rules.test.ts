import { describe, expect, it } from 'vitest';
import { fateOf } from '../../../src/simulator/http/chaos.ts';
import { effectOf, parseRules, ruleFor, type Rule } from '../../../src/simulator/rules.ts';

function read(text: string): Rule {
  const rules = parseRules([text]);
  const rule = rules.ok ? rules.value[0] : undefined;
  if (rule === undefined) throw new Error(`unreadable: ${text}`);
  return rule;
}

describe('parseRules', () => {
  it.each<[string, Rule]>([
    [
      'POST /v3/contacts/enrich: 10% 500, 5% slow 3s',
      {
        method: 'POST',
        path: '/v3/contacts/enrich',
        chances: [
          { share: 1000, effect: { kind: 'status', status: 500 } },
          { share: 500, effect: { kind: 'slow', ms: 3000 } },
        ],
      },
    ],
    [
      '*: 100% reset',
      { method: null, path: '*', chances: [{ share: 10_000, effect: { kind: 'reset' } }] },
    ],
    [
      '* /v2/*:0.5% slow 250ms',
      { method: null, path: '/v2/*', chances: [{ share: 50, effect: { kind: 'slow', ms: 250 } }] },
    ],
  ])('reads %s', (text, rule) => {
    expect(parseRules([text])).toEqual({ ok: true, value: [rule] });
  });

  it.each([
    ['POST /v3/contacts/enrich 10% 500', 'no colon'],
    ['contacts: 10% 500', 'belongs a path'],
    ['post /x: 10% 500', 'belongs a path'],
    ['/x: 500', 'a share between 0% and 100%'],
    ['/x: 101% 500', 'a share between 0% and 100%'],
    ['/x: 10% 99', '"99" is none of'],
    ['/x: 10% slow', '"slow" is none of'],
    ['/x: 10% slow 601s', 'is none of'],
    ['/x: 10% explode', '"explode" is none of'],
    ['/x: 60% 500, 50% reset', 'more than 100%'],
    ['/x:', 'a share between 0% and 100%'],
  ])('refuses "%s" and says why', (text, why) => {
    const result = parseRules(['*: 1% 500', text]);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problem.message).toContain(why);
    expect(result.problem.message).toContain(text);
    expect(result.problem.exitCode).toBe(2);
  });
});

describe('a rule', () => {
  it.each([
    ['POST /a: 1% 500', 'POST', '/a', true],
    ['POST /a: 1% 500', 'GET', '/a', false],
    ['/a: 1% 500', 'GET', '/a', true],
    ['/a: 1% 500', 'GET', '/a/b', false],
    ['/a/*: 1% 500', 'GET', '/a/b', true],
    ['*: 1% 500', 'DELETE', '/z', true],
  ])('%s for %s %s: %s', (text, method, path, fits) => {
    expect(ruleFor([read(text)], method, path) !== null).toBe(fits);
  });

  it.each([
    [0, 'status'],
    [999, 'status'],
    [1000, 'slow'],
    [1499, 'slow'],
    [1500, undefined],
    [9999, undefined],
  ])('gives the number %i its effect: %s', (drawn, kind) => {
    expect(effectOf(read('/x: 10% 500, 5% slow 3s'), drawn)?.kind).toBe(kind);
  });

  it('hits about its share of the requests, and the same ones with the same seed', () => {
    const chaos = { rules: [read('*: 20% 500')], latencyMs: 0, jitterMs: 0, seed: 'a' };
    const hits = (seed: string): readonly number[] =>
      Array.from({ length: 1000 }, (_, serial) => serial).filter(
        (serial) => fateOf({ ...chaos, seed }, 'GET', '/x', serial).effect !== null,
      );
    expect(hits('a').length).toBeGreaterThan(150);
    expect(hits('a').length).toBeLessThan(250);
    expect(hits('a')).toEqual(hits('a'));
    expect(hits('b')).not.toEqual(hits('a'));
  });

  it('adds its delay to the usual one, which varies within bounds', () => {
    const chaos = { rules: [read('/slow: 100% slow 2s')], latencyMs: 100, jitterMs: 50, seed: 'a' };
    const delays = Array.from(
      { length: 200 },
      (_, serial) => fateOf(chaos, 'GET', '/x', serial).delayMs,
    );
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...delays)).toBeLessThanOrEqual(150);
    expect(new Set(delays).size).toBeGreaterThan(10);
    expect(fateOf(chaos, 'GET', '/slow', 1).delayMs).toBeGreaterThanOrEqual(2100);
  });
});
