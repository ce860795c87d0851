/** Where a problem lives, ordered from the caller outwards. */
export const LAYERS = [
  'key',
  'client',
  'network',
  'tls',
  'proxy',
  'edge',
  'account',
  'plan',
  'quota',
  'request',
  'service',
  'unknown',
] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers in which a failure means that Lusha was never asked. */
const COULD_NOT_CHECK: readonly Layer[] = ['network', 'tls', 'proxy', 'edge'];

/** True when a failure in this layer says nothing about the key, the account or the request. */
export function couldNotCheck(layer: Layer): boolean {
  return COULD_NOT_CHECK.includes(layer);
}
