import { isRevealed, markRevealed, type Account } from '../account/account.ts';
import type { Answer } from '../http/answer.ts';
import { sell, withBody, type Call, type Handlers } from '../http/call.ts';
import { chargeFor, type Purchase } from '../account/credits.ts';
import { standardError, validationError } from '../error-answers.ts';
import { CONTACT_IDENTITY, isIdentifiable, NOT_IDENTIFIABLE } from '../account/identity.ts';
import { isItemError, referenced, type ItemError } from '../item-error.ts';
import {
  CONTACT_FIELDS,
  findPerson,
  personById,
  preview,
  profile,
  type ContactField,
  type Person,
} from '../data/people.ts';
import { anything, flag, list, object, text, wordsOf } from '../shape.ts';

const ITEMS = list(CONTACT_IDENTITY, 1, 100);

const SEARCH = object({ contacts: ITEMS }, { options: anything(), signals: anything() });
// An empty reveal is refused on enrich only: the official n8n node sends one here as its test.
const SEARCH_AND_ENRICH = object(
  { contacts: ITEMS },
  { reveal: wordsOf(CONTACT_FIELDS, 0), options: anything(), signals: anything() },
);
const ENRICH = object(
  { ids: list(text(), 1, 100) },
  { reveal: wordsOf(CONTACT_FIELDS, 1), waterfallEnabled: flag(), tableId: text() },
);

/** Search, enrich, and both at once, for contacts. */
export const CONTACTS: Handlers = {
  'contacts.search': withBody(SEARCH, (call, { contacts }) => {
    if (!contacts.every(isIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const found = contacts.map((contact) => findPerson(call.world, contact, 'search'));
    const results = found.map((person, index) =>
      referenced(
        contacts[index]?.clientReferenceId,
        isItemError(person)
          ? { ...person }
          : preview(person, (field) => priceOf(call.account, person, field)),
      ),
    );
    return sell(call, [contactsSearched(found)], results);
  }),

  'contacts.enrich': withBody(ENRICH, (call, { ids, reveal }) =>
    revealAll(
      call,
      ids.map((id) => ({ found: personById(call.world, id, 'enrich'), reference: undefined })),
      reveal ?? CONTACT_FIELDS,
      [],
    ),
  ),

  'contacts.search-and-enrich': withBody(SEARCH_AND_ENRICH, (call, { contacts, reveal }) => {
    if (!contacts.every(isIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const looked = contacts.map((contact) => ({
      found: findPerson(call.world, contact, 'enrich'),
      reference: contact.clientReferenceId,
    }));
    return revealAll(call, looked, reveal ?? CONTACT_FIELDS, [
      contactsSearched(looked.map(({ found }) => found)),
    ]);
  }),

  // The simulator finishes every enrichment at once, so there is never a job to ask for.
  'contacts.enrich.job': () => standardError(404, 'Resource not found'),
};

interface Looked {
  readonly found: Person | ItemError;
  readonly reference: string | undefined;
}

/** A data point is charged once per account (docs/billing); after that it is free. */
function revealAll(
  call: Call,
  looked: readonly Looked[],
  fields: readonly ContactField[],
  also: readonly Purchase[],
): Answer {
  const people = looked.flatMap(({ found }) => (isItemError(found) ? [] : [found]));
  const points = [
    ...new Set(people.flatMap(({ id }) => fields.map((field) => `${id}/${field}`))),
  ].filter((point) => !call.account.revealed.includes(point));
  const bought = (field: ContactField): number =>
    points.filter((point) => point.endsWith(`/${field}`)).length;
  const answer = sell(
    call,
    [
      ...also,
      { action: 'revealEmail', quantity: bought('emails') },
      { action: 'revealPhone', quantity: bought('phones') },
    ],
    looked.map(({ found, reference }) =>
      referenced(reference, isItemError(found) ? { ...found } : profile(found, fields)),
    ),
  );
  if (answer.status === 200) markRevealed(call.account, points);
  return answer;
}

/** What a search costs: a credit per started 25 results, nothing for those not found. */
function contactsSearched(found: readonly (Person | ItemError)[]): Purchase {
  return { action: 'contactSearch', quantity: found.filter((one) => !isItemError(one)).length };
}

/** Credits for one field of one person: 0 once it is paid for. */
export function priceOf(account: Account, person: Person, field: ContactField): number {
  if (isRevealed(account, person.id, field)) return 0;
  return chargeFor(field === 'emails' ? 'revealEmail' : 'revealPhone').credits;
}
