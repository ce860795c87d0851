import type { Answer } from '../http/answer.ts';
import { sell, withBody, type Call, type Handlers } from '../http/call.ts';
import { companyOf, companyPreview } from '../data/companies.ts';
import {
  COMPANY_CRITERIA_FIELDS,
  CONTACT_CRITERIA_FIELDS,
  NOT_WITH_CONTACTS,
  RESTRICTED_CONTACT_FIELDS,
} from '../data/criteria.ts';
import { standardError, validationError } from '../error-answers.ts';
import { DEPARTMENTS } from '../data/filter-values.ts';
import { numberFrom, opaqueId } from '../data/hash.ts';
import { inventPerson, preview } from '../data/people.ts';
import { flag, object, text, whole, type Of } from '../shape.ts';
import { priceOf } from './contacts.ts';

const PAGINATION = object({ page: whole(0, 1000), size: whole(10, 100) }, {});
const CONTACT_CRITERIA = object({}, CONTACT_CRITERIA_FIELDS);
const COMPANY_CRITERIA = object({}, COMPANY_CRITERIA_FIELDS);
const RESTRICTED = object({}, RESTRICTED_CONTACT_FIELDS);
const OPTIONS = object({}, { includePartialProfiles: flag(), excludeDnc: flag() });

const CONTACTS = object(
  {
    pagination: PAGINATION,
    filters: object(
      {},
      {
        contacts: object({}, { include: CONTACT_CRITERIA, exclude: CONTACT_CRITERIA }),
        companies: object({}, { include: COMPANY_CRITERIA, exclude: COMPANY_CRITERIA }),
      },
    ),
  },
  { tableId: text(), options: OPTIONS },
);
const COMPANIES = object(
  {
    pagination: PAGINATION,
    filters: object(
      { companies: object({ include: COMPANY_CRITERIA }, { exclude: COMPANY_CRITERIA }) },
      { contacts: object({}, { include: RESTRICTED, exclude: RESTRICTED }) },
    ),
  },
  { tableId: text(), options: OPTIONS },
);

/** Search by criteria instead of by identity. */
export const PROSPECTING: Handlers = {
  'contacts.prospecting': withBody(CONTACTS, (call, { pagination, filters, options }) => {
    if (options?.excludeDnc === true && call.account.plan !== 'scale') return withoutDnc();
    // A value that does not exist finds nothing and is no error (seen by an integrator).
    const nobody =
      call.world.everyItem !== null || misspelt(filters.contacts?.include?.departments);
    const ids = nobody ? NOTHING : pageOf(call, 'contact', filters, pagination);
    const results = ids.page.map((id) => {
      const person = inventPerson(call.world, id);
      return preview(person, (field) => priceOf(call.account, person, field));
    });
    return sell(call, [{ action: 'contactSearch', quantity: results.length }], results, {
      pagination: { ...pagination, total: ids.total },
    });
  }),

  'companies.prospecting': withBody(COMPANIES, (call, { pagination, filters }) => {
    const clash = NOT_WITH_CONTACTS.find((name) => filters.companies.include[name] !== undefined);
    if (filters.contacts !== undefined && clash !== undefined) {
      return validationError(`filters.contacts cannot be combined with company ${clash}`);
    }
    const ids =
      call.world.everyItem !== null ? NOTHING : pageOf(call, 'company', filters, pagination);
    const results = ids.page.map((id) => {
      const company = companyOf(call.world, { id });
      return companyPreview(company);
    });
    return sell(call, [{ action: 'companySearch', quantity: results.length }], results, {
      pagination: { ...pagination, total: ids.total },
    });
  }),
};

/** Leaving out numbers on do-not-call lists is a Scale feature (spec2, docs/error-codes). */
function withoutDnc(): Answer {
  return standardError(
    403,
    'Exclude DNC is not supported on your current plan. Please contact support or your account manager for assistance.',
    ['excludeDnc is not available on your current plan'],
  );
}

interface Page {
  readonly page: readonly string[];
  readonly total: number;
}

const NOTHING: Page = { page: [], total: 0 };

/** The same filters always find the same. */
function pageOf(
  { world }: Call,
  kind: 'contact' | 'company',
  filters: unknown,
  { page, size }: Of<typeof PAGINATION>,
): Page {
  const asked = JSON.stringify(filters);
  const total = 40 + numberFrom(2000, world.seed, kind, asked);
  const length = Math.max(0, Math.min(size, total - page * size));
  return {
    total,
    page: Array.from({ length }, (_, index) =>
      opaqueId(world.seed, kind, asked, String(page * size + index)),
    ),
  };
}

/** True when a department is named that does not exist. */
function misspelt(departments: readonly string[] | undefined): boolean {
  return (departments ?? []).some(
    (name) => !DEPARTMENTS.some((known) => known.toLowerCase().startsWith(name.toLowerCase())),
  );
}
