import { asking, error, getting, posting, refusing } from './build.ts';

const PAGE = { page: 0, size: 10 };
const SALES = { contacts: { include: { departments: ['Sales'] } } };
const SEARCH = posting('/v3/contacts/search', { contacts: [{ email: 'ada@example.com' }] });
const USAGE = getting('/v3/account/usage');

/** A request that is wrong in itself. Most of these are the API's own answers. */
export const REQUEST_SCENARIOS = [
  asking(
    'request-invalid',
    'a value does not have the form it needs',
    posting('/v3/contacts/search', { contacts: [{ email: 'not an address' }] }),
  ),
  asking('body-badly-formatted', 'the body is no JSON', {
    method: 'POST',
    path: '/v3/contacts/search',
    rawBody: '{"contacts": [',
  }),
  refusing(
    'content-type-missing',
    'the body comes without its type',
    error(415, 'Unsupported Media Type'),
    {
      at: ['contacts.search'],
      request: SEARCH,
    },
  ),
  asking(
    'identifier-missing',
    'a person is not described well enough',
    posting('/v3/contacts/search', { contacts: [{ firstName: 'Ada' }] }),
  ),
  asking(
    'reveal-empty',
    'nothing is to be revealed',
    posting('/v3/contacts/enrich', { ids: ['v1.simulated'], reveal: [] }),
  ),
  asking(
    'v2-field-on-v3-path',
    'a field of V2 is sent to V3',
    posting('/v3/contacts/enrich', { contactIds: ['1'], reveal: ['emails'] }),
  ),
  asking(
    'v2-field-refused',
    'V2 refuses a field that its own reference lists',
    posting('/v2/person', { contacts: [{ contactId: '1', firstName: 'Ada' }] }),
  ),
  asking(
    'body-wrapper-missing',
    'the contact is not inside contacts[]',
    posting('/v3/contacts/search-and-enrich', { firstName: 'Ada', lastName: 'Ashgrove' }),
  ),
  asking(
    'field-not-known',
    'a field that does not exist',
    posting('/v3/contacts/search', { contacts: [{ email: 'ada@example.com', shoeSize: '38' }] }),
  ),
  asking(
    'page-size-out-of-range',
    'a page of one',
    posting('/v3/contacts/prospecting', { pagination: { page: 0, size: 1 }, filters: SALES }),
  ),
  asking(
    'batch-size-out-of-range',
    'more companies than a buying group takes',
    posting('/v3/contacts/buying-group', {
      companies: Array.from({ length: 26 }, (_, index) => ({ domain: `example${index}.com` })),
      contactsLimit: 1,
    }),
  ),
  asking(
    'value-not-allowed',
    'a field to reveal that does not exist',
    posting('/v3/contacts/enrich', { ids: ['v1.simulated'], reveal: ['fax'] }),
  ),
  asking(
    'list-too-short',
    'no contact at all in the list',
    posting('/v3/contacts/search', { contacts: [] }),
  ),
  asking(
    'signal-types-missing',
    'signals are asked for without saying which',
    posting('/v3/contacts/signals', { ids: ['1'] }),
  ),
  asking(
    'prospecting-filters-invalid',
    'prospecting without filters',
    posting('/v3/contacts/prospecting', { pagination: PAGE }),
  ),
  asking(
    'conversation-query-invalid',
    'a date in another form',
    posting('/v3/account/conversations/search', { pageSize: 1, startDate: '1.2.2026' }),
  ),
  asking(
    'website-visits-refused',
    'visits to a site that is not tracked',
    posting('/v3/companies/website-visits', {
      domains: ['elsewhere.example'],
      startDate: '2026-01-01',
      endDate: '2026-01-31',
      pagination: PAGE,
    }),
  ),
  asking(
    'table-owner-missing',
    'a table without the address of its owner',
    posting('/v3/contacts/tables/list', {}),
  ),
  refusing(
    'request-unprocessable',
    'the 422 that only the article knows',
    error(422, 'Unprocessable Entity', { errors: ['contacts.0.email must be an email'] }),
    { at: ['contacts.search'], request: SEARCH },
  ),
  asking(
    'full-name-incomplete',
    'a full name of one word',
    posting('/v2/person', { contacts: [{ contactId: '1', fullName: 'Ada' }] }),
  ),
  refusing(
    'client-error-other',
    'a refusal that nobody documents',
    error(413, 'request entity too large'),
    {
      at: ['contacts.search'],
      request: SEARCH,
    },
  ),

  asking('path-unknown', 'a path that does not exist', getting('/v3/contact/lookup')),
  asking('method-wrong', 'GET where POST is wanted', getting('/v3/contacts/search')),
  refusing('method-not-allowed', 'the 405 of a gateway', error(405, 'Method Not Allowed'), {
    when: 'before-key',
    at: ['account.usage'],
    request: USAGE,
  }),
  asking(
    'path-v1-or-v2',
    'a path of the first version',
    getting('/person?email=ada%40example.com'),
  ),
  refusing(
    'v2-retired',
    'V2 has ended',
    {
      status: 404,
      json: { message: 'no Route matched with those values', request_id: '{request-id}' },
    },
    {
      when: 'before-key',
      at: [
        'v2.account.usage',
        'v2.person.get',
        'v2.person.post',
        'v2.company.get',
        'v2.company.post',
      ],
      request: getting('/v2/person?email=ada%40example.com'),
    },
  ),
  asking(
    'path-retired',
    'a path that was taken away',
    posting('/v3/contacts/decision-makers', { companies: [{ domain: 'example.com' }] }),
  ),
  asking('path-invented', 'a path that never was', getting('/v2/usage')),
  asking(
    'object-not-found',
    'a table that does not exist',
    getting('/v3/contacts/tables/0?email=user%40example.com'),
  ),
  refusing(
    'name-conflict',
    'a table of that name exists',
    error(409, 'TABLE_NAME_CONFLICT: A table with this name already exists'),
    {
      at: ['contacts.tables.create'],
      request: posting('/v3/contacts/tables', {
        name: 'probe',
        owner: { email: 'user@example.com' },
      }),
    },
  ),
  asking(
    'session-expired',
    'a lookalike session that is over',
    posting('/v3/contacts/lookalike', {
      dedupeSessionId: '00000000-0000-4000-8000-000000000000',
      seeds: { ids: ['1', '2', '3', '4', '5'] },
    }),
  ),
] as const;
