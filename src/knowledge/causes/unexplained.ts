import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { KEY_ACCEPTED, USAGE_CALL_WORKS, usageCall } from './key-commands.ts';
import { NO_FULL_NAME, NO_LOOKALIKE, NO_TABLES } from './object.ts';
import { HEADERS, NO_CREDIT, TOO_MANY, WAIT_AS_STATED, WAIT_STATED } from './quota-statements.ts';

const FROM_LUSHA = ['lusha', 'gateway'] as const;
const ANY_WORDS = /\S/;

/** What Lusha says with a status is new, or it says nothing at all. The status still has a class. */
function unexplained<const S extends number | readonly number[]>(status: S) {
  return {
    subject: 'failure',
    severity: 'fail',
    leavesOpen: true,
    when: [{ status }, { status, message: ANY_WORDS }, { status, answeredBy: FROM_LUSHA }],
    signs: [],
    sources: ['inferred'],
  } as const;
}

/** How programs put it in words of their own that a key was refused, or that some limit was reached. */
const REFUSED_KEY =
  /\b(?:invalid|wrong|bad|incorrect|expired|revoked|rejected) lusha (?:api[ _-]?)?key\b|\blusha (?:api[ _-]?)?key\b.{0,30}\b(?:invalid|rejected|refused|expired|revoked|not valid|not accepted|incorrect)/i;
const REACHED_LIMIT =
  /\blusha\b.{0,20}\b(?:rate|credit|quota|usage|api|request)\b.{0,20}\blimits? (?:was |is |has been )?(?:reached|exceeded|hit)/i;

const REPORT = {
  text: 'Keep a record of the case and report the words to lusha-doctor; the record holds no key.',
  command: 'lusha-doctor probe-endpoint GET /v3/account/usage --case case.json',
  source: 'inferred',
} as const;

const NOT_CHARGED = {
  text: 'Costs nothing: no credits are deducted for an API error.',
  source: 'docs/billing',
} as const;

/** Refusals in words that no other cause knows: the class is certain, the reason is open. */
export const unexplainedCauses = [
  {
    ...unexplained(401),
    when: [...unexplained(401).when, { message: REFUSED_KEY }],
    id: 'key-refused-unexplained',
    layer: 'key',
    title: 'The credentials were refused, and the answer does not show why',
    unless: [{ keyPlacement: 'none' }],
    because: ['answer-ignores-key'],
    tell: 'the text names no invalid key and no missing header',
    meaning:
      'A 401 is always about the credentials, whatever its text: {message|none could be read}. Which part of them is wrong is open. Plan, credits and limits have other statuses.',
    reasons: [
      {
        text: 'The key is wrong, revoked or sent in a way Lusha does not read.',
        source: 'article#401',
      },
      { text: 'Lusha changed the wording of an answer that is known.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Have the key examined and tried on the free usage call.',
        command: 'lusha-doctor check-key',
        verify: KEY_ACCEPTED,
        source: 'docs/authentication',
      },
      ...usageCall('contacted', {
        text: 'Send the bare key in the header api_key and compare the answer.',
        source: 'docs/authentication',
      }),
      REPORT,
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Costs no credit: the balance did not move in live calls that ended in 400 or 401.',
      source: 'live/2026-07-v3-contract',
    },
    sources: ['article#401', 'docs/authentication', 'inferred'],
  },
  {
    ...unexplained(402),
    id: 'payment-required-unexplained',
    layer: 'account',
    title: 'Payment is asked for, and the answer does not show for what',
    unless: [{ message: /insufficient credits|requires payment|payment needed/i }],
    tell: 'the status is 402, and the text speaks of no credits; only the balance of the usage call decides',
    meaning:
      'A 402 is about credits or about what the plan includes: {message|the answer does not say which}. It is never about the key.',
    reasons: [
      { text: 'The credits are used up, or too few for this request.', source: 'spec3' },
      {
        text: 'Credits are left and the plan does not include the action.',
        source: 'live/2026-06-free-plan',
      },
    ],
    whoActs: 'your account admin',
    fixes: [
      ...usageCall('contacted', {
        text: 'Read the balance. At 0 it is the credits; with credits left it is the plan.',
        verify: USAGE_CALL_WORKS,
        source: 'docs/account-usage',
      }),
      {
        text: 'Ask your account manager for credits or for the action, whichever is missing.',
        source: 'live/2026-06-free-plan',
      },
      REPORT,
    ],
    retry: AFTER_FIX,
    credits: NOT_CHARGED,
    sources: ['spec3', 'live/2026-06-free-plan', 'inferred'],
  },
  {
    ...unexplained(403),
    id: 'forbidden-unexplained',
    layer: 'plan',
    title: 'The call was refused, and the answer does not show why',
    tell: 'the text fits no known refusal',
    meaning:
      'The call is not allowed: {message|the answer does not say why}. From Lusha a 403 is about what the plan includes, or about an inactive account; a proxy or firewall on the way answers 403 as well, with a page of its own.',
    reasons: [
      {
        text: 'The endpoint or an option of the request is not part of the plan.',
        source: 'article#403',
      },
      { text: 'The account itself may not use the API at the moment.', source: 'spec3' },
    ],
    whoActs: 'your account admin',
    fixes: [
      ...usageCall('contacted', {
        text: 'Make the free usage call with the same key. If it works, the endpoint is the matter; if it is a 403 too, the account is.',
        verify: USAGE_CALL_WORKS,
        source: 'inferred',
      }),
      {
        text: 'Show the whole answer to your account manager and ask what your account lacks.',
        source: 'article#403',
      },
      REPORT,
    ],
    retry: AFTER_FIX,
    credits: NOT_CHARGED,
    sources: ['article#403', 'spec3', 'inferred'],
  },
  {
    ...unexplained(429),
    when: [...unexplained(429).when, { message: REACHED_LIMIT }],
    id: 'throttled-unexplained',
    layer: 'quota',
    title: 'Too many calls, and the answer names no window',
    unless: [{ windowEmpty: ['minute', 'hour', 'day'] }, { message: TOO_MANY }],
    tell: 'no counter is at 0, and the text names no window',
    meaning:
      'Some limit on the number of calls was reached: {message|the answer does not say which}. It is not about the key. Which window it is, and when it opens again, only the counters tell.',
    reasons: [
      {
        text: 'A limit of your plan per minute, hour or day, or the general one per second.',
        source: 'article#429',
      },
      { text: 'A limit of this endpoint that is not documented.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      WAIT_AS_STATED,
      {
        text: 'Look which window is empty and wait for that one.',
        command: 'lusha-doctor watch-ratelimit --once',
        verify: {
          command: 'lusha-doctor watch-ratelimit --once',
          expect: 'exit 0, and every window has calls left',
        },
        source: 'docs/account-usage',
        unless: [{ windowsOpen: ['minute', 'hour', 'day'] }],
      },
      {
        text: 'Where no window is empty, wait 1 s before the first retry and double the wait each time, up to 60 s.',
        source: 'article#429',
        unless: WAIT_STATED,
      },
      REPORT,
    ],
    retry: BACKOFF,
    credits: NO_CREDIT,
    notes: [HEADERS],
    sources: ['article#429', 'docs/rate-limiting', 'inferred'],
  },
  {
    ...unexplained([400, 404, 409, 410, 412]),
    id: 'request-refused-unexplained',
    layer: 'request',
    title: 'The request was refused, and the answer does not show why',
    when: [
      ...unexplained([400, 404, 409, 410, 412]).when,
      { status: 409, endpoint: NO_TABLES },
      { status: 410, endpoint: NO_LOOKALIKE },
      { status: 412, endpoint: NO_FULL_NAME },
    ],
    tell: 'the text fits no known refusal',
    meaning:
      'Something in the request has to change before it can work. The status is {status|400, 404, 409, 410 or 412}, and the text decides: {message|not seen here}.',
    reasons: [
      {
        text: 'The path, an id in it, or a value of the body is not what the endpoint expects.',
        source: 'article#404',
      },
      { text: 'Lusha changed the wording of an answer that is known.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Compare path, method and body with the page of the endpoint at docs.lusha.com.',
        source: 'article#400',
      },
      {
        text: 'See what this tool knows of the endpoint, and what replaced it.',
        command: 'lusha-doctor explain {path|/v3/contacts/enrich}',
        source: 'inferred',
      },
      { ...REPORT, verify: USAGE_CALL_WORKS },
    ],
    retry: AFTER_FIX,
    credits: NOT_CHARGED,
    sources: ['article#404', 'docs/error-codes', 'inferred'],
  },
] as const satisfies readonly Cause[];
