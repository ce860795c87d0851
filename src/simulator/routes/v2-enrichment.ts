import { charge } from '../account/account.ts';
import { json, type Answer } from '../http/answer.ts';
import { outOfCredits, withBody, withQuery, type Call, type Handlers } from '../http/call.ts';
import { companyOf, findCompany, companyProfile, type Company } from '../data/companies.ts';
import type { Purchase } from '../account/credits.ts';
import { standardError, validationError } from '../error-answers.ts';
import { numericId } from '../data/hash.ts';
import { isIdentifiable, NOT_IDENTIFIABLE, type ContactIdentity } from '../account/identity.ts';
import { isItemError, type ItemError } from '../item-error.ts';
import { jsonRecord, type JsonObject } from '../json.ts';
import { findPerson, jobTitle, type Person } from '../data/people.ts';
import { anything, email, flag, list, object, oneOf, text } from '../shape.ts';

const YES_NO = oneOf(['true', 'false']);
const PERSON_QUERY = object(
  {},
  {
    personId: text(),
    email: email(),
    linkedinUrl: text(),
    firstName: text(),
    lastName: text(),
    companyName: text(),
    companyDomain: text(),
    refreshJobInfo: YES_NO,
    filterBy: text(),
    revealEmails: YES_NO,
    revealPhones: YES_NO,
    signals: anything(),
    signalsStartDate: text(),
    partialProfile: YES_NO,
  },
);
// First and last name, company name and domain are documented and were refused live, one by one
// (live/2026-02-v2).
const PERSON_BODY = object(
  {
    contacts: list(
      object(
        { contactId: text() },
        {
          personId: text(),
          email: email(),
          linkedinUrl: text(),
          fullName: text(),
          companies: anything(),
        },
      ),
      1,
      100,
    ),
  },
  {
    metadata: object(
      {},
      {
        revealEmails: flag(),
        revealPhones: flag(),
        signals: anything(),
        signalsStartDate: text(),
        partialProfile: flag(),
      },
    ),
  },
);
const COMPANY_QUERY = object({}, { domain: text(), company: text(), companyId: text() });
const COMPANY_BODY = object(
  {
    companies: list(
      object({ id: text() }, { domain: text(), name: text(), fqdn: text(), companyId: text() }),
      1,
      100,
    ),
  },
  { metadata: anything() },
);

/** V2 reveals single data points to accounts on Unified Credits only (spec2). */
export const PRICED_APART =
  'Your pricing version does not support requesting individual datapoints [revealEmails, revealPhones]';
const ONE_WORD_NAME =
  'The request failed due to invalid syntax that was provided. Please make sure to send a full name field that contains a valid first & last name';
const BLOCKED = 'We are unable to process this contact request due to our GDPR regulations';
const NO_MATCH = { name: 'EMPTY_DATA', code: 3, message: 'Could not find requested data' };

/** People and companies as V2 looked them up. */
export const V2_ENRICHMENT: Handlers = {
  'v2.person.get': withQuery(PERSON_QUERY, (call, query) => {
    const apart = query.revealEmails !== undefined || query.revealPhones !== undefined;
    if (apart && !call.account.unifiedCredits) return standardError(403, PRICED_APART);
    const { personId, email, linkedinUrl, firstName, lastName, companyName, companyDomain } = query;
    const identity = defined({
      id: personId,
      email,
      linkedinUrl,
      firstName,
      lastName,
      companyName,
      companyDomain,
    });
    if (!isIdentifiable(identity)) return validationError(NOT_IDENTIFIABLE);
    const found = findPerson(call.world, identity, 'enrich');
    if (isItemError(found) && found.error.code === 'COMPLIANCE_RESTRICTED') {
      return standardError(451, BLOCKED);
    }
    return sellAll(call, [found], ([contact]) => ({ contact }));
  }),

  'v2.person.post': withBody(PERSON_BODY, (call, { contacts, metadata }) => {
    const apart = metadata?.revealEmails !== undefined || metadata?.revealPhones !== undefined;
    if (apart && !call.account.unifiedCredits) return standardError(403, PRICED_APART);
    if (contacts.some(({ fullName }) => fullName !== undefined && !/\S\s+\S/.test(fullName))) {
      return standardError(412, ONE_WORD_NAME);
    }
    const identities = contacts.map(({ personId, email, linkedinUrl, fullName, companies }) => {
      const [firstName, ...rest] = (fullName ?? '').split(/\s+/);
      const named =
        companies === undefined ? {} : { firstName, lastName: rest.join(' '), companyName: '-' };
      return defined({ id: personId, email, linkedinUrl, ...named });
    });
    if (!identities.every(isIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const found = identities.map((identity) => findPerson(call.world, identity, 'enrich'));
    return sellAll(call, found, (shown) => ({
      contacts: jsonRecord(contacts, ({ contactId }, index) => [contactId, shown[index]]),
    }));
  }),

  'v2.company.get': withQuery(COMPANY_QUERY, (call, { domain, company, companyId }) => {
    const identity = {
      ...(companyId === undefined ? {} : { id: companyId }),
      ...named(domain, company),
    };
    if (Object.keys(identity).length === 0) {
      return validationError('must have at least one of domain, company, companyId');
    }
    const found = findCompany(call.world, identity, 'enrich');
    if (isItemError(found)) {
      return standardError(
        404,
        `Could not find data for ${(domain ?? company ?? companyId ?? '').slice(0, 60)}`,
      );
    }
    const credits = charge(call.account, [{ action: 'revealCompany', quantity: 1 }]);
    return credits === null
      ? outOfCredits()
      : json(200, { data: companyData(call, found), meta: {} }, credits);
  }),

  'v2.company.post': withBody(COMPANY_BODY, (call, { companies }) => {
    const found = companies.map(({ domain, name, fqdn }) =>
      findCompany(call.world, named(domain ?? fqdn, name), 'enrich'),
    );
    const quantity = found.filter((one) => !isItemError(one)).length;
    const credits = charge(call.account, [{ action: 'revealCompany', quantity }]);
    if (credits === null) return outOfCredits();
    const data = jsonRecord(companies, ({ id }, index) => {
      const one = found[index];
      const empty = one === undefined || isItemError(one);
      return [id, empty ? { error: NO_MATCH } : companyData(call, one)];
    });
    return json(200, { data, meta: {} }, credits);
  }),
};

/** Charges an e-mail and a phone per person found; no match is free (live/2026-02-v2). */
function sellAll(
  call: Call,
  found: readonly (Person | ItemError)[],
  envelope: (shown: readonly JsonObject[]) => JsonObject,
): Answer {
  const quantity = found.filter((one) => !isItemError(one)).length;
  const purchases: readonly Purchase[] = [
    { action: 'revealEmail', quantity },
    { action: 'revealPhone', quantity },
  ];
  const credits = charge(call.account, purchases);
  if (credits === null) return outOfCredits();
  const shown = found.map((one) =>
    isItemError(one)
      ? { error: NO_MATCH, isCreditCharged: false, data: null }
      : { error: null, isCreditCharged: true, data: personData(one) },
  );
  return json(200, envelope(shown), credits);
}

/** Names inside are those of the live answers, which differ from the reference. */
export function personData(person: Person): JsonObject {
  return {
    personId: Number(numericId(person.id)),
    companyId: Number(numericId(person.company.id)),
    firstName: person.firstName,
    lastName: person.lastName,
    fullName: `${person.firstName} ${person.lastName}`,
    emailAddresses: [{ email: person.email, emailType: 'work', emailConfidence: 'A+' }],
    phoneNumbers: [{ number: person.phone, phoneType: 'mobile', doNotCall: false }],
    jobTitle: jobTitle(person),
    location: { country: person.place.country, country_iso2: person.place.countryIso2 },
    company: { name: person.company.name, fqdn: person.company.domain },
  };
}

function companyData(call: Call, company: Company): JsonObject {
  return {
    ...companyProfile(call.world, companyOf(call.world, { id: company.id }), []),
    fqdn: company.domain,
  };
}

function named(
  domain: string | undefined,
  name: string | undefined,
): { domain?: string; name?: string } {
  return { ...(domain === undefined ? {} : { domain }), ...(name === undefined ? {} : { name }) };
}

/** The same object without the members that are undefined. */
function defined(fields: {
  readonly [N in keyof ContactIdentity]?: string | undefined;
}): ContactIdentity {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
