import { describe, expect, it } from 'vitest';
import { requestInText, requestNear } from '../../../src/reading/matches/request-text.ts';

const LINES = [
  'GET https://api.lusha.com/v3/account/usage 200 OK',
  'GET https://api.lusha.com/prospecting/filters/contacts/seniority 403 Forbidden',
  'POST https://api.hunter.io/v2/x 500',
];
const TEXT = LINES.join('\n');

describe('requestNear', () => {
  it.each([
    ['200', '/v3/account/usage'],
    ['403', '/prospecting/filters/contacts/seniority'],
    ['500', '/v2/x'],
  ])('finds the call that %s answers', (status, path) => {
    expect(requestNear(TEXT, TEXT.indexOf(` ${status}`))?.path).toBe(path);
  });

  it.each([
    [
      '401 Client Error: Unauthorized for url: https://api.hubapi.com/crm',
      'https://api.hubapi.com',
    ],
    ['401 Unauthorized https://api.zoominfo.com/authenticate', 'https://api.zoominfo.com'],
    ['$ curl https://api.hunter.io/v2/x\nfirst line\n401', 'https://api.hunter.io'],
    [
      "401 HTTPSConnectionPool(host='api.lusha.com', port=443): failed with url: /v3/account/usage",
      'https://api.lusha.com',
    ],
    ['https://api.lusha.com:443 "POST /v3/contacts/search HTTP/1.1" 401', 'https://api.lusha.com'],
    ['see https://developer.mozilla.org/docs 401', undefined],
    ['https://example.com/far\n401', undefined],
  ])('%j names %s', (text, origin) => {
    expect(requestNear(text, text.lastIndexOf('401'))?.origin).toBe(origin);
  });

  it('stays fast on text without end', () => {
    const hostile = `${'GET '.repeat(8000)}${'https://'.repeat(4000)}${'curl -H '.repeat(2000)}`;
    const start = performance.now();
    requestNear(hostile, hostile.length - 1);
    requestInText(hostile);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('requestInText', () => {
  it.each([
    ['curl https://api.lusha.com/v2/person', 'none'],
    ['curl -H "api_key: [masked]" https://api.lusha.com/v2/person', 'api_key'],
    ['curl https://api.lusha.com/v2/person -Headers @{api_key="[masked]"}', undefined],
    ['curl https://api.lusha.com/v2/person "${HEADERS[@]}"', undefined],
  ])('%j shows where the key was put: %s', (text, placement) => {
    expect(requestInText(text)?.keyPlacement).toBe(placement);
  });

  it('takes the request that nginx names with an error', () => {
    const line =
      'upstream timed out, request: "POST /lusha/v3/contacts/enrich HTTP/1.1", upstream: "https://198.51.100.7:443/v3/contacts/enrich"';
    expect(requestInText(line)).toMatchObject({
      method: 'POST',
      path: '/lusha/v3/contacts/enrich',
    });
  });

  it('leaves a path alone, which may be a route of the program itself', () => {
    expect(requestInText('fetch failed\n POST /api/enrich 500 in 429ms')).toBeUndefined();
  });

  it('takes the last command: what comes after it is its answer', () => {
    const text =
      '$ curl https://api.lusha.com/v2/person\n\n$ curl -X PUT https://api.hunter.io/v2/x\n';
    expect(requestInText(text)).toMatchObject({ method: 'PUT', origin: 'https://api.hunter.io' });
  });
});
