import type { Topic } from './topic.ts';

/** Which call to make, what to send, and what comes back. */
export const DATA_TOPICS: readonly Topic[] = [
  {
    id: 'which-endpoint',
    title: 'Which endpoint to use',
    about: 'search, enrich, search-and-enrich, prospecting, lookalikes: what each is for',
    answer: [
      {
        text: 'You know the person or the company: POST /v3/contacts/search-and-enrich or /v3/companies/search-and-enrich. You look for new ones by criteria: POST /v3/contacts/prospecting or /v3/companies/prospecting, then enrich.',
        source: 'spec3',
      },
      {
        text: 'contacts are people (emails, phones, job); companies are organisations (size, industry, revenue).',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'search finds by identifier and shows a preview: what there is (has) and what it would cost (canReveal). No emails, no phones.',
        source: 'spec3',
      },
      { text: 'enrich reveals, by the ids that search returned.', source: 'spec3' },
      {
        text: 'search-and-enrich does both in one call and pays for both.',
        source: 'spec3',
      },
      { text: 'lookalike: more like the 5 to 100 you name.', source: 'spec3' },
      { text: 'buying-group: who decides inside up to 25 companies.', source: 'docs/buying-group' },
      { text: 'signals: job changes, growth, news of those you know.', source: 'spec3' },
    ],
    see: ['endpoints', 'identifiers', 'prices', 'filters'],
    asked: [
      'which endpoint should I use, what can the api do, where do I start, getting started, quickstart, first call, hello world',
      'difference between search and enrich, search or search-and-enrich, search vs prospecting, person api or company api, enrich vs prospecting',
      'contact search or company search, people at a company, company data, firmographics, company information by domain, technologies of a company',
      'find an email address, find a phone number, email for a linkedin profile, reverse lookup, look up by email, who is behind a phone number',
      'find leads by job title, build a list, new prospects, search people by title and country',
    ],
  },
  {
    id: 'identifiers',
    title: 'What to send to find a person or a company',
    about: 'identifiers, match rate, and the wrong person',
    answer: [
      {
        text: 'A contact: one of id, linkedinUrl, email, or firstName and lastName with companyName or companyDomain. A company: id, name or domain.',
        source: 'spec3',
      },
      {
        text: 'Strongest first: id, LinkedIn URL, email, name with domain. Name with company name alone can give the wrong person.',
        source: 'inferred',
      },
    ],
    facts: [
      {
        text: 'Items stand in a list: {"contacts":[{...}]} or {"companies":[{...}]}.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'LinkedIn: the full public profile URL. Sales Navigator addresses are probably refused.',
        source: 'inferred',
      },
      {
        text: 'clientReferenceId is yours: it comes back with the result. contactId and companyId are V2 and refused.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'Results stand in the order of the request, those without a match too.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    see: ['identifier-missing', 'item-not-found', 'body-wrapper-missing', 'which-endpoint'],
    asked: [
      'which fields are required to find a person, minimum input, search by email, search by linkedin url, search by name, search by domain, look up a person by name and company',
      'wrong person returned, wrong contact, mismatch, match rate, low match rate, improve matches, find more matches, bad matches',
      'invalid linkedin url, sales navigator url, linkedin profile link',
      'full name or first name and last name, company name or domain, website instead of name',
      'map results to my records, order of the results, clientReferenceId, match results with input',
    ],
  },
  {
    id: 'missing-data',
    title: 'A phone or an email is missing',
    about: 'why a contact comes back without what you asked for',
    answer: [
      {
        text: 'Look at has and canReveal in the search answer: what is not named there Lusha does not have. A phone that is not known costs nothing.',
        source: 'spec3',
      },
      {
        text: 'Then look at reveal: ["emails"] brings no phones. Leave it out to get both.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'Waterfall asks other providers for what Lusha lacks, at their rate.',
        source: 'spec3',
      },
      {
        text: 'Privacy law may block the contact: COMPLIANCE_RESTRICTED on the item, or 451.',
        source: 'docs/error-codes',
      },
      {
        text: 'existingDataPoints as a filter finds only contacts that have one: work_email, phone, mobile_phone, direct_phone. work_phone is refused.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'Plugin and dashboard may show what the API does not return; no rule is published.',
        source: 'code/integrations',
      },
    ],
    see: ['item-not-found', 'waterfall', 'item-compliance-restricted', 'reveal-empty'],
    asked: [
      'phone number not returned, no phone, no mobile number, missing email, email is empty, phones array empty, null phone, contact without phone',
      'contact found but no data, only some contacts have numbers, dashboard shows data but the api does not, extension shows the phone but api does not',
      'personal email or work email, private email, direct dial, mobile only, revealPhones has no effect',
      'work_phone invalid, which data points exist, existingDataPoints',
      'enrich returns nothing, data missing from the response, fields are missing',
    ],
  },
  {
    id: 'no-results',
    title: 'Prospecting finds nothing',
    about: 'a total of 0 without an error: values that are not known',
    answer: [
      {
        text: 'An unknown filter value is no error: it gives a total of 0. Take every value from the free filter endpoints, spelt as they give it.',
        source: 'code/integrations',
      },
      {
        text: 'Countries differ: contacts want two letters (US), company locations the full name (United States).',
        source: 'live/2026-09-n8n-tests',
      },
    ],
    facts: [
      {
        text: 'countryIso2 in a company location: 400 for companies, silently 0 for contacts.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'The main industries 2, 4 and 20 do not exist: a total of 0.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'Remove filters one by one, with size 10, until results come.',
        source: 'inferred',
      },
    ],
    run: [
      {
        text: 'The values of a filter, free:',
        command: 'lusha-doctor probe GET /v3/contacts/prospecting/filters/departments',
      },
    ],
    see: ['filters', 'success-no-result', 'prospecting-filters-invalid'],
    asked: [
      'prospecting returns 0 results, empty result list, no results found, total 0, nothing found, zero results',
      'company search gives 0 for US, country filter does not work, industry filter returns nothing, filter returns nothing',
      '200 but empty results, results array is empty',
    ],
  },
  {
    id: 'freshness',
    title: 'How fresh the data is',
    about: 'dates and marks that come with emails and phones',
    answer: [
      {
        text: 'Each email and phone has updateDate, the day it was last updated. No schedule and no guarantee are published.',
        source: 'spec3',
      },
      {
        text: 'Emails have a confidence such as A+ or A. It comes from the score of the contact, 0 to 100; A+ is above 75.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'Job changes and promotions come as signals; startDate reaches back 90 days at most.',
        source: 'docs/changelog',
      },
      {
        text: 'Where the data comes from: public information and business partners.',
        source: 'spec3',
      },
      {
        text: 'Enriching by a stored id again is the way to refresh a contact.',
        source: 'inferred',
      },
    ],
    see: ['signals', 'repeated-look-ups', 'identifiers'],
    asked: [
      'how fresh is the data, how old is the data, how recent, is the data up to date, outdated data, stale data, old data, last updated, updateDate, how often is the data updated',
      'accuracy of the data, data quality, confidence score, A+, email bounced, wrong number, verified emails, invalid email returned, is the email valid',
      'where does the data come from, data source, person left the company, person changed jobs, old job title',
    ],
  },
  {
    id: 'privacy',
    title: 'Privacy: GDPR, opt-out, do not call',
    about: 'blocked contacts, people who opted out, the do-not-call mark',
    answer: [
      {
        text: 'A contact that privacy law blocks gives 451, or COMPLIANCE_RESTRICTED on the item. It is no fault of the key or the plan, and no retry helps.',
        source: 'docs/error-codes',
      },
      {
        text: 'People who opted out: one opt-out webhook for each account tells you what to delete from your systems.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'Phones have doNotCall true or false. Leaving those out by excludeDnc is for Scale; other plans get 403.',
        source: 'spec2',
      },
      {
        text: 'n8n replaces the text of a 451 by one of its own that names your region.',
        source: 'code/n8n-node',
      },
      {
        text: 'The opt-out message names the contact, the day and each email or phone to be removed.',
        source: 'spec3',
      },
    ],
    see: [
      'compliance-blocked',
      'item-compliance-restricted',
      'webhook-opt-out-exists',
      'plan-lacks-option',
    ],
    asked: [
      'gdpr, ccpa, privacy law, compliance, 451, contact restricted in my region, blocked contact, european contacts, eu contacts',
      'opt out, opted out, right to be forgotten, delete a person, data removal request, remove my data, consent, contact wants to be deleted',
      'do not call list, DNC, doNotCall, excludeDnc, may I store the data, is it legal',
    ],
  },
  {
    id: 'ids',
    title: 'Ids of contacts and companies',
    about: 'what they look like and how long they hold',
    answer: [
      {
        text: 'V3 ids are encrypted texts such as v1.…; older numeric ids are accepted for a time. Keep them as text.',
        source: 'spec3',
      },
      {
        text: 'They come from search, prospecting, lookalikes and buying group, and go into ids of enrich.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'V2 called them contactIds and companiesIds, with the requestId of the search; V3 needs neither.',
        source: 'spec3',
      },
      {
        text: 'requestId is for support, request by request; it finds no person.',
        source: 'spec3',
      },
    ],
    see: ['renames', 'request-id', 'repeated-look-ups'],
    asked: [
      'contact id format, company id, v1. encrypted id, numeric id, do ids change, do ids expire, store the id, personId, lushaCompanyId',
      'where do I get the ids for enrich, which id does enrich want',
    ],
  },
  {
    id: 'success-with-errors',
    title: '200 does not mean that every item worked',
    about: 'where failures of single items stand',
    answer: [
      {
        text: 'V3: results[i].error.code (NOT_FOUND, COMPLIANCE_RESTRICTED, ENRICH_FAILED, NO_SCORE). V2: contact.error or contacts[id].error. Webhooks: results[i].success false inside a 201.',
        source: 'spec3',
      },
      { text: 'Check each item, not only the status.', source: 'inferred' },
    ],
    facts: [
      {
        text: 'Ids that cannot be resolved come as invalidIds with a 200 (tables).',
        source: 'docs/tables',
      },
      {
        text: 'A write into a table may fail while the data came: look at tableWrite.',
        source: 'spec3',
      },
    ],
    see: [
      'item-not-found',
      'item-enrich-failed',
      'v2-empty-data',
      'webhook-item-failed',
      'error-body',
    ],
    asked: [
      '200 but error inside the body, partial success, some items failed, errors per item, item error codes, one contact of the batch failed',
      'how do I detect errors, success false, error object in results, ENRICH_FAILED, NO_SCORE, 200 is not success',
    ],
  },
];
