import { describe, expect, it } from 'vitest';
import { findCompany } from '../../../src/simulator/data/companies.ts';
import type { ContactIdentity } from '../../../src/simulator/account/identity.ts';
import { isItemError } from '../../../src/simulator/item-error.ts';
import {
  findPerson,
  personById,
  profile,
  type Person,
} from '../../../src/simulator/data/people.ts';
import { createWorld, type World } from '../../../src/simulator/world.ts';

function person(world: World, identity: ContactIdentity): Person {
  const found = findPerson(world, identity, 'search');
  if (isItemError(found)) throw new Error(found.error.code);
  return found;
}

describe('invented people', () => {
  it('are the same for the same question, in any world with the same seed', () => {
    const first = person(createWorld('a'), { email: 'ada@example.com' });
    expect(person(createWorld('a'), { email: ' ADA@example.com ' }).id).toBe(first.id);
    expect(person(createWorld('b'), { email: 'ada@example.com' }).id).not.toBe(first.id);
  });

  it('do not depend on the reference the caller gives them', () => {
    const world = createWorld('a');
    expect(person(world, { email: 'ada@example.com', clientReferenceId: '1' }).id).toBe(
      person(world, { email: 'ada@example.com', clientReferenceId: '2' }).id,
    );
  });

  it('keep what was known of them when they come back by id', () => {
    const world = createWorld('a');
    const found = person(world, {
      firstName: 'Ada',
      lastName: 'Moss',
      companyDomain: 'acme.example',
    });
    expect(personById(world, found.id, 'enrich')).toEqual(found);
    expect(found).toMatchObject({
      firstName: 'Ada',
      lastName: 'Moss',
      company: { domain: 'acme.example' },
    });
  });

  it('have addresses and numbers that belong to nobody', () => {
    const shown = profile(
      person(createWorld('a'), { linkedinUrl: 'https://linkedin.example/in/x' }),
      ['emails', 'phones'],
    );
    expect(JSON.stringify(shown['emails'])).toMatch(/@example\.com"/);
    expect(JSON.stringify(shown['phones'])).toMatch(/\+1 202-555-01\d\d"/);
  });

  it.each<[string, ContactIdentity, 'search' | 'enrich' | 'score', string | null]>([
    ['nobody', { email: 'nobody@example.com' }, 'search', 'NOT_FOUND'],
    [
      'an unknown company',
      { firstName: 'A', lastName: 'B', companyName: 'Unknown' },
      'search',
      'NOT_FOUND',
    ],
    ['a protected person', { email: 'gdpr@example.com' }, 'search', 'COMPLIANCE_RESTRICTED'],
    ['a failing record, searched', { email: 'enrich-failed@example.com' }, 'search', null],
    [
      'a failing record, enriched',
      { email: 'enrich-failed@example.com' },
      'enrich',
      'ENRICH_FAILED',
    ],
    ['somebody without a score', { email: 'no-score@example.com' }, 'score', 'NO_SCORE'],
    ['an id that is none', { id: 'hello' }, 'search', 'NOT_FOUND'],
    ['an old id', { id: '4415824633' }, 'search', null],
    ['a new id with a telling syllable in it', { id: 'v1.nobodyUnknownGdpr' }, 'search', null],
  ])('answer for %s', (_what, identity, stage, code) => {
    const found = findPerson(createWorld('a'), identity, stage);
    expect(isItemError(found) ? found.error.code : null).toBe(code);
  });

  it('all meet the same end where the scenario says so', () => {
    const found = findPerson(createWorld('a', 'NOT_FOUND'), { email: 'ada@example.com' }, 'search');
    expect(found).toEqual({ error: { code: 'NOT_FOUND', message: 'Contact not found' } });
  });
});

describe('invented companies', () => {
  it('carry the domain they were asked for by', () => {
    const found = findCompany(createWorld('a'), { domain: 'www.acme.example' }, 'search');
    expect(found).toMatchObject({ domain: 'www.acme.example', name: 'Acme' });
  });
});
