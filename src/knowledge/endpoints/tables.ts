import type { Endpoint, EndpointCost } from '../../model/endpoint.ts';
import { billed, FREE, REVEAL_COMPANY } from './costs.ts';
import { TABLES_READ, TABLES_WRITE } from './plan-needs.ts';
import { impossibleObject, missingField, UNKNOWN_PROPERTY, unknownProperty } from './probes.ts';

const OWNER = { email: 'user@example.com' };

const SEEDING_COST: EndpointCost = {
  kind: 'billed',
  charges: [REVEAL_COMPANY],
  note: {
    text: 'An empty table is free; companies put into it may be charged as revealed.',
    source: 'spec3',
  },
};

const ADDING_COST: EndpointCost = {
  kind: 'billed',
  charges: [REVEAL_COMPANY],
  note: { text: 'Only companies that are new to the account are charged.', source: 'spec3' },
};

const READ_COST: EndpointCost = {
  ...billed('export_api', 'row', 1),
  note: { text: 'Accounts without a public API plan are charged 0.', source: 'spec3' },
};

/** What depends on whether a table holds contacts or companies. */
interface Kind {
  readonly name: 'contacts' | 'companies';
  readonly createCost: EndpointCost;
  readonly addCost: EndpointCost;
}

export const TABLES: readonly Endpoint[] = [
  ...tablesOf({ name: 'contacts', createCost: FREE, addCost: FREE }),
  ...tablesOf({ name: 'companies', createCost: SEEDING_COST, addCost: ADDING_COST }),
];

function tablesOf(kind: Kind): readonly Endpoint[] {
  return [...wholeTables(kind), ...rows(kind), ...columns(kind)];
}

function wholeTables({ name, createCost }: Kind): readonly Endpoint[] {
  const all = `/v3/${name}/tables`;
  const one = `${all}/{table_id}`;
  return [
    {
      ...shared(createCost),
      id: `${name}.tables.create`,
      method: 'POST',
      path: all,
      purpose: `create a table of ${name}`,
      plan: TABLES_WRITE,
      minimalBody: { name: 'probe', owner: OWNER },
      limits: { note: { text: 'At most 500 tables in an account.', source: 'spec3' } },
      statuses: [201, 400, 401, 403, 409],
      freeProbe: withoutOwner(all),
    },
    {
      ...shared(FREE),
      id: `${name}.tables.list`,
      method: 'POST',
      path: `${all}/list`,
      purpose: `list the tables of ${name}`,
      plan: TABLES_READ,
      minimalBody: { owner: OWNER, page: 0, size: 1 },
      limits: { page: { min: 0, max: 100 } },
      statuses: [200, 400, 401, 403],
      freeProbe: missingField(`${all}/list`, {}, 'owner', 'documented'),
      notes: [
        { text: 'With an API key owner.email is required.', source: 'spec3' },
        { text: 'Listing with a real owner is free as well.', source: 'spec3' },
      ],
    },
    {
      ...shared(FREE),
      id: `${name}.tables.get`,
      method: 'GET',
      path: one,
      purpose: `one table of ${name}`,
      plan: TABLES_READ,
      query: OWNER,
      statuses: [200, 401, 403, 404],
      freeProbe: noSuchTable(`${all}/0`, 'documented'),
    },
    {
      ...shared(FREE),
      id: `${name}.tables.update`,
      method: 'PATCH',
      path: one,
      purpose: `rename or archive a table of ${name}, or change its owner`,
      plan: TABLES_WRITE,
      minimalBody: { owner: OWNER },
      statuses: [200, 400, 401, 403, 404],
      freeProbe: null,
      never: 'any-call',
    },
    {
      ...shared(FREE),
      id: `${name}.tables.delete`,
      method: 'DELETE',
      path: one,
      purpose: `delete a table of ${name} for good`,
      plan: TABLES_WRITE,
      query: OWNER,
      statuses: [200, 401, 403, 404],
      freeProbe: null,
      never: 'any-call',
    },
  ];
}

function rows({ name, addCost }: Kind): readonly Endpoint[] {
  const path = `/v3/${name}/tables/{table_id}/entities`;
  const nobodys = `/v3/${name}/tables/0/entities`;
  const limits: Endpoint['limits'] = {
    items: { min: 1, max: 500 },
    note: { text: 'A table holds at most 50,000 rows.', source: 'spec3' },
  };
  return [
    {
      ...shared(READ_COST),
      id: `${name}.tables.rows`,
      method: 'GET',
      path,
      purpose: `read rows of a table of ${name}`,
      plan: TABLES_READ,
      query: OWNER,
      limits: { page: { min: 0, max: 100 } },
      statuses: [200, 401, 403, 404],
      freeProbe: noSuchTable(nobodys, 'inferred'),
      never: 'real-call',
    },
    {
      ...shared(addCost),
      id: `${name}.tables.rows.add`,
      method: 'POST',
      path,
      purpose: `add ${name} to a table by id`,
      plan: TABLES_WRITE,
      minimalBody: { entityIds: ['v1.<id>'], owner: OWNER },
      limits,
      statuses: [200, 400, 401, 403, 404],
      freeProbe: withoutOwner(nobodys),
      notes: [{ text: 'Ids it cannot use come back in invalidIds.', source: 'spec3' }],
    },
    {
      ...shared(FREE),
      id: `${name}.tables.rows.remove`,
      method: 'DELETE',
      path,
      purpose: `take ${name} out of a table`,
      plan: TABLES_WRITE,
      minimalBody: { entityIds: ['v1.<id>'], owner: OWNER },
      limits,
      statuses: [200, 400, 401, 403, 404],
      freeProbe: null,
      never: 'any-call',
      notes: [{ text: 'Takes a body, which some clients drop from DELETE.', source: 'spec3' }],
    },
  ];
}

function columns({ name }: Kind): readonly Endpoint[] {
  const path = `/v3/${name}/tables/{table_id}/columns`;
  const nobodys = `/v3/${name}/tables/0/columns`;
  return [
    {
      ...shared(FREE),
      id: `${name}.tables.columns`,
      method: 'GET',
      path,
      purpose: `the columns of a table of ${name}`,
      plan: TABLES_READ,
      query: OWNER,
      statuses: [200, 401, 403, 404],
      freeProbe: noSuchTable(nobodys, 'documented'),
    },
    {
      ...shared(FREE),
      id: `${name}.tables.columns.remove`,
      method: 'DELETE',
      path: `${path}/{column_id}`,
      purpose: `delete a column of a table of ${name} with its cells`,
      plan: TABLES_WRITE,
      query: OWNER,
      statuses: [200, 401, 403, 404],
      freeProbe: null,
      never: 'any-call',
    },
    {
      ...shared({
        kind: 'billed',
        charges: [],
        note: { text: 'Charged per row at the rate of the column.', source: 'spec3' },
      }),
      id: `${name}.tables.columns.run`,
      method: 'POST',
      path: `${path}/{column_id}/run`,
      purpose: `fill a column of a table of ${name}`,
      plan: TABLES_WRITE,
      minimalBody: { runScope: 'missing', owner: OWNER },
      statuses: [200, 400, 401, 403, 404],
      freeProbe: withoutOwner(`${nobodys}/0/run`),
    },
  ];
}

function shared(cost: EndpointCost) {
  return { version: 'v3', state: 'beta', group: 'tables', cost, source: 'spec3' } as const;
}

/** Refused for two reasons, so that nothing is written even if one of them were dropped. */
function withoutOwner(path: string) {
  return unknownProperty(path, { [UNKNOWN_PROPERTY]: 'x' }, 'documented');
}

/** 400 comes when the owner's address is refused before the table is looked for. */
function noSuchTable(path: string, certainty: 'documented' | 'inferred') {
  return impossibleObject(`${path}?email=nobody%40example.com`, certainty, {
    statuses: [404, 400],
  });
}
