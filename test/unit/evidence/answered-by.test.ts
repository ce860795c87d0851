import { describe, expect, it } from 'vitest';
import { answeredBy } from '../../../src/evidence/answered-by.ts';
import type { Certificate, Exchange } from '../../../src/model/exchange.ts';
import { answered, response, type Given } from '../../support/answers.ts';

const KEY_GUARD = { statusCode: 401, message: 'Invalid API key', error: 'Unauthorized' };
const COUNTERS = { 'x-daily-requests-left': '5', 'x-rate-limit-daily': '25' };
const JSON_TYPE = { 'content-type': 'application/json' };

function page(title: string, body = ''): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
}

function who(given: Given, rest: Partial<Exchange> = {}): string {
  const answerer = answeredBy(answered(given, rest));
  return [answerer?.party, answerer?.certainty, answerer?.product].filter(Boolean).join(' ');
}

describe('an answer of Lusha', () => {
  it.each<[string, Given, string]>([
    ['its error shape', { status: 401, body: KEY_GUARD }, 'lusha certain'],
    [
      'its result shape',
      { body: { requestId: 'a', results: [], billing: { creditsCharged: 0 } } },
      'lusha certain',
    ],
    [
      'its counters beside another shape',
      { body: { filters: [] }, headers: COUNTERS },
      'lusha likely',
    ],
    ['its counters on an empty body', { status: 204, headers: COUNTERS }, 'lusha likely'],
    [
      'a shape that others use too',
      { status: 500, body: { message: 'Something went wrong' } },
      'lusha possible',
    ],
    [
      'its gateway',
      { status: 404, body: { message: 'no Route matched', request_id: 'a' } },
      'gateway certain',
    ],
    [
      'its gateway without a key',
      { status: 401, body: { message: 'No API key found in request' } },
      'gateway likely',
    ],
    [
      'the page of a framework without a route',
      { status: 404, body: page('Error', '<pre>Cannot GET /v3/x</pre>') },
      'gateway possible',
    ],
  ])('is known by %s', (_, given, expected) => {
    expect(who(given)).toBe(expected);
  });

  it.each<[string, Given, string]>([
    [
      'Cloudflare',
      { status: 401, body: KEY_GUARD, headers: { server: 'cloudflare', 'cf-ray': 'x' } },
      'lusha certain Cloudflare',
    ],
    [
      'CloudFront, which marks errors of the server too',
      {
        status: 401,
        body: KEY_GUARD,
        headers: { 'x-cache': 'Error from cloudfront', 'x-amz-cf-id': 'x' },
      },
      'lusha certain Amazon CloudFront',
    ],
    [
      'squid',
      { status: 401, body: KEY_GUARD, headers: { via: '1.1 proxy.corp.example (squid/5.7)' } },
      'lusha certain Squid',
    ],
  ])('stays one when it came through %s', (_, given, expected) => {
    expect(who(given)).toBe(expected);
  });

  it('is known by its counters beside a body that cannot be read', () => {
    expect(who({ headers: COUNTERS, body: '{"credits":{' })).toBe('lusha likely');
    expect(who({ headers: COUNTERS, body: 'down' })).toBe('lusha likely');
  });

  it('is not made by HTML, whatever headers say', () => {
    expect(who({ status: 200, headers: COUNTERS, body: page('Lusha') })).toBe('other likely');
  });

  it('is not made by JSON in a foreign shape', () => {
    expect(who({ status: 200, body: { hello: 'world' } })).toBe('other possible');
    expect(who({ status: 200, body: { statusCode: 401, message: 'Invalid API key' } })).toBe(
      'other possible',
    );
  });
});

describe('a verified certificate of lusha.com', () => {
  const leaf: Certificate = {
    subject: 'CN=*.lusha.com',
    issuer: 'O=Amazon',
    validFrom: 0,
    validTo: 1,
    altNames: '',
  };
  const request = { origin: 'https://api.lusha.com' };
  const tls = { version: 'TLSv1.3', cipher: 'x', chain: [leaf] };

  it('supports a weak shape and any JSON success', () => {
    expect(who({ status: 500, body: { message: 'x' } }, { tls, request })).toBe('lusha likely');
    expect(who({ body: { filters: [] } }, { tls, request })).toBe('lusha possible');
  });

  it.each<[string, Partial<Exchange>]>([
    ['another host', { tls, request: { origin: 'https://lusha.com.example' } }],
    ['a refused certificate', { tls: { ...tls, refusal: 'CERT_HAS_EXPIRED' }, request }],
    ['a pasted answer', { tls, request, door: 'pasted' }],
    ['no TLS', { request: { origin: 'http://api.lusha.com' } }],
  ])('counts for nothing with %s', (_, rest) => {
    expect(who({ body: { filters: [] } }, rest)).not.toMatch(/^lusha/);
  });

  it('counts for nothing when a proxy re-signed it, and names that proxy', () => {
    const chain = [{ ...leaf, issuer: 'CN=Zscaler Intermediate Root CA' }];
    expect(who({ body: { filters: [] } }, { tls: { ...tls, chain }, request })).toBe(
      'other possible Zscaler',
    );
    expect(who({ status: 403, body: page('Denied') }, { tls: { ...tls, chain }, request })).toBe(
      'proxy likely Zscaler',
    );
    expect(who({ status: 401, body: KEY_GUARD }, { tls: { ...tls, chain }, request })).toBe(
      'lusha certain Zscaler',
    );
  });
});

describe('somebody in between', () => {
  it.each<[string, Given]>([
    [
      'proxy certain Squid',
      {
        status: 403,
        headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
        body: page('ERROR'),
      },
    ],
    ['proxy likely Squid', { status: 503, body: page('ERROR', 'Generated by proxy (squid/5.7)') }],
    [
      'proxy likely Squid',
      { status: 403, headers: { via: '1.1 x (squid/5.7)' }, body: page('No') },
    ],
    ['proxy possible Squid', { status: 403, headers: { via: '1.1 x (squid/5.7)' } }],
    [
      'proxy certain tinyproxy',
      { status: 403, headers: { server: 'tinyproxy/1.11.1' }, body: page('403 Filtered') },
    ],
    [
      'proxy certain Zscaler',
      { status: 403, headers: { server: 'Zscaler/6.2' }, body: page('Blocked') },
    ],
    [
      'proxy certain Zscaler',
      { status: 307, headers: { location: 'https://gateway.zscaler.net/auth' } },
    ],
    [
      'proxy likely Zscaler',
      { status: 403, body: page('Blocked', 'Your organization uses Zscaler') },
    ],
    [
      'proxy certain Blue Coat ProxySG',
      { status: 403, headers: { server: 'BlueCoat-Security-Appliance' } },
    ],
    [
      'proxy likely Blue Coat ProxySG',
      { status: 403, headers: { via: '1.1 x (Blue Coat ProxySG)' }, body: page('x') },
    ],
    [
      'proxy likely Fortinet FortiGate',
      { status: 403, body: page('Web Page Blocked', 'FortiGuard Intrusion Prevention') },
    ],
    [
      'proxy likely Palo Alto Networks',
      { status: 503, body: page('Web Page Blocked', 'Palo Alto Networks') },
    ],
    [
      'proxy likely Skyhigh Web Gateway',
      { status: 403, body: page('McAfee Web Gateway - Notification') },
    ],
    [
      'proxy certain Forcepoint',
      { status: 403, headers: { server: 'Websense Content Gateway' }, body: page('x') },
    ],
    ['proxy certain', { status: 407 }],
    [
      'cdn-waf likely Cloudflare',
      { status: 403, headers: { server: 'cloudflare', 'cf-ray': 'x' }, body: page('Denied') },
    ],
    [
      'cdn-waf certain Cloudflare',
      {
        status: 403,
        headers: { 'cf-mitigated': 'challenge', server: 'cloudflare' },
        body: page('Just a moment...'),
      },
    ],
    ['cdn-waf likely Cloudflare', { status: 403, body: page('Attention Required! | Cloudflare') }],
    ['cdn-waf certain Cloudflare', { status: 522, headers: { server: 'cloudflare' } }],
    ['cdn-waf likely Cloudflare', { status: 403, body: 'error code: 1020' }],
    [
      'cdn-waf certain Amazon CloudFront',
      {
        status: 403,
        headers: { server: 'CloudFront', 'x-cache': 'Error from cloudfront' },
        body: page(
          'ERROR: The request could not be satisfied',
          'Generated by cloudfront (CloudFront)',
        ),
      },
    ],
    [
      'cdn-waf certain Akamai',
      {
        status: 403,
        headers: { server: 'AkamaiGHost' },
        body: page('Access Denied', 'Reference&#32;&#35;18.abc'),
      },
    ],
    [
      'cdn-waf certain AWS Elastic Load Balancing',
      {
        status: 503,
        headers: { server: 'awselb/2.0' },
        body: page('503 Service Temporarily Unavailable'),
      },
    ],
    [
      'cdn-waf certain AWS API Gateway',
      {
        status: 403,
        headers: { 'x-amzn-errortype': 'ForbiddenException' },
        body: { message: 'Forbidden' },
      },
    ],
    [
      'cdn-waf certain AWS WAF',
      { status: 405, headers: { 'x-amzn-waf-action': 'captcha' }, body: page('Human?') },
    ],
    [
      'cdn-waf likely Azure Front Door',
      { status: 503, body: page('x', "Our services aren't available right now") },
    ],
    ['cdn-waf likely Google Front End', { status: 502, body: page('Error 502 (Server Error)!!1') }],
    [
      'cdn-waf likely F5 BIG-IP',
      {
        status: 200,
        body: page('Rejected', 'The requested URL was rejected. Please consult with your admin'),
      },
    ],
    ['cdn-waf certain Sucuri', { status: 403, headers: { 'x-sucuri-block': 'GEO02' } }],
    ['cdn-waf certain Vercel', { status: 404, headers: { 'x-vercel-error': 'NOT_FOUND' } }],
    ['captive-portal certain', { status: 511, body: page('Network Authentication Required') }],
    [
      'captive-portal likely',
      { status: 302, headers: { location: 'http://portal.hotel.example/login?u=x' } },
    ],
    [
      'captive-portal possible',
      { status: 200, body: page('Hello', '<form><input name="p" type="password"></form>') },
    ],
    ['captive-portal likely', { status: 200, body: page('Sign in', '<input type=password>') }],
    [
      'other likely nginx',
      { status: 502, body: page('502 Bad Gateway', '<center>nginx/1.22.1</center>') },
    ],
    [
      'other likely HAProxy',
      {
        status: 503,
        body: '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
      },
    ],
    [
      'other likely Envoy',
      { status: 503, body: 'upstream connect error or disconnect/reset before headers' },
    ],
    ['other likely Traefik', { status: 404, body: '404 page not found\n' }],
    ['other likely', { status: 403, body: page('Forbidden') }],
    ['other possible', { status: 404 }],
    [
      'other possible',
      { status: 400, body: 'Bad Request', headers: { 'content-type': 'text/plain' } },
    ],
  ])('is told to be %s', (expected, given) => {
    expect(who(given)).toBe(expected);
  });

  it('does not take a redirect to Lusha itself for a captive portal', () => {
    expect(who({ status: 302, headers: { location: 'https://auth.lusha.com/login' } })).toBe(
      'other possible',
    );
  });

  it('suspects a plain proxy that was asked without a tunnel', () => {
    const proxy = { url: 'http://proxy.example:3128', source: 'HTTP_PROXY' };
    expect(who({ status: 503, body: page('Sorry') }, { proxy })).toBe('proxy possible');
  });

  it('does not let words of a JSON body decide', () => {
    const body = { message: 'Zscaler squid captive portal', statusCode: 400 };
    expect(who({ status: 400, body, headers: JSON_TYPE })).toBe('lusha certain');
  });

  it('says what it saw', () => {
    const evidence = answeredBy(
      answered({
        status: 403,
        headers: { 'X-Squid-Error': `ERR_ACCESS_DENIED ${'x'.repeat(500)}` },
        body: page('ERROR'),
      }),
    )?.evidence;
    expect(evidence).toEqual([
      expect.stringMatching(/^header x-squid-error: ERR_ACCESS_DENIED x+…$/),
      'page title "ERROR"',
    ]);
  });
});

describe('without an answer', () => {
  const failure = {
    kind: 'connection-refused',
    code: 'ECONNREFUSED',
    phase: 'tcp',
    message: '',
  } as const;
  const bare: Exchange = { door: 'live', phases: [] };

  it('nobody answered', () => {
    expect(answeredBy({ ...bare, failure })).toEqual({
      party: 'nobody',
      certainty: 'certain',
      evidence: ['no HTTP answer: ECONNREFUSED'],
    });
  });

  it('the proxy answered when it refused the tunnel', () => {
    const connect = response({ status: 403, headers: { server: 'squid/5.7' } });
    const proxy = { url: 'http://proxy.example:3128', source: 'HTTPS_PROXY', connect };
    expect(answeredBy({ ...bare, proxy })).toEqual({
      party: 'proxy',
      certainty: 'certain',
      evidence: ['CONNECT was answered 403, TLS never started', 'header server: squid/5.7'],
      product: 'Squid',
    });
    expect(answeredBy({ ...bare, failure: { ...failure, kind: 'proxy-refused' } })?.party).toBe(
      'proxy',
    );
  });

  it('a refused certificate names the product that signed it', () => {
    const leaf: Certificate = {
      subject: 'x',
      issuer: 'O=Netskope Inc',
      validFrom: 0,
      validTo: 1,
      altNames: '',
    };
    const tls = { version: '', cipher: '', chain: [leaf], refusal: 'SELF_SIGNED_CERT_IN_CHAIN' };
    expect(answeredBy({ ...bare, tls })).toMatchObject({ party: 'nobody', product: 'Netskope' });
  });

  it('says nothing about JSON that broke off before its shape could show', () => {
    const body = '{"results":[{"id":';
    const whole = response({ body });
    const cut = { ...whole, body: { ...whole.body, notes: ['cut-at-limit'] } } as const;
    expect(answeredBy({ ...bare, response: cut })).toBeNull();
    expect(
      answeredBy({ ...bare, response: whole, failure: { ...failure, kind: 'body-cut' } }),
    ).toBeNull();
    expect(answeredBy({ ...bare, response: whole })?.party).toBe('other');
  });

  it('says nothing about a bare pasted status or an exchange that has not happened', () => {
    expect(
      answeredBy({ door: 'pasted', phases: [], response: response({ status: 403 }) }),
    ).toBeNull();
    expect(answeredBy(bare)).toBeNull();
  });
});
