import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { resentTo } from '../verifications.ts';

const TABLE_WRITE = /^(TABLE_WRITE_FAILED|TABLE_\w+|COLUMN_\w+)$/;

/** A 200 whose work beside the answer failed: enrich jobs and writes into tables. */
export const jobCauses = [
  {
    id: 'enrich-job-failed',
    layer: 'service',
    subject: 'failure',
    severity: 'warn',
    title: 'The enrich job ended without a result',
    when: [{ itemErrors: ['JOB_FAILED', 'JOB_EXPIRED'] }],
    signs: [{ facts: { itemErrors: ['JOB_FAILED', 'JOB_EXPIRED'] }, makes: 'certain' }],
    tell: 'status of the job is failed or expired, while the HTTP status is 200',
    meaning:
      'The data of further providers is fetched in a job of its own, and that job is over: {itemErrors|failed or expired}. What the first answer revealed stays valid.',
    reasons: [
      { text: 'JOB_EXPIRED: the result was fetched too late.', source: 'docs/enrich-job' },
      { text: 'JOB_FAILED: the providers could not be asked.', source: 'docs/enrich-job' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Enrich the same ids once more, which starts a new job; revealed fields are charged once per account.',
        source: 'docs/billing',
        verify: resentTo('/v3/contacts/enrich'),
      },
      {
        text: 'Poll a job every retryAfter seconds, as its answer asks, until status is complete.',
        source: 'docs/enrich-job',
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Asking for a job is free; creditsCharged in its body is what the job cost.',
      source: 'docs/enrich-job',
    },
    sources: ['docs/enrich-job', 'spec3'],
  },
  {
    id: 'table-write-failed',
    layer: 'request',
    subject: 'failure',
    severity: 'warn',
    title: 'The data came, but was not written into the table',
    when: [
      { status: [200, 201], itemErrors: TABLE_WRITE },
      { shape: ['success', 'success-like'], itemErrors: TABLE_WRITE },
    ],
    signs: [{ facts: { itemErrors: TABLE_WRITE }, makes: 'certain' }],
    tell: 'tableWrite in the answer reports a failure, while the status stays 200',
    meaning:
      'The main result is good and charged as usual. Only the copy into the table named by tableId failed.',
    reasons: [
      { text: 'There is no table with this id, or it belongs to somebody else.', source: 'spec3' },
      { text: 'The table is full: 50,000 rows at most.', source: 'spec3' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Add the ids to the table in a call of its own. Do not repeat the enrichment.',
        source: 'spec3',
        verify: resentTo('/v3/contacts/tables/list', { free: true }),
      },
    ],
    retry: AFTER_FIX,
    sources: ['spec3', 'docs/tables'],
  },
] as const satisfies readonly Cause[];
