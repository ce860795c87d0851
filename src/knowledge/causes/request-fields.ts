import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { FIELD_RULES } from '../field-rules.ts';
import { resentTo } from '../verifications.ts';
import { fieldFixes, named } from './field-fixes.ts';
import { resent } from './own-call.ts';
import { BUYING_GROUP_OPTION, DECISION_MAKERS } from './retired-path.ts';

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

/** Names that V2 used and V3 refuses, wherever they stand. */
const V2_NAMES =
  'pages|contactIds|companiesIds|requestId|revealEmails|revealPhones|seniority|existing_data_points|contactId|companyId|signals';
/** Fields of one person or company. */
const ITEM_NAMES =
  'firstName|lastName|fullName|email|linkedinUrl|companyName|companyDomain|name|domain';

const REFUSED = /property \S+ should not exist/i;
const V2_NAME = new RegExp(`property (${V2_NAMES}) should not exist`, 'i');
/** At the top of the body, that is without "contacts.0." in front. */
const UNWRAPPED = new RegExp(`(?<!\\.)property (${ITEM_NAMES}) should not exist`, 'i');
/** Refused for neither of these two reasons. */
const PLAIN = new RegExp(
  `(\\.property (?!(${V2_NAMES}) )|(?<!\\.)property (?!(${V2_NAMES}|${ITEM_NAMES}) ))\\S+ should not exist`,
  'i',
);

/** Names for which there is a rule of their own. */
const RENAMED = named(FIELD_RULES.renames.map(({ refused: name }) => name));

/** 400: "property … should not exist". */
export const requestFieldCauses = [
  {
    ...refused,
    id: 'v2-field-on-v3-path',
    title: 'A field name of V2 was sent to V3',
    when: [{ message: V2_NAME }, { errors: V2_NAME }],
    unless: [{ endpointVersion: ['v1', 'v2'] }],
    signs: [
      { facts: { message: V2_NAME, endpointVersion: 'v3' }, makes: 'certain' },
      { facts: { errors: V2_NAME, endpointVersion: 'v3' }, makes: 'certain' },
      { facts: { message: V2_NAME }, makes: 'likely' },
      { facts: { errors: V2_NAME }, makes: 'likely' },
    ],
    tell: 'the refused name is one that V2 used: pages, contactIds, revealEmails, contactId …',
    meaning: 'The path is V3 and the body still speaks V2. V3 refuses every name it does not know.',
    reasons: [
      {
        text: 'Only the path was changed when the code moved to V3.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'An item carries contactId or companyId, which V2 required.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'The names were taken from docs.lusha.com/qa, which still describes the Person API and the Company API of V2.',
        source: 'docs/qa',
      },
    ],
    fixes: [
      ...fieldFixes(FIELD_RULES.renames, '/v3/contacts/search-and-enrich'),
      ...resent('/v3/contacts/search-and-enrich', {
        text: 'Rename the field: pages is pagination now, contactIds and companiesIds are ids, revealEmails and revealPhones are reveal, seniority is seniorityIds, signals is signalTypes.',
        command: 'lusha-doctor explain renames',
        source: 'spec3',
        unless: RENAMED,
      }),
      {
        text: 'Remove contactId and companyId from items. Use clientReferenceId to match answers to your records.',
        source: 'live/2026-07-v3-contract',
        unless: RENAMED,
      },
      {
        text: 'Drop requestId from enrich; ids alone are enough in V3.',
        source: 'spec3',
        unless: RENAMED,
      },
    ],
    sources: ['live/2026-07-v3-contract', 'spec3', 'spec2'],
  },
  {
    ...refused,
    id: 'v2-field-refused',
    title: 'V2 refuses a field that its own document lists',
    when: [{ message: REFUSED, endpointVersion: 'v2' }],
    signs: [
      { facts: { message: REFUSED, path: /^\/v2\/(person|company)$/ }, makes: 'certain' },
      { facts: { message: REFUSED, endpointVersion: 'v2' }, makes: 'likely' },
    ],
    tell: 'the path is /v2/person or /v2/company and the refused name stands in the V2 document',
    meaning:
      'The live V2 accepts fewer fields than its document. POST /v2/person took email and linkedinUrl alone; GET /v2/company took domain.',
    reasons: [
      {
        text: 'firstName, lastName, companyName, companyDomain and domain were each refused inside an item.',
        source: 'live/2026-07-v2-contract',
      },
      {
        text: 'companyName is not a parameter of GET /v2/company.',
        source: 'live/2026-07-v2-contract',
      },
    ],
    fixes: [
      {
        text: 'Move the call to V3, which accepts names: POST /v3/contacts/search-and-enrich or POST /v3/companies/search-and-enrich.',
        source: 'spec3',
        verify: resentTo('/v3/contacts/search-and-enrich'),
      },
      {
        text: 'Until then send only email or linkedinUrl per contact, and domain per company.',
        source: 'live/2026-07-v2-contract',
      },
    ],
    sources: ['live/2026-07-v2-contract', 'spec2'],
  },
  {
    ...refused,
    id: 'body-wrapper-missing',
    title: 'The items are not wrapped in contacts or companies',
    when: [{ message: UNWRAPPED }, { errors: UNWRAPPED }],
    unless: [{ endpointVersion: ['v1', 'v2'] }],
    signs: [
      { facts: { message: UNWRAPPED, endpointVersion: 'v3' }, makes: 'certain' },
      { facts: { errors: UNWRAPPED, endpointVersion: 'v3' }, makes: 'certain' },
      { facts: { message: UNWRAPPED }, makes: 'likely' },
      { facts: { errors: UNWRAPPED }, makes: 'likely' },
    ],
    tell: 'the refused name is a field of a person or company and has no "contacts.0." in front of it',
    meaning:
      'V3 takes lists. The fields of one person belong into an element of contacts, those of a company into companies, even when there is only one.',
    reasons: [
      {
        text: 'The body is the bare item, as in GET /v2/person.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    fixes: [
      {
        text: 'Buying group takes 1 to 25 companies, each with one domain or one id inside companies: {"companies":[{"domain":"…"}],"contactsLimit":5}.',
        source: 'docs/buying-group',
        when: [{ endpoint: 'contacts.buying-group' }],
      },
      ...resent('/v3/contacts/search', {
        text: 'Send {"contacts":[{…}]} or {"companies":[{…}]}.',
        source: 'live/2026-07-v3-contract',
      }),
    ],
    sources: ['live/2026-07-v3-contract', 'spec3'],
  },
  {
    ...refused,
    id: 'field-not-known',
    title: 'The request has a field that the endpoint does not know',
    when: [{ status: 400 }, { message: REFUSED }, { errors: REFUSED }],
    unless: [
      { endpoint: DECISION_MAKERS },
      { message: BUYING_GROUP_OPTION, endpoint: null },
      { errors: BUYING_GROUP_OPTION, endpoint: null },
    ],
    signs: [
      { facts: { message: PLAIN }, makes: 'certain' },
      { facts: { errors: PLAIN }, makes: 'certain' },
    ],
    tell: 'the message says "property … should not exist"; a prefix like "contacts.0." gives the place',
    meaning:
      'Lusha refuses the whole request when a name in it is not part of the endpoint. It says: {message|property … should not exist}.',
    reasons: [
      { text: 'The name is misspelt or has the wrong case.', source: 'live/2026-07-v3-contract' },
      {
        text: 'The field belongs to another endpoint or another level of the body.',
        source: 'spec3',
      },
    ],
    fixes: [
      ...fieldFixes(FIELD_RULES.places, '/v3/contacts/search'),
      ...resent('/v3/contacts/search', {
        text: 'Remove or rename the named field. In "contacts.0.property X" the number is the place of the item, from 0.',
        source: 'live/2026-07-v3-contract',
      }),
      {
        text: 'Compare the names with the reference of the endpoint at docs.lusha.com.',
        source: 'article#400',
      },
    ],
    sources: ['live/2026-07-v3-contract', 'article#400'],
  },
] as const satisfies readonly Cause[];
