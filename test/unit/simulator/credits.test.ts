import { describe, expect, it } from 'vitest';
import {
  charge,
  isRevealed,
  markRevealed,
  openAccount,
} from '../../../src/simulator/account/account.ts';
import { costOf, remaining, type Action } from '../../../src/simulator/account/credits.ts';
import { NOON } from './manual-clock.ts';

describe('costOf', () => {
  it.each<[Action, number, number]>([
    ['revealEmail', 3, 3],
    ['revealPhone', 3, 15],
    ['contactSearch', 0, 0],
    ['contactSearch', 1, 1],
    ['contactSearch', 25, 1],
    ['contactSearch', 26, 2],
    ['companySearch', 100, 4],
  ])('%s, %i times, is %i', (action, quantity, credits) => {
    expect(costOf([{ action, quantity }])).toBe(credits);
  });

  it('adds up what is bought together', () => {
    expect(
      costOf([
        { action: 'contactSearch', quantity: 1 },
        { action: 'revealEmail', quantity: 1 },
        { action: 'revealPhone', quantity: 1 },
      ]),
    ).toBe(7);
  });
});

describe('an account', () => {
  it('takes nothing when the balance does not suffice', () => {
    const account = openAccount({ credits: 4 }, NOON);
    expect(charge(account, [{ action: 'revealPhone', quantity: 1 }])).toBeNull();
    expect(remaining(account.balance)).toBe(4);
    expect(charge(account, [{ action: 'revealEmail', quantity: 4 }])).toBe(4);
    expect(remaining(account.balance)).toBe(0);
  });

  it('remembers what it has paid for, once', () => {
    const account = openAccount({}, NOON);
    markRevealed(account, ['v1.a/emails']);
    markRevealed(account, ['v1.a/emails', 'v1.b/phones']);
    expect(account.revealed).toEqual(['v1.a/emails', 'v1.b/phones']);
    expect(isRevealed(account, 'v1.a', 'emails')).toBe(true);
    expect(isRevealed(account, 'v1.a', 'phones')).toBe(false);
  });
});
