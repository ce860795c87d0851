import type { FailurePhrase } from './phrase.ts';

/** Words of the JVM and of OkHttp, Apache HttpClient and Netty on it. */
export const JVM_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: ['CertificateNotYetValidException'] },
  { kind: 'tls-expired', says: ['CertificateExpiredException', 'timestamp check failed'] },
  {
    kind: 'tls-wrong-name',
    says: [
      'No subject alternative',
      'No name matching',
      /\bHostname \S{1,255} (?:\([^)\n]{0,100}\) )?(?:was )?not verified/i,
    ],
  },
  {
    kind: 'tls-unknown-ca',
    says: [
      'PKIX path building failed',
      'unable to find valid certification path',
      'Trust anchor for certification path not found',
    ],
  },
  {
    kind: 'tls-plain-http',
    says: [
      'Unsupported or unrecognized SSL message',
      'Unrecognized SSL message, plaintext connection?',
    ],
  },
  {
    kind: 'connection-reset',
    phase: 'tls',
    says: ['Remote host terminated the handshake'],
    beside: /\bCaused by: [\w.]{0,80}(?:SocketException|IOException): Connection reset/,
  },
  { kind: 'connection-closed', phase: 'tls', says: ['Remote host terminated the handshake'] },
  { kind: 'tls-failure', says: ['SSLHandshakeException'] },
  { kind: 'dns-not-found', says: ['UnknownHostException', 'UnresolvedAddressException'] },
  { kind: 'host-unreachable', says: ['NoRouteToHostException'] },
  { kind: 'header-refused', says: ['Unexpected char 0x'] },
  {
    kind: 'tls-timeout',
    says: [/\bhandshake timed out after \d{1,7} ?ms/i],
  },
  { kind: 'dns-timeout', says: ['DnsNameResolverTimeoutException'] },
  { kind: 'dns-not-found', says: [/DnsErrorCauseException[^\n]{0,200}NXDOMAIN/] },
  {
    kind: 'unclassified',
    code: 'own pool',
    isCode: true,
    says: [
      'Timeout waiting for connection from pool',
      'ConnectionPoolTimeoutException',
      'ConnectionRequestTimeoutException',
      /Pending acquire queue has reached its maximum size/i,
      'PoolAcquireTimeoutException',
      /\btoo many concurrent streams\b/i,
      /Maximum active streams violated for this endpoint/i,
      /\bToo many connections: \d{1,6}\b/,
    ],
  },
  {
    kind: 'connection-closed',
    says: [
      'Connection prematurely closed BEFORE',
      'NoHttpResponseException',
      'The target server failed to respond',
      /:\d{1,5} failed to respond\b/,
      'ConnectionClosedException',
      'HTTP/1.1 header parser received no bytes',
      'EOF reached while reading',
      /unexpected end of stream on https?:/i,
      'StacklessClosedChannelException',
      'ClosedChannelException',
      'Connection has been closed BEFORE',
      'ConnectionShutdownException',
      /(?<=Exception: )Remotely closed\b/,
      'the server prematurely closed the connection',
    ],
  },
  {
    kind: 'headers-timeout',
    says: [
      /\bRead timeout to \S{1,255} after \d{1,9} ms/i,
      'Socket timeout has expired',
      'Timeout due to inactivity',
      'HTTP/2 stream idle timeout',
    ],
  },
  { kind: 'connection-timeout', says: ['Connect timeout has expired'] },
  {
    kind: 'deadline',
    phase: 'wait',
    code: 'TimeoutError',
    says: [/\bRequest timeout to \S{1,255} after \d{1,9} ms/i],
  },
  {
    kind: 'body-cut',
    says: [
      /\bfixed content-length: \d{1,15}, bytes received: \d{1,15}/i,
      'chunked transfer encoding, state:',
      'Premature end of Content-Length delimited message body',
      'Premature end of chunk coded message body',
    ],
  },
  { kind: 'interrupted', says: [/\bjava\.io\.IOException: Canceled\b/, 'selector manager closed'] },
  { kind: 'body-cut', says: ['Connection prematurely closed DURING'] },
];
