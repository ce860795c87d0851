import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_AND_PORT, HOST_ANSWERS, ORIGIN, USAGE_PROBED } from '../verifications.ts';
import { HOST_CHOSEN, NOT_CHOSEN, USE_LUSHAS_HOST } from './own-host.ts';

const answered = { layer: 'edge', subject: 'failure', severity: 'fail' } as const;

const WHO_ANSWERS = `curl -sS -i -m 30 ${ORIGIN}/v3/account/usage | head -n 30`;

const NOTHING_KNOWN = {
  text: 'The Lusha application did not answer itself, so this says nothing about key, plan or request.',
  source: 'inferred',
} as const;

const CHALLENGE =
  /just a moment|attention required|captcha|checking your browser|access denied|request blocked/i;
/** Words that no other answer begins with. */
const CHALLENGE_WORDS =
  /^(just a moment\.\.\.|attention required! \| cloudflare|error code: 1\d{3}\b)/i;
/** What JSON parsers of JavaScript, Go, Python, Java and Ruby say to a page. */
const PARSED_A_PAGE =
  /unexpected token (?:at )?'?<|invalid character '<' looking for|unexpected mimetype:? text\/html|unexpected character \('<' \(code 60\)/i;
/** What they say to a page and to an empty answer alike. */
const PARSED_NO_JSON =
  /expecting value: line 1 column 1 \(char 0\)|JSON\.parse: unexpected character at line 1 column 1/i;
/** What a gateway says that is neither a challenge nor a rule against attacks. */
const OTHER_REASONS = ['unreachable', 'rate-limit', 'no-route', 'gateway-key', 'own-app'] as const;
const NOT_LUSHA = ['cdn-waf', 'other', 'proxy'] as const;
const GUEST = /wi-?fi|hotspot|guest|captive|portal/i;
const PAGE = ['html', 'text', 'empty', 'binary'] as const;

/** Somebody on the way answered in the place of Lusha. Proxies are in `proxy`. */
export const edgeCauses = [
  {
    ...answered,
    id: 'captive-portal',
    title: 'A network portal answered instead of Lusha',
    when: [{ status: 511 }, { answeredBy: 'captive-portal' }],
    signs: [
      { facts: { status: 511 }, makes: 'certain' },
      { facts: { answeredBy: 'captive-portal', message: GUEST }, makes: 'certain' },
    ],
    tell: 'the status is 511, or the page is that of a hotel, airport, guest or office network',
    meaning:
      'The network lets nobody out before a log-in or a click on "accept". Every request gets its page.',
    reasons: [
      { text: 'You are in a guest network and did not accept its terms yet.', source: 'inferred' },
      { text: 'The access expired.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Open any http:// page in a browser, and log in or accept there.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    notes: [NOTHING_KNOWN],
    sources: ['rfc/6585', 'inferred'],
  },
  {
    ...answered,
    id: 'login-page',
    title: 'A web page came back instead of JSON',
    when: [
      { status: 200 },
      { status: { min: 200, max: 299 }, bodyKind: 'html' },
      { message: PARSED_A_PAGE },
      { message: PARSED_NO_JSON },
    ],
    unless: [{ bodyKind: ['empty', 'binary', 'json-object', 'json-other', 'broken-json'] }],
    signs: [
      { facts: { message: PARSED_A_PAGE }, makes: 'likely' },
      {
        facts: {
          status: { min: 200, max: 299 },
          bodyKind: 'html',
          answeredBy: ['captive-portal', 'other'],
        },
        makes: 'likely',
      },
    ],
    tell: 'the status is 200 and the body is HTML; a program that parses it stumbles over the first "<"',
    meaning:
      'The status says success, and what answers at {host|the host} is not the Lusha API. Many tools take this for a good answer, because they only look at the status.',
    reasons: [
      { text: 'Single sign-on of a company network shows its form.', source: 'inferred' },
      {
        text: 'The base URL names a web site: dashboard.lusha.com answers 200 with HTML for every path.',
        source: 'live/2026-08-public-hosts',
        unless: NOT_CHOSEN,
      },
      { text: 'A guest network shows its portal.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See who answers.',
        command: WHO_ANSWERS,
        source: 'inferred',
      },
      ...USE_LUSHAS_HOST,
      {
        text: `If it is a form of your network, log in with a browser or ask for ${HOST_AND_PORT} to be allowed without one.`,
        source: 'inferred',
      },
      {
        text: 'In your own code accept a 200 only when the body is JSON with the fields you need.',
        source: 'spec3',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    notes: [NOTHING_KNOWN],
    sources: ['live/2026-08-public-hosts', 'measured/proxies'],
  },
  {
    ...answered,
    id: 'waf-challenge',
    title: 'A firewall or gateway in front of the server refused the request',
    when: [
      { status: 403 },
      { status: [202, 401, 405, 406, 429, 503], answeredBy: 'cdn-waf', bodyKind: PAGE },
      { answeredBy: 'cdn-waf', message: CHALLENGE },
      { message: CHALLENGE_WORDS },
      { answeredBy: 'cdn-waf', productSays: ['challenge', 'firewall'] },
    ],
    unless: [{ answeredBy: ['lusha', 'gateway'] }, { productSays: OTHER_REASONS }],
    signs: [
      {
        facts: { answeredBy: 'cdn-waf', productSays: ['challenge', 'firewall'] },
        makes: 'certain',
      },
      { facts: { message: CHALLENGE_WORDS }, makes: 'likely' },
      { facts: { answeredBy: 'cdn-waf', message: CHALLENGE }, makes: 'certain' },
      { facts: { answeredBy: 'cdn-waf', status: [202, 401, 403, 405, 406, 429] }, makes: 'likely' },
    ],
    tell: 'an HTML or empty body that names a firewall (Cloudflare, CloudFront, Akamai or another such product)',
    meaning:
      'A protection in front of the server stopped the request, as it does with robots and attacks ({product|see Server, CF-RAY or X-Amz-Cf-Id}). The API behind it did not see it.',
    reasons: [
      {
        text: 'The address you come from has a bad name: VPN, cloud, shared exit.',
        source: 'inferred',
      },
      { text: 'Too many requests in a short time.', source: 'inferred' },
      {
        text: 'The host is a web site of Lusha and not the API; the site shows a challenge.',
        source: 'live/2026-08-public-hosts',
        unless: NOT_CHOSEN,
      },
      { text: 'The client sends no or a suspicious User-Agent.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See what the page says, and whether {host|the host} is the one you mean.',
        command: WHO_ANSWERS,
        source: 'spec3',
        verify: HOST_ANSWERS,
        unless: NOT_CHOSEN,
      },
      {
        text: 'Repeat from another network, without VPN.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If it stays, send Lusha Support your outgoing address, the time and the id on the page (Ray ID, Reference, Request ID).',
        source: 'article#help',
        unless: HOST_CHOSEN,
      },
      {
        text: 'If it stays, give whoever runs {host} your outgoing address, the time and the id on the page.',
        source: 'inferred',
        when: HOST_CHOSEN,
      },
    ],
    retry: {
      worth: false,
      how: 'after-fix',
      note: 'Repeating fast makes a block last longer.',
    },
    notes: [
      NOTHING_KNOWN,
      {
        text: 'A 403 or 429 of Lusha itself is JSON with statusCode and message.',
        source: 'docs/error-codes',
      },
    ],
    sources: ['live/2026-08-public-hosts', 'inferred'],
  },
  {
    ...answered,
    id: 'cdn-error',
    title: 'A gateway in front of the server reports an error',
    when: [
      { status: [502, 503, 504] },
      { status: { min: 520, max: 530 } },
      { status: { min: 500, max: 599 }, answeredBy: ['cdn-waf', 'other'] },
      { productSays: 'unreachable', answeredBy: ['cdn-waf', 'other'] },
    ],
    unless: [
      { answeredBy: 'other', bodyKind: ['json-object', 'json-other'], productSays: null },
      { status: 511 },
      { answeredBy: ['lusha', 'gateway'] },
      { productSays: ['rate-limit', 'gateway-key', 'own-app'] },
    ],
    signs: [
      { facts: { productSays: 'unreachable', answeredBy: 'cdn-waf' }, makes: 'certain' },
      { facts: { productSays: 'unreachable', answeredBy: 'other' }, makes: 'likely' },
      { facts: { answeredBy: 'cdn-waf', status: { min: 500, max: 599 } }, makes: 'certain' },
      {
        facts: { answeredBy: 'other', status: { min: 500, max: 599 }, bodyKind: PAGE },
        makes: 'likely',
      },
      { facts: { status: { min: 520, max: 530 } }, makes: 'likely' },
    ],
    tell: 'the body is an HTML page or a bare line, not the JSON of Lusha; 520 to 530 are statuses of Cloudflare',
    meaning:
      'A CDN or load balancer ({product|see Server and Via}) took the request and got no usable answer from the server behind it.',
    reasons: [
      { text: 'The API behind it is down or restarting.', source: 'article#503' },
      { text: 'The connection between CDN and API is disturbed.', source: 'inferred' },
      {
        text: 'The gateway belongs to your own network or test system.',
        source: 'inferred',
        unless: [{ hostSource: 'default', proxyUrl: null, extraCa: null }],
      },
    ],
    whoActs: 'Lusha',
    actsInstead: { who: 'you', when: [...HOST_CHOSEN, { proxyUrl: /./ }, { extraCa: /./ }] },
    fixes: [
      {
        text: 'Wait a few minutes and repeat with growing pauses.',
        source: 'article#500',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Look at status.lusha.com. If it shows nothing and others get through, the gateway is on your side.',
        command: WHO_ANSWERS,
        source: 'article#500',
        unless: HOST_CHOSEN,
      },
      {
        text: 'If it stays, show the answer to whoever runs {host}.',
        command: WHO_ANSWERS,
        source: 'inferred',
        when: HOST_CHOSEN,
      },
    ],
    retry: BACKOFF,
    notes: [NOTHING_KNOWN],
    sources: ['article#500', 'article#503', 'inferred'],
  },
  {
    ...answered,
    id: 'wrong-host',
    title: 'Something other than the Lusha API answered',
    names: 'host',
    when: [{ answeredBy: 'other' }, { answeredBy: NOT_LUSHA, productSays: 'no-route' }],
    unless: [
      { status: { min: 200, max: 299 }, bodyKind: 'html' },
      { status: { min: 300, max: 399 } },
      { status: { min: 500, max: 599 }, bodyKind: PAGE },
      { productSays: ['unreachable', 'rate-limit', 'gateway-key', 'own-app'] },
    ],
    signs: [
      { facts: { answeredBy: NOT_LUSHA, productSays: 'no-route' }, makes: 'likely' },
      { facts: { answeredBy: 'other', contentType: /./ }, makes: 'likely' },
      { facts: { answeredBy: 'other', product: /./ }, makes: 'likely' },
      { facts: { answeredBy: 'other', bodyKind: 'empty' }, makes: 'likely' },
    ],
    tell: 'the body is in no shape that Lusha uses, and no proxy or CDN left its mark',
    meaning:
      'What answers at {host|this address} is another server ({product|of unknown make}). Its status says nothing about your key.',
    reasons: [
      {
        text: 'The base URL is wrong: api.lusha.co (V1), a staging, mock, MCP or dashboard host.',
        source: 'code/v1-paths',
        unless: NOT_CHOSEN,
      },
      {
        text: 'A relay or test server of your own stands at this address.',
        source: 'inferred',
        unless: [{ hostSource: 'default' }],
      },
      { text: 'DNS or the hosts file leads elsewhere.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      ...USE_LUSHAS_HOST,
      {
        text: 'See who answers: address, certificate and headers.',
        command: `curl -sS -v -o /dev/null -m 30 ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    notes: [
      NOTHING_KNOWN,
      {
        text: 'mcp.lusha.com is another API: it takes the key as x-api-key.',
        source: 'docs/mcp',
        unless: [{ host: /^(?!mcp\.)/ }],
      },
    ],
    sources: ['code/v1-paths', 'live/2026-08-public-hosts', 'docs/mcp'],
  },
] as const satisfies readonly Cause[];
