import type { FailurePhrase } from './phrase.ts';

/** Words of wget, with OpenSSL and with GnuTLS. */
export const WGET_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: ['Issued certificate not yet valid'] },
  {
    kind: 'tls-expired',
    says: ['Issued certificate has expired', /the certificate of \S{1,260} has expired/i],
  },
  {
    kind: 'tls-wrong-name',
    says: [
      "certificate's owner does not match hostname",
      'no certificate subject alternative name matches',
      /certificate common name \S{1,260} doesn.t match requested host name/i,
    ],
  },
  {
    kind: 'tls-unknown-ca',
    says: [
      "Unable to locally verify the issuer's authority",
      /the certificate of \S{1,260} doesn.t have a known issuer/i,
    ],
  },
  {
    kind: 'tls-bad-certificate',
    says: [/cannot verify \S{1,260} certificate/i, /the certificate of \S{1,260} is not trusted/i],
  },
  { kind: 'dns-not-found', says: ['unable to resolve host address'] },
];
