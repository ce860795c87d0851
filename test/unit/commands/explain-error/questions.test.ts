import { describe, expect, it } from 'vitest';
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
  ['what is the address of the mcp server', 'mcp'],
  ['claude can not connect to the lusha mcp', 'mcp-connection'],
  ['does mcp cost extra', 'mcp', 'mcp-tools'],
  ['where do i put the key in power automate', 'power-automate'],
  ['make.com switched my scenario off', 'make'],
  ['n8n says authorization failed', 'n8n'],
];

/** What no page knows. */
const NOT_KNOWN: readonly string[] = [
  'what is the weather in paris',
  'who is the ceo of lusha',
  'how many employees does lusha have',
  'can I get a discount for a nonprofit',
  'how do I change my password',
  'what will lusha cost next year in euros',
  'how do I uninstall the chrome extension',
  'does lusha sell data to zoominfo',
  'how do I write a for loop in python',
  'when is the next release of kubernetes',
];

const index = new PageIndex();

describe('questions in plain words', () => {
  it.each(ANSWERED)('%s', (question, ...pages) => {
    const shown = answerOf(index.find(question)).map(({ row }) => row.id);
    expect(shown.filter((id) => pages.includes(id))).not.toEqual([]);
  });
});
