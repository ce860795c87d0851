import { describe, expect, it } from 'vitest';
import { openAccount, type Account } from '../../../src/simulator/account/account.ts';
import { readState, stateOf } from '../../../src/simulator/account/state.ts';
import { NOON } from './manual-clock.ts';

function busyAccount(): Account {
  const account = openAccount({ plan: 'pro', used: { hour: 12, day: 12 } }, NOON);
  account.revealed = ['v1.a/emails'];
  account.tables = [
    { id: '1', entity: 'contacts', name: 'a', visibility: 'private', archived: false, ids: ['1'] },
  ];
  account.sessions = [{ id: 's', handedOut: 5, usedAt: NOON }];
  return account;
}

describe('the state', () => {
  it('comes back from JSON as it was', () => {
    const accounts = new Map([['a', busyAccount()]]);
    const read = readState(JSON.parse(JSON.stringify(stateOf(accounts))));
    expect(read).toEqual({ ok: true, value: accounts });
  });

  it('is a copy: what happens later does not change it', () => {
    const account = busyAccount();
    const state = stateOf(new Map([['a', account]]));
    account.balance = { total: 1, used: 1 };
    expect(state.accounts['a']?.balance).not.toEqual(account.balance);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['another version', { version: 2, accounts: {} }],
    ['no accounts', { version: 1 }],
    ['an account without a balance', { version: 1, accounts: { a: { plan: 'pro' } } }],
    [
      'a plan that does not exist',
      { version: 1, accounts: { a: { ...busyAccount(), plan: 'gold' } } },
    ],
    ['a stranger', { version: 1, accounts: {}, extra: 1 }],
  ])('is refused when it is %s', (_what, value) => {
    const read = readState(value);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problem.code).toBe('bad-state');
  });
});
