import type { Endpoint } from '../../../model/endpoint.ts';

const LIVING: readonly Endpoint['state'][] = ['current', 'beta'];

/** The endpoints of a group that can be probed: those of today, or the old ones where they are named. */
export function endpointsIn(group: string, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.filter((endpoint) => {
    const { freeProbe, never, state, host } = endpoint;
    if (freeProbe === null || never === 'any-call' || host !== undefined) return false;
    if (group === 'v2') return endpoint.group === 'v2';
    return LIVING.includes(state) && (group === 'all' || wordsOf(endpoint).includes(group));
  });
}

/** Every word that `--group` knows: the groups of the catalogue and the parts of its paths. */
export function groupWords(endpoints: readonly Endpoint[]): readonly string[] {
  const living = endpointsIn('all', endpoints).flatMap(wordsOf);
  return [...new Set([...living, 'v2'])].sort();
}

/** The group and the fixed parts of the path after its version. */
function wordsOf({ group, path }: Endpoint): readonly string[] {
  const parts = path.split('/').filter((part) => /^[a-z][a-z-]*$/.test(part) && part !== 'api');
  return [group, ...parts];
}

/** Whether every word of a filter stands somewhere in what a list shows of an endpoint. */
export function fits(filter: string, endpoint: Endpoint): boolean {
  const { id, method, path, version, group, state, purpose, cost } = endpoint;
  const text = [id, method, path, version, group, state, purpose, cost.kind]
    .join(' ')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
