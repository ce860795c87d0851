import type { Scenario } from './scenario.ts';

export const KEY_SCENARIOS = [
  {
    name: 'key-unknown',
    summary: 'the key has the right form and opens no account',
    cause: 'key-unknown',
    behaviour: { kind: 'api', key: 'unknown' },
  },
  {
    name: 'key-malformed',
    summary: 'the key does not have the form of one',
    cause: 'key-malformed',
    behaviour: { kind: 'api', key: 'malformed' },
  },
  {
    name: 'key-header-missing',
    summary: 'the api_key header is lost on the way, as behind nginx',
    cause: 'key-header-missing',
    behaviour: { kind: 'api', key: 'lost' },
  },
  {
    name: 'key-sent-as-bearer',
    summary: 'the key comes as Authorization: Bearer',
    cause: 'key-sent-as-bearer',
    behaviour: { kind: 'api' },
    request: { method: 'GET', path: '/v3/account/usage', key: 'bearer' },
  },
] as const satisfies readonly Scenario[];
