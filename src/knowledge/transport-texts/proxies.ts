import type { FailurePhrase } from './phrase.ts';

/**
 * Failures of proxies. They are looked for before the others: their texts also hold the words
 * for what happened on the way to the proxy.
 */
export const PROXY_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'proxy-auth-required',
    says: [
      'Proxy Authentication Required',
      'Failed to authenticate with proxy',
      'tunnel error: proxy authorization required',
      'Received HTTP_PROXY_AUTH (407)',
      'Authentication failed because the connection could not be reused',
      /:proxy_auth_(?:required|failed)\b/,
      'SOCKS error: authentication',
    ],
  },
  {
    kind: 'proxy-timeout',
    says: [
      'Proxy CONNECT aborted due to timeout',
      /\{:proxy, :tunnel_timeout\}/,
      'CONNECT proxy failed: proxy server did not respond',
      /HttpProxyConnectException: [^\n]{1,300}, timeout\b/,
    ],
  },
  {
    kind: 'proxy-bad-answer',
    says: [
      'Proxy CONNECT aborted',
      'Invalid response from proxy',
      /\bcurl: \(97\)/,
      'tunnel error: unexpected end of file',
      'unexpected eof while tunneling',
      /HttpProxyConnectException: [^\n]{1,300}, (?:disconnected|missing response)\b/,
      'UND_ERR_PRX_TLS',
      'UND_ERR_PRX_CONN',
      'SecureProxyConnectionError',
    ],
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
      /tunneling socket could not be established, cause=/i,
      'tunnel error: failed to create underlying connection',
      /\bkCFErrorDomainCFNetwork[" ,]{0,3}Code=310\b/,
    ],
  },
  // The frames say that it was the proxy: httpcore.
  { kind: 'proxy-unreachable', says: ['Connection refused'], beside: /\bhttp_proxy\.py", line \d/ },
  {
    kind: 'proxy-refused',
    says: [
      /can(?:not|'t) complete SOCKS[45]a? connection/i,
      'tunnel error: unsuccessful',
      'unsuccessful tunnel',
      'proxy connection could not be established',
      'Cannot connect to HTTPS server through proxy',
      'Proxy tunneling failed',
      'Too many tunnel connections attempted',
      /\{:error, :proxy_error\}/,
      /\{:proxy, \{:unexpected_status/,
      /\bkCFErrorDomainCFNetwork[" ,]{0,3}Code=311\b/,
      'SOCKS error: connection not allowed',
      'SOCKS error: host unreachable',
      'SOCKS server failed to connect to the destination',
      'Proxying refused on filtered domain',
      'Refused CONNECT method on port',
    ],
  },
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

/** How a text reports a proxy's answer to CONNECT. */
export interface TunnelStatus {
  /** The group is the status: three digits, its reason phrase, or its digits as character codes. */
  readonly says: RegExp;
  readonly group?: 'reason' | 'characters';
  /** And this must stand in the same text. */
  readonly beside?: RegExp;
}

/** Where Ruby opens the tunnel: the answer to CONNECT is the only one it checks there. */
const RUBY_CONNECT = /\bnet\/http\.rb:\d{1,5}:in [`'](?:Net::HTTP#)?(?:connect|do_start)'/;

export const TUNNEL_STATUSES: readonly TunnelStatus[] = [
  { says: /CONNECT tunnel failed, response (\d{3})/i },
  { says: /Received HTTP code (\d{3}) from proxy after CONNECT/i },
  { says: /Proxy response \((\d{3})\) !== 200/i },
  { says: /Tunnel connection failed: (\d{3})/i },
  { says: /tunnel request to proxy [^\n]{0,300}failed with status code '?(\d{3})/i },
  { says: /\bTunnel failed, got: (\d{3})\b/ },
  { says: /\b(?:Client)?(?:Http)?ProxyError: (\d{3})\b/ },
  { says: /Unexpected response code for CONNECT: (\d{3})/i },
  { says: /CONNECT refused by proxy: HTTP\/1\.[01] (\d{3})/i },
  { says: /Proxy returns "HTTP\/1\.[01] (\d{3})/i },
  { says: /tunneling socket could not be established, statusCode=(\d{3})/i },
  { says: /HttpProxyConnectException: [^\n]{1,300}?, status: (\d{3})\b/ },
  { says: /\bhttps?, \w{1,20}, \S{1,255} => \S{1,255}, status: (\d{3})\b/ },
  {
    says: /\b(\d{3}) "[A-Z][\w '-]{1,60}" \((?:Net::HTTP\w{3,40}Exception|Net::HTTPFatalError)\)/,
    beside: RUBY_CONNECT,
  },
  {
    says: /\bNet::HTTP\w{3,40}(?:Exception|Error)[^\n]{0,20}: (\d{3}) "[A-Z][\w '-]{1,60}"/,
    beside: RUBY_CONNECT,
  },
  { says: /\b(\d{3}) "[A-Z][\w '-]{1,60}" \(Faraday::ConnectionFailed\)/ },
  { says: /\bFaraday::ConnectionFailed[^\n]{0,20}?[:(] ?(\d{3}) "[A-Z]/ },
  { says: /\{:proxy, \{:unexpected_status, \{?(\d{3})\b/ },
  {
    says: /\bproxy error: <<72,84,84,80,47,49,46,4[89],32,(\d\d,\d\d,\d\d),/,
    group: 'characters',
  },
  { says: /Proxy failed to establish tunnel \((\d{3})\b/ },
  { says: /CONNECT proxy failed: proxy server responded (\d{3})\b/ },
  // An answer of the server is no error in Go: a bare reason phrase is that of a proxy.
  {
    says: /\b(?:Get|Post|Put|Patch|Delete|Head) \\?"https:\/\/[^"\n]{1,500}": (Forbidden|Proxy Authentication Required|Bad Gateway|Service Unavailable|Gateway Timeout|Method Not Allowed|Unauthorized|Bad Request|Internal Server Error|Not Found|Too Many Requests)(?=$|[\s"'\\,}])/m,
    group: 'reason',
  },
  {
    says: /Proxy tunneling failed: (Forbidden|Proxy Authentication Required|Bad Gateway|Service Unavailable|Gateway Timeout|Method Not Allowed)/i,
    group: 'reason',
  },
  // curl -v without its last line.
  {
    says: /^> CONNECT [^\n]{1,300}\n(?:[>*][^\n]{0,300}\n|[ \t\r]{0,3}\n){0,20}< HTTP\/1\.[01] ([345]\d\d)\b/m,
  },
  // Logs of proxies: inside a tunnel no status of the API exists.
  { says: /\bTCP_DENIED(?:_\w{1,20})?\/(\d{3}) \d{1,12} CONNECT / },
  { says: /\b(?:TCP_TUNNEL|NONE_NONE|TAG_NONE|NONE|NONE_ABORTED)\/(5\d\d) \d{1,12} CONNECT / },
  { says: /"CONNECT [^\s"]{1,255}:\d{1,5}(?: HTTP\/1\.[01])?" ([345]\d\d)\b/ },
  { says: /[ \t]CONNECT[ \t]([45]\d\d)[ \t][^\n]{0,300}\*DENIED\*/ },
  { says: / ([45]\d\d) \d{1,12} - - [A-Za-z-]{4} [^\n]{0,200}"CONNECT / },
  {
    says: /\breqmethod="?CONNECT\b[^\n]{0,300}?\brespcode="?(\d{3})/i,
    beside: /\baction="?Blocked\b/i,
  },
];
