import type { FailureKind, Phase } from '../../model/exchange.ts';

/** Words by which programs report a failure that happened before there was an answer. */
export interface FailurePhrase {
  readonly kind: FailureKind;
  /** Where it happened, when it is not where this kind usually happens. */
  readonly phase?: Phase;
  /** Any of these makes it; plain text is found in any case. */
  readonly says: readonly (string | RegExp)[];
}

/**
 * Phrases of Node, undici, curl, Python (requests, urllib3, httpx), Go, Java and .NET. The
 * special stands before the general, TLS before the connection below it.
 */
export const FAILURE_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'tls-not-yet-valid',
    says: [
      'certificate is not yet valid',
      'CertificateNotYetValidException',
      /not yet valid: current time \S{1,40} is before/i,
    ],
  },
  {
    kind: 'tls-expired',
    says: [
      'certificate has expired',
      'CertificateExpiredException',
      'timestamp check failed',
      'NotTimeValid',
    ],
  },
  {
    kind: 'tls-wrong-name',
    says: [
      'no alternative certificate subject name',
      'does not match target host name',
      'Hostname mismatch',
      'IP address mismatch',
      "doesn't match either of '",
      'x509: certificate is valid for',
      'x509: certificate is not valid for any',
      'x509: cannot validate certificate for',
      'No subject alternative',
      'No name matching',
      'RemoteCertificateNameMismatch',
      "does not match certificate's altnames",
    ],
  },
  {
    kind: 'tls-unknown-ca',
    says: [
      'self-signed certificate in certificate chain',
      'self signed certificate in certificate chain',
      'unable to get local issuer certificate',
      'unable to get issuer certificate',
      'unable to verify the first certificate',
      'signed by unknown authority',
      'PKIX path building failed',
      'unable to find valid certification path',
      'RemoteCertificateChainErrors',
      'UntrustedRoot',
      'PartialChain',
    ],
  },
  { kind: 'tls-self-signed', says: ['self-signed certificate', 'self signed certificate'] },
  {
    kind: 'tls-bad-certificate',
    says: [
      'CERTIFICATE_VERIFY_FAILED',
      'SSL certificate problem',
      'certificate verify failed',
      'The remote certificate is invalid',
      'The remote certificate was rejected',
      'x509: ',
    ],
  },
  {
    kind: 'tls-plain-http',
    says: [
      'wrong version number',
      'WRONG_VERSION_NUMBER',
      'first record does not look like a TLS handshake',
      'gave HTTP response to HTTPS client',
      'Unsupported or unrecognized SSL message',
      'Cannot determine the frame size',
      'packet length too long',
    ],
  },
  {
    kind: 'tls-protocol-mismatch',
    says: [
      'alert protocol version',
      'unsupported protocol (',
      'protocol_version',
      'handshake failure',
      'handshake_failure',
      'no shared cipher',
    ],
  },
  {
    kind: 'tls-timeout',
    says: ['SSL connection timeout', 'TLS handshake timeout', 'handshake operation timed out'],
  },
  {
    kind: 'connection-closed',
    phase: 'tls',
    says: [
      'before secure TLS connection',
      'unexpected eof while reading',
      'UNEXPECTED_EOF_WHILE_READING',
      'EOF occurred in violation of protocol',
      'Remote host terminated the handshake',
    ],
  },
  {
    kind: 'connection-reset',
    phase: 'tls',
    says: ['SSL_ERROR_SYSCALL', /(?:TLS connect error|SSL_connect): [^\n]{0,200}reset by peer/i],
  },
  {
    kind: 'tls-failure',
    says: [
      'SSLHandshakeException',
      'SSL connection could not be established',
      'TLS connect error',
      'SSL_connect',
      'SSLError(',
    ],
  },

  { kind: 'dns-timeout', says: ['Resolving timed out', 'DNS query timed out'] },
  {
    kind: 'dns-failure',
    says: ['Temporary failure in name resolution', 'server misbehaving'],
  },
  {
    kind: 'dns-not-found',
    says: [
      'Could not resolve host',
      'Name or service not known',
      'getaddrinfo failed',
      'nodename nor servname',
      'No address associated with hostname',
      'NameResolutionError',
      'no such host',
      'UnknownHostException',
      'name does not resolve',
    ],
  },

  { kind: 'network-unreachable', says: ['Network is unreachable', 'unreachable network'] },
  {
    kind: 'host-unreachable',
    says: ['No route to host', 'NoRouteToHostException', 'unreachable host'],
  },
  {
    kind: 'connection-refused',
    says: ['Connection refused', 'actively refused', 'WinError 10061', 'Connect call failed'],
  },
  {
    kind: 'blocked-locally',
    says: ['WinError 10013', 'forbidden by its access permissions', 'connect: permission denied'],
  },
  {
    kind: 'connection-timeout',
    says: [
      'connect timed out',
      'connection timed out',
      'Connection timeout after',
      'ConnectTimeout',
      'connect timeout',
      'did not properly respond after a period of time',
      /dial tcp[^\n]{0,200}i\/o timeout/i,
      /Failed to connect to [^\n]{1,300}(?:timed out|timeout was reached)/i,
    ],
  },
  { kind: 'connection-refused', says: [/Failed to connect to [^\n]{1,300}Couldn't connect to/i] },

  {
    kind: 'header-refused',
    says: [
      'invalid header value',
      'invalid header field value',
      'Invalid character in header content',
      'character(s) in header value',
      'message header value',
      'New-line characters are not allowed in header',
      'is not a legal HTTP header value',
      'to a ByteString',
      'Unexpected char 0x',
      /invalid [\w-]{1,60} header$/im,
    ],
  },

  {
    kind: 'headers-timeout',
    says: [
      'Read timed out',
      'ReadTimeout',
      'awaiting headers',
      'request timed out',
      'HttpClient.Timeout',
      'HttpTimeoutException',
      'context deadline exceeded',
      'Headers Timeout Error',
      /Operation timed out after [^\n]{1,60} with 0 (?:out of 0 )?bytes/i,
      /timeout of \d{1,9} ?ms exceeded/i,
    ],
  },
  {
    kind: 'body-timeout',
    says: [
      'Body Timeout Error',
      'while reading body',
      /Operation timed out after [^\n]{1,60} with \d{1,15} (?:out of -?\d{1,15} )?bytes/i,
    ],
  },
  {
    kind: 'connection-closed',
    says: [
      'Empty reply from server',
      'Remote end closed connection without response',
      'RemoteDisconnected',
      'socket hang up',
      'other side closed',
      'Server disconnected without sending',
      'prematurely closed the connection',
      /: EOF$/m,
    ],
  },
  {
    kind: 'connection-reset',
    says: [
      'Connection reset',
      'Connection was reset',
      'ConnectionResetError',
      'reset by peer',
      'forcibly closed by the remote host',
      'was not closed cleanly',
    ],
  },
  {
    kind: 'body-cut',
    says: [
      'transfer closed with',
      'IncompleteRead',
      'Response ended prematurely',
      'ChunkedEncodingError',
      'unexpected EOF',
      'premature close',
    ],
  },
  {
    kind: 'body-undecodable',
    says: [
      'Unrecognized content encoding',
      'Error while processing content unencoding',
      'incorrect header check',
      'DecodingError',
    ],
  },
  {
    kind: 'malformed-response',
    says: [
      'malformed HTTP response',
      'malformed HTTP status',
      'BadStatusLine',
      'Received HTTP/0.9',
      'Weird server reply',
      'Parse Error: ',
      'Response does not match the HTTP/1.1 protocol',
    ],
  },
  {
    kind: 'headers-too-large',
    says: ['Headers Overflow', 'Header overflow', /got more than \d{1,5} headers/i],
  },
];

/**
 * Failures of proxies. They are looked for before the others: their texts also hold the words
 * for what happened on the way to the proxy.
 */
export const PROXY_PHRASES: readonly FailurePhrase[] = [
  { kind: 'proxy-auth-required', says: ['Proxy Authentication Required'] },
  { kind: 'proxy-timeout', says: ['Proxy CONNECT aborted due to timeout'] },
  { kind: 'proxy-bad-answer', says: ['Proxy CONNECT aborted', 'Invalid response from proxy'] },
  {
    kind: 'proxy-unreachable',
    says: [
      'Could not resolve proxy',
      'proxyconnect tcp',
      'Cannot connect to proxy',
      'Unable to connect to proxy',
      /Failed to connect to (?!localhost|127\.)\S{1,255} port (?:3128|8080|8888|8118|1080|9090)\b/i,
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

/** How clients report a proxy's answer to CONNECT; the group is its status. */
export const TUNNEL_STATUSES: readonly RegExp[] = [
  /CONNECT tunnel failed, response (\d{3})/i,
  /Received HTTP code (\d{3}) from proxy after CONNECT/i,
  /Proxy response \((\d{3})\) !== 200/i,
  /Tunnel connection failed: (\d{3})/i,
  /tunnel request to proxy [^\n]{0,300}failed with status code '?(\d{3})/i,
  /Proxy returns "HTTP\/1\.[01] (\d{3})/i,
];

const TCP_KINDS: readonly FailureKind[] = [
  'connection-refused',
  'connection-timeout',
  'network-unreachable',
  'host-unreachable',
  'blocked-locally',
];

/** Where a kind of failure usually happens. */
export function usualPhase(kind: FailureKind): Phase {
  if (kind.startsWith('dns-')) return 'dns';
  if (kind.startsWith('tls-')) return 'tls';
  if (kind.startsWith('proxy-')) return 'proxy';
  if (kind.startsWith('body-') || kind === 'length-mismatch') return 'body';
  if (kind === 'header-refused') return 'send';
  return TCP_KINDS.includes(kind) ? 'tcp' : 'wait';
}
