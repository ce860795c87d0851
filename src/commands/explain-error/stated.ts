import { FactSet } from '../../evidence/fact-set.ts';
import { oneLine } from '../../evidence/one-line.ts';
import { placementOf } from '../../reading/matches/placement.ts';
import {
  classifyPath,
  endpointById,
  findEndpoint,
  nearestEndpoints,
} from '../../knowledge/look-up/endpoint-lookup.ts';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { pathOf } from '../../knowledge/look-up/path-template.ts';
import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import { CREDENTIAL_HEADERS } from '../../knowledge/request-headers.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { Header } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { maskEcho } from '../../redact/echo.ts';
import type { ExplainOptions } from './options.ts';

/** What the options say about the call that failed. */
export interface StatedFacts {
  readonly facts: Facts;
  /** What was odd about them, one sentence each. */
  readonly remarks: readonly string[];
  /** The endpoint of the catalogue that was called, when there is one. */
  readonly endpoint: Endpoint | null;
}

const LONGEST_PATH = 300;

/** What says something about the call that failed. */
type Statement = Pick<ExplainOptions, 'endpoint' | 'method' | 'plan' | 'sentHeader'>;

/** The facts in `--endpoint`, `--method`, `--plan` and `--sent-header`. */
export function statedFactsOf({
  endpoint: named,
  method,
  plan,
  sentHeader = [],
}: Statement): Result<StatedFacts> {
  const facts = new FactSet();
  const remarks: string[] = [];
  const call = callOf(named, method);
  if (!call.ok) return call;
  const { host, path, method: called, endpoint } = call.value;
  facts.put('host', host, 'option --endpoint');
  if (path !== undefined) {
    const { endpoint: id, version, methodFits } = classifyPath(called, path);
    facts.put('path', oneLine(maskEcho(path), LONGEST_PATH), 'option --endpoint');
    facts.put('endpoint', id, 'option --endpoint');
    facts.put('endpointVersion', version, 'option --endpoint');
    if (id !== 'unlisted' && !methodFits) facts.put('otherMethod', true, 'option --endpoint');
    remarks.push(...remarksOn(path, called));
  }
  facts.put('method', called, method === undefined ? 'option --endpoint' : 'option --method');
  facts.put('plan', plan, 'option --plan');
  putPlacement(facts, remarks, sentHeader);
  return ok({ facts: facts.facts, remarks, endpoint });
}

interface Call {
  /** Where another host than that of the REST API was called. */
  readonly host?: string;
  readonly path?: string;
  readonly method: string | undefined;
  readonly endpoint: Endpoint | null;
}

/** `/path`, a whole URL, `METHOD /path`, or the id of an endpoint. */
function callOf(text: string | undefined, method: string | undefined): Result<Call> {
  if (text === undefined) return ok({ method, endpoint: null });
  const [, before, target = ''] = /^(?:([A-Za-z]{3,7})\s+)?(\S+)$/.exec(text.trim()) ?? [];
  const byId = endpointById(target);
  if (byId?.host !== undefined) {
    return ok({ host: byId.host, method: method ?? byId.method, endpoint: byId });
  }
  if (byId !== undefined) {
    return ok({ path: byId.path, method: method ?? byId.method, endpoint: byId });
  }
  if (!target.startsWith('/') && !/^https?:\/\//i.test(target)) {
    const close = nearestEndpoints(target, 3).map(({ id }) => id);
    return wrongUsage(
      'unknown-endpoint',
      `--endpoint takes a path or the id of an endpoint, not "${text}".`,
      `${close.length === 0 ? '' : `Did you mean ${close.join(' or ')}? `}For example:  --endpoint /v3/contacts/enrich`,
    );
  }
  const named = URL.canParse(target) ? new URL(target).hostname : undefined;
  const atOther = ENDPOINTS.find(({ host }) => host !== undefined && host === named);
  if (atOther?.host !== undefined) {
    return ok({ host: atOther.host, method: method ?? before?.toUpperCase(), endpoint: atOther });
  }
  const path = pathOf(target);
  const called = method ?? before?.toUpperCase() ?? onlyMethodAt(target);
  const match = called === undefined ? undefined : findEndpoint(called, target);
  return ok({ path, method: called, endpoint: match?.kind === 'found' ? match.endpoint : null });
}

/** The method of a path that has only one. */
function onlyMethodAt(target: string): string | undefined {
  const match = findEndpoint('-', target);
  if (match.kind !== 'other-method') return undefined;
  const [first, ...rest] = match.otherMethods;
  return rest.some(({ method }) => method !== first.method) ? undefined : first.method;
}

function remarksOn(path: string, method: string | undefined): readonly string[] {
  const { version, methodFits } = classifyPath(method, path);
  if (version === 'unlisted') {
    const close = nearestEndpoints(path, 2).map((endpoint) => endpoint.path);
    const shown = oneLine(maskEcho(path), 80);
    const hint = close.length === 0 ? '' : ` Did you mean ${close.join(' or ')}?`;
    return [`No endpoint with the path ${shown} is known.${hint}`];
  }
  return methodFits ? [] : [`${method ?? ''} is not a method of ${oneLine(maskEcho(path), 80)}.`];
}

function putPlacement(facts: FactSet, remarks: string[], headers: readonly Header[]): void {
  if (headers.length === 0) return;
  const written = headers.map(({ name, value }) => ({ name, value: value || usualValue(name) }));
  const placement = placementOf(written, '');
  if (headers.some(({ name, value }) => value === '' && /^authorization$/i.test(name))) {
    remarks.push(
      'Authorization is taken as "Authorization: Bearer"; name the scheme if it was another.',
    );
  }
  if (placement !== 'none') {
    facts.put('keyPlacement', placement, 'option --sent-header');
    return;
  }
  const names = CREDENTIAL_HEADERS.map(({ name }) => name);
  const meant = headers.flatMap(({ name }) =>
    nearest(name.toLowerCase(), names, 1).map((close) => [name, close] as const),
  );
  const [first] = meant;
  // One header that has nothing to do with a key says nothing about the others of the request.
  const isTold = first !== undefined || headers.length > 1;
  if (isTold) facts.put('keyPlacement', placement, 'option --sent-header');
  remarks.push(
    first === undefined
      ? `None of the headers named carries a key. ${isTold ? 'They are taken as all that the request had.' : 'Name every header that the request had.'}`
      : `${maskEcho(first[0])} is no header that carries a key. Did you mean ${first[1]}? Lusha reads api_key only.`,
  );
}

/** The article asks for Bearer, so that is what a bare `Authorization` most likely was. */
function usualValue(name: string): string {
  return /^authorization$/i.test(name) ? 'Bearer *' : '*';
}
