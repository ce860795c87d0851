import { findEndpoint } from '../../knowledge/look-up/endpoint-lookup.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { couldNotCheck } from '../../model/layer.ts';
import type { Call } from '../../reading/call.ts';

const CHECK_KEY = 'lusha-doctor check-key';

/** The free command that would prove a diagnosis of a pasted text live; null where there is none. */
export function proveCommand({ exchange, whose }: Call, { layer }: Diagnosis): string | null {
  if (whose.whose === 'other') return null;
  if (layer === 'key' || layer === 'account' || couldNotCheck(layer)) return CHECK_KEY;
  if (layer === 'quota') return 'lusha-doctor watch-ratelimit --once';
  const { method, path } = exchange.request ?? {};
  const bare = path?.split(/[?#]/, 1)[0];
  if (bare === undefined || method === undefined) return CHECK_KEY;
  const match = findEndpoint(method, bare);
  return match?.kind === 'found'
    ? `lusha-doctor probe-endpoint ${method} ${match.endpoint.path}`
    : CHECK_KEY;
}
