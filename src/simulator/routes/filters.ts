import { json, type Answer } from '../http/answer.ts';
import type { Call, Handler, Handlers } from '../http/call.ts';
import { validationError } from '../error-answers.ts';
import {
  COMPANY_FILTERS,
  CONTACT_FILTERS,
  SIGNAL_FILTERS,
  type FilterType,
} from '../data/filter-values.ts';

/** Discovery of filter types and their values. Free. */
export const FILTERS: Handlers = {
  'contacts.filters': types(CONTACT_FILTERS),
  'contacts.filters.type': values(CONTACT_FILTERS),
  'companies.filters': types(COMPANY_FILTERS),
  'companies.filters.type': values(COMPANY_FILTERS),
  'companies.signals.filters': types(SIGNAL_FILTERS),
  'companies.signals.filters.type': values(SIGNAL_FILTERS),
};

function types(filters: readonly FilterType[]): Handler {
  return () =>
    json(200, {
      availableFilters: filters.map(({ name, requiresQuery }) => ({
        filterType: name,
        requiresQuery,
      })),
    });
}

function values(filters: readonly FilterType[]): Handler {
  return (call) => {
    const names = filters.map(({ name }) => name);
    const filter = filters.find(({ name }) => name === call.params['filterType']);
    if (filter === undefined) {
      return validationError(`filterType must be one of the following values: ${names.join(', ')}`);
    }
    return refusedQuery(call, filter) ?? json(200, { values: filter.values });
  };
}

/** A query is 2 to 256 characters where one is required (spec3). */
function refusedQuery({ request }: Call, filter: FilterType): Answer | null {
  const query = request.query.get('query');
  if (query !== null && filter.refusesQuery === true) {
    return validationError(`query is not supported for ${filter.name}`);
  }
  if (query === null) {
    return filter.requiresQuery ? validationError('query should not be empty') : null;
  }
  if (query.length < 2)
    return validationError('query must be longer than or equal to 2 characters');
  return query.length > 256
    ? validationError('query must be shorter than or equal to 256 characters')
    : null;
}
