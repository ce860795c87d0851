import { email, object, text, type Of } from '../shape.ts';

/** How a contact is named in a request (spec3). */
export const CONTACT_IDENTITY = object(
  {},
  {
    clientReferenceId: text(),
    id: text(),
    linkedinUrl: text(),
    email: email(),
    firstName: text(),
    lastName: text(),
    companyName: text(),
    companyDomain: text(),
  },
);
export type ContactIdentity = Of<typeof CONTACT_IDENTITY>;

/** How a company is named in a request (spec3). */
export const COMPANY_IDENTITY = object(
  {},
  { clientReferenceId: text(), id: text(), name: text(), domain: text() },
);
export type CompanyIdentity = Of<typeof COMPANY_IDENTITY>;

/** What the API says about an item it cannot look up (live/2026-02-v2). */
export const NOT_IDENTIFIABLE =
  'must have a combination of 1. linkedin url 2. full name + company domain';

/** True when a contact can be looked up by what is given. */
export function isIdentifiable(contact: ContactIdentity): boolean {
  const named = filled(contact.firstName) && filled(contact.lastName);
  return (
    filled(contact.id) ||
    filled(contact.linkedinUrl) ||
    filled(contact.email) ||
    (named && (filled(contact.companyName) || filled(contact.companyDomain)))
  );
}

/** True when a company can be looked up by what is given. */
export function isCompanyIdentifiable(company: CompanyIdentity): boolean {
  return filled(company.id) || filled(company.name) || filled(company.domain);
}

/** The identity as one line, the caller's own reference left out: equal people, equal lines. */
export function canonical(identity: ContactIdentity | CompanyIdentity): string {
  return Object.entries(identity)
    .filter(([name]) => name !== 'clientReferenceId')
    .map(([name, value]) => `${name}=${value.trim().toLowerCase()}`)
    .sort()
    .join('\n');
}

function filled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}
