import { nextNumber, type Table } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { withBody, type Handlers } from '../http/call.ts';
import { standardError } from '../error-answers.ts';
import type { JsonObject } from '../json.ts';
import { email, flag, list, object, oneOf, text, whole } from '../shape.ts';
import { FREE, onTable, replaceTable, tablesIn, type Entity } from './on-table.ts';
import { rowHandlers } from './table-rows.ts';

const OWNER = object({ email: email() }, {});
const VISIBILITY = oneOf(['private', 'shared']);
const CREATE = object(
  { name: text(), owner: OWNER },
  { visibility: VISIBILITY, ids: list(text(), 0, 500) },
);
const LIST = object(
  { owner: OWNER },
  { page: whole(0, 100), size: whole(1, 100), name: text(), status: oneOf(['active', 'archived']) },
);
const UPDATE = object({ owner: OWNER }, { name: text(), visibility: VISIBILITY, archived: flag() });

/** Persistent tables of contacts and of companies. */
export const TABLES: Handlers = { ...tablesOf('contacts'), ...tablesOf('companies') };

function tablesOf(entity: Entity): Handlers {
  return {
    [`${entity}.tables.create`]: withBody(CREATE, (call, { name, visibility, ids }) => {
      if (tablesIn(call.account, entity).some((table) => table.name === name)) {
        return standardError(409, 'TABLE_NAME_CONFLICT: A table with this name already exists');
      }
      const table: Table = {
        id: String(100_000 + nextNumber(call.account)),
        entity,
        name: name.slice(0, 200),
        visibility: visibility ?? 'private',
        archived: false,
        ids: ids ?? [],
      };
      call.account.tables = [...call.account.tables, table].slice(-500);
      return json(201, { data: status(table), billing: FREE });
    }),

    [`${entity}.tables.list`]: withBody(
      LIST,
      (call, { page = 0, size = 100, name = '', status }) => {
        const archived = status === 'archived';
        const tables = tablesIn(call.account, entity).filter(
          (table) => table.archived === archived && table.name.includes(name),
        );
        return json(200, {
          data: tables.slice(page * size, (page + 1) * size).map(metadata),
          pagination: { page, size, total: tables.length },
          billing: FREE,
        });
      },
    ),

    [`${entity}.tables.get`]: onTable(entity, (_call, table) =>
      json(200, { data: status(table), billing: FREE }),
    ),

    [`${entity}.tables.update`]: withBody(UPDATE, (call, { name, visibility, archived }) =>
      onTable(entity, (_call, table) => {
        const changed: Table = {
          ...table,
          name: name ?? table.name,
          visibility: visibility ?? table.visibility,
          archived: archived ?? table.archived,
        };
        replaceTable(call.account, changed);
        return json(200, { data: status(changed), billing: FREE });
      })(call),
    ),

    [`${entity}.tables.delete`]: onTable(entity, (call, table) => {
      call.account.tables = call.account.tables.filter(({ id }) => id !== table.id);
      return json(200, { tableId: table.id, status: 'deleted' });
    }),

    ...rowHandlers(entity, OWNER),
  };
}

function metadata(table: Table): JsonObject {
  return {
    tableId: table.id,
    name: table.name,
    entityType: table.entity,
    visibility: table.visibility,
    status: table.archived ? 'archived' : 'active',
    owner: { id: 12_345 },
    createdBy: { surface: 'api', createdByUserId: 12_345 },
  };
}

function status(table: Table): JsonObject {
  return { ...metadata(table), entityCount: table.ids.length, isProcessing: false };
}
