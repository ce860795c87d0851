import type { Topic } from './topic.ts';

/** Parts of the API that several endpoints make up. */
export const FEATURE_TOPICS: readonly Topic[] = [
  {
    id: 'filters',
    title: 'Filters for prospecting',
    about: 'which filters there are, and where their values come from',
    answer: [
      {
        text: 'Values come from GET /v3/contacts/prospecting/filters/{filterType} and the same for companies. Both are free.',
        source: 'spec3',
      },
      {
        text: 'Filters have the form filters.contacts.include and filters.companies.include (and exclude).',
        source: 'live/2026-07-v3-contract',
      },
    ],
    facts: [
      {
        text: 'Contacts: departments, seniority, existingDataPoints, countries, locations.',
        source: 'spec3',
      },
      {
        text: 'Companies: names, sizes, revenues, locations, sics, naics, industriesLabels, intentTopics, technologies. names, locations and technologies need a query of 2 to 256 characters.',
        source: 'spec3',
      },
      {
        text: 'Countries: contacts take two letters (US), company locations the full name (United States).',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'Seniority ids are whole numbers; sicCodes, not sicsCodes.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'searchText and signals stand inside include, not beside it.',
        source: 'live/2026-09-n8n-tests',
      },
      {
        text: 'Some filters only narrow others: jobChangedAfterDate, education and score need a base filter such as jobTitles.',
        source: 'spec3',
      },
    ],
    see: ['no-results', 'prospecting-filters-invalid', 'prospecting-plan', 'pagination'],
    asked: [
      'which filters exist, filter values, valid values, allowed values, list of departments, list of industries, list of countries, seniority values, company sizes, revenue ranges',
      'country code, iso2, country format, two letter country code, full country name, country refused, location format',
      'filter by job title, filter by department, filter by company size, filter by revenue, filter by technology, searchText, exclude companies, include and exclude',
      'industry ids, sub industry, naics, sic codes, seniorityIds',
    ],
  },
  {
    id: 'signals',
    title: 'Signals',
    about: 'job changes, growth and news: types, price, plan',
    answer: [
      {
        text: 'Contacts: promotion, companyChange. Companies: headcount, hiring, website traffic, IT spend, news. GET /v3/contacts/signals/types and the same for companies list them, free.',
        source: 'spec3',
      },
      {
        text: 'signalTypes is required. Each signal that matches is charged for each contact or company.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'They may have to be switched on by your account manager. On a free plan contact signals worked, company signals gave 402.',
        source: 'live/2026-06-free-plan',
      },
      {
        text: 'startDate reaches back 90 days at most; maxResultsPerSignal is at most 50.',
        source: 'docs/changelog',
      },
      {
        text: 'signal-score gives one figure from 0 to 1 in place of the events; 1 credit for each row with a score.',
        source: 'spec3',
      },
      { text: 'Webhooks send signals as they happen.', source: 'spec3' },
    ],
    see: [
      'signals-not-in-plan',
      'signal-types-missing',
      'plan-action-not-included',
      'webhooks',
      'item-no-score',
    ],
    asked: [
      'what are signals, signal types, job change alert, people who changed jobs, promotion, headcount growth, hiring, funding news, company news, track job changes',
      'price of signals, signals per contact, signal score, startDate of signals, maxResultsPerSignal, how far back do signals go',
      'are signals in my plan, signals not available',
    ],
  },
  {
    id: 'lookalikes',
    title: 'Lookalikes',
    about: 'contacts or companies like those you name',
    answer: [
      {
        text: 'POST /v3/contacts/lookalike or /v3/companies/lookalike with seeds.ids: at least 5, at most 100. limit is 1 to 100, 25 unless given.',
        source: 'spec3',
      },
      {
        text: 'Charged for each result; the rate stands in pricing of the usage answer.',
        source: 'spec3',
      },
    ],
    facts: [
      {
        text: 'dedupeSessionId of the last answer brings others; it lives for 30 days, then 410.',
        source: 'spec3',
      },
      {
        text: 'The price list said 1 for 5 results, and 1 was charged for a single one.',
        source: 'live/2026-07-free-account',
      },
      { text: 'It may have to be switched on by your account manager.', source: 'article#403' },
    ],
    see: ['session-expired', 'prices', 'plan-lacks-endpoint'],
    asked: [
      'lookalike, similar companies, similar contacts, seeds, how many seeds, at least 5 seeds, dedupeSessionId, find companies like these',
    ],
  },
  {
    id: 'buying-group',
    title: 'Buying group and decision makers',
    about: 'who decides in a company; what contactsLimit does',
    answer: [
      {
        text: 'POST /v3/contacts/buying-group with 1 to 25 companies, each with exactly one of domain and id inside companies[].',
        source: 'docs/buying-group',
      },
      {
        text: 'contactsLimit is the most contacts for each company, 60 unless given; every contact returned is charged (buyingGroupContact), so set it.',
        source: 'docs/buying-group',
      },
    ],
    facts: [
      {
        text: 'It replaces /v3/contacts/decision-makers, removed in August 2026. A handler there still answered in September and charged 1 for each contact, 44 for one company: do not call it.',
        source: 'live/2026-09-decision-makers',
      },
      {
        text: 'personas: decision_maker, potential_champion, end_user. Each contact has a score from 0 to 1.',
        source: 'docs/buying-group',
      },
      {
        text: 'The answer is a preview: enrich the ids to get emails and phones.',
        source: 'spec3',
      },
      { text: 'Pages of 10 to 100 over one flat list.', source: 'docs/buying-group' },
    ],
    see: ['contacts.buying-group', 'path-retired', 'charges'],
    asked: [
      'buying group, buying committee, decision makers endpoint, champion, end user, personas',
      'what is contactsLimit, limit the number of contacts per company, contacts limit default, how many contacts per company',
      'decision-makers removed, decision-makers gone, find the decision maker, who decides at a company',
      'property contactsLimit should not exist, property domain should not exist',
    ],
  },
  {
    id: 'tables',
    title: 'Tables',
    about: 'lists kept in Lusha: owner, limits, cost, plan',
    answer: [
      {
        text: 'Beta. /v3/contacts/tables and /v3/companies/tables keep lists that dashboard, API and MCP share. With an API key each call names its owner: owner.email in the body, ?email= on GET and DELETE.',
        source: 'docs/tables',
      },
      {
        text: 'Managing is free; reading rows is charged for each row, running a column by its tier, adding companies for each new one.',
        source: 'docs/tables',
      },
    ],
    facts: [
      {
        text: 'At most 500 ids in one call, 50,000 rows in a table, 500 tables in an account, page 0 to 100.',
        source: 'docs/tables',
      },
      {
        text: 'A run goes on in the background: poll the table until isProcessing is false. runScope missing is the cheapest.',
        source: 'docs/tables',
      },
      {
        text: 'A tutorial says: Scale and Enterprise in full, Pro for reading, Free not.',
        source: 'docs/tables-tutorial',
      },
      { text: 'Deleting a table cannot be undone.', source: 'docs/tables' },
    ],
    see: ['table-owner-missing', 'tables-owner', 'name-conflict', 'table-write-failed'],
    asked: [
      'tables api, what are tables, save contacts into a table, tableId, owner email, run a column, maximum rows, table limits',
      'cost of reading a table, export rows, which plan has tables',
    ],
  },
  {
    id: 'enrich-jobs',
    title: 'Enrich jobs',
    about: 'an enrichment that goes on in the background',
    answer: [
      {
        text: 'When waterfall needs time, enrich answers with a job. Poll GET /v3/contacts/jobs/{jobId}, free, after retryAfter seconds, until status is complete.',
        source: 'docs/enrich-job',
      },
      { text: 'status: processing, complete, expired, failed.', source: 'docs/enrich-job' },
    ],
    facts: [
      {
        text: '404: the job is missing, expired or of another account.',
        source: 'docs/enrich-job',
      },
      {
        text: '503: the store cannot be reached; the job is still there, ask again.',
        source: 'docs/enrich-job',
      },
      { text: 'creditsCharged of the job counts only what came later.', source: 'docs/enrich-job' },
    ],
    see: ['enrich-job-failed', 'enrich-job-store-unreachable', 'waterfall'],
    asked: [
      'jobId, job status processing, poll an enrich job, async enrichment, asynchronous, background job, when is the job done, enrich answers with a job',
    ],
  },
];
