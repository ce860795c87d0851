import { rowsOf, type Signature } from './signature.ts';

const kong = rowsOf('Kong', 'other');
const envoy = rowsOf('Envoy', 'other');
const haproxy = rowsOf('HAProxy', 'other');
const tyk = rowsOf('Tyk', 'other');
const apisix = rowsOf('APISIX', 'other');
const gravitee = rowsOf('Gravitee', 'other');
const traefik = rowsOf('Traefik', 'other');
const varnish = rowsOf('Varnish', 'other');

/**
 * Gateways and load balancers that stand at either side: at Lusha, at a relay, in the caller's own
 * cluster. The called host decides whose it was.
 */
export const GATEWAY_SIGNATURES: readonly Signature[] = [
  ...envoy.says(
    'A',
    'unreachable',
    'upstream connect error or disconnect/reset before headers',
    'no healthy upstream',
  ),
  ...envoy.json('A', 'unreachable', 'upstream connect error or disconnect/reset before headers'),
  ...envoy.says('B', 'unreachable', 'upstream request timeout'),
  ...envoy.says('A', 'firewall', 'RBAC: access denied'),
  ...envoy.says('B', 'rate-limit', 'local_rate_limited'),
  ...envoy.fits(
    'B',
    'gateway-key',
    'jwt ',
    /^ ?jwt (?:is missing|verification fails|is expired|issuer is not configured)/,
  ),
  ...envoy.passes('server', /^(?:istio-)?envoy/i),

  ...kong.jsonFits(
    'B',
    'unreachable',
    'upstream server',
    /"message" ?: ?"(?:an invalid response was received from the upstream server|the upstream server is currently unavailable|the upstream server is timing out)"/,
  ),
  ...kong.jsonFits(
    'B',
    'unreachable',
    '"name resolution failed"',
    /"message" ?: ?"name resolution failed"/,
  ),
  ...kong.jsonFits(
    'A',
    'unreachable',
    'ring-balancer',
    /"message" ?: ?"failure to get a peer from the ring-balancer"/,
  ),
  ...kong.passes('x-kong-response-latency'),
  ...kong.passes('x-kong-request-id'),
  ...kong.passes('via', /\bkong\//i),

  ...haproxy.says(
    'A',
    'unreachable',
    'No server is available to handle this request',
    'The server returned an invalid or incomplete response',
  ),
  ...haproxy.says('A', 'firewall', 'Request forbidden by administrative rules'),
  ...haproxy.says('A', 'unreachable', "The server didn't respond in time"),
  ...haproxy.says(
    'A',
    'malformed',
    'Your browser sent an invalid request',
    "Your browser didn't send a complete request in time",
    'The request entity exceeds the maximum allowed',
  ),
  ...haproxy.says('A', 'rate-limit', 'You have sent too many requests in a given amount of time'),
  ...haproxy.says('A', 'login', 'You need a valid user and password to access this content'),
  ...haproxy.saysBeside(
    'B',
    'unreachable',
    'An internal server error occurred.',
    '500 Internal Server Error',
  ),

  ...varnish.says('A', 'unreachable', 'Varnish cache server', 'Error 503 Backend fetch failed'),
  ...varnish.says('B', 'unreachable', 'Guru Meditation'),
  ...varnish.passes('x-varnish'),

  ...traefik.fits('C', 'no-route', '404 page not found', /^ ?404 page not found ?$/),
  ...traefik.fits('C', 'unreachable', 'no available server', /^ ?no available server ?$/),
  ...traefik.says('A', 'rate-limit', 'No bursty traffic allowed'),

  ...tyk.sends('A', 'trace', 'x-generator', /tyk\.io/i),
  ...tyk.jsonFits(
    'B',
    'unreachable',
    '"error"',
    /"error" ?: ?"(?:there was a problem proxying the request|upstream service reached hard timeout\.|service temporarily unavailable\.)"/,
  ),
  ...tyk.jsonFits(
    'B',
    'gateway-key',
    '"error"',
    /"error" ?: ?"(?:access to this api has been disallowed|authorization field missing|requested endpoint is forbidden)"/,
  ),
  ...tyk.jsonFits('B', 'rate-limit', '"error"', /"error" ?: ?"quota exceeded"/),

  ...apisix.jsonFits('A', 'no-route', '"error_msg"', /"error_msg" ?: ?"404 route not found"/),
  ...apisix.passes('server', /^APISIX/i),
  ...apisix.passes('x-apisix-upstream-status'),

  ...gravitee.says('A', 'no-route', 'No context-path matches the request URI'),
  ...gravitee.json('A', 'no-route', 'No context-path matches the request URI'),
  ...gravitee.json('A', 'gateway-key', 'GATEWAY_PLAN_UNRESOLVABLE'),
  ...gravitee.json('A', 'unreachable', 'GATEWAY_CLIENT_CONNECTION_ERROR'),
  ...gravitee.jsonFits('B', 'unreachable', '"http_status_code"', /"http_status_code" ?: ?\d{3}\b/),
];
