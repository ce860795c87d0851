import type { Endpoint, Json } from '../model/endpoint.ts';
import type { LocalFinding } from './finding.ts';
import { identifiers, v2Names, wrapper } from './lint/names.ts';
import { sizes } from './lint/sizes.ts';
import { formats, required } from './lint/values.ts';
import { placesIn } from './walk.ts';

/** One call as it is about to be made. */
export interface Draft {
  readonly endpoint: Endpoint;
  /** With its query. */
  readonly path: string;
  /** Undefined where none is sent. */
  readonly body: Json | undefined;
}

/** Beyond this, one more of the same kind tells nothing new. */
const MOST_OF_A_RULE = 5;

/** What the API would refuse in a call, as far as that can be known without asking. Pure. */
export function lint({ endpoint, path, body }: Draft): readonly LocalFinding[] {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  if (body === undefined) return sizes(endpoint, null, query);
  const places = placesIn(body);
  const findings = [
    ...wrapper(endpoint, body),
    ...v2Names(endpoint, places),
    ...identifiers(endpoint, body),
    ...required(endpoint, body),
    ...sizes(endpoint, body, query),
    ...formats(places),
  ];
  const seen = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= MOST_OF_A_RULE;
  });
}
