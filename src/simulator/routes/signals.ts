import { json } from '../http/answer.ts';
import { sell, withBody, type Call, type Handler, type Handlers } from '../http/call.ts';
import { companyById, findCompany } from '../data/companies.ts';
import type { Action } from '../account/credits.ts';
import { validationError } from '../error-answers.ts';
import { numberFrom } from '../data/hash.ts';
import {
  COMPANY_IDENTITY,
  CONTACT_IDENTITY,
  isCompanyIdentifiable,
  isIdentifiable,
  NOT_IDENTIFIABLE,
} from '../account/identity.ts';
import { isItemError, referenced } from '../item-error.ts';
import { jsonRecord, type JsonObject } from '../json.ts';
import { employer, findPerson, personById } from '../data/people.ts';
import { day, list, object, text, whole, wordsOf } from '../shape.ts';

export const CONTACT_SIGNALS = ['allSignals', 'promotion', 'companyChange'] as const;
export const COMPANY_SIGNALS = [
  'allSignals',
  'linkedinActivityIntent',
  'websiteTrafficDecrease',
  'websiteTrafficIncrease',
  'itSpendIncrease',
  'itSpendDecrease',
  'surgeInHiring',
  'headcountIncrease1m',
  'headcountIncrease3m',
  'headcountIncrease6m',
  'headcountIncrease12m',
  'headcountDecrease1m',
  'headcountDecrease3m',
  'headcountDecrease6m',
  'headcountDecrease12m',
  'surgeInHiringByDepartment',
  'surgeInHiringByLocation',
  'riskNews',
  'commercialActivityNews',
  'corporateStrategyNews',
  'financialEventsNews',
  'peopleNews',
  'marketIntelligenceNews',
  'productActivityNews',
] as const;

const SCORE_CONTACTS = object({ contacts: list(CONTACT_IDENTITY, 1, 100) }, {});
const SCORE_COMPANIES = object({ companies: list(COMPANY_IDENTITY, 1, 100) }, {});
const HALF_A_YEAR_MS = 182 * 86_400_000;

/** Events of contacts and companies, and the scores made of them. */
export const SIGNALS: Handlers = {
  'contacts.signals.types': () => json(200, { signalTypes: CONTACT_SIGNALS }),
  'companies.signals.types': () => json(200, { signalTypes: COMPANY_SIGNALS }),
  'contacts.signals': signals(CONTACT_SIGNALS, 'showSignalsContact', (call, id) => {
    const person = personById(call.world, id, 'search');
    return isItemError(person) ? null : { newCompany: person.company.name };
  }),
  'companies.signals': signals(COMPANY_SIGNALS, 'showSignalsCompany', (call, id) => {
    const company = companyById(call.world, id, 'search');
    return isItemError(company) ? null : { companyName: company.name };
  }),

  'contacts.signal-score': withBody(SCORE_CONTACTS, (call, { contacts }) => {
    if (!contacts.every(isIdentifiable)) return validationError(NOT_IDENTIFIABLE);
    const results = contacts.map((contact) => {
      const person = findPerson(call.world, contact, 'score');
      return referenced(
        contact.clientReferenceId,
        isItemError(person)
          ? { ...person }
          : { id: person.id, company: employer(person), ...scoreOf(call, person.id, 'promotion') },
      );
    });
    const quantity = results.filter((result) => !('error' in result)).length;
    return sell(call, [{ action: 'signal_score_contact_reveal', quantity }], results);
  }),
  'companies.signal-score': withBody(SCORE_COMPANIES, (call, { companies }) => {
    if (!companies.every(isCompanyIdentifiable)) {
      return validationError('must have exactly one of id, domain, name, email');
    }
    const results = companies.map((identity) => {
      const company = findCompany(call.world, identity, 'score');
      return referenced(
        identity.clientReferenceId,
        isItemError(company)
          ? { ...company }
          : {
              id: company.id,
              name: company.name,
              domain: company.domain,
              ...scoreOf(call, company.id, 'surgeInHiring'),
            },
      );
    });
    const quantity = results.filter((result) => !('error' in result)).length;
    return sell(call, [{ action: 'signal_score_company_reveal', quantity }], results);
  }),
};

/** One event per id and wanted type; charged per event. `details` is null for an unknown id. */
function signals(
  types: readonly string[],
  action: Action,
  details: (call: Call, id: string) => JsonObject | null,
): Handler {
  const shape = object(
    { ids: list(text(), 1, 100), signalTypes: wordsOf(types, 1) },
    { startDate: day(), maxResultsPerSignal: whole(1, 100), tableId: text() },
  );
  return withBody(shape, (call, { ids, signalTypes, startDate }) => {
    const wanted = signalTypes.includes('allSignals') ? types.slice(1) : signalTypes;
    const since = startDate ?? dayOf(call.now - HALF_A_YEAR_MS);
    const results = ids.flatMap((id): readonly JsonObject[] => {
      const event = details(call, id);
      if (event === null) return [];
      const events = jsonRecord(wanted, (type) => [type, [{ id, signalDate: since, ...event }]]);
      return [{ id, ...events }];
    });
    return sell(call, [{ action, quantity: results.length * wanted.length }], results, {
      startDate: since,
      endDate: dayOf(call.now),
    });
  });
}

function scoreOf({ world }: Call, id: string, type: string): JsonObject {
  const signalScore = numberFrom(100, world.seed, id, 'score') / 100;
  return {
    signalScore,
    signalTypes: signalScore === 0 ? [] : [type],
    noActiveSignals: signalScore === 0,
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
