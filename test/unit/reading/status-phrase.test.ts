import { describe, expect, it } from 'vitest';
import { plainStatusIn } from '../../../src/reading/matches/plain-status.ts';
import { statusIn, statusMatchIn } from '../../../src/reading/matches/status-phrase.ts';

describe('a status in words', () => {
  it.each([
    ['expected status code 200 but received 429', 429],
    ['expected response to have status code 200 but got 429', 429],
    ['status: expected 200, got 429', 429],
    ['Expected status code <200> but was <401>.', 401],
    ['4 | HTTP 200\n  | ^^^ actual value is <401>', 401],
    ['Expected: 200\nReceived: 401', 401],
    ['AssertionError [ERR_ASSERTION]: 401 == 200', 401],
    ['expected 400 to equal 200', 400],
    ['Status Code: 200 OK expected\nActual: 403 Forbidden', 403],
    ['expected 403 but got 200', 200],
    ['GET https://api.lusha.com/v3/account/usage [200 OK]\nGET /x [403 Forbidden]', 403],
    ['usage returns 200, then enrich returns 402', 402],
    ['unexpected status 403', 403],
    ['The call appears to have failed with status 403', 403],
    ['curl : Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.', 401],
    ['429 0.091234s 0B https://api.lusha.com/v3/account/usage', 429],
    ['https://api.lusha.com/v3/account/usage\t401\txhr', 401],
    ['[400] property firstName should not exist', 400],
  ])('%j tells of %d', (text, status) => {
    expect(statusIn(text)).toBe(status);
  });

  it.each([
    '1. status is 200',
    '  ✓  status is 200',
    '✗ returns 401 without a key',
    "pm.test('status is 200', () => pm.response.to.have.status(200));",
    'expect(response.status).toBe(200)',
    '[404] items processed',
    '429 contacts were sent to https://api.lusha.com/v3/contacts/enrich',
    'a sum of (401) in brackets',
  ])('%j tells of none', (text) => {
    expect(statusIn(text)).toBeNull();
  });

  it('comes with the place of its number', () => {
    const text = 'HTTP 200, then https://api.lusha.com/401 returned 401';
    expect(statusMatchIn(text)).toEqual({ status: 401, at: text.length - 3 });
  });
});

describe('a status in the words of a person', () => {
  it.each([
    ['lusha gives me a 403 since this morning', 403],
    ['lusha 403', 403],
    ['erreur 401 lusha', 401],
    ['all our Lusha requests return 401s', 401],
    ['hitting a 429 on enrich after 25 calls', 429],
    ['Customer reports Lusha enrichment stopped: 401', 401],
    ['lusha me renvoie une erreur 401 sur tous les 429 contacts', 401],
    ['unauthorized', 401],
    ['quota exceeded', 429],
    ['Lusha says no credits left', 402],
    ['api key invalid', 401],
    ['Service unavailable', 503],
  ])('%j tells of %d', (text, status) => {
    expect(plainStatusIn(text)).toBe(status);
  });

  it.each([
    'I see 429 from time to time',
    'Lusha has 500 employees',
    'we enriched 500 with the lusha api',
    'Lusha costs 499 per month',
    'lusha ticket 404 is open',
    'Lusha answered 401 and then 403',
    'HubSpot forbidden, Lusha fine',
    '2026-11-23T14:00:00Z INFO lusha batch done 412',
    'forbidden fruit',
  ])('%j tells of none', (text) => {
    expect(plainStatusIn(text)).toBeNull();
  });
});
