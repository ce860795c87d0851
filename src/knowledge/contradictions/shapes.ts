import type { Contradiction } from './contradiction.ts';

/** Names and places of fields in requests and successful answers. */
export const SHAPES: readonly Contradiction[] = [
  {
    id: 'usage-body',
    topic: 'where the usage answer keeps the credits',
    statements: [
      { text: 'usage.bulkCredits.', source: 'spec2' },
      { text: 'credits at the top.', source: 'docs/account-usage' },
    ],
    observed: {
      text: 'The old path answered usage.credits, or a flat usage object.',
      source: 'live/2026-02-v2',
    },
    action: 'It calls /v3/account/usage and reads the other shapes only from pasted text.',
    causes: ['contract-broken'],
  },
  {
    id: 'company-location',
    topic: 'how a country is written',
    statements: [
      { text: 'As a two-letter ISO code.', source: 'article#400' },
      { text: 'Contacts: ISO code. Companies: full name.', source: 'code/mcp-plugin' },
    ],
    observed: {
      text: 'Company locations: {"country":"United States"}; countryIso2 was refused with 400, or found nothing inside contact prospecting. Contact countries: ISO codes only.',
      source: 'live/2026-09-n8n-tests',
    },
    action: 'It names the form that fits the filter, and what the article says.',
    causes: ['request-invalid', 'field-not-known', 'success-no-result'],
  },
  {
    id: 'decision-makers',
    topic: 'whether the decision-makers path still works',
    statements: [
      { text: 'Removed with 2.9.0 on 2026-08-12.', source: 'docs/changelog' },
      { text: 'It answered with contacts.', source: 'live/2026-09-decision-makers' },
    ],
    observed: {
      text: '200 on 2026-09-02, 1 credit for each contact; contactsLimit and personas were refused with 400.',
      source: 'live/2026-09-decision-makers',
    },
    action: 'It never calls the path, and sends people to buying-group with contactsLimit.',
    causes: ['path-retired', 'retired-path-refuses-cap', 'retired-path-charges'],
  },
  {
    id: 'v2-list-key',
    topic: 'the name of the result list of V2 prospecting',
    statements: [
      { text: 'contacts or companies.', source: 'spec2' },
      { text: 'data.', source: 'live/2026-07-v2-contract' },
    ],
    observed: { text: 'data, with totalResults beside it.', source: 'live/2026-02-v2' },
    action: 'It counts the items of whichever list is there.',
    causes: ['success-no-result'],
  },
  {
    id: 'tables-owner',
    topic: 'whether Tables need an owner, and on which paths they live',
    statements: [
      { text: 'The query parameter email is optional.', source: 'spec3' },
      { text: 'With an API key it is required, else 400.', source: 'docs/tables' },
      { text: 'Paths such as /v3/contacts/tables/create.', source: 'docs/tables-tutorial' },
    ],
    observed: null,
    action: "It uses the reference's paths and always names an owner.",
    causes: ['table-owner-missing'],
  },
];
