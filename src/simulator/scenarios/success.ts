import { asking, error, getting, posting, refusing, scenario } from './build.ts';

const SOMEBODY = { contacts: [{ email: 'ada@example.com' }] };

/** Answers with 200 or 201, whole or with errors in single items. */
export const SUCCESS_SCENARIOS = [
  scenario(
    'healthy',
    'behaves like the API, everything in order',
    { kind: 'api' },
    { cause: 'success' },
  ),
  scenario(
    'no-result',
    'every search succeeds and finds nobody',
    { kind: 'api', everyItem: 'NOT_FOUND' },
    {
      cause: 'success-no-result',
      request: posting('/v3/contacts/prospecting', {
        pagination: { page: 0, size: 10 },
        filters: { contacts: { include: { departments: ['Sales'] } } },
      }),
    },
  ),
  asking(
    'item-not-found',
    'one of the people asked for is not known',
    posting('/v3/contacts/search', {
      contacts: [{ email: 'ada@example.com' }, { email: 'nobody@example.com' }],
    }),
  ),
  asking(
    'item-compliance-restricted',
    'one of the people asked for is off limits',
    posting('/v3/contacts/search-and-enrich', {
      contacts: [{ email: 'gdpr@example.com' }],
      reveal: ['emails'],
    }),
  ),
  asking(
    'item-enrich-failed',
    'one of the people could not be enriched',
    posting('/v3/contacts/search-and-enrich', {
      contacts: [{ email: 'enrich-failed@example.com' }],
      reveal: ['emails'],
    }),
  ),
  asking(
    'item-no-score',
    'there is no score for a company',
    posting('/v3/companies/signal-score', { companies: [{ domain: 'no-score.example.com' }] }),
  ),
  asking(
    'v2-empty-data',
    'V2 knows nobody by that address',
    getting('/v2/person?email=nobody%40example.com'),
  ),
  asking('endpoint-sunset', 'V2 still answers and says when it ends', getting('/account/usage')),
  refusing(
    'table-write-failed',
    'the answer is good, its copy in a table failed',
    {
      status: 200,
      json: {
        requestId: '{request-id}',
        results: [{ id: 'v1.simulated', firstName: 'Ada', lastName: 'Ashgrove' }],
        billing: { creditsCharged: 0, resultsReturned: 1 },
        tableWrite: { tableId: '1', success: false },
      },
    },
    {
      at: ['contacts.enrich'],
      request: posting('/v3/contacts/enrich', { ids: ['v1.simulated'], tableId: '1' }),
    },
  ),
  refusing(
    'enrich-job-failed',
    'an enrich job ended without a result',
    { status: 200, json: { jobId: '{request-id}', status: 'failed' } },
    {
      at: ['contacts.enrich.job'],
      request: getting('/v3/contacts/jobs/00000000-0000-4000-8000-000000000000'),
    },
  ),
  asking(
    'webhook-duplicate',
    'the same subscription twice',
    posting('/api/subscriptions', {
      defaults: {
        entityType: 'contact',
        signalTypes: ['promotion'],
        url: 'https://example.com/hook',
      },
      subscriptions: [{ entityId: '1' }, { entityId: '1' }],
    }),
  ),
  asking(
    'webhook-receiver-refused',
    'the address to deliver to is not https',
    posting('/api/subscriptions', {
      defaults: { entityType: 'contact', signalTypes: ['promotion'] },
      subscriptions: [{ entityId: '1', url: 'http://example.com/hook' }],
    }),
  ),
  asking(
    'webhook-item-failed',
    'a subscription to a signal that does not exist',
    posting('/api/subscriptions', {
      defaults: { entityType: 'contact', url: 'https://example.com/hook' },
      subscriptions: [{ entityId: '1', signalTypes: ['birthday'] }],
    }),
  ),
  refusing(
    'v2-no-match',
    'V2 says 404 for nobody found',
    error(404, 'Could not find requested data'),
    { at: ['v2.person.get'], request: getting('/v2/person?email=ada%40example.com') },
  ),
  refusing(
    'clock-skewed',
    'all is well but this machine and the server disagree about the time',
    {
      status: 200,
      headers: { Date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
      json: {
        credits: { total: 1000, used: 0, remaining: 1000 },
        rateLimits: {},
        plan: { category: 'professional' },
        pricing: {},
      },
    },
    { at: ['account.usage'] },
  ),
  asking(
    'success-search',
    'a search that finds somebody',
    posting('/v3/contacts/search', SOMEBODY),
    {
      cause: 'success',
    },
  ),
] as const;
