import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { USAGE_PROBED } from '../verifications.ts';

const LUSHA = ['lusha', 'gateway'] as const;
/** What parsers say to an answer that is empty or ends too early. */
const ENDED_EARLY =
  /unexpected end of (?:JSON input|data at line)|expecting value: line 1 column 1 \(char 0\)|JSON\.parse: unexpected character at line 1 column 1/i;
/** Statuses that only Cloudflare uses, all of them about the server behind it. */
const OF_CLOUDFLARE = { min: 520, max: 530 } as const;
const TOO_SLOW = [{ status: 408 }] as const;
const TOO_LARGE = [{ status: 413 }] as const;
const URL_TOO_LONG = [{ status: 414 }] as const;
const HEADERS_TOO_LARGE = [{ status: 431 }] as const;
const BAD_BODY = ['broken-json', 'html', 'text', 'binary', 'empty'] as const;

/** Answers outside of what Lusha documents: unlisted statuses and bodies that fit no contract. */
export const statusCauses = [
  {
    id: 'contract-broken',
    layer: 'service',
    subject: 'failure',
    severity: 'fail',
    title: 'Lusha answered something that fits none of its formats',
    when: [{ status: { min: 200, max: 299 }, bodyKind: BAD_BODY }, { message: ENDED_EARLY }],
    unless: [
      { bodyIsCut: true },
      { status: [202, 204], bodyKind: 'empty' },
      { method: ['HEAD', 'DELETE'], bodyKind: 'empty' },
    ],
    signs: [
      {
        facts: { answeredBy: LUSHA, bodyKind: BAD_BODY, status: { min: 200, max: 299 } },
        makes: 'certain',
      },
    ],
    tell: 'the status is a success, the headers are those of Lusha, and the body is cut, empty, or not JSON',
    meaning:
      'The status promises a JSON answer and the body is none ({bodyKind|not JSON}). Do not read it as "no result".',
    reasons: [
      { text: 'The answer was cut or damaged on the way.', source: 'inferred' },
      { text: 'Lusha changed the format or failed half way through.', source: 'inferred' },
    ],
    whoActs: 'Lusha',
    fixes: [
      {
        text: 'Send the same request again; a damaged answer rarely comes twice.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'If it comes again, keep a record and send it to Lusha Support with the request id.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --case case.json',
        source: 'article#help',
      },
    ],
    retry: BACKOFF,
    credits: [
      {
        text: 'Nothing was charged: this call is free.',
        source: 'docs/account-usage',
        when: [{ free: true }],
      },
      { text: 'A {status|200} may have been charged; compare the balance.', source: 'inferred' },
    ],
    sources: ['spec3', 'inferred'],
  },
  {
    id: 'client-error-other',
    layer: 'request',
    subject: 'failure',
    severity: 'fail',
    title: 'The request was refused with a status that Lusha does not document',
    names: 'status',
    when: [{ status: { min: 400, max: 499 } }],
    unless: [
      {
        status: [400, 401, 402, 403, 404, 405, 407, 409, 410, 412, 415, 422, 429, 451, 499],
      },
    ],
    signs: [{ facts: { status: { min: 400, max: 499 }, answeredBy: LUSHA }, makes: 'likely' }],
    tell: 'the status is 4xx and is in no list of Lusha',
    meaning:
      'A 4xx means that the request has to change before it can work. This one ({status|4xx}) is in no list of Lusha; its message: {message|none}.',
    reasons: [
      {
        text: 'The request is too large (413), too slow (408), its URL too long (414) or its headers are (431).',
        source: 'rfc/9110',
        unless: [{ status: { min: 400, max: 499 } }],
      },
      { text: 'The request came too slowly.', source: 'rfc/9110', when: TOO_SLOW },
      { text: 'The body is larger than what answered takes.', source: 'rfc/9110', when: TOO_LARGE },
      {
        text: 'The URL is longer than what answered takes.',
        source: 'rfc/9110',
        when: URL_TOO_LONG,
      },
      {
        text: 'The headers are larger than what answered takes.',
        source: 'rfc/9110',
        when: HEADERS_TOO_LARGE,
      },
      {
        text: 'A gateway or firewall in between answered with a rule of its own.',
        source: 'inferred',
        unless: [{ answeredBy: 'lusha' }],
      },
    ],
    whoActs: 'you',
    fixes: [
      { text: 'Send smaller batches.', source: 'rfc/9110', when: [...TOO_SLOW, ...TOO_LARGE] },
      { text: 'Put less into the URL.', source: 'rfc/9110', when: URL_TOO_LONG },
      { text: 'Send fewer or shorter headers.', source: 'rfc/9110', when: HEADERS_TOO_LARGE },
      {
        text: 'Read the body of the answer.',
        source: 'inferred',
        unless: [{ bodyKind: 'empty' }],
      },
      {
        text: 'Try the free usage call, to see whether key and path work at all.',
        command: USAGE_PROBED.command,
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'For 408 and 413 send smaller batches, for 414 put less into the URL, for 431 send fewer or shorter headers.',
        source: 'rfc/9110',
        unless: [{ status: { min: 400, max: 499 } }],
      },
    ],
    retry: AFTER_FIX,
    sources: ['rfc/9110', 'docs/error-codes'],
  },
  {
    id: 'server-error-other',
    layer: 'service',
    subject: 'failure',
    severity: 'fail',
    title: 'Lusha failed with a status that it does not document',
    when: [{ status: { min: 500, max: 599 } }],
    unless: [
      { status: [500, 502, 503, 504, 511] },
      { status: OF_CLOUDFLARE, answeredBy: null },
      { status: OF_CLOUDFLARE, answeredBy: ['cdn-waf', 'proxy', 'captive-portal', 'other'] },
    ],
    signs: [{ facts: { status: { min: 500 }, answeredBy: LUSHA }, makes: 'likely' }],
    tell: 'the status is 5xx and is in no list of Lusha',
    meaning:
      'The request arrived and the other side failed ({status|5xx}). Nothing in it has to change.',
    reasons: [{ text: 'A fault on the side of Lusha.', source: 'docs/error-codes' }],
    whoActs: 'Lusha',
    fixes: [
      {
        text: 'Wait a few minutes, then repeat with growing pauses.',
        source: 'docs/error-codes',
        verify: USAGE_PROBED,
      },
      {
        text: 'If it goes on, look at status.lusha.com and write to support with the request id.',
        source: 'article#500',
      },
    ],
    retry: BACKOFF,
    sources: ['docs/error-codes', 'article#500'],
  },
] as const satisfies readonly Cause[];
