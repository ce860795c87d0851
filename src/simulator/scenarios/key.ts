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
  scenario('key-header-missing', 'the header api_key is lost on the way, as behind nginx', {
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
