import { describe, expect, it } from 'vitest';
import { isClientWords } from '../../../src/reading/matches/client-words.ts';
import { knownMessageIn, repeatsAnother } from '../../../src/reading/matches/known-message.ts';

const V3 = 'V3 API access is not enabled for your account';

describe('the words of an answer inside a text', () => {
  it.each([
    [`Request failed with status code 403 (${V3})`, V3],
    [`LushaError: [403] ${V3}`, V3],
    [`HTTPError: 403 Client Error: Forbidden for url: https://api.lusha.com/v3\n${V3}`, V3],
    [`it said “${V3}” and stopped`, V3],
    [`Hi,\n\n> > ${V3}\n\nRegards`, V3],
    [
      'x: [429] Daily API quota limit exceeded. Limit: 25 calls per day',
      'Daily API quota limit exceeded. Limit: 25 calls per day',
    ],
    [
      'Status: excludeDnc is not available on your current plan',
      'excludeDnc is not available on your current plan',
    ],
  ])('%j', (text, words) => {
    expect(knownMessageIn(text)).toBe(words);
  });

  it.each([
    'Request failed with status code 429 Too Many Requests: POST https://api.lusha.com/v3',
    'The service is receiving too many requests from you',
    'our GDPR officer asked',
    'Lusha is fine but Apollo says: Invalid API key',
    '',
  ])('are not in %j', (text) => {
    expect(knownMessageIn(text)).toBeNull();
  });

  it('have to come with the status', () => {
    expect(knownMessageIn(V3, 403)).toBe(V3);
    expect(knownMessageIn(V3, 429)).toBeNull();
  });

  it('are told from those of another service by who is named before them', () => {
    expect(repeatsAnother('Lusha is fine but Apollo says: Invalid API key')).toBe(true);
    expect(repeatsAnother('Apollo is fine but Lusha says: Invalid API key')).toBe(false);
    expect(repeatsAnother('https://api.apollo.io/v1/me says: Invalid API key')).toBe(true);
    expect(repeatsAnother('Apollo is fine')).toBe(false);
  });

  it('are not looked for without end', () => {
    expect(knownMessageIn(`${'x\n'.repeat(5000)}${V3}`)).toBeNull();
  });
});

it.each([
  ['The service is receiving too many requests from you', true],
  ['Forbidden - perhaps check your credentials?', true],
  ['Request failed with status code 401', true],
  ['Daily API quota limit exceeded', false],
])('words of a client: %j is %s', (words, is) => {
  expect(isClientWords(words)).toBe(is);
});
