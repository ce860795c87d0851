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
  { kind: 'connection-closed', says: ['Connection prematurely closed BEFORE'] },
  { kind: 'body-cut', says: ['Connection prematurely closed DURING'] },
];
