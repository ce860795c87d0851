import type { Cause } from '../model/cause.ts';
import { LAYERS } from '../model/layer.ts';
import { accountCauses } from './causes/account.ts';
import { clientCauses } from './causes/client.ts';
import { commandCauses } from './causes/command.ts';
import { edgeGatewayCauses } from './causes/edge-gateways.ts';
import { edgeCauses } from './causes/edge.ts';
import { itemCauses } from './causes/item.ts';
import { jobCauses } from './causes/job.ts';
import { keyDroppedCauses } from './causes/key-dropped.ts';
import { keyFormCauses } from './causes/key-form.ts';
import { keyPlacementCauses } from './causes/key-placement.ts';
import { keyTextCauses } from './causes/key-text.ts';
import { keyCauses } from './causes/key.ts';
import { keyOnTheWayCauses } from './causes/key-on-the-way.ts';
import { mcpCredentialCauses } from './causes/mcp-credential.ts';
import { mcpLocalCauses } from './causes/mcp-local.ts';
import { mcpTransportCauses } from './causes/mcp-transport.ts';
import { networkConnectCauses } from './causes/network-connect.ts';
import { networkDnsCauses } from './causes/network-dns.ts';
import { networkHttp2Causes } from './causes/network-http2.ts';
import { networkTransferCauses } from './causes/network-transfer.ts';
import { nodeAndCurlCauses } from './causes/node-and-curl.ts';
import { objectCauses } from './causes/object.ts';
import { pathCauses } from './causes/path.ts';
import { paymentCauses } from './causes/payment.ts';
import { planCauses } from './causes/plan.ts';
import { proxyCauses } from './causes/proxy.ts';
import { proxyConnectionCauses } from './causes/proxy-connection.ts';
import { quotaCauses } from './causes/quota.ts';
import { retiredPathCauses } from './causes/retired-path.ts';
import { requestValueCauses } from './causes/request-values.ts';
import { redirectCauses } from './causes/redirect.ts';
import { requestFieldCauses } from './causes/request-fields.ts';
import { requestLimitCauses } from './causes/request-limits.ts';
import { requestCauses } from './causes/request.ts';
import { runCauses } from './causes/run.ts';
import { serviceCauses } from './causes/service.ts';
import { setupCauses } from './causes/setup.ts';
import { statusCauses } from './causes/status.ts';
import { successCauses } from './causes/success.ts';
import { throttleCauses } from './causes/throttle.ts';
import { tlsCertificateCauses } from './causes/tls-certificate.ts';
import { tlsHandshakeCauses } from './causes/tls-handshake.ts';
import { unexplainedCauses } from './causes/unexplained.ts';
import { unknownCauses } from './causes/unknown.ts';
import { webhookAccountCauses } from './causes/webhook-account.ts';
import { webhookCauses } from './causes/webhook.ts';

/** By subject matter; the order inside a layer is the last resort of the ranking. */
const BY_FILE = [
  ...keyCauses,
  ...keyOnTheWayCauses,
  ...keyPlacementCauses,
  ...mcpCredentialCauses,
  ...mcpTransportCauses,
  ...mcpLocalCauses,
  ...keyFormCauses,
  ...keyTextCauses,
  ...clientCauses,
  ...commandCauses,
  ...networkDnsCauses,
  ...networkConnectCauses,
  ...networkHttp2Causes,
  ...networkTransferCauses,
  ...runCauses,
  ...tlsCertificateCauses,
  ...tlsHandshakeCauses,
  ...proxyCauses,
  ...proxyConnectionCauses,
  ...keyDroppedCauses,
  ...edgeCauses,
  ...edgeGatewayCauses,
  ...redirectCauses,
  ...accountCauses,
  ...paymentCauses,
  ...planCauses,
  ...webhookAccountCauses,
  ...quotaCauses,
  ...throttleCauses,
  ...requestCauses,
  ...requestFieldCauses,
  ...requestLimitCauses,
  ...requestValueCauses,
  ...retiredPathCauses,
  ...pathCauses,
  ...objectCauses,
  ...webhookCauses,
  ...itemCauses,
  ...jobCauses,
  ...statusCauses,
  ...successCauses,
  ...serviceCauses,
  ...setupCauses,
  ...nodeAndCurlCauses,
  ...unexplainedCauses,
  ...unknownCauses,
] as const;

export type CauseId = (typeof BY_FILE)[number]['id'];

/** Everything that is known to go wrong (or right), from the caller outwards. */
export const CAUSES: readonly (Cause & { readonly id: CauseId })[] = LAYERS.flatMap((layer) =>
  BY_FILE.filter((cause) => cause.layer === layer),
);

const BY_ID: ReadonlyMap<string, Cause> = new Map(CAUSES.map((cause) => [cause.id, cause]));

/** The cause with this id. */
export function causeById(id: string): Cause | undefined {
  return BY_ID.get(id);
}
