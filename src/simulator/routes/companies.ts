import { markRevealed } from '../account/account.ts';
import type { Answer } from '../http/answer.ts';
import { sell, withBody, type Call, type Handlers } from '../http/call.ts';
import {
  companyById,
  companyPreview,
  companyProfile,
  COMPANY_FIELDS,
  findCompany,
  type Company,
  type CompanyField,
} from '../data/companies.ts';
import type { Purchase } from '../account/credits.ts';
import { validationError } from '../error-answers.ts';
import { COMPANY_IDENTITY, isCompanyIdentifiable } from '../account/identity.ts';
import { isItemError, referenced, type ItemError } from '../item-error.ts';
import { anything, list, object, text, wordsOf } from '../shape.ts';

const ITEMS = list(COMPANY_IDENTITY, 1, 100);

const SEARCH = object({ companies: ITEMS }, { options: anything(), signals: anything() });
const ENRICH = object(
  { ids: list(text(), 1, 100) },
  { reveal: wordsOf(COMPANY_FIELDS, 0), tableId: text() },
);
const SEARCH_AND_ENRICH = object(
  { companies: ITEMS },
  { reveal: wordsOf(COMPANY_FIELDS, 0), options: anything(), signals: anything() },
);

const NOT_IDENTIFIABLE = 'must have at least one of id, name, domain';

/** Search, enrich, and both at once, for companies. */
export const COMPANIES: Handlers = {
  'companies.search': withBody(SEARCH, (call, { companies }) => {
    if (!companies.every(isCompanyIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const found = companies.map((company) => findCompany(call.world, company, 'search'));
    const results = found.map((company, index) =>
      referenced(
        companies[index]?.clientReferenceId,
        isItemError(company) ? { ...company } : companyPreview(company),
      ),
    );
    return sell(call, [companiesSearched(found)], results);
  }),

  'companies.enrich': withBody(ENRICH, (call, { ids, reveal }) =>
    revealAll(
      call,
      ids.map((id) => ({ found: companyById(call.world, id, 'enrich'), reference: undefined })),
      reveal ?? [],
      [],
    ),
  ),

  // One credit for the search and one for the record: the two that were seen live for a domain.
  'companies.search-and-enrich': withBody(SEARCH_AND_ENRICH, (call, { companies, reveal }) => {
    if (!companies.every(isCompanyIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const looked = companies.map((company) => ({
      found: findCompany(call.world, company, 'enrich'),
      reference: company.clientReferenceId,
    }));
    return revealAll(call, looked, reveal ?? [], [
      companiesSearched(looked.map(({ found }) => found)),
    ]);
  }),
};

interface Looked {
  readonly found: Company | ItemError;
  readonly reference: string | undefined;
}

/** The record itself is charged every time (live/2026-07-v3-contract), its extra fields once. */
function revealAll(
  call: Call,
  looked: readonly Looked[],
  fields: readonly CompanyField[],
  also: readonly Purchase[],
): Answer {
  const companies = looked.flatMap(({ found }) => (isItemError(found) ? [] : [found]));
  const points = [
    ...new Set(companies.flatMap(({ id }) => fields.map((field) => `${id}/${field}`))),
  ].filter((point) => !call.account.revealed.includes(point));
  const answer = sell(
    call,
    [...also, { action: 'revealCompany', quantity: companies.length + points.length }],
    looked.map(({ found, reference }) =>
      referenced(
        reference,
        isItemError(found) ? { ...found } : companyProfile(call.world, found, fields),
      ),
    ),
  );
  if (answer.status === 200) markRevealed(call.account, points);
  return answer;
}

/** What a search for companies costs; those not found are free. */
function companiesSearched(found: readonly (Company | ItemError)[]): Purchase {
  return { action: 'companySearch', quantity: found.filter((one) => !isItemError(one)).length };
}
