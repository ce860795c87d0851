import axios from 'axios';
import { execa } from 'execa';
import { request as undiciRequest } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator.ts';

/** A request as the API's own pages show it. */
interface Documented {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

interface Reply {
  readonly status: number;
  readonly body: ReturnType<typeof JSON.parse>;
}

type Client = (url: string, key: string, request: Documented) => Promise<Reply>;

/** The answer's status stands alone on the last line. */
function replyOf(output: string): Reply {
  const end = output.lastIndexOf('\n');
  return { status: Number(output.slice(end)), body: JSON.parse(output.slice(0, end)) };
}

const PYTHON = `
import json, sys, urllib.error, urllib.request
url, key, method, body = sys.argv[1:5]
headers = {"api_key": key}
if body:
    headers["Content-Type"] = "application/json"
request = urllib.request.Request(url, data=body.encode() or None, headers=headers, method=method)
try:
    answer = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    answer = error
print(answer.read().decode())
print(answer.status, end="")
`;

const CLIENTS: Readonly<Record<string, Client>> = {
  curl: async (url, key, { method, path, body }) => {
    const data =
      body === undefined
        ? []
        : ['-H', 'Content-Type: application/json', '-d', JSON.stringify(body)];
    const args = ['-s', '-X', method, url + path, '-H', `api_key: ${key}`, ...data];
    return replyOf((await execa('curl', [...args, '-w', String.raw`\n%{http_code}`])).stdout);
  },
  fetch: async (url, key, { method, path, body }) => {
    const headers = { api_key: key, 'content-type': 'application/json' };
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  },
  undici: async (url, key, { method, path, body }) => {
    const headers = { api_key: key, 'content-type': 'application/json' };
    const response = await undiciRequest(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: await response.body.json() };
  },
  axios: async (url, key, { method, path, body }) => {
    const response = await axios.request({
      method,
      url: url + path,
      headers: { api_key: key },
      validateStatus: () => true,
      ...(body === undefined ? {} : { data: body }),
    });
    return { status: response.status, body: response.data };
  },
  "Python's urllib": async (url, key, { method, path, body }) => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const { stdout } = await execa('python3', ['-c', PYTHON, url + path, key, method, sent], {
      env: { no_proxy: '*' },
    });
    return replyOf(stdout);
  },
};

const SEARCH: Documented = {
  method: 'POST',
  path: '/v3/contacts/search',
  body: {
    contacts: [
      { clientReferenceId: 'ref-1', email: 'alex.example@example.com' },
      {
        clientReferenceId: 'ref-2',
        firstName: 'Alex',
        lastName: 'Example',
        companyDomain: 'example.com',
      },
      { clientReferenceId: 'ref-3', linkedinUrl: 'https://www.linkedin.com/in/alex-example' },
    ],
  },
};

const DOCUMENTED: readonly (readonly [string, Documented, object])[] = [
  [
    'account usage',
    { method: 'GET', path: '/v3/account/usage' },
    { credits: { total: 10_000 }, plan: { category: 'scale' } },
  ],
  [
    'company search',
    {
      method: 'POST',
      path: '/v3/companies/search',
      body: { companies: [{ clientReferenceId: 'c-1', domain: 'example.com' }] },
    },
    { results: [{ clientReferenceId: 'c-1' }], billing: { creditsCharged: 1 } },
  ],
  [
    'search and enrich',
    {
      method: 'POST',
      path: '/v3/contacts/search-and-enrich',
      body: { contacts: [{ email: 'sam.example@example.com' }], reveal: ['emails'] },
    },
    { results: [{ emails: [{}] }], billing: { resultsReturned: 1 } },
  ],
  [
    'prospecting',
    {
      method: 'POST',
      path: '/v3/contacts/prospecting',
      body: {
        pagination: { page: 0, size: 10 },
        filters: { contacts: { include: { departments: ['Sales'] } } },
      },
    },
    { billing: { creditsCharged: 1 } },
  ],
  [
    'prospecting filters',
    {
      method: 'GET',
      path: '/v3/contacts/prospecting/filters/seniority',
    },
    {},
  ],
  [
    'signals',
    {
      method: 'POST',
      path: '/v3/companies/signals',
      body: { ids: ['1'], signalTypes: ['allSignals'] },
    },
    {},
  ],
  [
    'the person endpoint of V2',
    {
      method: 'GET',
      path: '/v2/person?firstName=Alex&lastName=Example&companyDomain=example.com',
    },
    {},
  ],
];

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ endpointLimits: false, limits: { minute: null } });
});
afterAll(() => simulator.close());

describe.each(Object.entries(CLIENTS))('%s', (_name, client) => {
  it.each(DOCUMENTED)('makes the documented request: %s', async (_what, request, expected) => {
    const { status, body } = await client(simulator.url, simulator.key, request);
    expect({ status, body }).toMatchObject({ status: 200, body: expected });
  });

  it('finds people and enriches what it found', async () => {
    const found = await client(simulator.url, simulator.key, SEARCH);
    const results: readonly { id: string; clientReferenceId: string }[] = found.body.results;
    expect(results.map((one) => one.clientReferenceId)).toEqual(['ref-1', 'ref-2', 'ref-3']);
    const enriched = await client(simulator.url, simulator.key, {
      method: 'POST',
      path: '/v3/contacts/enrich',
      body: { ids: results.map(({ id }) => id), reveal: ['emails', 'phones'] },
    });
    expect(enriched.status).toBe(200);
    expect(enriched.body.results.map(({ id }: { id: string }) => id)).toEqual(
      results.map(({ id }) => id),
    );
  });

  it.each<[string, string, Documented, number, string]>([
    ['a key nobody has', '0b9f1c3d-5e7a-4c2b-9d8e-1f3a5c7e9b0d', SEARCH, 401, 'Invalid API key'],
    ['a key that is none', 'abc', SEARCH, 400, 'Invalid API key format'],
  ])('is refused with %s', async (_what, key, request, status, message) => {
    const reply = await client(simulator.url, key, request);
    expect(reply).toMatchObject({ status, body: { message } });
  });
});
