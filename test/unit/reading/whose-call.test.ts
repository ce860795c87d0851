import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../src/reading/from-text.ts';
import { whoseCall } from '../../../src/reading/whose-call.ts';
import type { Exchange } from '../../../src/model/exchange.ts';

const BARE: Exchange = { door: 'pasted', phases: [] };
const asked = (origin: string, path: string): Exchange => ({ ...BARE, request: { origin, path } });

describe('whoseCall by the URL of the call', () => {
  it.each([
    ['https://api.lusha.com', '/v3/contacts/search', 'lusha'],
    ['https://api.lusha.co', '/', 'lusha'],
    ['http://localhost:8080', '/v3/contacts/search', 'lusha'],
    ['https://104.18.20.5', '/v3/contacts/search', 'lusha'],
    ['http://gateway.internal', '/v2/person', 'lusha'],
    ['https://lusha-proxy.contoso.io', '/v3/contacts/search', 'lusha'],
    ['http://localhost:8080', '/', 'unknown'],
    ['http://localhost:8080', '/leads', 'other'],
    ['https://api.brevo.com', '/v3/contacts', 'other'],
    ['https://api.sendgrid.com', '/v3/mail/send', 'other'],
    ['https://api.hunter.io', '/v2/email-finder', 'other'],
    ['https://api.openai.com', '/v1/chat/completions', 'other'],
    ['https://enrich.contoso.io', '/v1/leads', 'other'],
  ])('%s%s is %s', (origin, path, whose) => {
    expect(whoseCall(asked(origin, path), '').whose).toBe(whose);
  });
});

describe('whoseCall by the text', () => {
  it.each([
    ['GET https://api.lusha.com/v3 302 location: https://login.contoso.com/sso', 'lusha'],
    ['{"status":302,"location":"https://login.contoso.com/sso","service":"lusha"}', 'lusha'],
    ['lusha: getaddrinfo ENOTFOUND api.lusha.com', 'lusha'],
    ['app=lusha-sync getaddrinfo ENOTFOUND api.hubapi.com', 'api.hubapi.com'],
    ['lusha-sync: connect ECONNREFUSED 10.0.0.5:5432', 'port 5432'],
    ['/srv/lusha-sync/db.js:44 redis ECONNREFUSED 127.0.0.1:6379', 'port 6379'],
    ['openai.RateLimitError: Error code: 429', 'OpenAI'],
    ['Stripe::CardError (Status 402) (Request req_123)', 'Stripe'],
    ['simple_salesforce.exceptions.SalesforceExpiredSession: status 401', 'Salesforce'],
    ['lusha webhook https://hooks.slack.com/services/T0/B0/x answered 404', 'hooks.slack.com'],
    ['host=web1.contoso.com msg="lusha failed: 429"', 'lusha'],
    ['LushaError: 429', 'lusha'],
    ['Lusha::Error 402', 'lusha'],
    ['host=web1.contoso.com status 429', 'web1.contoso.com'],
    ['see https://developer.mozilla.org/docs status 429', 'unknown'],
    ['status 429', 'unknown'],
  ])('%j tells of %s', (text, expected) => {
    const found = whoseCall(BARE, text);
    expect(found.whose === 'other' ? found.host : found.whose).toBe(expected);
  });

  it('looks at the path last, and not at files and services of that name', () => {
    const exchange: Exchange = { ...BARE, request: { path: '/leads' } };
    expect(whoseCall(exchange, 'lusha-sync: POST /leads 500').whose).toBe('other');
    expect(whoseCall(exchange, 'in /srv/app/lusha.py').whose).toBe('other');
    expect(whoseCall(exchange, 'lusha: POST /leads 500').whose).toBe('lusha');
  });

  it('takes the command above the answer in question, not the first one', () => {
    const text = [
      '$ curl -si https://api.lusha.com/v3/account/usage',
      'HTTP/1.1 200 OK',
      '',
      '{"credits":{"total":403}}',
      '$ curl -si https://api.hunter.io/v2/account',
      'HTTP/1.1 401 Unauthorized',
      '',
      '{"errors":[]}',
    ].join('\n');
    const failed = readPasted(text).entries.at(-1);
    expect(failed?.exchange.response?.status).toBe(401);
    expect(whoseCall(failed?.exchange ?? BARE, text)).toEqual({
      whose: 'other',
      host: 'api.hunter.io',
    });
  });
});
