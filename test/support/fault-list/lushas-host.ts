import type { Exchange } from '../../../src/model/exchange.ts';
import { answered, response, type Given } from '../answers.ts';
import { lifted, type Judgement } from '../faults.ts';
import { lift, type Fault } from './bringing.ts';

/** The certificate of Lusha's host, verified against an authority that Node brings along. */
const VERIFIED = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_128_GCM_SHA256',
  chain: [
    {
      subject: 'CN=*.lusha.com',
      issuer: 'C=US, O=Amazon, CN=Amazon RSA 2048 M03',
      validFrom: Date.UTC(2026, 0, 1),
      validTo: Date.UTC(2099, 0, 1),
      altNames: 'DNS:*.lusha.com, DNS:lusha.com',
    },
  ],
} as const;

/** An answer to the usage call at Lusha's own host; nobody on this machine can give it. */
function there(given: Given, more: Partial<Exchange> = {}): () => Promise<Judgement> {
  const request = {
    method: 'GET',
    origin: 'https://api.lusha.com',
    path: '/v3/account/usage',
    keyPlacement: 'api_key',
  } as const;
  return () => Promise.resolve(lifted(answered(given, { request, tls: VERIFIED, ...more })));
}

const HTML = { 'content-type': 'text/html' };
const WENT_AWAY = '<html><head><title>503 Service Temporarily Unavailable</title></head></html>';
const PAGE_503 = { status: 503, headers: HTML, body: WENT_AWAY };

/** What only shows at Lusha's own host, by its certificate or its name. */
export const LUSHAS_HOST: readonly Fault[] = [
  [
    'Lusha’s name does not exist for the resolver',
    () => lift({ lookup: refused('ENOTFOUND') }, 'https://api.lusha.com'),
    'dns-not-found',
    'network',
    3,
  ],
  [
    'its host answers 500 with a page',
    there({ status: 500, headers: HTML, body: '<html>oops</html>' }),
    'service-error',
    'service',
    7,
  ],
  [
    'its host answers 502 with nothing',
    there({ status: 502 }),
    'upstream-unavailable',
    'service',
    7,
  ],
  ['its host answers 503 with a page', there(PAGE_503), 'service-down', 'service', 7],
  ['its host answers 504 with nothing', there({ status: 504 }), 'gateway-timeout', 'service', 7],
  ['its host answers 429 with nothing', there({ status: 429 }), 'usage-endpoint-limit', 'quota', 6],
  [
    'its host answers 413 with a page',
    there({ status: 413, headers: HTML, body: '<html>413</html>' }),
    'client-error-other',
    'request',
    8,
  ],
  ['its host answers 414 with nothing', there({ status: 414 }), 'client-error-other', 'request', 8],
  ['its host answers 431 with nothing', there({ status: 431 }), 'client-error-other', 'request', 8],
  [
    '503 with a page while additional authorities are trusted',
    there(PAGE_503, { tls: { ...VERIFIED, extraCa: '--ca company.pem' } }),
    'cdn-error',
    'edge',
    3,
  ],
  [
    '503 with a page through a proxy',
    there(PAGE_503, {
      proxy: { url: 'http://proxy.example:3128', source: 'HTTPS_PROXY', connect: response({}) },
    }),
    'cdn-error',
    'edge',
    3,
  ],
];

function refused(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}
