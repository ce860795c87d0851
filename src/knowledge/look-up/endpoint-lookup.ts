import type { Endpoint, EndpointState } from '../../model/endpoint.ts';
import { editDistance } from './edit-distance.ts';
import { API_HOST, ENDPOINTS } from '../endpoints.ts';
import { nearestBy } from './nearest.ts';
import { fillTemplate, fitTemplate, hostOf, pathOf, segmentsOf } from './path-template.ts';

/** What a method and a path are to the catalogue. */
export type EndpointMatch =
  | {
      readonly kind: 'found';
      readonly endpoint: Endpoint;
      /** Values that the template's parameters took. */
      readonly params: Readonly<Record<string, string>>;
      /** The same path under other methods. */
      readonly otherMethods: readonly Endpoint[];
    }
  /** The path exists, the method does not; the closest fit comes first. */
  | { readonly kind: 'other-method'; readonly otherMethods: readonly [Endpoint, ...Endpoint[]] }
  | { readonly kind: 'unlisted' };

/**
 * The generation a path belongs to. `retired`: Lusha printed it once, the reference has another
 * one; `invented`: Lusha never printed it; `unlisted`: not in the catalogue, or not this API.
 * Webhook paths, the same in V2 and V3, count as `v3`.
 */
type PathVersion = 'v1' | 'v2' | 'v3' | 'invented' | 'retired' | 'unlisted';

export interface PathClass {
  /** Id of the endpoint, or `unlisted`. */
  readonly endpoint: string;
  readonly version: PathVersion;
  /** False when the path is listed under other methods only; `endpoint` is then one of those. */
  readonly methodFits: boolean;
}

/** An endpoint with its path taken apart for matching. */
interface Template {
  readonly endpoint: Endpoint;
  readonly host: string;
  readonly segments: readonly string[];
}

let prepared: readonly Template[] | undefined;

/** All paths, taken apart when the first one is looked up: most look-ups of a status need none. */
function templates(): readonly Template[] {
  prepared ??= ENDPOINTS.map((endpoint) => ({
    endpoint,
    host: endpoint.host ?? API_HOST,
    segments: segmentsOf(endpoint.path),
  }));
  return prepared;
}

const GIVEN_UP: readonly EndpointState[] = ['retired', 'moved', 'superseded', 'doc-only'];

/** The endpoint with this id. */
export function endpointById(id: string): Endpoint | undefined {
  return ENDPOINTS.find((endpoint) => endpoint.id === id);
}

/**
 * Finds what a call means. `target` is a path or an absolute URL; query, fragment, trailing
 * slash and letter case do not matter. A literal path wins over a template that fits as well.
 * Hosts the catalogue does not know (a proxy, a test server) count as `api.lusha.com`.
 */
export function findEndpoint(method: string, target: string): EndpointMatch {
  const fits = fitsOf(target);
  const wanted = method.toUpperCase();
  const found = fits.find(({ endpoint }) => endpoint.method === wanted);
  const otherMethods = fits.filter((fit) => fit !== found).map(({ endpoint }) => endpoint);
  if (found) {
    return { kind: 'found', endpoint: found.endpoint, params: found.params, otherMethods };
  }
  const [first, ...rest] = otherMethods;
  return first ? { kind: 'other-method', otherMethods: [first, ...rest] } : { kind: 'unlisted' };
}

/** The endpoint and API generation of a call; without a method the path alone decides. */
export function classifyPath(method: string | undefined, target: string): PathClass {
  const fits = fitsOf(target);
  const fitting = fits.find(
    ({ endpoint }) => method === undefined || endpoint.method === method.toUpperCase(),
  );
  const best = fitting ?? fits[0];
  if (best === undefined) return { endpoint: 'unlisted', version: 'unlisted', methodFits: false };
  return {
    endpoint: best.endpoint.id,
    version: versionOf(best.endpoint),
    methodFits: fitting !== undefined,
  };
}

/**
 * The `count` living endpoints whose path (or, when `wanted` has no slash, id) is closest in
 * spelling, closest first, one per path. Segments in another order count as a single slip.
 * Empty when nothing is close.
 */
export function nearestEndpoints(wanted: string, count: number): readonly Endpoint[] {
  const byPath = wanted.includes('/');
  const target = byPath ? pathOf(wanted) : wanted;
  const distance = ({ endpoint, segments }: Template) =>
    byPath ? pathDistance(target, segments) : editDistance(target, endpoint.id);
  const alive = living();
  const close = nearestBy(target, alive, distance, alive.length);
  const seen = new Set<string>();
  return close
    .map(({ endpoint }) => endpoint)
    .filter(({ id, path }) => !seen.has(byPath ? path : id) && seen.add(byPath ? path : id))
    .slice(0, count);
}

function living(): readonly Template[] {
  return templates().filter(
    ({ endpoint, host }) =>
      host === API_HOST && ['current', 'beta', 'legacy'].includes(endpoint.state),
  );
}

interface Fit {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

/** All endpoints on this path, the most literal first. */
function fitsOf(target: string): readonly Fit[] {
  const host = hostOf(target) ?? API_HOST;
  const known = templates().some((template) => template.host === host);
  const wantedHost = known ? host : API_HOST;
  const segments = segmentsOf(pathOf(target));
  return templates()
    .filter((template) => template.host === wantedHost)
    .flatMap(({ endpoint, segments: template }) => {
      const fit = fitTemplate(template, segments, endpoint.anyTail === true);
      return fit === null ? [] : [{ endpoint, ...fit }];
    })
    .sort((a, b) => a.looseness - b.looseness);
}

function versionOf({ group, state, version }: Endpoint): PathVersion {
  if (group === 'other-host') return 'unlisted';
  if (version === 'v1') return 'v1';
  if (state === 'invented') return 'invented';
  if (GIVEN_UP.includes(state)) return 'retired';
  return version === 'v2' ? 'v2' : 'v3';
}

/** Parameters take on whatever stands in their place, so that ids do not count as mistakes. */
function pathDistance(path: string, template: readonly string[]): number {
  const segments = segmentsOf(path);
  const filled = fillTemplate(template, segments);
  const inOrder = editDistance(segments.join('/'), filled.join('/'));
  const anyOrder = editDistance(sorted(segments), sorted(filled)) + 1;
  return Math.min(inOrder, anyOrder);
}

function sorted(segments: readonly string[]): string {
  return [...segments].sort().join('/');
}
