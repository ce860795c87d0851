import { USAGE_PATH } from '../../knowledge/usage-paths.ts';
import type { KeyPlacement } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import type { Secret } from '../../model/secret.ts';
import type { Answer } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';

/** Calls the usage endpoint. Whether it may be called, `run.usage` knows. */
export function askUsage(
  { client, target }: Run,
  key: Secret | null,
  how: { readonly path?: string; readonly placement?: KeyPlacement; readonly facts?: Facts } = {},
): Promise<Answer> {
  const { path = USAGE_PATH, placement = target.placement, facts = {} } = how;
  return client.call({ method: 'GET', path, key, placement }, facts);
}
