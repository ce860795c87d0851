import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { fillCommand, fillText } from '../../../src/diagnosis/fill.ts';
import { rank } from '../../../src/diagnosis/rank.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import type { Cause } from '../../../src/model/cause.ts';
import type { Facts, FactValues } from '../../../src/model/fact.ts';

function facts(values: Partial<FactValues>): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { name, value, seenIn: 'test' }]),
  );
}

function cause(id: string, parts: Partial<Cause>): Cause {
  return {
    id,
    layer: 'request',
    subject: 'failure',
    severity: 'fail',
    title: id,
    when: [{ status: 400 }],
    signs: [],
    tell: '',
    meaning: '',
    reasons: [],
    whoActs: 'you',
    fixes: [],
    retry: { worth: false, how: 'never' },
    sources: [],
    ...parts,
  };
}

const general = cause('general', {});
const worded = cause('worded', {
  signs: [
    { facts: { message: /exact words/ }, makes: 'certain' },
    { facts: { errors: /hint/ }, makes: 'likely' },
  ],
});
const spared = cause('spared', { unless: [{ method: 'GET' }] });
const catalogue = [general, worded, spared];

const order = (values: Partial<FactValues>) =>
  rank(catalogue, facts(values)).candidates.map((found) => `${found.cause.id} ${found.certainty}`);

describe('certainty rises with the facts', () => {
  it.each<[string, Partial<FactValues>, string[]]>([
    [
      'a bare status leaves all possible',
      { status: 400 },
      ['general possible', 'worded possible', 'spared possible'],
    ],
    ['another status leaves none', { status: 404 }, []],
    [
      'a telling entry makes it likely',
      { status: 400, errors: ['a', 'hint'] },
      ['worded likely', 'general possible', 'spared possible'],
    ],
    [
      'its own words make it certain',
      { status: 400, message: 'the exact words' },
      ['worded certain', 'general possible', 'spared possible'],
    ],
    [
      'an exception rules it out',
      { status: 400, method: 'GET' },
      ['general possible', 'worded possible'],
    ],
    [
      'other words in all its signs rule it out',
      { status: 400, message: 'no', errors: ['no'] },
      ['general possible', 'spared possible'],
    ],
    [
      'one sign still open keeps it',
      { status: 400, message: 'no' },
      ['general possible', 'worded possible', 'spared possible'],
    ],
  ])('%s', (_what, values, expected) => {
    expect(order(values)).toEqual(expected);
  });

  it('keeps the observation that ruled a cause out', () => {
    const { ruledOut } = rank(catalogue, facts({ status: 400, message: 'no', errors: ['no'] }));
    expect(ruledOut.map(({ cause, by }) => [cause.id, by.name])).toEqual([['worded', 'message']]);
  });

  it.each(['proxy', 'captive-portal', 'cdn-waf', 'other', 'nobody'] as const)(
    'says nothing about key or request when %s answered',
    (answeredBy) => {
      expect(order({ status: 400, answeredBy })).toEqual([]);
    },
  );
});

describe('texts are filled from the evidence', () => {
  const seen = facts({ windowReset: 37, path: "/v3/x'; rm -rf ~;'", itemErrors: ['A', 'B'] });

  it.each([
    ['wait {windowReset|a few} s', 'wait 37 s'],
    ['wait {retryAfter|a few} s', 'wait a few s'],
    ['{itemErrors}', 'A, B'],
    ["curl -w '%{http_code}' /tables/{table_id}", "curl -w '%{http_code}' /tables/{table_id}"],
  ])('%s', (text, filled) => {
    expect(fillText(text, seen)).toBe(filled);
  });

  it('quotes for the shell what came from outside', () => {
    expect(fillCommand('lusha-doctor probe GET {path}', seen)).toBe(
      String.raw`lusha-doctor probe GET '/v3/x'\''; rm -rf ~;'\'''`,
    );
  });
});

describe('diagnose', () => {
  it('is total: any facts end in a verdict from the catalogue', () => {
    const ids = new Set<string>(CAUSES.map(({ id }) => id));
    const some = fc.record(
      {
        status: fc.integer({ min: -1, max: 1000 }),
        message: fc.string(),
        errors: fc.array(fc.string()),
        answeredBy: fc.constantFrom('lusha', 'gateway', 'proxy', 'other', 'nobody'),
        failure: fc.constantFrom('dns-timeout', 'tls-expired', 'body-cut'),
        windowReset: fc.double(),
        retryAfter: fc.double(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, fc.integer(), (values, now) => {
        const { verdict } = diagnose(facts(values), { now });
        expect(ids.has(verdict.cause)).toBe(true);
      }),
    );
  });
});

describe('a status alone names no reason', () => {
  it.each([
    [400, 'request-refused-unexplained'],
    [401, 'key-refused-unexplained'],
    [402, 'payment-required-unexplained'],
    [403, 'forbidden-unexplained'],
    [404, 'request-refused-unexplained'],
    [429, 'throttled-unexplained'],
  ])('%i', (status, first) => {
    const { verdict, alternatives } = diagnose(facts({ status, host: 'api.lusha.com' }));
    expect(verdict).toMatchObject({ cause: first, certainty: 'possible' });
    expect(alternatives.length).toBeGreaterThan(0);
  });
});

describe('a refused key at an address that the user named', () => {
  const refused = { status: 401, message: 'Invalid API key', host: 'gateway.example' } as const;
  it.each<[string, Partial<FactValues>, string]>([
    ['is likely: a relay may refuse every key', { hostSource: '--base-url' }, 'likely'],
    [
      'is certain where a call without a key fared differently',
      { hostSource: '--base-url', withoutKey: 'different' },
      'certain',
    ],
    ['is certain at Lusha', { hostSource: 'config', host: 'api.lusha.com' }, 'certain'],
    ['is certain where Lusha was played', { hostSource: '--simulate' }, 'certain'],
  ])('%s', (_name, more, certainty) => {
    const { verdict } = diagnose(facts({ ...refused, ...more }));
    expect(verdict).toMatchObject({ cause: 'key-unknown', certainty });
  });
});

describe('a window that has calls left refused nothing', () => {
  const refused = { status: 429, message: 'Slow down' } as const;
  const named = (values: Partial<FactValues>) => {
    const { verdict, alternatives } = diagnose(facts({ ...refused, ...values }));
    return [verdict, ...alternatives].map(({ cause: id }) => id);
  };
  it('is no cause where the counters are seen', () => {
    expect(named({})).toContain('quota-minute-exhausted');
    expect(named({ windowsOpen: ['minute', 'hour'] })).not.toContain('quota-minute-exhausted');
    expect(named({ windowsOpen: ['minute', 'hour'] })).toContain('quota-day-exhausted');
  });
  it('but for the words of the answer, which have the last word', () => {
    expect(named({ windowsOpen: ['minute'], windowEmpty: 'minute' })).toContain(
      'quota-minute-exhausted',
    );
  });
});
