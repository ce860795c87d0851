import { error, posting, refusing } from './build.ts';

const SEARCH = posting('/v3/contacts/search', { contacts: [{ email: 'nobody@example.com' }] });

/** Refusals in words that nobody has recorded yet. */
export const UNEXPLAINED_SCENARIOS = [
  refusing(
    'key-refused-unexplained',
    'a 401 in words never seen before',
    error(401, 'Credential generation 7 has no delegate'),
  ),
  refusing(
    'payment-required-unexplained',
    'a 402 in words never seen before',
    error(402, 'Ledger entry 12 is pending'),
  ),
  refusing(
    'forbidden-unexplained',
    'a 403 in words never seen before',
    error(403, 'Policy 7 does not apply to this caller'),
    { request: SEARCH, at: ['contacts.search'] },
  ),
  refusing(
    'request-refused-unexplained',
    'a 409 in words never seen before',
    error(409, 'Revision 3 was superseded'),
  ),
  refusing(
    'throttled-unexplained',
    'a 429 in words never seen before',
    error(429, 'Concurrency class B is saturated'),
    { request: SEARCH },
  ),
] as const;
