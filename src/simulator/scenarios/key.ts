import { asking, error, refusing, scenario } from './build.ts';

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
  scenario(
    'key-altered-on-the-way',
    'a relay puts something of its own into the header api_key',
    { kind: 'api', key: 'altered' },
    { with: 'other-keys' },
  ),
  scenario(
    'oauth-token-as-key',
    'an OAuth token takes the place of the key',
    { kind: 'api', key: 'oauth-token' },
    { with: 'other-keys' },
  ),
  refusing(
    'answer-ignores-key',
    'a gateway refuses everybody in the same words',
    error(401, 'Invalid API key'),
    { when: 'before-key', with: 'other-keys' },
  ),
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
