import { charge, type Table } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { outOfCredits, withBody, type Handlers } from '../http/call.ts';
import { companyOf } from '../data/companies.ts';
import { standardError, validationError } from '../error-answers.ts';
import type { JsonObject } from '../json.ts';
import { inventPerson } from '../data/people.ts';
import { list, object, oneOf, text, type Shape } from '../shape.ts';
import type { World } from '../world.ts';
import { FREE, onTable, replaceTable, type Entity } from './on-table.ts';

const LARGEST_TABLE = 50_000;
/** The one column a simulated table has besides its default ones. */
const COLUMN = 'c1';

/** Rows and columns of a table. Reading rows is charged per row (spec3). */
export function rowHandlers(entity: Entity, owner: Shape<unknown>): Handlers {
  const rows = object(
    { entityIds: list(text(), 1, 500), owner },
    { companyIds: list(text(), 0, 500) },
  );
  const run = object(
    { runScope: oneOf(['all', 'missing', 'specific']), owner },
    { entityIds: list(text(), 0, 500) },
  );
  return {
    [`${entity}.tables.rows`]: onTable(entity, (call, table) => {
      const page = Number(call.request.query.get('page') ?? 0);
      const size = Number(call.request.query.get('size') ?? 100);
      if (!Number.isInteger(page) || page < 0 || page > 100) {
        return validationError('page must not be greater than 100');
      }
      if (!Number.isInteger(size) || size < 1)
        return validationError('size must not be less than 1');
      const ids = table.ids.slice(page * size, (page + 1) * size);
      const credits = charge(call.account, [{ action: 'export_api', quantity: ids.length }]);
      if (credits === null) return outOfCredits();
      return json(
        200,
        {
          data: ids.map((id) => row(call.world, entity, id)),
          pagination: { page, size, total: table.ids.length },
          billing: { creditsCharged: credits, resultsReturned: ids.length },
        },
        credits,
      );
    }),

    [`${entity}.tables.rows.add`]: withBody(rows, (call, { entityIds }) =>
      onTable(entity, (_call, table) => {
        const invalidIds = entityIds.filter((id) => !isId(id));
        const wanted = [...new Set(entityIds.filter(isId))];
        const fresh = wanted.filter((id) => !table.ids.includes(id));
        const ids = [...table.ids, ...fresh];
        if (ids.length > LARGEST_TABLE) return validationError('a table holds at most 50000 rows');
        const purchase = entity === 'companies' ? fresh.length : 0;
        const credits = charge(call.account, [{ action: 'revealCompany', quantity: purchase }]);
        if (credits === null) return outOfCredits();
        replaceTable(call.account, { ...table, ids });
        return json(
          200,
          {
            data: {
              added: fresh.length,
              alreadyPresent: wanted.length - fresh.length,
              invalidIds,
              addedBy: { surface: 'api' },
            },
            billing: { creditsCharged: credits, resultsReturned: fresh.length },
          },
          credits,
        );
      })(call),
    ),

    [`${entity}.tables.rows.remove`]: withBody(rows, (call, { entityIds }) =>
      onTable(entity, (_call, table) => {
        const ids = table.ids.filter((id) => !entityIds.includes(id));
        const invalidIds = entityIds.filter((id) => !table.ids.includes(id));
        replaceTable(call.account, { ...table, ids });
        return json(200, {
          data: { removed: table.ids.length - ids.length, invalidIds },
          billing: FREE,
        });
      })(call),
    ),

    [`${entity}.tables.columns`]: onTable(entity, (_call, table) =>
      json(200, { data: [column(table)], billing: FREE }),
    ),

    [`${entity}.tables.columns.remove`]: onTable(entity, (call, table) =>
      call.params['column_id'] === COLUMN
        ? json(200, { tableId: table.id, columnId: COLUMN, removed: true })
        : noSuchColumn(),
    ),

    [`${entity}.tables.columns.run`]: withBody(run, (call, { runScope, entityIds }) => {
      if (runScope === 'specific' && entityIds === undefined) {
        return validationError('entityIds must be an array');
      }
      return onTable(entity, (_call, _table) =>
        call.params['column_id'] === COLUMN
          ? json(200, { data: { columnId: COLUMN, runScope, status: 'processing' }, billing: FREE })
          : noSuchColumn(),
      )(call);
    }),
  };
}

function noSuchColumn(): ReturnType<typeof standardError> {
  return standardError(404, 'COLUMN_NOT_FOUND: Column not found');
}

function isId(id: string): boolean {
  return /^(v\d+\..+|\d+)$/.test(id);
}

function row(world: World, entity: Entity, id: string): JsonObject {
  const name =
    entity === 'contacts' ? inventPerson(world, id).firstName : companyOf(world, { id }).name;
  return {
    id,
    columns: [
      {
        id: COLUMN,
        name: 'Name',
        type: 'string',
        sourceType: 'lusha',
        value: name,
        status: 'success',
      },
    ],
  };
}

function column(table: Table): JsonObject {
  return {
    columnId: COLUMN,
    name: 'Name',
    type: 'lusha',
    key: 'name',
    isDefault: false,
    rowsNotRun: 0,
    rowsProcessing: 0,
    rowsSuccess: table.ids.length,
    rowsNoData: 0,
    rowsFailed: 0,
  };
}
