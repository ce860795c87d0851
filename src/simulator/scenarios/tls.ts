import { breakingTls, scenario } from './build.ts';

/** The TLS handshake fails. The later ones need a certificate with that fault. */
export const TLS_SCENARIOS = [
  breakingTls('tls-plain-http', 'plain HTTP where TLS is expected', 'plain-http'),
  breakingTls('tls-timeout', 'the handshake gets no answer', 'silence'),
  breakingTls('tls-protocol-mismatch', 'the other side wants another TLS version', 'old-protocol'),
  breakingTls('tls-no-common-cipher', 'no cipher in common', 'no-common-cipher', {
    cause: 'tls-protocol-mismatch',
  }),
  breakingTls('tls-failure', 'the other side gives up in the handshake', 'internal-error'),
  breakingTls('tls-reset', 'the connection is reset in the handshake', 'reset', {
    cause: 'connection-reset',
  }),
  scenario(
    'tls-expired',
    'the certificate has expired',
    { kind: 'api' },
    { certificate: 'expired' },
  ),
  scenario(
    'certificate-expires-soon',
    'the certificate is good for five more days',
    { kind: 'api' },
    { certificate: 'expires-soon' },
  ),
  scenario(
    'tls-not-yet-valid',
    'the certificate is not valid yet',
    { kind: 'api' },
    {
      certificate: 'not-yet-valid',
    },
  ),
  scenario(
    'tls-wrong-name',
    'the certificate is for another host',
    { kind: 'api' },
    {
      certificate: 'wrong-name',
    },
  ),
  scenario(
    'tls-self-signed',
    'the certificate is signed by itself',
    { kind: 'api' },
    {
      certificate: 'self-signed',
    },
  ),
  scenario(
    'tls-unknown-ca',
    'the certificate comes from a company authority',
    { kind: 'api' },
    {
      certificate: 'unknown-ca',
    },
  ),
  scenario(
    'tls-bad-certificate',
    'the certificate is not for servers',
    { kind: 'api' },
    { certificate: 'wrong-purpose' },
  ),
] as const;
