import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, NEVER } from '../retries.ts';
import { USAGE_PROBED } from '../verifications.ts';

/** Answers of Lusha that need no repair, and the ones that found nothing. */
export const successCauses = [
  {
    id: 'success',
    layer: 'service',
    subject: 'failure',
    severity: 'ok',
    title: 'The request succeeded',
    when: [{ status: { min: 200, max: 299 } }, { shape: ['success', 'success-like'] }],
    unless: [
      { emptyResult: true },
      { itemErrors: /./ },
      { bodyKind: ['html', 'text', 'broken-json', 'binary'] },
    ],
    signs: [
      {
        facts: {
          status: { min: 200, max: 299 },
          answeredBy: 'lusha',
          bodyKind: ['json-object', 'json-other'],
        },
        makes: 'certain',
      },
      {
        facts: { status: [202, 204], bodyKind: 'empty', answeredBy: ['lusha', 'gateway'] },
        makes: 'certain',
      },
      { facts: { status: [200, 201, 202, 204] }, makes: 'likely' },
      { facts: { shape: 'success' }, makes: 'likely' },
    ],
    tell: 'the body is JSON in the shape of the endpoint, and no item of it carries an error',
    meaning:
      'The request was completed. A status of 200 speaks for the request as a whole; single items can still carry an error of their own.',
    reasons: [{ text: 'The request was accepted and carried out.', source: 'article#200' }],
    whoActs: 'nobody',
    fixes: [
      {
        text: 'Read the error of every item too, not only the status: results[].error in V3, contact.error in V2, results[].success for webhooks.',
        source: 'docs/error-codes',
        verify: USAGE_PROBED,
      },
      {
        text: 'Take the price of a call from its own billing.creditsCharged; the balance lags a few seconds behind.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    retry: NEVER,
    credits: {
      text: 'This answer says it charged {creditsCharged|the number in billing.creditsCharged}.',
      source: 'live/2026-07-v3-contract',
    },
    notes: [
      {
        text: 'More than the list price: waterfall is on unless the request says waterfallEnabled false, and the rate is that of the provider.',
        source: 'docs/changelog',
        when: [{ creditsCharged: { min: 1 }, endpoint: /enrich/ }],
      },
      {
        text: 'directParent and ultimateParent cost 1 credit each where they are named in reveal and known.',
        source: 'docs/changelog',
        when: [{ creditsCharged: { min: 1 }, endpoint: /^companies\..*enrich/ }],
      },
      {
        text: 'Know which endpoints your plan includes before you build on them.',
        source: 'article#best-practices',
      },
      {
        text: 'Store keys and tokens safely and renew them regularly.',
        source: 'article#best-practices',
      },
      {
        text: 'Follow the current documentation of each endpoint; requirements differ and change.',
        source: 'article#best-practices',
      },
      {
        text: 'Watch your API usage in the dashboard and stay within the limits of the plan.',
        source: 'article#best-practices',
      },
    ],
    sources: ['article#200', 'article#overview', 'live/2026-07-v3-contract'],
  },
  {
    id: 'success-no-result',
    layer: 'service',
    subject: 'failure',
    severity: 'ok',
    title: 'The request succeeded and found nothing',
    when: [
      { status: 200 },
      { status: [200, 201], emptyResult: true },
      { shape: ['success', 'success-like'], emptyResult: true },
    ],
    unless: [
      { itemErrors: /./ },
      { itemCount: { min: 1 } },
      { bodyKind: ['html', 'text', 'broken-json', 'binary', 'empty'] },
    ],
    signs: [
      { facts: { emptyResult: true, answeredBy: 'lusha' }, makes: 'certain' },
      { facts: { emptyResult: true }, makes: 'likely' },
    ],
    tell: 'the list of results is empty, in a 200 with well-formed JSON',
    meaning:
      'Lusha has no match for what you asked. That is an expected answer for people and companies outside its database; the request did not fail.',
    reasons: [
      {
        text: 'The contact or company is not in the database of Lusha.',
        source: 'article#no-results',
      },
      {
        text: 'A filter value is misspelt, for example a department: no error is reported, the list is just empty.',
        source: 'code/integrations',
      },
      {
        text: 'A company location was given as countryIso2: inside contact prospecting that finds nothing, and the full name finds millions.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'An industry id does not exist: 2, 4 and 20 are missing among the 17 main ones, and nothing says so.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'The filters together are narrower than you meant.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Treat it as "no match" in your code, not as an error, and do not repeat the same query.',
        source: 'article#no-results',
        verify: USAGE_PROBED,
      },
      {
        text: 'Compare every filter value with the free list of allowed values.',
        command: 'lusha-doctor probe-endpoint GET /v3/contacts/prospecting/filters',
        source: 'spec3',
      },
      {
        text: 'Search with a stronger identifier: LinkedIn URL or e-mail, else full name with company domain.',
        source: 'spec3',
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'This answer says it charged {creditsCharged|the number in billing.creditsCharged}; trust that field.',
      source: 'live/2026-07-v3-contract',
    },
    notes: [
      {
        text: 'The article says at least 1 credit is charged per request, even when a 200 brings no result.',
        source: 'article#200-credit',
      },
      {
        text: 'Every recorded no-match charged 0: creditsCharged 0 in V3, isCreditCharged false in V2.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'The billing page says that nothing is deducted for no match.',
        source: 'docs/billing',
      },
    ],
    sources: [
      'article#no-results',
      'article#200-credit',
      'live/2026-07-v3-contract',
      'docs/billing',
    ],
  },
] as const satisfies readonly Cause[];
