import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { corrected } from './own-call.ts';
import { USAGE_CALL_WORKS, usageCall } from './key-commands.ts';

const GATED_PATH =
  /\/(prospecting|lookalike|buying-group|tables|conversations|signal-score|website-visits)(\/|$)|^\/api\/(subscriptions|audit-logs|account\/secret)/;
const SIGNALS_PATH = /\/signals(\/|$)/;
const USAGE_PATH = /^(\/v3)?\/account\/usage\/?$/;
/** What the article names as part of the Scale plan only. */
const SCALE_PATH = /\/prospecting(\/|$)/;
const SCALE_OR_MORE = /^(scale|enterprise)$/i;
/** Contact and company enrichment, which the article counts to every self-service plan. */
const ENRICHMENT = /^(contacts|companies)\.(enrich|search-and-enrich)$|^v2\.(person|company)\./;
const PAID = /^(pro|professional|premium|scale|enterprise)$/i;
const SELF_SERVICE = /^(trial|free|starter|pro|professional|premium)$/i;
/** Endpoints of the catalogue that do not take the V2 switches for single data points. */
const NO_DATAPOINTS = /^(?!unlisted$|v2\.person\.|v2\.prospecting\.contacts?\.enrich)/;
/** Endpoints of the catalogue that are not about signals. */
const NO_SIGNALS = /^(?!unlisted$|.*signal)/;

const FILTERS_PATH = /\/prospecting\/filters/;
const NOT_IN_PLAN =
  /\b(plan|subscription)\b.{0,20}\b(does not|doesn't) (include|support|allow)|\bnot (included|available|supported|part)\b.{0,30}\b(plan|subscription)\b/i;
const SIGNALS_OUT = /signals api (is )?not supported/i;
const EXCLUDE_DNC = /exclude ?dnc/i;
/** How the documentation words the refusal of one option, whichever it is. */
const OPTION_OUT =
  /^(?!website visits)\w+( \w+)? is not (available|supported) on your current plan/i;
/** Of a whole endpoint, on a free plan (live/2026-08-free-calls). */
const VISITS_OUT = /^website visits is not available on your current plan/i;
const DATAPOINTS_OUT = /pricing version does not support requesting individual data ?points/i;
const NO_API_ACCESS = /\b(plan|subscription)\b.{0,30}\bapi access\b/i;

const ofPlan = {
  layer: 'plan',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'your account admin',
  retry: AFTER_FIX,
  credits: {
    text: 'Costs nothing: no credits are deducted for an API error.',
    source: 'docs/billing',
  },
} as const;

/** A good key on a plan that does not include what was asked for. */
export const planCauses = [
  {
    ...ofPlan,
    id: 'plan-lacks-endpoint',
    title: 'Your plan does not include this endpoint',
    when: [{ status: 403 }, { message: VISITS_OUT }],
    unless: [
      { path: USAGE_PATH },
      { path: SIGNALS_PATH },
      { path: SCALE_PATH, plan: SCALE_OR_MORE },
      { endpoint: ENRICHMENT, plan: PAID },
      { message: OPTION_OUT },
      { errors: OPTION_OUT },
    ],
    signs: [
      { facts: { path: GATED_PATH, keyAccepted: true }, makes: 'likely' },
      { facts: { path: SCALE_PATH, plan: SELF_SERVICE }, makes: 'likely' },
      { facts: { path: GATED_PATH }, makes: 'likely' },
      { facts: { keyAccepted: true }, makes: 'likely' },
      { facts: { message: NOT_IN_PLAN }, makes: 'likely' },
      { facts: { message: VISITS_OUT }, makes: 'certain' },
    ],
    tell: 'the same key gets 200 from the usage call, and the path is for prospecting, filters, lookalikes, tables or webhooks',
    meaning:
      'Lusha knows the key and refuses this endpoint: what an account may call depends on its subscription plan ({plan|see the usage call}). One text of it is recorded: "Website Visits is not available on your current plan".',
    reasons: [
      {
        text: 'The endpoint is not part of your subscription plan; each plan opens a different part of the API.',
        source: 'article#403',
      },
      {
        text: 'Self-service plans such as Pro and Premium include contact and company enrichment only, and answer 403 to the rest.',
        source: 'article#403',
      },
      {
        text: 'Prospecting and filters belong to the Scale plan, for example /prospecting/filters/contacts/seniority.',
        source: 'article#403',
      },
      {
        text: 'Some endpoints, such as signals and lookalikes, need an entitlement besides the plan.',
        source: 'article#403',
      },
      {
        text: 'Tables: Scale and Enterprise have all of it, Pro may read, Free has none.',
        source: 'docs/tables-tutorial',
      },
    ],
    fixes: [
      ...usageCall('contacted', {
        text: 'Check your current plan in the dashboard, or read plan.category in the usage answer.',
        verify: USAGE_CALL_WORKS,
        source: 'article#403',
      }),
      {
        text: 'Compare the endpoint with what your plan includes; a free filter request shows whether prospecting is open to you.',
        command: 'lusha-doctor probe-endpoint GET /v3/contacts/prospecting/filters',
        source: 'article#403',
        unless: [{ path: FILTERS_PATH }],
      },
      {
        text: 'On a self-service plan, keep to the enrichment endpoints for contacts and companies.',
        source: 'article#403',
      },
      {
        text: 'If you need prospecting or filters, have your account admin upgrade to the Scale plan.',
        verify: {
          command: 'lusha-doctor probe-endpoint GET /v3/contacts/prospecting/filters',
          expect: 'exit 0',
        },
        source: 'article#403',
      },
      {
        text: 'For signals and lookalikes, ask your account manager to confirm your entitlement.',
        source: 'article#403',
      },
    ],
    notes: [
      {
        text: 'Two free accounts used prospecting in 2026, against the documented rule. Only a probe with your own key tells.',
        source: 'live/2026-06-free-plan',
      },
      {
        text: 'Know which endpoints your plan includes before you build on them.',
        source: 'article#best-practices',
      },
    ],
    sources: ['article#403', 'article#overview', 'live/2026-06-free-plan', 'live/2026-02-v2'],
  },
  {
    ...ofPlan,
    id: 'plan-lacks-api-access',
    title: 'Your plan does not include the API',
    when: [{ status: 403 }],
    unless: [{ keyAccepted: true }, { olderUsage: 'accepted' }],
    signs: [
      // The two other refusals of this call have texts of their own, so any other text is a sign.
      { facts: { path: USAGE_PATH, message: /\S/ }, makes: 'likely' },
      {
        facts: { path: USAGE_PATH, junkKey: 'different', olderUsage: 'same' },
        makes: 'likely',
      },
      { facts: { message: NO_API_ACCESS }, makes: 'likely' },
    ],
    tell: 'even GET /v3/account/usage answers 403; every plan with API access may make that call',
    meaning:
      'The key is known, but the account may not use the API at all. That is about the plan and not about one endpoint. Two other reasons for a 403 on every call have texts of their own: an inactive account, and V3 not switched on.',
    reasons: [
      { text: 'The subscription plan comes without API access.', source: 'article#overview' },
      {
        text: 'The plan was changed and the key is left over from before.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Read the message of the 403: an inactive account and V3 that is not switched on have texts of their own.',
        source: 'spec3',
      },
      {
        text: 'Ask your account manager which plan includes the API.',
        verify: USAGE_CALL_WORKS,
        source: 'article#help',
      },
    ],
    notes: [
      {
        text: 'Sources disagree on who may have a key: Premium and Scale, Scale only, or everybody. Keys of free accounts worked in 2026.',
        source: 'help/api-overview',
      },
    ],
    sources: ['article#overview', 'help/api-overview', 'live/2026-06-free-plan'],
  },
  {
    ...ofPlan,
    id: 'plan-lacks-option',
    title: 'Your plan does not include an option of this request',
    when: [{ status: 403 }, { message: EXCLUDE_DNC }, { errors: EXCLUDE_DNC }],
    signs: [
      { facts: { message: EXCLUDE_DNC }, makes: 'certain' },
      { facts: { errors: EXCLUDE_DNC }, makes: 'certain' },
      { facts: { message: OPTION_OUT }, makes: 'likely' },
      { facts: { errors: OPTION_OUT }, makes: 'likely' },
    ],
    tell: 'the message or errors[] names an option, for example "excludeDnc is not available on your current plan"',
    meaning:
      'The endpoint is open to you, but one option in the request belongs to a higher plan. Without that option the same request is accepted.',
    reasons: [
      {
        text: 'excludeDnc, which leaves out numbers on do-not-call lists, is not part of your plan.',
        source: 'docs/error-codes',
      },
    ],
    whoActs: 'you',
    fixes: [
      ...corrected({
        text: 'Leave the option out. In place of excludeDnc, filter by the do-not-call mark of each number yourself.',
        source: 'docs/error-codes',
      }),
      {
        text: 'If you need the option, ask support or your account manager for it.',
        source: 'spec2',
      },
    ],
    sources: ['spec2', 'docs/error-codes'],
  },
  {
    ...ofPlan,
    id: 'plan-lacks-unified-credits',
    title: 'Your pricing does not allow single data points',
    when: [{ status: 403 }, { message: DATAPOINTS_OUT }],
    unless: [{ endpoint: NO_DATAPOINTS, message: null }],
    signs: [{ facts: { message: DATAPOINTS_OUT }, makes: 'certain' }],
    tell: 'the message speaks of "individual datapoints": "Your pricing version does not support requesting individual datapoints"',
    meaning:
      'The V2 parameters revealEmails and revealPhones work on accounts with Unified Credits only. Yours has another pricing version.',
    reasons: [
      {
        text: 'The request has revealEmails or revealPhones, and the account is not on Unified Credits.',
        source: 'spec2',
      },
    ],
    whoActs: 'you',
    fixes: [
      ...corrected({
        text: 'Leave out revealEmails and revealPhones.',
        source: 'spec2',
      }),
      {
        text: 'If you want to pay for single data points, ask your account manager for Unified Credits.',
        source: 'spec2',
      },
    ],
    notes: [
      {
        text: 'V3 has another parameter for this: reveal, a list with "emails" and "phones".',
        source: 'spec3',
      },
    ],
    sources: ['spec2'],
  },
  {
    ...ofPlan,
    id: 'signals-not-in-plan',
    title: 'Your account is not entitled to signals',
    when: [{ status: 403 }, { message: SIGNALS_OUT }],
    unless: [{ endpoint: NO_SIGNALS, message: null }],
    signs: [
      { facts: { message: SIGNALS_OUT }, makes: 'certain' },
      { facts: { path: SIGNALS_PATH, keyAccepted: true }, makes: 'likely' },
      { facts: { path: SIGNALS_PATH }, makes: 'likely' },
    ],
    tell: 'the text says "Signals API not supported on your plan", or the path has /signals/',
    meaning:
      'Key and request are fine. Signals need an entitlement of their own, and your account does not have it.',
    reasons: [
      {
        text: 'Signals may ask for more than the plan, and nobody has added that to your account.',
        source: 'article#403',
      },
    ],
    fixes: [
      {
        text: 'Ask your account manager whether your account is entitled to signals.',
        source: 'article#403',
        verify: {
          command: 'lusha-doctor probe-endpoint GET /v3/contacts/signals/types',
          expect: 'exit 0',
        },
      },
    ],
    notes: [
      {
        text: 'On a free account contact signals worked and company signals answered 402 in June 2026.',
        source: 'live/2026-06-free-plan',
      },
    ],
    sources: ['article#403', 'spec2', 'live/2026-06-free-plan'],
  },
] as const satisfies readonly Cause[];
