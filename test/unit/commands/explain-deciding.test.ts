import { describe, expect, it } from 'vitest';
import { statedFactsOf } from '../../../src/commands/explain-error/stated.ts';
import { statusPage } from '../../../src/commands/explain-error/pages/status-page.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { CREDENTIAL_HEADERS } from '../../../src/knowledge/request-headers.ts';
import { STATUSES } from '../../../src/knowledge/statuses.ts';
import type { Facts, FactValues } from '../../../src/model/fact.ts';

const NOTHING = { facts: {}, remarks: [], endpoint: null };

/** Ways that can be tried out: what they may bring is known. */
const OUTCOMES: readonly (readonly [command: RegExp, values: readonly Facts[]])[] = [
  [
    / --endpoint /,
    ENDPOINTS.flatMap(({ path }) => ['GET', 'POST', 'OPTIONS'].map((m) => call(m, path))),
  ],
  [/ --sent-header /, CREDENTIAL_HEADERS.map(({ name }) => sent(name)).concat(sent('a', 'b'))],
  [
    /check-key$/,
    [
      facts({ creditsLeft: 0 }),
      facts({ creditsLeft: 3 }),
      facts({ creditsLeft: 50, keyAccepted: true, plan: 'free', olderUsage: 'accepted' }),
      facts({ junkKey: 'same', withoutKey: 'same', asBearer: 'same' }),
      facts({ junkKey: 'different', withoutKey: 'different', keyDefects: ['jwt'] }),
      facts({ keyDefects: ['not-a-uuid'] }),
      facts({ asBearer: 'accepted' }),
    ],
  ],
];

const PROMISES = STATUSES.flatMap(({ status }) =>
  OUTCOMES.flatMap(([command, values]) => {
    const found = statusPage(status, NOTHING);
    const way = found?.page.tellApart.find((one) => command.test(one.command ?? ''));
    if (found === null || way === undefined) return [];
    const about = way.about.length > 0 ? way.about : found.page.rows.map(({ cause }) => cause);
    return about.map((cause) => ({ status, command: way.command, cause, values }));
  }),
);

describe('what decides', () => {
  it('is promised for several statuses', () => {
    expect(PROMISES.length).toBeGreaterThan(15);
  });

  it.each(PROMISES)('$status: $command moves $cause', ({ status, cause, values }) => {
    const before = standing(status, {}, cause);
    expect(values.some((more) => standing(status, more, cause) !== before)).toBe(true);
  });

  it.each([
    [402, 'contacts.enrich'],
    [404, '/v3/contacts/search'],
    [502, '/v3/contacts/enrich'],
  ])('%i at %s has nothing left that the path would tell', (status, endpoint) => {
    const found = statusPage(status, stated({ endpoint }));
    const commands = found?.page.tellApart.map(({ command }) => command ?? '') ?? [];
    expect(commands.filter((command) => command.includes('--endpoint'))).toEqual([]);
  });

  it.each(STATUSES.map(({ status }) => status))(
    'asks for the answer to the call of %i itself, not to another one',
    (status) => {
      const ways = statusPage(status, NOTHING)?.page.tellApart ?? [];
      expect(ways.filter(({ command }) => /curl .*https/.test(command ?? ''))).toEqual([]);
    },
  );
});

describe('the endpoint speaks', () => {
  it.each([
    [409, 'contacts.search', 'name-conflict', null],
    [409, 'POST /v3/contacts/tables', 'name-conflict', 'likely'],
    [410, 'contacts.search', 'session-expired', null],
    [412, 'contacts.search', 'full-name-incomplete', null],
    [502, 'contacts.enrich', 'identity-provider-unavailable', null],
    [502, 'contacts.signal-score', 'identity-provider-unavailable', 'possible'],
    [503, '/v3/contacts/jobs/a1', 'enrich-job-store-unreachable', 'likely'],
    [503, '/v3/contacts/jobs/a1', 'service-down', 'possible'],
    [503, 'contacts.search', 'service-down', 'likely'],
    [404, 'GET /v3/contacts/search', 'method-wrong', 'likely'],
    [404, 'GET /v3/contacts/search', 'path-unknown', null],
    [404, 'POST /v3/contacts/search', 'method-wrong', null],
    [404, 'POST /v3/contacts/search', 'path-unknown', null],
    [404, 'POST /v3/contacts/serach', 'path-unknown', 'likely'],
    [403, 'account.usage', 'plan-lacks-api-access', 'possible'],
    [403, 'account.usage', 'v3-not-enabled', 'possible'],
    [403, 'account.usage', 'account-inactive', 'possible'],
  ])('%i at %s: %s is %s', (status, endpoint, cause, certainty) => {
    const rows = statusPage(status, stated({ endpoint }))?.page.rows ?? [];
    expect(rows.find((row) => row.cause === cause)?.certainty ?? null).toBe(certainty);
  });
});

function standing(status: number, more: Facts, cause: string): string {
  const found = statusPage(status, { ...NOTHING, facts: more });
  return found?.page.rows.find((row) => row.cause === cause)?.certainty ?? 'out';
}

function stated(options: Parameters<typeof statedFactsOf>[0]) {
  const read = statedFactsOf(options);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

function call(method: string, path: string): Facts {
  return stated({ endpoint: `${method} ${path}` }).facts;
}

function sent(...names: readonly string[]): Facts {
  return stated({ sentHeader: names.map((name) => ({ name, value: '' })) }).facts;
}

function facts(values: Partial<FactValues>): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { name, value, seenIn: 'test' }]),
  );
}
