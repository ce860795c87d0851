import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../src/knowledge/contradictions.ts';
import { ENDPOINTS } from '../../src/knowledge/endpoints.ts';
import { SOURCES } from '../../src/knowledge/sources.ts';
import { STATUSES } from '../../src/knowledge/statuses.ts';
import { listOf, objectOf, objectsIn, type JsonObject } from '../../src/model/json.ts';
import { reportIn, run } from '../support/world.ts';

const SENIORITY = '/prospecting/filters/contacts/seniority';

async function shown(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(['explain', ...args]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return stdout;
}

/** The same with everything there is to say. */
function details(...args: string[]): Promise<string> {
  return shown(...args, '--verbose');
}

async function json(...args: string[]): Promise<unknown> {
  const document: unknown = JSON.parse(await shown(...args, '--json'));
  return document;
}

async function diagnosesOf(...args: string[]): Promise<readonly JsonObject[]> {
  return objectsIn(reportIn(await run(['explain', ...args, '--json'])).diagnoses);
}

const idsOf = (diagnoses: readonly JsonObject[]) => diagnoses.map(({ cause }) => cause);

describe('explain STATUS', () => {
  it.each(STATUSES)(
    'knows $status and says whose word it is',
    async ({ status, origin, meaning }) => {
      const text = await details(String(status));
      const [title, line] = text.split('\n');
      expect(title).toMatch(new RegExp(`^${status} [A-Z]`));
      expect(title).toContain(
        origin === 'on-the-way' ? 'on a call to Lusha' : 'from the Lusha API',
      );
      const speaker = {
        article: "Lusha's article",
        lusha: 'Not in the article',
        'on-the-way': 'Not sent by Lusha',
      };
      expect(line).toContain(speaker[origin]);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(`: ${meaning}. Common cause: `);
    },
  );

  it('shows the meaning of the article first and what others send in its place last', async () => {
    const ids = idsOf(await diagnosesOf('403'));
    expect(ids[0]).toBe('plan-lacks-endpoint');
    expect(ids.slice(-2)).toEqual(['proxy-denied', 'waf-challenge']);
    expect(await details('403')).toMatch(/NOT FROM LUSHA\n\nA proxy refused/);
  });

  it('says which fact would decide, how to get it, and between which meanings', async () => {
    const text = await details('403');
    expect(text).toMatch(
      /What decides, the best first\n- The answer itself.*\n.*\n +<your curl command> -i \| lusha-doctor explain -/,
    );
    expect(text).toContain('lusha-doctor explain 403 --endpoint');
    expect(text).toMatch(/lusha-doctor check-key\n +decides on plan-lacks-endpoint/);
  });

  it('names what the status alone never shows, and where sources disagree', async () => {
    const text = (await details('200')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('item-not-found: results[].error.code is NOT_FOUND');
    expect(text).toMatch(/Sources disagree: whether an answer without a match.*empty-result-cost/);
  });

  it('gives one line with --quiet', async () => {
    expect(await shown('429', '--quiet')).toMatch(
      /^429 Too Many Requests from the Lusha API: quota-minute-[^\n]+\n$/,
    );
  });

  it.each([
    ['401', 4],
    ['403', 5],
    ['429', 6],
    ['500', 7],
    ['422', 8],
    ['200', 0],
    ['418', 1],
  ])('%s --exit-code exits %i', async (status, exitCode) => {
    expect((await run(['explain', status, '--exit-code'])).exitCode).toBe(exitCode);
  });
});

describe('explain STATUS narrows by what is known of the call', () => {
  it('ranks the meaning that fits the endpoint and the plan, and shows what excludes the others', async () => {
    const args = ['403', '--endpoint', SENIORITY, '--plan', 'pro'];
    const bare = await diagnosesOf('403');
    const [first, ...others] = await diagnosesOf(...args);
    expect(first).toMatchObject({ cause: 'plan-lacks-endpoint', certainty: 'likely' });
    expect(others.length).toBeLessThan(bare.length / 2);
    const excluded = objectsIn(first?.excluded).map(({ cause, by }) => [cause, by].join(': '));
    expect(excluded).toContain('v3-not-enabled: the endpoint belongs to V2');
    expect(excluded).toContain(
      'signals-not-in-plan: the endpoint is v2.filters.contacts.seniority',
    );
    expect(await details(...args)).toContain('v3-not-enabled: the endpoint belongs to V2');
  });

  it('asks for the answer of the very call, by its free probe', async () => {
    const text = await details('403', '--endpoint', 'contacts.enrich', '--plan', 'scale');
    expect(text).toContain('lusha-doctor probe-endpoint contacts.enrich');
  });

  it.each([
    { endpoint: SENIORITY, plan: 'scale' },
    { endpoint: '/v3/contacts/enrich', plan: 'pro' },
    { endpoint: 'v2.person.get', plan: 'Premium' },
  ])('does not blame the plan $plan, which has $endpoint', async ({ endpoint, plan }) => {
    const ids = idsOf(await diagnosesOf('403', '--endpoint', endpoint, '--plan', plan));
    expect(ids.length).toBeGreaterThan(2);
    expect(ids).not.toContain('plan-lacks-endpoint');
  });

  it.each([
    { header: 'Authorization', first: 'key-sent-as-bearer' },
    { header: 'authorization: Bearer abc', first: 'key-sent-as-bearer' },
    { header: 'Authorization: Token abc', first: 'key-in-wrong-header' },
    { header: 'X-API-Key', first: 'key-in-wrong-header' },
    { header: 'api-key', first: 'key-in-wrong-header' },
    { header: 'content-type', first: 'key-unknown' },
    { header: 'api_kye', first: 'key-header-missing' },
    { header: 'API_KEY', first: 'key-unknown' },
  ])('401 --sent-header "$header" is $first', async ({ header, first }) => {
    expect(idsOf(await diagnosesOf('401', '--sent-header', header))[0]).toBe(first);
  });

  it('never shows the value of a header', async () => {
    const secret = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const { stdout, stderr } = await run(['explain', '401', '--sent-header', `api_key: ${secret}`]);
    expect(stdout + stderr).not.toContain(secret);
  });

  it('tells a mistyped header and a mistyped path', async () => {
    expect(await shown('401', '--sent-header', 'api_kye')).toContain('Did you mean api_key?');
    expect(await shown('404', '--endpoint', '/v3/contacts/serach')).toMatch(
      /Did you mean\s+\/v3\/contacts\/search/,
    );
  });

  it('says so when the method is not one of the path', async () => {
    const text = await shown('404', '--endpoint', '/v3/contacts/enrich', '--method', 'get');
    expect(text).toContain('GET is not a method of /v3/contacts/enrich.');
  });

  it.each([
    { args: ['--plan', 'proo'], says: /Did you mean pro\?/ },
    { args: ['--method', 'FETCH'], says: /Use one of: GET/ },
    { args: ['--endpoint', 'contacts.enrch'], says: /Did you mean contacts\.enrich/ },
    { args: ['--sent-header', 'a b'], says: /name of a header/ },
  ])('403 $args is a wrong call', async ({ args, says }) => {
    const { exitCode, stderr, stdout } = await run(['explain', '403', ...args]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
  });

  it('adds to pasted text as well', async () => {
    const [verdict] = await diagnosesOf(
      'HTTP 404 {"message":"Cannot POST /v2/person/search"}',
      '--method',
      'POST',
      '--endpoint',
      '/v2/person/search',
    );
    expect(verdict).toMatchObject({ cause: 'path-invented' });
  });
});

describe('explain CAUSE', () => {
  it('shows the whole page', async () => {
    const text = await details('quota-day-exhausted');
    for (const label of [
      'MEANING',
      'TELL BY',
      'REASONS',
      'WHO ACTS',
      'FIX',
      'VERIFY',
      'RETRY',
      'CREDITS',
      'ARTICLE',
      'NOTES',
      'DISPUTED',
      'SOURCES',
    ]) {
      expect(text).toMatch(new RegExp(`^${label} `, 'm'));
    }
    expect(text).toContain('article#429  Lusha help centre');
    expect(text).toMatch(/\(observed, checked\s+2026-11-20\)/);
  });

  it.each([
    {
      cause: 'burst-limit',
      says: /wait 1 s, then double the wait .* up to 60 s,\s+with a random part/,
    },
    {
      cause: 'quota-hour-exhausted',
      says: /once the window has reset; before that every retry fails/,
    },
    {
      cause: 'trial-exhausted',
      says: /waiting is pointless: the same request gets the same answer/,
    },
    { cause: 'key-unknown', says: /waiting is pointless: the same request fails again until/ },
    { cause: 'success', says: /RETRY +not needed/ },
  ])('$cause says whether waiting helps', async ({ cause, says }) => {
    expect(await details(cause)).toMatch(says);
  });

  it.each([
    {
      cause: 'key-sent-as-bearer',
      article: /Authorization: Bearer with the key\. \(the article/,
      observed: /OBSERVED +- api_key works/,
    },
    {
      cause: 'quota-minute-exhausted',
      article: /X-RateLimit-Remaining and X-RateLimit-Reset\. \(the article/,
      observed: /OBSERVED +- x-rate-limit-daily/,
    },
    {
      cause: 'success-no-result',
      article: /At least 1 credit for each request\. \(the article/,
      observed: /OBSERVED +- creditsCharged was 0/,
    },
  ])(
    '$cause shows the statement of the article and what speaks against it',
    async ({ cause, article, observed }) => {
      const text = await details(cause);
      expect(text).toMatch(article);
      expect(text).toMatch(observed);
      expect(text).toContain('THIS TOOL');
    },
  );

  it('takes any letter case, and the class as exit code', async () => {
    expect(await shown('KEY-UNKNOWN')).toContain('Lusha does not know this key');
    expect((await run(['explain', 'key-unknown', '--exit-code'])).exitCode).toBe(4);
  });

  it.each(CAUSES.map(({ id }) => id))(
    '%s has a page of at least its title and a source',
    async (id) => {
      const text = await details(id);
      expect(text).toContain(`\n${id}  layer `);
      expect(text).toMatch(/^SOURCES /m);
    },
  );
});

describe('explain --list', () => {
  it('takes words to look for, and a terminal gets an entry a line as well', async () => {
    const some = (await shown('--list', 'proxy', 'tunnel')).trimEnd().split('\n');
    expect(some.length).toBeLessThan(10);
    expect(some.join('\n')).toMatch(/^proxy-refused-connect /m);
    const { exitCode, stdout } = await run(['explain', '--list', 'nothing-has-this']);
    expect([exitCode, stdout]).toEqual([1, 'No cause has "nothing-has-this" in it.\n']);
    const narrow = await run(['explain', '--list'], { columns: 60, isTTY: true });
    const lines = narrow.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(CAUSES.length);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('lists each cause as id, layer, statuses and title', async () => {
    const rows = objectsIn(await json('--list'));
    expect(rows.map(({ id }) => id)).toEqual(CAUSES.map(({ id }) => id));
    expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(
      new Set(['id', 'layer', 'statuses', 'title']),
    );
    expect(rows.find(({ id }) => id === 'key-unknown')?.statuses).toEqual([401]);
    expect(rows.find(({ id }) => id === 'item-no-score')?.statuses).toEqual([200, 201]);
  });

  it('groups them by layer for people', async () => {
    const lines = (await shown('--list')).trimEnd().split('\n');
    expect(lines).toHaveLength(CAUSES.length);
    expect(lines[0]).toMatch(/^key-\S+ +key +\S/);
    expect(lines.at(-1)).toMatch(/^unknown +unknown +\S/);
  });
});

describe('explain --conflicts', () => {
  it('prints what each source says, what was observed and what the tool does', async () => {
    const text = await shown('--conflicts');
    expect(text).toContain(`Where sources disagree: ${CONTRADICTIONS.length} topics`);
    for (const { id } of CONTRADICTIONS) expect(text).toContain(id);
    expect(text.match(/^THIS TOOL /gm)).toHaveLength(CONTRADICTIONS.length);
    expect(text).toMatch(/OBSERVED +nothing recorded/);
  });

  it('gives the same as JSON, each statement with state and date of its source', async () => {
    const entries = objectsIn(await json('--conflicts'));
    expect(entries.map(({ id }) => id)).toEqual(CONTRADICTIONS.map(({ id }) => id));
    const sources = entries.flatMap(({ statements, observed }) =>
      [...objectsIn(statements), ...objectsIn([observed])].map(({ source }) => objectOf(source)),
    );
    expect(sources.length).toBeGreaterThan(CONTRADICTIONS.length * 2);
    for (const source of sources) {
      expect(source).toMatchObject({
        checked: expect.stringMatching(/^2026-/),
        state: expect.any(String),
      });
    }
  });

  it.each(CONTRADICTIONS.map(({ id }) => id))('explain %s shows that entry', async (id) => {
    expect(await shown(id)).toContain(`${id}   sources disagree`);
  });
});

describe('explain --search', () => {
  it.each([
    { question: 'daily quota exhausted', first: 'quota-day-exhausted' },
    { question: 'trial limit upgrade', first: 'trial-exhausted' },
    { question: 'no credits left', first: 'credits-exhausted' },
    { question: 'trailing newline in key', first: 'key-has-line-break' },
    { question: 'DEDUPE_SESSION_INVALID', first: 'session-expired' },
    { question: 'excludeDnc', first: 'privacy' },
    { question: 'bearer', first: 'key-sent-as-bearer' },
    { question: 'self-signed certificate', first: 'tls-self-signed' },
    { question: 'buying group', first: 'buying-group' },
    { question: 'transcript', first: 'conversations.transcript' },
  ])('"$question" finds $first', async ({ question, first }) => {
    const rows = objectsIn(await json('--search', question));
    expect(rows[0]).toMatchObject({ id: first, score: expect.any(Number) });
    expect(await shown('--search', question)).toContain(`next: lusha-doctor explain ${first}`);
    expect(rows.map(({ score }) => score)).toEqual(
      rows.map(({ score }) => Number(score)).toSorted((a, b) => b - a),
    );
  });

  it('finds misspelt words and bounds a long question', async () => {
    expect(await shown('--search', 'credist exhausted')).toContain('credits-exhausted');
    expect(await shown('--search', 'quota '.repeat(5000))).toContain('quota-');
  });
});

describe('explain PATH', () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    'knows %s',
    async (id, endpoint) => {
      const [page] = objectsIn(await json(id));
      expect(page).toMatchObject({ kind: 'endpoint', data: { id, method: endpoint.method } });
      expect(listOf(page?.sources)?.length).toBeGreaterThan(0);
    },
  );

  it('shows cost, plan, limits and a free probe that runs as printed', async () => {
    const text = await shown('/v3/contacts/enrich');
    expect(text).toMatch(/COST +email \(revealEmail\): 1 credit/);
    expect(text).toMatch(/PLAN +every plan with API access/);
    expect(text).toMatch(/LIMITS +items in one call: 1 to 100/);
    expect(text).toContain(`printf 'api_key: %s' "$LUSHA_API_KEY" | curl -sS -i -H @-`);
  });

  it.each([
    ['https://api.lusha.com/v3/account/usage?x=1', /5 calls a minute/],
    ['POST /v3/contacts/decision-makers', /TODAY +POST \/v3\/contacts\/buying-group/],
    ['/v2/person', /TODAY +POST \/v3\/contacts\/search-and-enrich/],
    ['PATCH /v3/contacts/enrich', /PATCH is no method of this path/],
    ['/api/account/secret/regenerate', /never send it to try it/],
    ['account.usage', /GET \/v3\/account\/usage/],
  ])('%s', async (target, says) => {
    expect(await shown(target)).toMatch(says);
  });

  it('shows every method of a path', async () => {
    const text = await shown('/v2/person');
    expect(text).toContain('GET /v2/person\n');
    expect(text).toContain('POST /v2/person\n');
  });

  it('takes --endpoint alone', async () => {
    expect(await shown('--endpoint', 'contacts.enrich')).toContain('POST /v3/contacts/enrich');
  });
});

describe('explain NAME', () => {
  it.each([
    ['api_key', /carries the key/],
    ['Authorization', /taken for an OAuth token/],
    ['X-RateLimit-Remaining', /family B \(contradicted\)/],
    ['Retry-After', /how long to wait/],
    ['x-lusha-signature', /HMAC-SHA256/],
    ['pro', /50 a minute, 150 an hour, 1500 a day/],
    ['professional', /^Pro\n/],
    ['contactIds', /request: ids/],
    ['requestId', /no such field/],
    ['api.lusha.co', /https:\/\/api\.lusha\.com/],
    ['limits', /Scale: 300 a minute, 5000 an hour/],
    ['prices', /phone +5 for each/],
    ['hosts', /mcp\.lusha\.com/],
    ['headers', /x-monthly-requests-left/],
    ['renames', /existing_data_points +existingDataPoints/],
    ['versions', /2026-11-18 +announced end of V2/],
    ['support', /support@lusha\.com/],
    ['webhooks', /within\s+10 s/],
    ['endpoints', /POST \/v3\/contacts\/enrich +contacts\.enrich/],
    ['statuses', /429 +Too many requests/],
  ])('%s', async (name, says) => {
    expect(await shown(name)).toMatch(says);
    expect(objectOf(await json(name))).toMatchObject({
      kind: expect.any(String),
      title: expect.any(String),
    });
  });

  it('sources lists every source with state and date', async () => {
    const text = await shown('sources');
    for (const id of Object.keys(SOURCES)) expect(text).toContain(id);
  });
});

describe('explain in other formats', () => {
  it('reports what is not recognised on stdout, with the nearest things', async () => {
    const ran = await run(['explain', 'key-unknwon', '--json']);
    expect(ran.exitCode).toBe(1);
    const report = reportIn(ran);
    expect(report).toMatchObject({
      exitCode: 1,
      verdict: 'UNKNOWN',
      next: 'lusha-doctor explain key-unknown',
    });
    expect(objectsIn(report.checks)[0]?.evidence).toEqual({ nearest: ['key-unknown'] });
  });

  it.each([40, 80])('fits %i columns but for commands', async (columns) => {
    for (const args of [
      ['403'],
      ['quota-day-exhausted'],
      ['--conflicts'],
      ['/v3/contacts/search'],
      ['limits'],
      ['--search', 'daily quota'],
    ]) {
      const { stdout } = await run(['explain', ...args], { columns });
      const long = stdout
        .split('\n')
        .filter((line) => line.length > columns && !COMMAND.test(line));
      expect(long).toEqual([]);
    }
  });

  it('keeps to ASCII when asked', async () => {
    for (const args of [['429'], ['--conflicts'], ['prices']]) {
      const { stdout } = await run(['explain', ...args, '--ascii']);
      expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    }
  });
});

/** Commands are never wrapped: they have to survive being copied. */
const COMMAND = /^(next:)? *(<your|printf|curl|lusha-doctor|export|sleep) /;
