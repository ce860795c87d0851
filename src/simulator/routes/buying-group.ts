import { sell, withBody, type Handlers } from '../http/call.ts';
import { findCompany } from '../data/companies.ts';
import { validationError } from '../error-answers.ts';
import { numberFrom, opaqueId, pick } from '../data/hash.ts';
import { isItemError, referenced } from '../item-error.ts';
import { inventPerson, preview } from '../data/people.ts';
import { list, object, text, whole, wordsOf } from '../shape.ts';
import { priceOf } from './contacts.ts';

const PERSONAS = ['decision_maker', 'potential_champion', 'end_user'] as const;
/** People in the buying group of every simulated company. */
const GROUP_SIZE = 6;

const BUYING_GROUP = object(
  { companies: list(object({}, { clientReferenceId: text(), domain: text(), id: text() }), 1, 25) },
  {
    personas: wordsOf(PERSONAS, 1),
    contactsLimit: whole(1),
    pagination: object({}, { page: whole(0), size: whole(10, 100) }),
  },
);

/** The people of a company who decide about buying. */
export const BUYING_GROUP_HANDLERS: Handlers = {
  'contacts.buying-group': withBody(BUYING_GROUP, (call, body) => {
    const { companies, personas = PERSONAS, contactsLimit = 60, pagination } = body;
    if (companies.some(({ domain, id }) => (domain === undefined) === (id === undefined))) {
      return validationError('each company must have exactly one of domain, id');
    }
    let total = 0;
    const results = companies.map(({ clientReferenceId, ...identity }) => {
      const company = findCompany(call.world, identity, 'search');
      if (isItemError(company)) return referenced(clientReferenceId, { ...company });
      const contacts = Array.from({ length: Math.min(contactsLimit, GROUP_SIZE) }, (_, index) => {
        const id = opaqueId(call.world.seed, 'buyer', company.id, String(index));
        const role = pick(PERSONAS, call.world.seed, id, 'role');
        const person = { ...inventPerson(call.world, id), company };
        return {
          ...preview(person, (field) => priceOf(call.account, person, field)),
          roles: [role],
          score: numberFrom(1000, call.world.seed, id, 'score') / 1000,
        };
      }).filter(({ roles }) => roles.some((role) => personas.includes(role)));
      total += contacts.length;
      return referenced(clientReferenceId, { companyId: company.id, contacts });
    });
    return sell(call, [{ action: 'buyingGroupContact', quantity: total }], results, {
      pagination: { page: pagination?.page ?? 0, size: pagination?.size ?? 100, total },
    });
  }),
};
