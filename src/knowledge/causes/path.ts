import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, NEVER } from '../retries.ts';
import { HOST_ANSWERS, ORIGIN } from '../verifications.ts';
import { MCP_HOST } from './mcp-commands.ts';
import { corrected } from './own-call.ts';
import { SOMETHING } from './object.ts';

const refused = {
  layer: 'request',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'API errors are not charged, says the billing page.',
    source: 'docs/billing',
  },
} as const;

const CANNOT = /Cannot (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \//;
const NO_ENDPOINT = /requested endpoint was not found|no route matched/i;
const RETIRED =
  /\b(api|endpoint|version|v2)\b.*\b(retired|sunset|deprecated|no longer (available|supported|active)|end of life)/i;
/** Path and method are those of the reference. */
const LISTED = [{ endpointVersion: 'v3', otherMethod: null }] as const;
/** A path of the reference, at an address that is not Lusha's. */
const ROUTE_OF_ITS_OWN = {
  endpointVersion: 'v3',
  otherMethod: null,
  host: /^(?!.*\blusha\.com?$)/,
  hostSource: /^(?!default$|--simulate$)/,
} as const;
/** V3 paths that only take POST. */
const POST_ONLY =
  /Cannot GET \/v3\/(contacts|companies)\/(search|enrich|search-and-enrich|prospecting|lookalike|signals|buying-group|signal-score|website-visits)\b/;

/** 404, 405 and 410: the path or the method is wrong. Missing objects are in `object`. */
export const pathCauses = [
  {
    ...refused,
    layer: 'edge',
    id: 'gateway-lacks-route',
    title: 'Your own gateway has no route for this path',
    when: [{ ...ROUTE_OF_ITS_OWN, status: 404 }],
    signs: [{ facts: { message: NO_ENDPOINT }, makes: 'certain' }],
    tell: 'the path is one of the reference, and the address is not that of Lusha',
    meaning:
      'Lusha documents {path|this path}, and {host|the host} answers 404 for it. So a gateway or relay at the address from {hostSource|your settings} does not pass the path on, or passes it under another one. This says nothing about the key.',
    reasons: [
      {
        text: 'The gateway serves Lusha under a prefix, for example /lusha/v3.',
        source: 'inferred',
      },
      { text: 'The base URL leads to another service.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Ask the API directly, without the gateway. If that works, the gateway is the matter.',
        command: 'curl -sS -i -m 30 https://api.lusha.com/v3/account/usage | head -n 30',
        source: 'inferred',
      },
      {
        text: 'Look up the path under which the gateway passes calls to Lusha on, and put its prefix into the base URL.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    sources: ['spec3', 'inferred'],
  },
  {
    ...refused,
    id: 'path-unknown',
    title: 'No endpoint was found at this path',
    names: 'path',
    when: [{ status: 404 }, { message: NO_ENDPOINT }, { message: CANNOT }, { message: SOMETHING }],
    unless: [
      { host: MCP_HOST },
      { endpointVersion: ['v1', 'v2', 'invented', 'retired'] },
      { endpointVersion: 'v3', message: null },
      { method: 'OPTIONS' },
      ROUTE_OF_ITS_OWN,
    ],
    signs: [
      { facts: { message: NO_ENDPOINT }, makes: 'certain' },
      { facts: { message: CANNOT, endpointVersion: 'unlisted' }, makes: 'certain' },
      { facts: { status: 404, endpointVersion: 'unlisted' }, makes: 'likely' },
      { facts: { message: CANNOT }, makes: 'likely' },
      { facts: { status: 404, answeredBy: 'gateway' }, makes: 'likely' },
    ],
    tell: 'the message is "The requested endpoint was not found", or the body has nothing but a request_id',
    meaning:
      'What answers at {host|the host} has no endpoint at {path|this path}. The key was not the problem: a wrong path says nothing about it.',
    reasons: [
      {
        text: 'The requested resource or endpoint does not exist.',
        source: 'article#overview',
        unless: LISTED,
      },
      {
        text: 'The path is misspelt, has a slash too many, or lacks /v3.',
        source: 'inferred',
        unless: LISTED,
      },
      {
        text: 'A tutorial or another client invented it; several such paths go around.',
        source: 'code/wrong-paths',
        unless: LISTED,
      },
      {
        text: 'Lusha documents this path, so a gateway in front of it lacks the route, or the base URL leads to another service.',
        source: 'spec3',
        when: LISTED,
      },
    ],
    fixes: [
      {
        text: 'The path is that of the reference. See who answers in the place of the Lusha API.',
        command: `curl -sS -i -m 30 ${ORIGIN}/v3/account/usage | head -n 30`,
        source: 'spec3',
        when: LISTED,
      },
      ...corrected({
        text: 'Compare path and method with the reference, docs.lusha.com/openapi.json; the path spelt most like this one is {nearestPath|there}.',
        source: 'article#404',
      }),
    ],
    notes: [
      {
        text: 'A 404 is not "no result": in V3 a search without a match answers 200.',
        source: 'article#no-results',
      },
    ],
    sources: ['article#404', 'article#overview', 'docs/error-codes'],
  },
  {
    ...refused,
    id: 'method-wrong',
    title: 'The path exists, the method does not',
    when: [{ status: 404 }, { message: CANNOT }],
    unless: [
      { host: MCP_HOST },
      { endpointVersion: ['v1', 'v2', 'invented', 'retired', 'unlisted'] },
      { endpointVersion: 'v3', method: /./, otherMethod: null, message: null },
      { method: 'OPTIONS' },
    ],
    signs: [
      { facts: { message: CANNOT, endpointVersion: 'v3' }, makes: 'certain' },
      { facts: { message: POST_ONLY }, makes: 'certain' },
      { facts: { status: 404, endpointVersion: 'v3', otherMethod: true }, makes: 'likely' },
    ],
    tell: 'the message is "Cannot GET /…" or "Cannot POST /…", for a path that is right',
    meaning: 'Lusha answers 404, not 405, when a path is called with a method it does not serve.',
    reasons: [
      { text: 'All V3 search and enrich endpoints take POST; GET is refused.', source: 'spec3' },
      {
        text: 'A client turned POST into GET while it followed a redirect.',
        source: 'measured/redirects',
      },
      { text: 'The path carries a small mistake besides.', source: 'inferred' },
    ],
    fixes: [
      ...corrected({
        text: 'Use the method of the reference: POST for searching and enriching, GET for usage, filters and types.',
        source: 'spec3',
      }),
    ],
    sources: ['live/2026-06-free-plan', 'spec3', 'docs/error-codes'],
  },
  {
    ...refused,
    id: 'method-not-allowed',
    title: 'This endpoint does not take this method',
    when: [{ status: 405 }],
    unless: [{ host: MCP_HOST }, { method: 'OPTIONS' }],
    signs: [
      { facts: { status: 405, answeredBy: ['lusha', 'gateway'] }, makes: 'likely' },
      { facts: { status: 405, otherMethod: true }, makes: 'likely' },
    ],
    tell: 'the status is 405; the header Allow, when sent, lists what is accepted',
    meaning:
      'The path is served with another method. Lusha itself was only seen to answer 404 for that, so look also at what stands in between.',
    reasons: [
      {
        text: 'GET was sent to an endpoint that takes POST, or the other way round.',
        source: 'spec3',
      },
      { text: 'A gateway or firewall in between refuses the method.', source: 'inferred' },
    ],
    fixes: [
      ...corrected({
        text: 'Use the method of the reference: POST for searching and enriching, GET for usage, filters and types.',
        source: 'spec3',
      }),
    ],
    sources: ['inferred', 'spec3'],
  },
  {
    ...refused,
    id: 'path-v1-or-v2',
    title: 'The path belongs to an old version of the API',
    when: [{ status: [404, 410], endpointVersion: 'v1' }, { status: 404 }],
    unless: [
      { host: MCP_HOST },
      { endpointVersion: ['v2', 'v3', 'invented', 'retired', 'unlisted'] },
    ],
    signs: [{ facts: { endpointVersion: 'v1' }, makes: 'certain' }],
    tell: 'the path has no /v3 in it: /person, /company, /v2/…, /prospecting/…, /api/signals/…',
    meaning:
      'V1 (/person, /company) was deprecated on 2025-01-14. The end of V2 was announced for 2026-11-18. Both live on in old code and examples.',
    reasons: [
      { text: 'The code or the example dates from before V3.', source: 'code/v1-paths' },
      {
        text: 'A health check calls the old path and reports an outage that is none.',
        source: 'live/2026-02-v2',
      },
    ],
    fixes: [
      {
        text: 'Call the V3 path: /person becomes POST /v3/contacts/search-and-enrich, /company becomes POST /v3/companies/search-and-enrich.',
        source: 'docs/person-v1',
        verify: {
          command: 'lusha-doctor probe-endpoint POST /v3/contacts/search-and-enrich',
          expect: 'exit 0: path and method are right',
        },
      },
      {
        text: 'Use the host api.lusha.com; api.lusha.co is that of V1.',
        source: 'code/v1-paths',
      },
    ],
    sources: ['docs/person-v1', 'docs/v2-overview', 'code/v1-paths'],
  },
  {
    ...refused,
    id: 'v2-retired',
    title: 'The V2 endpoint is gone',
    when: [{ status: [404, 410], endpointVersion: 'v2' }, { status: 410 }, { message: RETIRED }],
    unless: [{ endpointVersion: ['v1', 'v3', 'invented', 'unlisted'] }],
    signs: [
      { facts: { status: 410, endpointVersion: 'v2' }, makes: 'certain' },
      { facts: { endpointVersion: 'v2', message: NO_ENDPOINT }, makes: 'certain' },
      { facts: { endpointVersion: 'v2', message: CANNOT }, makes: 'certain' },
      { facts: { endpointVersion: 'v2', message: RETIRED }, makes: 'certain' },
      { facts: { status: 404, endpointVersion: 'v2', answeredBy: 'gateway' }, makes: 'likely' },
      { facts: { status: 404, endpointVersion: 'v2', sunset: /./ }, makes: 'likely' },
      { facts: { message: RETIRED }, makes: 'likely' },
    ],
    tell: 'a plain 404 or 410 on a V2 path, about the endpoint and not about a person',
    meaning:
      'The end of V2 was announced for 2026-11-18. What V2 answers since then is not recorded, so a 404 or 410 on its paths most likely means the end.',
    reasons: [
      { text: 'V2 was announced to stop on 2026-11-18.', source: 'code/v2-sunset' },
      {
        text: 'The pages of Lusha only say that V2 will soon be deprecated.',
        source: 'docs/v2-overview',
      },
    ],
    fixes: [
      {
        text: 'Move the call to V3: /v2/person becomes POST /v3/contacts/search-and-enrich, /prospecting/contact/search becomes POST /v3/contacts/prospecting; the same goes for companies.',
        source: 'docs/v2-overview',
        verify: {
          command: 'lusha-doctor probe-endpoint POST /v3/contacts/search-and-enrich',
          expect: 'exit 0: path and method are right',
        },
      },
      {
        text: 'Rename the fields with the path: pages to pagination, contactIds to ids, revealEmails to reveal.',
        source: 'spec3',
      },
    ],
    retry: NEVER,
    sources: ['code/v2-sunset', 'docs/v2-overview'],
  },
  {
    ...refused,
    id: 'path-retired',
    title: 'This endpoint was removed or moved',
    when: [{ status: [404, 405, 410], endpointVersion: 'retired' }],
    signs: [{ facts: { endpointVersion: 'retired' }, makes: 'certain' }],
    tell: 'the path was served or printed once (/v3/contacts/decision-makers, /signals/contacts, /recommendations/contacts)',
    meaning: '{path|This path} was valid or documented at some time and is not any more.',
    reasons: [
      {
        text: '/v3/contacts/decision-makers was removed on 2026-08-12; buying-group took its place.',
        source: 'docs/changelog',
      },
      {
        text: 'Older guides print /signals/… and /recommendations/…; today they are /v3/…/signals and /v3/…/lookalike.',
        source: 'docs/older-guides',
      },
    ],
    fixes: [
      {
        text: 'Use the successor: POST /v3/contacts/buying-group for decision makers, POST /v3/contacts/signals or /v3/companies/signals for signals, POST /v3/contacts/lookalike or /v3/companies/lookalike for recommendations.',
        source: 'docs/changelog',
        verify: {
          command: 'lusha-doctor probe-endpoint POST /v3/contacts/buying-group',
          expect: 'exit 0: path and method are right',
        },
      },
    ],
    retry: NEVER,
    sources: ['docs/changelog', 'spec3'],
  },
  {
    ...refused,
    id: 'path-invented',
    title: 'This path was never part of the API',
    when: [{ status: [404, 405], endpointVersion: 'invented' }],
    unless: [{ host: MCP_HOST }],
    signs: [{ facts: { endpointVersion: 'invented' }, makes: 'certain' }],
    tell: 'the path is one that public code guesses (/contacts, /people, /v2/usage, /v2/contacts/search)',
    meaning: '{path|The path} looks plausible and exists in no version of the API.',
    reasons: [
      { text: 'It was guessed from the names of other APIs.', source: 'code/wrong-paths' },
      {
        text: 'A tutorial prints it and the reference does not have it: /v3/contacts/tables/create.',
        source: 'docs/tables-tutorial',
      },
      {
        text: 'The prose of the V2 document names /bulk/company/v2; its list of paths says /v2/company.',
        source: 'spec2',
      },
    ],
    fixes: [
      ...corrected({
        text: 'Use what exists: POST /v3/contacts/search, POST /v3/contacts/prospecting, POST /v3/contacts/tables, GET /v3/account/usage.',
        source: 'spec3',
      }),
    ],
    retry: NEVER,
    sources: ['code/wrong-paths', 'spec3'],
  },
] as const satisfies readonly Cause[];
