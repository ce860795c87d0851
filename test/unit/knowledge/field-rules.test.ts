import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { factsOfAnswer } from '../../support/recorded-answers.ts';

/** A refusal, the path it came from, and what the first step has to say. */
const ROWS: readonly (readonly [refusal: string, path: string, cause: string, step: RegExp])[] = [
  [
    'filters.companies.include.locations.0.property countryIso2 should not exist',
    '/v3/companies/prospecting',
    'field-not-known',
    /"country":"United States"/,
  ],
  [
    'filters.companies.include.property countries should not exist',
    '/v3/companies/prospecting',
    'field-not-known',
    /locations/,
  ],
  [
    'signals.property maxResultsPerSignal should not exist',
    '/v3/companies/search',
    'field-not-known',
    /contacts\/search only/,
  ],
  [
    'filters.companies.include.property sicsCodes should not exist',
    '/v3/companies/prospecting',
    'field-not-known',
    /sicCodes/,
  ],
  ['property filterBy should not exist', '/v3/contacts/prospecting', 'field-not-known', /include/],
  [
    'seeds.property emails should not exist',
    '/v3/contacts/lookalike',
    'field-not-known',
    /at least 5/,
  ],
  [
    'property pages should not exist',
    '/v3/contacts/prospecting',
    'v2-field-on-v3-path',
    /send pagination/,
  ],
  [
    'property requestId should not exist',
    '/v3/contacts/enrich',
    'v2-field-on-v3-path',
    /Take requestId out/,
  ],
  [
    'property domain should not exist',
    '/v3/contacts/buying-group',
    'body-wrapper-missing',
    /companies/,
  ],
];

describe('a field that Lusha refuses by its name', () => {
  it.each(ROWS)('%s on %s', (message, path, cause, step) => {
    const { verdict } = diagnose(refused(message, path));
    expect(verdict.cause).toBe(cause);
    expect(verdict.fixes[0]?.text).toMatch(step);
    const check = verdict.fixes.find(({ verify }) => verify !== null)?.verify?.command;
    expect(check).toContain(`https://api.lusha.com${path} `);
  });

  it('never advises to drop the cap', () => {
    const { verdict } = diagnose(
      refused('property contactsLimit should not exist', '/v3/contacts/decision-makers'),
    );
    const steps = verdict.fixes.map(({ text }) => text).join('\n');
    expect(steps).toContain('"contactsLimit"');
    expect(steps).toContain('/v3/contacts/buying-group');
    expect(steps).not.toMatch(/remove|drop|take .* out/i);
  });
});

function refused(message: string, path: string): ReturnType<typeof factsOfAnswer> {
  const body = { name: 'BadRequest', message, code: 400, className: 'bad-request', errors: {} };
  return factsOfAnswer({ status: 400, method: 'POST', path, body });
}
