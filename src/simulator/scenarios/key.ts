import { asking, scenario } from './build.ts';

/** The key is refused, or never arrives as one. */
export const KEY_SCENARIOS = [
  scenario('key-unknown', 'the key has the right form and opens no account', {
    kind: 'api',
    key: 'unknown',
  }),
  scenario('key-malformed', 'the key does not have the form of one', {
    kind: 'api',
    key: 'malformed',
  }),
  asking('key-header-missing', 'the request carries no key', {
    method: 'GET',
    path: '/v3/account/usage',
    key: 'none',
  }),
  scenario('key-dropped-on-the-way', 'a relay drops the header api_key, as nginx does', {
    kind: 'api',
    key: 'lost',
  }),
  asking('key-sent-as-bearer', 'the key comes as Authorization: Bearer', {
    method: 'GET',
    path: '/v3/account/usage',
    key: 'bearer',
  }),
  asking('key-in-wrong-header', 'the key comes in the header x-api-key', {
    method: 'GET',
    path: '/v3/account/usage',
    key: 'x-api-key',
  }),
] as const;
