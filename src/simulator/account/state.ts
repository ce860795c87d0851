import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { Account } from './account.ts';
import { PLAN_NAMES } from './plans.ts';
import { flag, list, nullable, object, oneOf, record, text, whole } from '../shape.ts';

/** What a simulator remembers from one run to the next. Plain data; no key is in it. */
export interface SimulatorState {
  readonly version: 1;
  /** By a word that tells one key from another. */
  readonly accounts: Readonly<Record<string, Account>>;
}

const WINDOW = object({ openedAt: nullable(whole(0)), used: whole(0) }, {});
const WINDOWS = object({ minute: WINDOW, hour: WINDOW, day: WINDOW }, {});
const LIMIT = nullable(whole(0));
const ACCOUNT = object(
  {
    plan: oneOf(PLAN_NAMES),
    active: flag(),
    v3: flag(),
    unifiedCredits: flag(),
    limits: object({ minute: LIMIT, hour: LIMIT, day: LIMIT }, {}),
    endpointLimits: flag(),
    openedAt: whole(0),
    balance: object({ total: whole(0), used: whole(0) }, {}),
    windows: WINDOWS,
    buckets: record(WINDOWS),
    revealed: list(text()),
    tables: list(
      object(
        {
          id: text(),
          entity: oneOf(['contacts', 'companies']),
          name: text(),
          visibility: oneOf(['private', 'shared']),
          archived: flag(),
          ids: list(text()),
        },
        {},
      ),
    ),
    subscriptions: list(
      object(
        {
          id: text(),
          entityType: oneOf(['contact', 'company', 'opt-out']),
          entityId: text(),
          signalTypes: list(text()),
          url: text(),
          name: text(),
          isActive: flag(),
          createdAt: whole(0),
        },
        {},
      ),
    ),
    sessions: list(object({ id: text(), handedOut: whole(0), usedAt: whole(0) }, {})),
    webhookSecret: nullable(text()),
    created: whole(0),
  },
  {},
);
const STATE = object({ version: whole(1, 1), accounts: record(ACCOUNT) }, {});

/** The state to continue from, for example read from a file. */
export function readState(value: unknown): Result<Map<string, Account>> {
  if (STATE.fits(value)) {
    return ok(new Map(Object.entries(value.accounts).map(([id, account]) => [id, { ...account }])));
  }
  const [problem] = STATE.problems(value, '');
  return wrongUsage(
    'bad-state',
    `This is no saved state of the simulator: ${problem ?? 'unknown form'}.`,
    'Remove the file to begin afresh.',
  );
}

/** The state to write down. */
export function stateOf(accounts: ReadonlyMap<string, Account>): SimulatorState {
  return { version: 1, accounts: structuredClone(Object.fromEntries(accounts)) };
}
