import { error, getting, posting, refusing } from './build.ts';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const;

/** Lusha itself fails. */
export const SERVICE_SCENARIOS = [
  refusing(
    'service-error',
    '500 to every request',
    error(500, 'Internal server error. Please try again later.'),
  ),
  refusing(
    'service-down',
    '503 to everything: maintenance or outage',
    error(503, 'Service Unavailable'),
    {
      when: 'before-key',
    },
  ),
  refusing('upstream-unavailable', '502 from behind the API', error(502, 'Bad Gateway')),
  refusing(
    'identity-provider-unavailable',
    'signal scores are unavailable for now',
    error(502, 'Identity resolution provider is temporarily unavailable. Retry with backoff.'),
    {
      at: ['contacts.signal-score'],
      request: posting('/v3/contacts/signal-score', { contacts: [{ email: 'ada@example.com' }] }),
    },
  ),
  refusing(
    'gateway-timeout',
    '504 from the gateway',
    {
      status: 504,
      json: { message: 'The upstream server is timing out', request_id: '{request-id}' },
    },
    { when: 'before-key' },
  ),
  refusing(
    'request-timed-out',
    '499 after a long wait',
    error(499, 'Request failed due to request timeout'),
  ),
  refusing(
    'enrich-job-store-unreachable',
    'jobs cannot be looked up for now',
    error(503, 'Service Unavailable'),
    {
      at: ['contacts.enrich.job'],
      request: getting('/v3/contacts/jobs/00000000-0000-4000-8000-000000000000'),
    },
  ),
  refusing('server-error-other', 'a failure that nobody documents', error(501, 'Not Implemented')),
  refusing('contract-broken', '200 with nothing in it', { status: 200, headers: JSON_TYPE }),
  refusing(
    'contract-broken-json',
    '200 with a JSON that breaks off',
    { status: 200, headers: JSON_TYPE, text: '{"credits":{"total":1000,"used":0,' },
    { cause: 'contract-broken' },
  ),
] as const;
