import type { FailurePhrase } from './phrase.ts';

/** Words of OpenSSL, LibreSSL and NSS, which clients of many languages repeat. */
export const OPENSSL_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: ['certificate is not yet valid'] },
  {
    kind: 'tls-expired',
    says: ['certificate has expired', /peer's certificate (?:issuer's certificate )?has expired/i],
  },
  {
    kind: 'tls-wrong-name',
    says: [
      'Hostname mismatch',
      'IP address mismatch',
      "requested domain name does not match the server's certificate",
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
      'certificate issuer is not recognized',
      'certificate issuer has been marked as not trusted',
      'alert unknown ca',
    ],
  },
  { kind: 'tls-self-signed', says: ['self-signed certificate', 'self signed certificate'] },
  {
    kind: 'tls-bad-certificate',
    code: 'strict verification',
    isCode: true,
    says: [
      'Basic Constraints of CA cert not marked critical',
      'Missing Authority Key Identifier',
      'Missing Subject Key Identifier',
      'CA cert does not include key usage extension',
    ],
  },
  { kind: 'tls-bad-certificate', says: ['certificate verify failed'] },
  {
    kind: 'tls-plain-http',
    says: ['wrong version number', 'WRONG_VERSION_NUMBER', 'packet length too long'],
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
      'no protocols available',
      'no cypher overlap',
    ],
  },
  {
    kind: 'connection-closed',
    phase: 'tls',
    says: ['unexpected eof while reading', 'UNEXPECTED_EOF_WHILE_READING'],
  },
  {
    kind: 'connection-reset',
    phase: 'tls',
    says: ['SSL_ERROR_SYSCALL', /(?:TLS connect error|SSL_connect): [^\n]{0,200}reset by peer/i],
  },
  { kind: 'tls-failure', says: ['SSL_connect'] },
];
