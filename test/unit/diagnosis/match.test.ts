import { describe, expect, it } from 'vitest';
import { observedIn, readPattern } from '../../../src/diagnosis/match.ts';
import type { Facts } from '../../../src/model/fact.ts';

const STATUS: Facts = { status: { name: 'status', value: 404, seenIn: 'test' } };
const SAID: Facts = { ...STATUS, message: { name: 'message', value: 'x', seenIn: 'test' } };

describe('a pattern that asks for a fact not to be observed', () => {
  const pattern = { status: 404, message: null };

  it('is met without it', () => {
    expect(readPattern(pattern, observedIn(STATUS)).state).toBe('met');
  });

  it('is refuted by it', () => {
    expect(readPattern(pattern, observedIn(SAID))).toEqual({ state: 'refuted', by: SAID.message });
  });

  it('is never met by what is missing alone', () => {
    expect(readPattern({ message: null }, observedIn({})).state).toBe('open');
  });
});
