import type { FailurePhrase } from './phrase.ts';

/** Words of Python: ssl, urllib3, requests, httpx, aiohttp. */
export const PYTHON_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-wrong-name', says: ["doesn't match either of '"] },
  { kind: 'tls-bad-certificate', says: ['CERTIFICATE_VERIFY_FAILED'] },
  { kind: 'tls-timeout', says: ['handshake operation timed out'] },
  { kind: 'connection-closed', phase: 'tls', says: ['EOF occurred in violation of protocol'] },
  { kind: 'tls-failure', says: ['SSLError('] },
  { kind: 'dns-not-found', says: ['getaddrinfo failed', 'NameResolutionError'] },
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
  { kind: 'connection-reset', says: ['ConnectionResetError'] },
  {
    kind: 'body-cut',
    says: ['IncompleteRead', 'Response ended prematurely', 'ChunkedEncodingError'],
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
