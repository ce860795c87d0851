import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesFor } from '../../../../src/commands/explain-error/questions/index.ts';
import { isQuestion } from '../../../../src/commands/explain-error/questions/is-question.ts';
import {
  answerOf,
  PageIndex,
} from '../../../../src/commands/explain-error/questions/page-index.ts';

/** A question as people put it, and the pages that answer it. */
const ANSWERED: readonly (readonly [question: string, ...pages: string[]])[] = [
  // Keys
  ['how do I get an api key for lusha', 'api-key'],
  ['where can I find my lusha api key', 'api-key'],
  ["I'm not an admin, can I still create a key?", 'api-key', 'roles'],
  ['my key got pushed to github, what now', 'key-rotation'],
  ['how to rotate the api key without downtime', 'key-rotation'],
  ['does the api key expire', 'api-key'],
  ['can we have one key per customer', 'api-key'],
  ['which header does the key go into', 'authentication', 'auth-header'],
  ['does lusha support oauth2', 'authentication', 'oauth'],
  ['can i send the key as a query parameter', 'authentication', 'key-in-query'],
  ['why do i get 401 even though my key is right', 'key-unknown', '401', 'key-sent-as-bearer'],
  [
    'missing authorization header but I send api_key',
    'key-header-missing',
    'authentication',
    'key-dropped-on-the-way',
  ],
  // Credits
  ['how much does one phone number cost', 'prices'],
  ['how many credits per contact', 'prices', 'charges'],
  ['why was I billed 7 credits for a single person', 'charges'],
  ['do I pay when nobody is found', 'empty-result-cost'],
  ['is a failed request charged', 'charges', 'free-calls'],
  ['will i be charged again if i enrich the same contact next month', 'repeated-look-ups'],
  ['wich calls are free of charge', 'free-calls'],
  ['how can I see how many credits are left', 'balance'],
  ['do unused credits roll over to next month', 'balance'],
  ['what is the waterfall and how do I switch it off', 'waterfall'],
  ['is a search free or does it cost a credit', 'prices', 'free-calls'],
  ['402 but I still have credits', 'plan-action-not-included', 'payment-required', '402'],
  // Limits
  ['how many requests per minute can I send on premium', 'premium', 'plans'],
  ['what are the rate limits', 'plans', 'request-windows'],
  ['when does my daily quota reset', 'daily-reset', 'request-windows'],
  ['do two api keys have separate rate limits', 'rate-scope'],
  ['we get 429 but the dashboard shows plenty of credits', 'request-windows'],
  ['how many contacts can i enrich in one request', 'batch-sizes'],
  ['is there a bulk endpoint for 5000 companies', 'batch-sizes'],
  ['what is the maximum page size in prospecting', 'pagination', 'page-size'],
  ['does the first page start at zero', 'pagination'],
  ['how long should I wait before retrying', 'retries', 'request-windows'],
  ['my request timed out, did i lose a credit', 'timeouts'],
  [
    'how often may I call the usage endpoint',
    'usage-endpoint-limit',
    'v3-account-usage',
    'balance',
  ],
  // Data
  ['what is the difference between search and enrich', 'which-endpoint'],
  ['how do I look up a person by linkedin url', 'identifiers', 'which-endpoint'],
  ['lusha returns the wrong person', 'identifiers'],
  ['why is there no mobile number in the answer', 'missing-data'],
  ['prospecting returns zero results for the US', 'no-results', 'filters'],
  ['how up to date is the data', 'freshness'],
  ['what does confidence A+ mean', 'freshness', 'confidence'],
  ['a contact wants to be deleted, gdpr', 'privacy'],
  ['which values can I use for seniority', 'filters'],
  ['status 200 but one contact has an error', 'success-with-errors', 'item-not-found'],
  ['what is contactsLimit', 'buying-group'],
  // Access
  [
    'do I need the scale plan for prospecting',
    'plan-features',
    'prospecting-plan',
    'plan-lacks-endpoint',
  ],
  ['can i use the api on the free plan', 'free-plan', 'key-access'],
  ['is there a sandbox', 'sandbox'],
  ['which ip addresses do I have to whitelist', 'network-access'],
  ['is there a python sdk', 'client-libraries'],
  ['is lusha down right now', 'outage'],
  ['when will v2 be shut off', 'v3-migration', 'v2-retired', 'versions'],
  ['can I call the api from the browser with fetch', 'browser-cors'],
  ['how do I reach support', 'support'],
  // Webhooks, MCP, platforms
  ['how do I verify a webhook signature', 'webhook-signatures'],
  ['my webhook stopped sending events', 'webhook-delivery'],
  ['what is the address of the mcp server', 'mcp-server'],
  ['claude can not connect to the lusha mcp', 'mcp-connection'],
  ['does mcp cost extra', 'mcp-server', 'mcp-tools'],
  ['where do i put the key in power automate', 'power-automate'],
  ['make.com switched my scenario off', 'make'],
  ['n8n says authorization failed', 'n8n'],
];

/** What no page knows. */
const NOT_KNOWN: readonly string[] = [
  'what is the weather in paris',
  'who is the ceo of lusha',
  'how many employees does lusha have',
  'what will lusha cost next year in euros',
  'how do I uninstall the chrome extension',
  'does lusha sell data to zoominfo',
  'how many credits does cognism take for an export',
  'how do I write a for loop in python',
  'translate good morning to japanese',
];

/** What programs say: it goes to the diagnosis, never to the index. */
const OF_PROGRAMS: readonly string[] = [
  'Invalid API key format',
  'invalid api key',
  'Could not find data for the requested person',
  'We are unable to process this contact request due to our GDPR regulations',
  'Request failed with status code 401',
  '401 Client Error: Unauthorized for url: https://api.lusha.com/v3/contacts/search',
  'Daily API rate limit exceeded. Limit: 25 calls per day. Reset in 81671 seconds.',
  'Forbidden - perhaps check your credentials?',
  'connect ECONNREFUSED 127.0.0.1:443',
  'socket hang up',
  'bad gateway',
  '429 Too Many Requests',
  '{"statusCode":401,"message":"Invalid API key"}',
  'contacts.0.property contactId should not exist',
  'must have a combination of 1. linkedin url 2. full name + company domain',
  'key-unknown',
  '403',
];

const index = new PageIndex();
const answerTo = (question: string) => answerOf(pagesFor(question, index)).map(({ row }) => row.id);

describe('a question in plain words', () => {
  it.each(ANSWERED)('%s', (question, ...pages) => {
    expect(answerTo(question).filter((id) => pages.includes(id))).not.toEqual([]);
  });

  it('has one page for an answer more often than three to choose from', () => {
    const single = ANSWERED.filter(([question]) => answerTo(question).length === 1);
    expect(single.length).toBeGreaterThan(ANSWERED.length * 0.8);
  });

  it.each(NOT_KNOWN)('is not answered when no page knows: %s', (question) => {
    expect(answerTo(question)).toEqual([]);
  });

  it.each([
    ['a misspelt word', 'how do I regenrate my key', 'key-rotation'],
    ['a word that has others of the same meaning', 'price of a telephone number', 'prices'],
    ['a path', 'what about POST /v3/contacts/enrich', 'contacts.enrich'],
    [
      'a message in quotes',
      'got "Invalid API key format" from my colleague at lunch',
      'key-malformed',
    ],
    ['a part that says it all', 'xyzzy plugh, how do I get an api key', 'api-key'],
  ])('is understood by %s', (_what, question, page) => {
    expect(answerTo(question)).toContain(page);
  });

  it('is bounded and total, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (question) => {
        const scores = pagesFor(question, index).map(({ score }) => score);
        expect(scores.every((score) => score >= 0)).toBe(true);
        expect(answerOf(pagesFor(question, index)).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is a question', () => {
  it.each(ANSWERED.map(([question]) => question).filter((one) => !one.startsWith('n8n says')))(
    'is one: %s',
    (question) => {
      expect(isQuestion(question)).toBe(true);
    },
  );

  it.each(['429 hourly', '403 prospecting free plan', 'v2 shut down when', 'missing phone'])(
    'is one in few words: %s',
    (question) => {
      expect(isQuestion(question)).toBe(true);
    },
  );

  it.each(OF_PROGRAMS)('is none: %s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});
