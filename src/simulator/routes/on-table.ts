import type { Account, Table } from '../account/account.ts';
import type { Answer } from '../http/answer.ts';
import type { Call, Handler } from '../http/call.ts';
import { standardError, validationError } from '../error-answers.ts';
import { email } from '../shape.ts';

export type Entity = Table['entity'];

/** The `billing` of calls that are free. */
export const FREE = { creditsCharged: 0, resultsReturned: 0 } as const;

/**
 * A handler for one table. Without a body the owner comes in the query; the reference marks the
 * parameter optional, its text says 400 without it (spec3), and so does the simulator.
 */
export function onTable(entity: Entity, handle: (call: Call, table: Table) => Answer): Handler {
  return (call) => {
    const { method, query } = call.request;
    const inQuery = method === 'GET' || (method === 'DELETE' && call.request.body.kind === 'none');
    if (inQuery && !email().fits(query.get('email')))
      return validationError('email should not be empty');
    const table = tablesIn(call.account, entity).find(({ id }) => id === call.params['table_id']);
    return table === undefined
      ? standardError(404, 'TABLE_NOT_FOUND: Table not found')
      : handle(call, table);
  };
}

export function replaceTable(account: Account, changed: Table): void {
  account.tables = account.tables.map((table) => (table.id === changed.id ? changed : table));
}

export function tablesIn(account: Account, entity: Entity): readonly Table[] {
  return account.tables.filter((table) => table.entity === entity);
}
