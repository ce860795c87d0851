import { BOT_DEFENCE_SIGNATURES } from './signatures/bot-defence.ts';
import { CLOUD_SIGNATURES } from './signatures/clouds.ts';
import { EDGE_SIGNATURES } from './signatures/edges.ts';
import { FILTER_SIGNATURES } from './signatures/filters.ts';
import { GATEWAY_SIGNATURES } from './signatures/gateways.ts';
import { PLATFORM_SIGNATURES } from './signatures/platforms.ts';
import { PROXY_SIGNATURES } from './signatures/proxies.ts';
import { RARER_FILTER_SIGNATURES } from './signatures/rarer-filters.ts';
import { SERVER_SIGNATURES } from './signatures/servers.ts';
import type { Signature } from './signatures/signature.ts';

export type { Signature, Trace } from './signatures/signature.ts';
export { PORTAL_SIGNATURES } from './signatures/portals.ts';

/** What stands in the caller's network, the one that is met most first. */
export const NETWORK_SIGNATURES: readonly Signature[] = [
  ...PROXY_SIGNATURES,
  ...FILTER_SIGNATURES,
  ...RARER_FILTER_SIGNATURES,
];

/** All products, those of the caller's network first. */
export const SIGNATURES: readonly Signature[] = [
  ...NETWORK_SIGNATURES,
  ...EDGE_SIGNATURES,
  ...CLOUD_SIGNATURES,
  ...BOT_DEFENCE_SIGNATURES,
  ...PLATFORM_SIGNATURES,
  ...GATEWAY_SIGNATURES,
  ...SERVER_SIGNATURES,
];
