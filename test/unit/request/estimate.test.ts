import { describe, expect, it } from 'vitest';
import { endpointById } from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import type { Json } from '../../../src/model/endpoint.ts';
import { estimate } from '../../../src/request/estimate.ts';

function most(id: string, body: Json | undefined, pricing = NO_PRICES): number | null | undefined {
  const endpoint = endpointById(id);
  return endpoint === undefined ? undefined : estimate(endpoint, body, pricing).credits;
}

const NO_PRICES: { action: string; credits: number; per: number }[] = [];
const OWN = [
  { action: 'revealEmail', credits: 2, per: 1 },
  { action: 'revealPhone', credits: 9, per: 1 },
  { action: 'contactSearch', credits: 3, per: 25 },
  { action: 'lookalikeContact', credits: 1, per: 1 },
];

describe('estimate', () => {
  it.each<[string, string, Json | undefined, number | null]>([
    ['a free call', 'account.usage', undefined, 0],
    ['one e-mail', 'contacts.enrich', { ids: ['1'], reveal: ['emails'] }, 1],
    ['one phone', 'contacts.enrich', { ids: ['1'], reveal: ['phones'] }, 5],
    ['both where nothing is said', 'contacts.enrich', { ids: ['1', '2'] }, 12],
    [
      'search and reveal',
      'contacts.search-and-enrich',
      { contacts: [{}, {}], reveal: ['emails'] },
      4,
    ],
    ['a page of 26', 'contacts.prospecting', { pagination: { page: 0, size: 26 } }, 2],
    ['a page of unknown size', 'contacts.prospecting', {}, null],
    ['a price nobody published', 'contacts.lookalike', { limit: 3 }, null],
    ['a cost nobody knows', 'companies.website-visits', {}, null],
    ['a transcript', 'conversations.transcript', undefined, 1],
  ])('bounds %s', (_what, id, body, credits) => {
    expect(most(id, body)).toBe(credits);
  });

  it.each<[string, string, Json, number]>([
    ['e-mails', 'contacts.enrich', { ids: ['1', '2'], reveal: ['emails'] }, 4],
    ['a search under its other name', 'contacts.search', { contacts: [{}] }, 3],
    ['lookalikes', 'contacts.lookalike', { limit: 3 }, 3],
  ])("takes the account's own price of %s", (_what, id, body, credits) => {
    expect(most(id, body, OWN)).toBe(credits);
  });

  it('says whose prices it used', () => {
    const endpoint = endpointById('contacts.enrich');
    if (endpoint === undefined) throw new Error('no such endpoint');
    expect(estimate(endpoint, { ids: ['1'] }, OWN).prices).toBe('account');
    expect(estimate(endpoint, { ids: ['1'] }).prices).toBe('list');
  });
});
