import { nextNumber, type Account, type DedupeSession } from '../account/account.ts';
import { json, type Answer } from '../http/answer.ts';
import { sell, withBody, type Call, type Handlers } from '../http/call.ts';
import { companyOf, companyPreview } from '../data/companies.ts';
import { standardError, validationError } from '../error-answers.ts';
import { opaqueId, uuidFrom } from '../data/hash.ts';
import type { JsonObject } from '../json.ts';
import { inventPerson, preview } from '../data/people.ts';
import { anything, list, object, text, uuid, whole, type Of } from '../shape.ts';
import { priceOf } from './contacts.ts';

const SESSION_MS = 30 * 86_400_000;
/** Look-alikes there are for one set of seeds. */
const MOST_RESULTS = 500;
const SESSION_INVALID =
  'The provided dedupeSessionId is invalid or expired. Generate a new request without dedupeSessionId to start a fresh run.';

const CONTACT_SEEDS = object(
  {},
  {
    linkedinUrls: list(text(), 0, 100),
    contacts: list(anything(), 0, 100),
    emails: list(text(), 0, 100),
    ids: list(text(), 0, 100),
    contactIds: list(whole(0), 0, 100),
  },
);
const COMPANY_SEEDS = object(
  {},
  { domains: list(text(), 0, 100), linkedinUrls: list(text(), 0, 100), ids: list(text(), 0, 100) },
);
const CONTACTS = object(
  { seeds: CONTACT_SEEDS },
  { dedupeSessionId: uuid(), exclude: CONTACT_SEEDS, limit: whole(1, 100), tableId: text() },
);
const COMPANIES = object(
  { seeds: COMPANY_SEEDS },
  { dedupeSessionId: uuid(), exclude: COMPANY_SEEDS, limit: whole(1, 100), tableId: text() },
);

type Asked = Of<typeof CONTACTS> | Of<typeof COMPANIES>;

/** Look-alikes of 5 to 100 seeds; a session hands nothing out twice. */
export const LOOKALIKE: Handlers = {
  'contacts.lookalike': withBody(CONTACTS, (call, body) =>
    lookalikes(call, body, 'contact', (id) => {
      const person = inventPerson(call.world, id);
      return preview(person, (field) => priceOf(call.account, person, field));
    }),
  ),
  'companies.lookalike': withBody(COMPANIES, (call, body) =>
    lookalikes(call, body, 'company', (id) => {
      const company = companyOf(call.world, { id });
      return companyPreview(company);
    }),
  ),
};

function lookalikes(
  call: Call,
  { seeds, dedupeSessionId, limit = 25 }: Asked,
  kind: 'contact' | 'company',
  show: (id: string) => JsonObject,
): Answer {
  const count = Object.values(seeds).reduce((sum, some) => sum + some.length, 0);
  if (count < 5) return validationError('seeds must contain at least 5 elements');
  if (count > 100) return validationError('seeds must contain no more than 100 elements');
  const session = sessionFor(call, dedupeSessionId);
  if (session === null) return sessionInvalid(kind);
  const returned = Math.min(limit, MOST_RESULTS - session.handedOut);
  const results = Array.from({ length: returned }, (_, index) =>
    show(opaqueId(call.world.seed, kind, session.id, String(session.handedOut + index))),
  );
  const handedOut = session.handedOut + returned;
  const answer = sell(
    call,
    [{ action: kind === 'contact' ? 'lookalikeContact' : 'lookalikeCompany', quantity: returned }],
    results,
    { dedupeSessionId: session.id, meta: { returned, hasMore: handedOut < MOST_RESULTS } },
  );
  if (answer.status === 200) keep(call.account, { id: session.id, handedOut, usedAt: call.now });
  return answer;
}

/** The session that is meant, a new one when none is, or null when it is not known any more. */
function sessionFor(call: Call, id: string | undefined): DedupeSession | null {
  if (id === undefined) {
    const fresh = uuidFrom(call.world.seed, 'session', String(nextNumber(call.account)));
    return { id: fresh, handedOut: 0, usedAt: call.now };
  }
  const known = call.account.sessions.find((session) => session.id === id);
  return known !== undefined && call.now - known.usedAt < SESSION_MS ? known : null;
}

function keep(account: Account, session: DedupeSession): void {
  const others = account.sessions.filter(({ id }) => id !== session.id);
  account.sessions = [...others, session].slice(-1000);
}

/** Two bodies are documented for this, one with contacts and one with companies (spec3). */
function sessionInvalid(kind: 'contact' | 'company'): Answer {
  return kind === 'contact'
    ? json(410, { code: 'DEDUPE_SESSION_INVALID', message: SESSION_INVALID })
    : standardError(410, SESSION_INVALID, ['DEDUPE_SESSION_INVALID']);
}
