import type { FailurePhrase } from './phrase.ts';

/**
 * Failures of proxies. They are looked for before the others: their texts also hold the words
 * for what happened on the way to the proxy.
 */
export const PROXY_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'proxy-auth-required',
    says: ['Proxy Authentication Required', 'Failed to authenticate with proxy'],
  },
  { kind: 'proxy-timeout', says: ['Proxy CONNECT aborted due to timeout'] },
  {
    kind: 'proxy-refused',
    says: [/can(?:not|'t) complete SOCKS[45]a? connection/i],
  },
  {
    kind: 'proxy-bad-answer',
    says: ['Proxy CONNECT aborted', 'Invalid response from proxy', /\bcurl: \(97\)/],
  },
  {
    kind: 'proxy-unreachable',
    says: [
      'Could not resolve proxy',
      "Couldn't resolve proxy",
      'proxyconnect tcp',
      'Cannot connect to proxy',
      'Unable to connect to proxy',
      'ClientProxyConnectionError',
      /Failed to connect to (?!localhost|127\.)\S{1,255} port (?:3128|8080|8888|8118|1080|9090)\b/i,
    ],
  },
  // The frames say that it was the proxy: httpcore.
  { kind: 'proxy-unreachable', says: ['Connection refused'], beside: /\bhttp_proxy\.py", line \d/ },
  {
    kind: 'proxy-unsupported',
    says: [
      'Unsupported proxy scheme',
      'Unsupported proxy syntax',
      'Unable to determine SOCKS version',
      'Missing dependencies for SOCKS',
    ],
  },
];

/** How clients report a proxy's answer to CONNECT; the group is its status. */
export const TUNNEL_STATUSES: readonly RegExp[] = [
  /CONNECT tunnel failed, response (\d{3})/i,
  /Received HTTP code (\d{3}) from proxy after CONNECT/i,
  /Proxy response \((\d{3})\) !== 200/i,
  /Tunnel connection failed: (\d{3})/i,
  /tunnel request to proxy [^\n]{0,300}failed with status code '?(\d{3})/i,
  /\bTunnel failed, got: (\d{3})\b/,
  /\b(?:Client)?(?:Http)?ProxyError: (\d{3})\b/,
  /Unexpected response code for CONNECT: (\d{3})/i,
  /CONNECT refused by proxy: HTTP\/1\.[01] (\d{3})/i,
  /Proxy returns "HTTP\/1\.[01] (\d{3})/i,
];
