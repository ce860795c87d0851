import type { FailurePhrase } from './phrase.ts';

/** Words of Python: ssl, urllib3, requests, httpx, aiohttp. */
export const PYTHON_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-wrong-name', says: ["doesn't match either of '"] },
  { kind: 'tls-bad-certificate', says: ['CERTIFICATE_VERIFY_FAILED'] },
  { kind: 'tls-timeout', says: ['handshake operation timed out'] },
  { kind: 'connection-closed', phase: 'tls', says: ['EOF occurred in violation of protocol'] },
  { kind: 'tls-failure', says: ['SSLError('] },
  { kind: 'dns-not-found', says: ['getaddrinfo failed', 'NameResolutionError'] },
  // Sandboxes that keep a function off the network, Snowflake's among them.
  {
    kind: 'blocked-locally',
    says: ['[Errno 16] Device or resource busy', '[Errno 1] Operation not permitted'],
  },
  { kind: 'connection-refused', says: ['Connect call failed'] },
  { kind: 'connection-timeout', says: ['ConnectTimeout'] },
  {
    kind: 'header-refused',
    says: [
      'character(s) in header value',
      'is not a legal HTTP header value',
      /invalid header value/i,
    ],
  },
  { kind: 'headers-timeout', says: ['Read timed out', 'ReadTimeout'] },
  {
    kind: 'connection-closed',
    says: [
      'Remote end closed connection without response',
      'RemoteDisconnected',
      'Server disconnected',
    ],
  },
  {
    kind: 'connection-closed',
    says: [
      'Server disconnected without sending a response',
      'Cannot write to closing transport',
      /\bCan not write request body for\b/,
      'ServerDisconnectedError',
    ],
  },
  { kind: 'connection-timeout', says: ['Connection timeout to host', 'ConnectionTimeoutError'] },
  { kind: 'headers-timeout', says: ['Timeout on reading data from socket', 'SocketTimeoutError'] },
  {
    kind: 'unclassified',
    code: 'own pool',
    isCode: true,
    says: [/\b(?:httpx|httpcore)\.PoolTimeout\b/, /^PoolTimeout\b/m],
  },
  {
    kind: 'connection-reset',
    says: ['ConnectionResetError', /\b(?:httpx|httpcore)\.(?:Read|Write)Error\b/],
  },
  {
    kind: 'body-cut',
    says: [
      'IncompleteRead',
      // With an article it is .NET's, and about the whole answer.
      /(?<!the )\bResponse ended prematurely/i,
      'ChunkedEncodingError',
      'Response payload is not completed',
      'TransferEncodingError',
      'ContentLengthError',
    ],
  },
  { kind: 'body-undecodable', says: ['DecodingError'] },
  { kind: 'malformed-response', says: ['BadStatusLine'] },
  { kind: 'headers-too-large', says: [/got more than \d{1,5} headers/i] },
  {
    kind: 'unclassified',
    code: 'local file',
    says: ['Could not find a suitable TLS CA certificate bundle'],
  },
];
