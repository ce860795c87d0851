import type { FailurePhrase } from './phrase.ts';

/** Words of Go's net and crypto packages. */
export const GO_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: [/not yet valid: current time \S{1,40} is before/i] },
  {
    kind: 'tls-wrong-name',
    says: [
      'x509: certificate is valid for',
      'x509: certificate is not valid for any',
      'x509: cannot validate certificate for',
    ],
  },
  { kind: 'tls-unknown-ca', says: ['signed by unknown authority'] },
  { kind: 'tls-bad-certificate', says: ['x509: '] },
  {
    kind: 'tls-plain-http',
    says: ['first record does not look like a TLS handshake', 'gave HTTP response to HTTPS client'],
  },
  { kind: 'tls-timeout', says: ['TLS handshake timeout'] },
  { kind: 'dns-failure', says: ['server misbehaving'] },
  { kind: 'dns-not-found', says: ['no such host'] },
  { kind: 'blocked-locally', says: ['connect: permission denied'] },
  { kind: 'dns-timeout', says: [/\blookup \S{1,255}(?: on \S{1,60})?: [^\n]{0,120}i\/o timeout/i] },
  { kind: 'connection-timeout', says: [/dial tcp[^\n]{0,200}i\/o timeout/i] },
  { kind: 'header-refused', says: ['invalid header field value'] },
  {
    kind: 'headers-timeout',
    says: ['awaiting headers', 'awaiting response headers', 'context deadline exceeded'],
  },
  {
    kind: 'connection-closed',
    says: [
      'http2: client connection lost',
      'http: server closed idle connection',
      'use of closed network connection',
      'write: broken pipe',
    ],
  },
  { kind: 'body-timeout', says: ['while reading body'] },
  { kind: 'connection-closed', says: [/: EOF$/m] },
  { kind: 'body-cut', says: ['unexpected EOF'] },
  { kind: 'malformed-response', says: ['malformed HTTP response', 'malformed HTTP status'] },
];
