import { ENDPOINTS } from '../../../knowledge/endpoints.ts';
import type { Endpoint, EndpointCost } from '../../../model/endpoint.ts';
import type { GuardedIo } from '../../../model/io.ts';
import { nearest } from '../../../knowledge/look-up/nearest.ts';
import { outputOptionsOf, type OutputGiven } from '../../../run/options/output.ts';
import { renderList } from '../../../render/pages/list.ts';
import { complain, presentJson, themeFor } from '../../../run/present/present.ts';
import { fits, groupWords } from './selection.ts';

/** The catalogue, or the part of it that has the words of the filter. */
export async function listEndpoints(
  filter: string,
  given: OutputGiven,
  io: GuardedIo,
): Promise<number> {
  const output = outputOptionsOf(given, io.env);
  if (!output.ok) return complain(output.problem, io);
  const found = ENDPOINTS.filter((endpoint) => fits(filter, endpoint));
  if (output.value.format === 'json') {
    await presentJson(found.map(entryOf), io);
    return found.length > 0 ? 0 : 1;
  }
  if (found.length === 0) {
    const near = nearest(filter.toLowerCase(), groupWords(ENDPOINTS), 3);
    io.stdout.write(
      `No endpoint has "${filter}" in it.${near.length > 0 ? ` Nearest words: ${near.join(', ')}.` : ''}\n`,
    );
    return 1;
  }
  const listed = found.map((endpoint) => ({
    name: endpoint.id,
    columns: [
      `${endpoint.method} ${addressOf(endpoint)}`,
      costWord(endpoint.cost),
      `plan ${endpoint.plan.needs}`,
      `probe ${endpoint.freeProbe?.kind ?? 'none'}`,
    ],
  }));
  io.stdout.write(renderList(listed, await themeFor(io, output.value)));
  return 0;
}

function addressOf({ host, path }: Endpoint): string {
  return host === undefined ? path : `https://${host}${path}`;
}

function costWord(cost: EndpointCost): string {
  if (cost.kind !== 'billed') return cost.kind;
  const [first] = cost.charges;
  const prices = cost.charges.map(({ credits }) => (credits === null ? '?' : `${credits}`));
  return first === undefined ? 'billed' : `${prices.join(' + ')} a ${first.per}`;
}

/** One endpoint as programs read it. */
function entryOf(endpoint: Endpoint) {
  const { id, method, version, cost, plan, freeProbe } = endpoint;
  return {
    id,
    method,
    path: addressOf(endpoint),
    version,
    cost,
    plan: plan.needs,
    freeProbe:
      freeProbe === null
        ? null
        : {
            kind: freeProbe.kind,
            method: freeProbe.method,
            path: freeProbe.path,
            body: freeProbe.body ?? null,
            key: freeProbe.key,
            statuses: freeProbe.expect.statuses,
            proves: freeProbe.proves,
            certainty: freeProbe.certainty,
          },
  };
}
