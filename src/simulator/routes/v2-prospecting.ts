import { charge } from '../account/account.ts';
import { json, type Answer } from '../http/answer.ts';
import { outOfCredits, withBody, type Call, type Handler, type Handlers } from '../http/call.ts';
import { companyById, companyOf, companyProfile } from '../data/companies.ts';
import type { Action, Purchase } from '../account/credits.ts';
import { standardError, validationError } from '../error-answers.ts';
import { COMPANY_FILTERS, CONTACT_FILTERS } from '../data/filter-values.ts';
import { numberFrom, numericId, uuidFrom } from '../data/hash.ts';
import { isItemError } from '../item-error.ts';
import { jsonRecord, type Json, type JsonObject } from '../json.ts';
import { inventPerson, personById } from '../data/people.ts';
import { anything, flag, list, object, text, whole } from '../shape.ts';
import { COMPANY_SIGNALS, CONTACT_SIGNALS } from './signals.ts';
import { personData, PRICED_APART } from './v2-enrichment.ts';

const SEARCH = object(
  {
    pages: object({ page: whole(0, 1000), size: whole(10, 50) }, {}),
    filters: object({}, { contacts: anything(), companies: anything() }),
  },
  { excludeDnc: flag() },
);
const REVEAL = { revealEmails: flag(), revealPhones: flag() };
const ENRICH_CONTACTS = object({ requestId: text(), contactIds: list(text(), 1, 100) }, REVEAL);
const ENRICH_COMPANIES = object({ requestId: text(), companiesIds: list(text(), 1, 100) }, {});
const OPTIONS = { startDate: text(), maxResultsPerSignal: whole(1, 100) };
const SIGNALS = list(text(), 1);

/** Prospecting, filters, signals and look-alikes under their V2 paths. */
export const V2_PROSPECTING: Handlers = {
  'v2.prospecting.contact.search': withBody(SEARCH, (call, { pages, filters }) =>
    page(call, pages, filters, 'contactSearch', (id) => {
      const { firstName, lastName, company } = inventPerson(call.world, id);
      return { contactId: id, name: `${firstName} ${lastName}`, companyName: company.name };
    }),
  ),
  'v2.prospecting.company.search': withBody(SEARCH, (call, { pages, filters }) =>
    page(call, pages, filters, 'companySearch', (id) => {
      const { name, domain } = companyOf(call.world, { id });
      return { id, name, fqdn: domain };
    }),
  ),
  'v2.prospecting.contact.enrich': withBody(ENRICH_CONTACTS, (call, body) => {
    const apart = body.revealEmails !== undefined || body.revealPhones !== undefined;
    if (apart && !call.account.unifiedCredits) {
      return standardError(403, PRICED_APART);
    }
    const contacts = body.contactIds.map((id) => {
      const person = personById(call.world, id, 'enrich');
      return isItemError(person)
        ? { id, isSuccess: false }
        : { id, isSuccess: true, data: personData(person) };
    });
    const quantity = contacts.filter(({ isSuccess }) => isSuccess).length;
    return sold(
      call,
      [
        { action: 'revealEmail', quantity },
        { action: 'revealPhone', quantity },
      ],
      (credits) => ({ requestId: body.requestId, contacts, billing: billing(credits, quantity) }),
    );
  }),
  'v2.prospecting.company.enrich': withBody(
    ENRICH_COMPANIES,
    (call, { requestId, companiesIds }) => {
      const companies = companiesIds.map((id) => {
        const company = companyById(call.world, id, 'enrich');
        return isItemError(company)
          ? { id, isSuccess: false }
          : { id, isSuccess: true, ...companyProfile(call.world, company, []) };
      });
      const quantity = companies.filter(({ isSuccess }) => isSuccess).length;
      return sold(call, [{ action: 'revealCompany', quantity }], (credits) => ({
        requestId,
        companies,
        billing: billing(credits, quantity),
      }));
    },
  ),

  ...filtersOf('contacts', CONTACT_FILTERS, {
    departments: 'departments',
    seniority: 'seniority',
    existing_data_points: 'existingDataPoints',
    all_countries: 'countries',
    locations: 'locations',
  }),
  ...filtersOf('companies', COMPANY_FILTERS, {
    names: 'names',
    industries_labels: 'industriesLabels',
    sizes: 'sizes',
    revenues: 'revenues',
    locations: 'locations',
    sics: 'sics',
    naics: 'naics',
    intent_topics: 'intentTopics',
    technologies: 'technologies',
  }),

  'v2.signals.options': ({ params }) => {
    const objectType = params['objectType'];
    if (objectType === 'contact') return json(200, { signals: CONTACT_SIGNALS, objectType });
    if (objectType === 'company') return json(200, { signals: COMPANY_SIGNALS, objectType });
    return validationError('objectType must be one of the following values: contact, company');
  },
  'v2.signals.contacts': withBody(
    object({ contactIds: list(whole(0), 1, 100), signals: SIGNALS }, OPTIONS),
    (call, { contactIds, signals }) =>
      signalsOf(call, 'contacts', contactIds.map(String), signals, 'showSignalsContact'),
  ),
  'v2.signals.companies': withBody(
    object({ companyIds: list(whole(0), 1, 100), signals: SIGNALS }, OPTIONS),
    (call, { companyIds, signals }) =>
      signalsOf(call, 'companies', companyIds.map(String), signals, 'showSignalsCompany'),
  ),
  'v2.signals.contacts.search': withBody(
    object({ contacts: list(anything(), 1, 100), signals: SIGNALS }, OPTIONS),
    (call, { contacts, signals }) =>
      signalsOf(call, 'contacts', contacts.map(keyOf), signals, 'showSignalsContact'),
  ),
  'v2.signals.companies.search': withBody(
    object({ companies: list(anything(), 1, 100), signals: SIGNALS }, OPTIONS),
    (call, { companies, signals }) =>
      signalsOf(call, 'companies', companies.map(keyOf), signals, 'showSignalsCompany'),
  ),

  'v2.lookalike.contacts': lookalike('contacts'),
  'v2.lookalike.companies': lookalike('companies'),
};

/** Live answers list results under `data`, whatever the reference says (live/2026-02-v2). */
function page(
  call: Call,
  pages: { readonly page: number; readonly size: number },
  filters: unknown,
  action: Action,
  show: (id: string) => JsonObject,
): Answer {
  const asked = JSON.stringify(filters);
  const totalResults = 40 + numberFrom(2000, call.world.seed, action, asked);
  const first = pages.page * pages.size;
  const length = Math.max(0, Math.min(pages.size, totalResults - first));
  const data = Array.from({ length }, (_, index) =>
    show(numericId(call.world.seed, action, asked, String(first + index))),
  );
  return sold(call, [{ action, quantity: length }], (credits) => ({
    requestId: call.requestId,
    currentPage: pages.page,
    totalResults,
    data,
    billing: billing(credits, length),
  }));
}

function filtersOf(
  kind: 'contacts' | 'companies',
  filters: readonly { readonly name: string; readonly values: readonly Json[] }[],
  names: Readonly<Record<string, string>>,
): Handlers {
  return Object.fromEntries(
    Object.entries(names).map(([old, name]) => {
      const values = filters.find((filter) => filter.name === name)?.values ?? [];
      return [`v2.filters.${kind}.${old}`, (): Answer => json(200, values)];
    }),
  );
}

/** V2 spells it `creditCharged`, without billing around it (spec2). */
function signalsOf(
  call: Call,
  kind: 'contacts' | 'companies',
  ids: readonly string[],
  signals: readonly string[],
  action: Action,
): Answer {
  const endDate = new Date(call.now).toISOString().slice(0, 10);
  const events = jsonRecord(signals, (signal) => [signal, [{ signalDate: endDate }]]);
  return sold(call, [{ action, quantity: ids.length * signals.length }], (creditCharged) => ({
    [kind]: jsonRecord(ids, (id) => [id, events]),
    endDate,
    creditCharged,
  }));
}

function lookalike(kind: 'contacts' | 'companies'): Handler {
  const shape = object(
    {
      seeds: object(
        {},
        {
          linkedinUrls: list(text()),
          emails: list(text()),
          domains: list(text()),
          contactIds: list(whole(0)),
          contacts: list(anything()),
        },
      ),
    },
    { dedupeSessionId: text(), exclude: anything(), limit: whole(1, 100) },
  );
  return withBody(shape, (call, { seeds, limit = 25 }) => {
    if (Object.values(seeds).flat().length < 5) {
      return validationError('seeds must contain at least 5 elements');
    }
    const results = Array.from({ length: limit }, (_, index) => {
      const id = numericId(call.world.seed, 'v2-lookalike', JSON.stringify(seeds), String(index));
      if (kind === 'companies') {
        const { name, domain } = companyOf(call.world, { id });
        return { name, domain };
      }
      const { firstName, lastName } = inventPerson(call.world, id);
      return { contactId: id, firstName, lastName };
    });
    const action = kind === 'contacts' ? 'lookalikeContact' : 'lookalikeCompany';
    return sold(call, [{ action, quantity: limit }], (creditsCharged) => ({
      dedupeSessionId: uuidFrom(call.requestId),
      results,
      meta: { returned: limit, hasMore: false },
      creditsCharged,
    }));
  });
}

function sold(
  call: Call,
  purchases: readonly Purchase[],
  body: (credits: number) => JsonObject,
): Answer {
  const credits = charge(call.account, purchases);
  return credits === null ? outOfCredits() : json(200, body(credits), credits);
}

function billing(creditsCharged: number, resultsReturned: number): JsonObject {
  return { creditsCharged, resultsReturned };
}

/** The caller's own id of an item, under which its result comes back. */
function keyOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id.slice(0, 100)
    : '';
}
