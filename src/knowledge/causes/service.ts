import type { Cause } from '../../model/cause.ts';
import { BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, USAGE_PROBED } from '../verifications.ts';
import { FREE_CALL } from './lost-answer.ts';
import { WAIT_AS_STATED, WAIT_STATED } from './quota-statements.ts';

/** Lusha's own view of its health; the overall indicator also covers website and plugins. */
const STATUS_PAGE =
  'curl -sS https://status.lusha.com/api/v2/summary.json | grep -o \'"name":"Lusha API","status":"[a-z_]*"\'';

const failedService = {
  layer: 'service',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'Lusha',
  retry: BACKOFF,
} as const;

const LUSHA = ['lusha', 'gateway'] as const;
const JSON_BODY = ['json-object', 'json-other'] as const;
const JOB_PATH = /^\/v3\/contacts\/jobs\//;
const NOT_JOB_PATH = /^(?!\/v3\/contacts\/jobs\/)/;
/** Endpoints of the catalogue that ask for no signal score. */
const NO_SCORE = /^(?!unlisted$|contacts\.signal-score$)/;

/** Lusha answered and failed: 5xx and 499. */
export const serviceCauses = [
  {
    ...failedService,
    id: 'service-error',
    title: 'Something went wrong inside Lusha',
    when: [{ status: 500 }, { message: /^(internal server error|something went wrong)/i }],
    unless: [{ status: { max: 499 } }],
    signs: [
      { facts: { status: 500, answeredBy: 'lusha' }, makes: 'certain' },
      { facts: { status: 500, answeredBy: 'gateway', bodyKind: JSON_BODY }, makes: 'certain' },
      { facts: { status: 500, answeredBy: 'gateway' }, makes: 'likely' },
      { facts: { message: /^(internal server error|something went wrong)/i }, makes: 'likely' },
    ],
    tell: 'the status is 500 and the body is the JSON of Lusha, or the certificate is that of its host',
    meaning:
      'The request reached Lusha, and Lusha failed on it. Nothing in the request has to change, and your network is fine.',
    reasons: [{ text: 'A fault on the side of Lusha.', source: 'article#500' }],
    fixes: [
      {
        text: 'Wait a few minutes and send the same request again.',
        source: 'article#500',
        verify: USAGE_PROBED,
      },
      {
        text: 'Look at status.lusha.com for an active incident; the line "Lusha API" is the one that counts.',
        command: STATUS_PAGE,
        source: 'article#500',
      },
      {
        text: 'If it goes on, contact Lusha Support with the request id: {requestId|from the response headers or the body, where there is one}.',
        source: 'article#500',
      },
    ],
    credits: [
      FREE_CALL,
      { text: 'Whether a 500 can be charged is not recorded.', source: 'docs/billing' },
    ],
    notes: [
      {
        text: 'No header with a request id was ever recorded; V3 answers carry requestId in the body.',
        source: 'inferred',
      },
      {
        text: 'Support is reached through the chat icon in the dashboard.',
        source: 'article#help',
      },
    ],
    sources: ['article#500', 'article#overview', 'spec3'],
  },
  {
    ...failedService,
    id: 'identity-provider-unavailable',
    title: 'The identity provider behind signal score is unavailable',
    when: [{ status: 502 }, { message: /identity resolution provider/i }],
    unless: [{ endpoint: NO_SCORE, message: null }],
    signs: [
      { facts: { message: /identity resolution provider/i }, makes: 'certain' },
      { facts: { status: 502, path: /\/signal-score$/, answeredBy: LUSHA }, makes: 'likely' },
    ],
    tell: 'the message is "Identity resolution provider is temporarily unavailable. Retry with backoff."',
    meaning:
      'Signal score of contacts asks a partner of Lusha, and that partner does not answer. Other endpoints are not affected.',
    reasons: [{ text: 'A partner of Lusha is down or overloaded.', source: 'spec3' }],
    fixes: [
      {
        text: 'Send the same request again with growing pauses.',
        source: 'spec3',
        verify: {
          command: 'lusha-doctor probe-endpoint POST /v3/contacts/signal-score',
          expect: 'exit 0',
        },
      },
    ],
    credits: { text: 'Not charged, as far as can be told.', source: 'inferred' },
    sources: ['spec3'],
  },
  {
    ...failedService,
    id: 'upstream-unavailable',
    title: 'A service behind the Lusha API did not answer',
    when: [{ status: 502 }],
    signs: [{ facts: { status: 502, answeredBy: LUSHA }, makes: 'likely' }],
    tell: "the status is 502, and the body is JSON or the certificate that of Lusha; through a proxy an HTML page may be the proxy's",
    meaning: 'The front of Lusha is up and could not get an answer from what stands behind it.',
    reasons: [
      { text: 'A part of Lusha is down, overloaded or being deployed.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Send the same request again with growing pauses.',
        source: 'docs/error-codes',
        verify: USAGE_PROBED,
      },
      {
        text: 'Look at status.lusha.com for an active incident.',
        command: STATUS_PAGE,
        source: 'article#500',
      },
    ],
    sources: ['spec3', 'docs/error-codes'],
  },
  {
    ...failedService,
    id: 'enrich-job-store-unreachable',
    title: 'Lusha cannot look up the enrich job right now',
    when: [{ status: 503, path: JOB_PATH }],
    signs: [
      { facts: { status: 503, path: JOB_PATH, answeredBy: LUSHA }, makes: 'certain' },
      { facts: { status: 503, path: JOB_PATH, answeredBy: null }, makes: 'likely' },
    ],
    tell: 'GET /v3/contacts/jobs/{jobId} answers 503; 404 would mean that the job is gone',
    meaning:
      'The store that holds the jobs is out of reach. The job itself still exists and goes on.',
    reasons: [{ text: 'A fault of the job store, which passes.', source: 'docs/enrich-job' }],
    fixes: [
      {
        text: 'Ask for the same job again after a pause. Do not start a second enrichment.',
        source: 'docs/enrich-job',
        verify: USAGE_PROBED,
      },
    ],
    credits: { text: 'Asking for a job is free.', source: 'docs/enrich-job' },
    sources: ['docs/enrich-job'],
  },
  {
    ...failedService,
    id: 'service-down',
    title: 'The Lusha API is down or under maintenance',
    when: [{ status: 503 }],
    signs: [
      { facts: { status: 503, answeredBy: 'lusha' }, makes: 'certain' },
      { facts: { status: 503, answeredBy: 'gateway', bodyKind: JSON_BODY }, makes: 'certain' },
      { facts: { status: 503, path: null }, makes: 'likely' },
      { facts: { status: 503, path: NOT_JOB_PATH }, makes: 'likely' },
    ],
    tell: 'the status is 503, and the body is the JSON of Lusha or the certificate that of its host; status.lusha.com shows an incident or maintenance',
    meaning: 'Lusha is temporarily not available. Nothing in your request has to change.',
    reasons: [
      { text: 'The API is temporarily down.', source: 'article#503' },
      { text: 'The API is under maintenance.', source: 'article#503' },
    ],
    fixes: [
      {
        text: 'Look at status.lusha.com; during maintenance wait until it ends.',
        command: STATUS_PAGE,
        source: 'article#500',
        verify: HOST_ANSWERS,
      },
      { ...WAIT_AS_STATED, verify: USAGE_PROBED },
      {
        text: 'Repeat the request with growing pauses, and not before Retry-After when that is sent.',
        source: 'docs/rate-limiting',
        verify: USAGE_PROBED,
        unless: WAIT_STATED,
      },
    ],
    credits: { text: 'Not charged, as far as can be told.', source: 'inferred' },
    notes: [{ text: 'Only the article lists 503 for the API as a whole.', source: 'article#503' }],
    sources: ['article#503', 'article#overview'],
  },
  {
    ...failedService,
    id: 'gateway-timeout',
    title: 'A gateway of Lusha got no answer in time',
    when: [{ status: 504 }],
    signs: [{ facts: { status: 504, answeredBy: LUSHA }, makes: 'likely' }],
    tell: "the status is 504, and the body is JSON or the certificate that of Lusha; through a proxy an HTML page may be the proxy's",
    meaning:
      'The front of Lusha gave up waiting for what stands behind it. The work may have been done all the same.',
    reasons: [
      {
        text: 'The request was heavy: a large batch or wide filters.',
        source: 'inferred',
        unless: [{ free: true }],
      },
      { text: 'Lusha is overloaded.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Send smaller batches: 25 items in place of 100.',
        source: 'inferred',
        verify: USAGE_PROBED,
        unless: [{ free: true }],
      },
      {
        text: 'Repeat with growing pauses. Compare the balance first if the request may be charged.',
        command: 'lusha-doctor watch-ratelimit --once',
        source: 'docs/error-codes',
        unless: [{ free: true }],
      },
      {
        text: 'Repeat with growing pauses.',
        source: 'docs/error-codes',
        verify: USAGE_PROBED,
        when: [{ free: true }],
      },
    ],
    sources: ['docs/error-codes', 'inferred'],
  },
  {
    ...failedService,
    id: 'request-timed-out',
    title: 'The request ran out of time on the way through Lusha',
    when: [{ status: 499 }, { message: /request failed due to request timeout/i }],
    signs: [
      { facts: { message: /request failed due to request timeout/i }, makes: 'certain' },
      { facts: { status: 499, answeredBy: LUSHA }, makes: 'likely' },
    ],
    tell: 'the status is 499 and the message is "Request failed due to request timeout"',
    meaning:
      'Lusha stopped because time was up, either its own or that of a client that hung up. The work may have been done all the same.',
    reasons: [
      {
        text: 'The time-out of your client is shorter than the request takes.',
        source: 'inferred',
      },
      { text: 'A service behind Lusha was slow.', source: 'docs/error-codes' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Raise the time-out of your client to 60 s and send smaller batches.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      { text: 'Repeat with growing pauses.', source: 'docs/error-codes' },
    ],
    credits: [
      FREE_CALL,
      { text: 'Whether a 499 can be charged is not recorded.', source: 'docs/error-codes' },
    ],
    sources: ['docs/error-codes', 'docs/v2-error-table'],
  },
] as const satisfies readonly Cause[];
