import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { SOURCES } from '../../../src/knowledge/sources.ts';
import { STATUSES } from '../../../src/knowledge/statuses.ts';
import type { Cause, Statement } from '../../../src/model/cause.ts';

/** One row of the article's table of statuses. */
const OVERVIEW = [
  { status: 200, meaning: /success/i, commonCause: /carried out|completed/i },
  { status: 400, meaning: /bad request/i, commonCause: /parameter is missing or invalid/i },
  { status: 401, meaning: /unauthorized/i, commonCause: /key is missing, invalid/i },
  { status: 403, meaning: /forbidden/i, commonCause: /no API access, or the endpoint is restr/i },
  { status: 404, meaning: /not found/i, commonCause: /resource or the endpoint .*does not exist/i },
  { status: 422, meaning: /unprocessable/i, commonCause: /cannot be processed.*email/i },
  { status: 429, meaning: /too many requests/i, commonCause: /rate limit/i },
  { status: 500, meaning: /internal server error/i, commonCause: /at Lusha|Lusha's side/i },
  { status: 503, meaning: /unavailable/i, commonCause: /down .*maintenance/i },
];

type Place = 'meaning' | 'reasons' | 'fixes' | 'notes' | 'credits';

interface Row {
  /** What the article says, in short. */
  readonly says: string;
  readonly cause: string;
  readonly in: Place;
  readonly as: RegExp;
}

/** Every other statement of the article, by the source id of its section. */
const STATEMENTS: Readonly<Record<string, readonly Row[]>> = {
  'article#200': [
    { says: 'the request was completed', cause: 'success', in: 'reasons', as: /carried out/i },
  ],
  'article#400': [
    {
      says: 'a required parameter is missing',
      cause: 'request-invalid',
      in: 'reasons',
      as: /required parameter is missing/i,
    },
    { says: 'a value is invalid', cause: 'request-invalid', in: 'reasons', as: /wrong format/i },
    {
      says: 'look up the required parameters at docs.lusha.com',
      cause: 'request-invalid',
      in: 'fixes',
      as: /docs\.lusha\.com.*required/i,
    },
    {
      says: 'emails must be valid, countries two-letter ISO codes',
      cause: 'request-invalid',
      in: 'fixes',
      as: /mail.*two-letter ISO/i,
    },
    {
      says: 'the response body usually names the parameter',
      cause: 'request-invalid',
      in: 'fixes',
      as: /response body.*names the invalid parameter/i,
    },
  ],
  'article#401': [
    {
      says: 'credentials are missing',
      cause: 'key-header-missing',
      in: 'reasons',
      as: /no credentials/i,
    },
    {
      says: 'credentials are incorrect, the key is invalid',
      cause: 'key-unknown',
      in: 'reasons',
      as: /wrong or was never valid/i,
    },
    {
      says: 'there can be a problem with an OAuth token',
      cause: 'key-is-oauth-token',
      in: 'reasons',
      as: /expired or is not valid/i,
    },
    {
      says: 'put your own key in place of YOUR_API_KEY',
      cause: 'key-is-placeholder',
      in: 'fixes',
      as: /in place of YOUR_API_KEY/,
    },
    {
      says: 'send Content-Type: application/json when required',
      cause: 'key-header-missing',
      in: 'fixes',
      as: /Content-Type: application\/json/,
    },
    {
      says: 'the key is found in the dashboard under API Settings',
      cause: 'key-unknown',
      in: 'fixes',
      as: /API Settings.*dashboard/i,
    },
    {
      says: 'verify that it was not revoked and has not expired',
      cause: 'key-unknown',
      in: 'fixes',
      as: /not revoked, not expired/i,
    },
    { says: 'copy the active key', cause: 'key-unknown', in: 'fixes', as: /copy the active key/i },
    {
      says: 'the key needs permissions for the endpoint',
      cause: 'key-unknown',
      in: 'notes',
      as: /permissions for the endpoint/i,
    },
    {
      says: 'use a valid access token that has not expired',
      cause: 'key-is-oauth-token',
      in: 'fixes',
      as: /access token you send has not expired/i,
    },
    {
      says: 'refresh an expired token before the next call',
      cause: 'key-is-oauth-token',
      in: 'fixes',
      as: /refresh token before the next call/i,
    },
    {
      says: 'compare endpoint, headers and body with the documentation',
      cause: 'key-header-missing',
      in: 'fixes',
      as: /endpoint, headers and body/i,
    },
  ],
  'article#401-bearer': [
    {
      says: 'send the key as Authorization: Bearer',
      cause: 'key-sent-as-bearer',
      in: 'notes',
      as: /Authorization: Bearer YOUR_API_KEY/,
    },
    {
      says: 'the curl example has both headers',
      cause: 'key-sent-as-bearer',
      in: 'notes',
      as: /-H "Authorization: .*-H "Content-Type: application\/json"/,
    },
    {
      says: 'there is one blank between Bearer and the key',
      cause: 'key-sent-as-bearer',
      in: 'notes',
      as: /exactly one blank after Bearer/,
    },
  ],
  'article#403': [
    {
      says: 'the endpoint is not in the subscription plan',
      cause: 'plan-lacks-endpoint',
      in: 'meaning',
      as: /refuses this endpoint.*subscription plan/i,
    },
    {
      says: 'access differs from plan to plan',
      cause: 'plan-lacks-endpoint',
      in: 'reasons',
      as: /each plan opens a different part/i,
    },
    {
      says: 'self-service plans (Premium, Pro) have enrichment only',
      cause: 'plan-lacks-endpoint',
      in: 'reasons',
      as: /self-service.*Pro and Premium.*enrichment only/i,
    },
    {
      says: 'self-service plans get 403 from the rest',
      cause: 'plan-lacks-endpoint',
      in: 'reasons',
      as: /self-service.*403/i,
    },
    {
      says: 'prospecting and filters are for Scale only',
      cause: 'plan-lacks-endpoint',
      in: 'reasons',
      as: /prospecting and filters.*Scale.*\/prospecting\/filters\/contacts\/seniority/i,
    },
    {
      says: 'signals and lookalikes can ask for more',
      cause: 'plan-lacks-endpoint',
      in: 'reasons',
      as: /signals and lookalikes.*besides the plan/i,
    },
    {
      says: 'the account manager confirms the entitlement',
      cause: 'plan-lacks-endpoint',
      in: 'fixes',
      as: /account manager to confirm/i,
    },
    {
      says: 'signals have an entitlement of their own',
      cause: 'signals-not-in-plan',
      in: 'fixes',
      as: /account manager.*entitled to signals/i,
    },
    {
      says: 'check the current plan in the dashboard',
      cause: 'plan-lacks-endpoint',
      in: 'fixes',
      as: /current plan in the dashboard/i,
    },
    {
      says: 'confirm that the plan includes the endpoint',
      cause: 'plan-lacks-endpoint',
      in: 'fixes',
      as: /endpoint with what your plan includes/i,
    },
    {
      says: 'upgrade to Scale for prospecting and filters',
      cause: 'plan-lacks-endpoint',
      in: 'fixes',
      as: /prospecting or filters.*upgrade to the Scale plan/i,
    },
    {
      says: 'on a self-service plan use enrichment only',
      cause: 'plan-lacks-endpoint',
      in: 'fixes',
      as: /self-service plan, keep to the enrichment/i,
    },
  ],
  'article#404': [
    {
      says: 'the endpoint does not exist',
      cause: 'path-unknown',
      in: 'fixes',
      as: /path and method/i,
    },
  ],
  'article#422': [
    {
      says: 'the format is right, one input is not usable',
      cause: 'request-unprocessable',
      in: 'meaning',
      as: /JSON is right.*not usable/i,
    },
    {
      says: 'the body names the field that failed',
      cause: 'request-unprocessable',
      in: 'fixes',
      as: /response body.*field that failed/i,
    },
    {
      says: 'an email has no valid format',
      cause: 'request-unprocessable',
      in: 'reasons',
      as: /mail/i,
    },
    {
      says: 'a country code is not supported',
      cause: 'request-unprocessable',
      in: 'reasons',
      as: /country code is not supported/i,
    },
    {
      says: 'a required field is empty',
      cause: 'request-unprocessable',
      in: 'reasons',
      as: /required field.*empty/i,
    },
  ],
  'article#429': [
    {
      says: 'limits depend on the plan, per minute, hour or day',
      cause: 'quota-hour-exhausted',
      in: 'reasons',
      as: /plan.*per minute, per hour and per day/i,
    },
    {
      says: 'back off: 1 s, doubled, 60 s at most',
      cause: 'quota-minute-exhausted',
      in: 'fixes',
      as: /1 s first, then twice as long each time, never more than 60 s/i,
    },
    {
      says: 'the same backoff helps after a burst',
      cause: 'burst-limit',
      in: 'fixes',
      as: /1 s before the first retry, double .*60 s/i,
    },
    {
      says: 'the documentation has more about limits',
      cause: 'burst-limit',
      in: 'notes',
      as: /rate-limit page of docs\.lusha\.com/i,
    },
    {
      says: 'a 429 costs no credit',
      cause: 'quota-day-exhausted',
      in: 'credits',
      as: /429 costs no credit/i,
    },
    {
      says: 'only returned data is charged',
      cause: 'quota-day-exhausted',
      in: 'credits',
      as: /delivered data only/i,
    },
  ],
  'article#429-headers': [
    {
      says: 'two X-RateLimit headers show the state',
      cause: 'quota-minute-exhausted',
      in: 'notes',
      as: /X-RateLimit-Remaining and X-RateLimit-Reset/,
    },
  ],
  'article#500': [
    {
      says: 'something went wrong at Lusha',
      cause: 'service-error',
      in: 'reasons',
      as: /side of Lusha/i,
    },
    {
      says: 'wait a few minutes and retry',
      cause: 'service-error',
      in: 'fixes',
      as: /wait a few minutes/i,
    },
    {
      says: 'look at status.lusha.com',
      cause: 'service-error',
      in: 'fixes',
      as: /status\.lusha\.com.*incident/i,
    },
    {
      says: 'contact support with the request id from the headers',
      cause: 'service-error',
      in: 'fixes',
      as: /support with the request id.*response headers/i,
    },
  ],
  'article#503': [
    {
      says: 'the API is down for the moment',
      cause: 'service-down',
      in: 'reasons',
      as: /temporarily down/i,
    },
    {
      says: 'the API is under maintenance',
      cause: 'service-down',
      in: 'reasons',
      as: /maintenance/i,
    },
  ],
  'article#no-results': [
    {
      says: 'no results is no failure',
      cause: 'success-no-result',
      in: 'fixes',
      as: /"no match".*not as an error/i,
    },
    {
      says: 'it is expected for contacts outside the database',
      cause: 'success-no-result',
      in: 'reasons',
      as: /not in the database/i,
    },
  ],
  'article#200-credit': [
    {
      says: 'at least 1 credit is charged per request',
      cause: 'success-no-result',
      in: 'notes',
      as: /at least 1 credit/i,
    },
    {
      says: 'a 200 without results counts as a request',
      cause: 'success-no-result',
      in: 'notes',
      as: /per request, even when a 200 brings no result/i,
    },
  ],
  'article#best-practices': [
    {
      says: 'know what the plan includes',
      cause: 'plan-lacks-endpoint',
      in: 'notes',
      as: /endpoints your plan includes/i,
    },
    {
      says: 'renew credentials regularly and store them safely',
      cause: 'key-unknown',
      in: 'notes',
      as: /regular intervals.*secret store/i,
    },
    {
      says: 'follow the latest documentation',
      cause: 'success',
      in: 'notes',
      as: /current documentation/i,
    },
    { says: 'watch the usage in the dashboard', cause: 'success', in: 'notes', as: /dashboard/i },
  ],
  'article#help': [
    {
      says: 'docs.lusha.com has references and examples',
      cause: 'key-header-missing',
      in: 'notes',
      as: /docs\.lusha\.com.*reference.*example/i,
    },
    {
      says: 'support is behind the chat icon in the dashboard',
      cause: 'account-inactive',
      in: 'fixes',
      as: /support.*chat icon in the dashboard/i,
    },
  ],
};

const ROWS = Object.entries(STATEMENTS).flatMap(([source, rows]) =>
  rows.map((row) => ({ ...row, source })),
);

describe('the article on error codes', () => {
  it.each(OVERVIEW)('explains $status in the overview', ({ status, meaning, commonCause }) => {
    const entry = STATUSES.find((entry) => entry.status === status);
    expect(entry?.meaning).toMatch(meaning);
    expect(entry?.commonCause.text).toMatch(commonCause);
    expect(entry?.commonCause.source).toBe('article#overview');
  });

  it('is the origin of exactly the nine statuses of its table', () => {
    const listed = STATUSES.filter(({ origin }) => origin === 'article');
    expect(listed.map(({ status }) => status)).toEqual(OVERVIEW.map(({ status }) => status));
  });

  it.each(ROWS)('$source: $says', ({ cause, in: place, as, source }) => {
    expect(textsOf(causeOf(cause), place, source)).toContainEqual(expect.stringMatching(as));
  });

  it('has no section without a row here', () => {
    const sections = Object.keys(SOURCES).filter((id) => id.startsWith('article#'));
    expect(sections.sort()).toEqual(['article#overview', ...Object.keys(STATEMENTS)].sort());
  });

  it.each(['article#401-bearer', 'article#429-headers', 'article#200-credit'])(
    'marks %s as contradicted by the live API',
    (id) => {
      expect(SOURCES[id]?.state).toBe('contradicted');
    },
  );

  it.each([
    { cause: 'key-sent-as-bearer', observed: 'live/2026-10-key-outcomes' },
    { cause: 'success-no-result', observed: 'live/2026-07-v3-contract' },
  ])(
    'shows beside the contradicted statement in $cause what was observed',
    ({ cause, observed }) => {
      expect((causeOf(cause).notes ?? []).map(({ source }) => source)).toContain(observed);
    },
  );
});

function causeOf(id: string): Cause {
  const cause = CAUSES.find((cause) => cause.id === id);
  if (cause === undefined) throw new Error(`no cause ${id}`);
  return cause;
}

/** The texts in one place of a cause that rest on one source. */
function textsOf(cause: Cause, place: Place, source: string): readonly string[] {
  if (place === 'meaning') return cause.sources.includes(source) ? [cause.meaning] : [];
  return statementsIn(cause, place)
    .filter((statement) => statement.source === source)
    .map(({ text }) => text);
}

function statementsIn(cause: Cause, place: Exclude<Place, 'meaning'>): readonly Statement[] {
  if (place === 'credits') return [cause.credits ?? []].flat();
  return cause[place] ?? [];
}
