import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { resentTo } from '../verifications.ts';
import { named } from './field-fixes.ts';
import { resent } from './own-call.ts';
import { NOT_AMONG } from './request-values.ts';

const refused = {
  layer: 'request',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'A refused request is not charged.',
    source: 'live/2026-07-v3-contract',
  },
} as const;

const PAGE_SIZE =
  /\b(size|pageSize|page)\b must (not )?be (less|greater)|\b(size|pageSize) must be|page size/i;
const BATCH_SIZE =
  /\b(contacts|companies|ids|items|seeds?|subscriptions|entityIds)\b must contain (at most|no more than|not more than)/i;
const SIGNAL_TYPES =
  /\bsignal_?types\b.*(should not be empty|must|required|missing)|missing signal_?types/i;
/** The list is there, and an entry of it is wrong. */
const ONLY_A_VALUE =
  /^(?!.*(?:should not be empty|must be an array|required|missing)).*must be one of the following/is;
/** A name inside the filters is wrong, not their form. */
const A_NAME = /property \S+ should not exist/i;
/** The two parts as such; bounds of page and size are another cause. */
const FILTERS = /\b(filters|pagination)\b(?!\.(size|page)\b).* (should|must)\b/i;
const TABLES = /^\/v3\/(contacts|companies)\/tables/;
const OWNER = /\bowner\b.*(required|missing|must|should not be empty)/i;
const EMAIL = /\bemail\b.*(required|missing|must|should not be empty)/i;

const CONVERSATIONS = /^\/v3\/account\/conversations\/search$/;
const DATE = /\bdates?\b|YYYY-MM-DD|ISO ?8601/i;
const VISITS = /^\/v3\/companies\/website-visits$/;
const VISITED = /domain|tracked|range|month/i;

/** 400: a rule of one family of endpoints was broken. */
export const requestLimitCauses = [
  {
    ...refused,
    id: 'page-size-out-of-range',
    title: 'The page or its size is out of range',
    when: [{ message: PAGE_SIZE }, { errors: PAGE_SIZE }],
    signs: [
      { facts: { message: PAGE_SIZE }, makes: 'certain' },
      { facts: { errors: PAGE_SIZE }, makes: 'certain' },
    ],
    tell: 'the message names size, pageSize or page and a smallest or largest value',
    meaning: 'Each list has its own bounds, and a small size is refused as well as a large one.',
    reasons: [
      { text: 'V3 prospecting takes page 0 to 1000 and size 10 to 100.', source: 'spec3' },
      { text: 'V2 prospecting takes size 10 to 50.', source: 'spec2' },
      { text: 'A size below 10 is the common mistake.', source: 'live/2026-06-free-plan' },
      {
        text: 'Website visits take size 1 to 150, conversations pageSize up to 100, tables page 0 to 100.',
        source: 'spec3',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/prospecting', {
        text: 'Start with page 0 and a size of 10 to 50: every version accepts that.',
        source: 'spec3',
      }),
      {
        text: 'To read fewer than 10 results, ask for 10 and use the first ones.',
        source: 'inferred',
      },
    ],
    notes: [
      {
        text: 'Documentation differs: 10 to 100, 10 to 50, or 1000 pages of 50.',
        source: 'docs/faq',
      },
    ],
    sources: ['spec3', 'spec2', 'live/2026-06-free-plan'],
  },
  {
    ...refused,
    id: 'batch-size-out-of-range',
    title: 'Too many items in one request',
    when: [{ message: BATCH_SIZE }, { errors: BATCH_SIZE }],
    signs: [
      { facts: { message: BATCH_SIZE }, makes: 'certain' },
      { facts: { errors: BATCH_SIZE }, makes: 'certain' },
    ],
    tell: 'the message names the list and says "must contain no more than"',
    meaning:
      'Every bulk endpoint has a largest number of items. Lusha says: {message|see the text}.',
    reasons: [
      { text: 'Search, enrich and signals take up to 100 items.', source: 'spec3' },
      {
        text: 'Lookalike takes up to 100 seeds, buying group 25 companies, webhooks 25 items.',
        source: 'spec3',
      },
      { text: 'Tables take 500 ids per call.', source: 'spec3' },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Cut the list into pieces as long as the message allows and send them one after the other.',
        source: 'spec3',
      }),
    ],
    sources: ['spec3'],
  },
  {
    ...refused,
    id: 'signal-types-missing',
    title: 'The request does not say which signals it wants',
    when: [{ message: SIGNAL_TYPES }, { errors: SIGNAL_TYPES }],
    unless: [{ message: ONLY_A_VALUE }],
    signs: [
      { facts: { message: SIGNAL_TYPES }, makes: 'certain' },
      { facts: { errors: SIGNAL_TYPES }, makes: 'certain' },
    ],
    tell: 'the message names signalTypes',
    meaning: 'The signals endpoints need the list signalTypes; there is no default.',
    reasons: [
      { text: 'signalTypes is left out or empty.', source: 'live/2026-06-free-plan' },
      { text: 'The V2 name signals was used.', source: 'spec3' },
    ],
    fixes: [
      ...resent('/v3/contacts/signals', {
        text: 'Ask for the allowed types, free of charge, and send at least one as signalTypes.',
        command: 'lusha-doctor probe-endpoint GET /v3/contacts/signals/types',
        source: 'spec3',
      }),
    ],
    sources: ['live/2026-06-free-plan', 'spec3'],
  },
  {
    ...refused,
    id: 'prospecting-filters-invalid',
    title: 'The prospecting filters do not have the form V3 expects',
    when: [{ status: 400, path: /\/prospecting$/ }, { message: FILTERS }, { errors: FILTERS }],
    unless: named([NOT_AMONG, A_NAME]),
    signs: [
      { facts: { message: FILTERS }, makes: 'certain' },
      { facts: { errors: FILTERS }, makes: 'certain' },
    ],
    tell: 'the message names filters or pagination, on a prospecting path',
    meaning:
      'Prospecting needs pagination and filters, and every filter stands under include or exclude.',
    reasons: [
      { text: 'pagination is missing, or still called pages as in V2.', source: 'spec3' },
      {
        text: 'The level include between filters.contacts and the filter is missing.',
        source: 'spec3',
      },
      {
        text: 'Company prospecting refuses filters.contacts together with searchText, signals, intent or technologies of companies.',
        source: 'spec3',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/prospecting', {
        text: 'Send {"pagination":{"page":0,"size":10},"filters":{"contacts":{"include":{…}}}} and fill in the filters.',
        source: 'spec3',
      }),
      {
        text: 'Take names and values of filters from the free lists.',
        command: 'lusha-doctor probe-endpoint GET /v3/contacts/prospecting/filters',
        source: 'spec3',
      },
    ],
    notes: [
      {
        text: 'The free lists of locations, names and technologies want a query of 2 to 256 characters.',
        source: 'spec3',
      },
    ],
    sources: ['spec3'],
  },
  {
    ...refused,
    id: 'table-owner-missing',
    title: 'The table request does not name its owner',
    when: [{ status: 400, path: TABLES }, { message: OWNER }, { errors: OWNER }],
    signs: [
      { facts: { message: OWNER }, makes: 'certain' },
      { facts: { errors: OWNER }, makes: 'certain' },
      { facts: { path: TABLES, message: EMAIL }, makes: 'certain' },
      { facts: { path: TABLES, errors: EMAIL }, makes: 'certain' },
    ],
    tell: 'the message names owner or email, on a path with /tables',
    meaning:
      'A table belongs to a person. A request that carries only an API key has to say to whom, by e-mail address.',
    reasons: [
      {
        text: 'owner.email is missing in the body, or ?email= in the URL of a GET or DELETE.',
        source: 'spec3',
      },
      {
        text: 'The reference marks the query parameter as optional, its text says 400 without it.',
        source: 'spec3',
      },
    ],
    fixes: [
      {
        text: 'Put {"owner":{"email":"…"}} into the body of a POST, or ?email=… into the URL of a GET or DELETE, with the address of a member of your account.',
        source: 'spec3',
        verify: resentTo('/v3/contacts/tables/list', { free: true }),
      },
    ],
    credits: { text: 'Managing tables is free; reading their rows is charged.', source: 'spec3' },
    sources: ['spec3', 'docs/tables'],
  },
  {
    ...refused,
    id: 'conversation-query-invalid',
    title: 'The search for conversations breaks a rule',
    when: [{ status: 400, path: CONVERSATIONS }],
    signs: [
      { facts: { path: CONVERSATIONS, message: DATE }, makes: 'certain' },
      { facts: { path: CONVERSATIONS, errors: DATE }, makes: 'certain' },
    ],
    tell: 'the message names a date, on /v3/account/conversations/search',
    meaning: 'Dates are read strictly as YYYY-MM-DD, without a time.',
    reasons: [
      {
        text: 'The date carries a time or zone, or day and month stand in another order.',
        source: 'docs/conversations',
      },
      { text: 'pageSize is over 100.', source: 'docs/conversations' },
    ],
    fixes: [
      ...resent('/v3/account/conversations/search', {
        text: 'Send dates as 2026-11-23 and a pageSize of at most 100.',
        source: 'docs/conversations',
      }),
    ],
    notes: [
      {
        text: 'An empty body {} is valid here and may be charged.',
        source: 'docs/conversations',
      },
    ],
    sources: ['docs/conversations', 'spec3'],
  },
  {
    ...refused,
    id: 'website-visits-refused',
    title: 'The request for website visits names something that is not tracked',
    when: [{ status: 400, path: VISITS }],
    signs: [
      { facts: { path: VISITS, message: VISITED }, makes: 'certain' },
      { facts: { path: VISITS, errors: VISITED }, makes: 'certain' },
    ],
    tell: 'the message names a domain or a range, on /v3/companies/website-visits',
    meaning: 'One domain that is not tracked makes the whole request fail, also for the others.',
    reasons: [
      { text: 'A domain in the list is not tracked for your account.', source: 'spec3' },
      { text: 'The range is longer than three months.', source: 'spec3' },
    ],
    fixes: [
      ...resent('/v3/companies/website-visits', {
        text: 'Take the untracked domain out, keep the range within three months and the size within 1 to 150.',
        source: 'spec3',
      }),
    ],
    sources: ['spec3'],
  },
] as const satisfies readonly Cause[];
