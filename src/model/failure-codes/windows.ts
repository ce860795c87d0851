import type { KindsOfCodes } from './kinds-of-codes.ts';

/** Names of Schannel's and CryptoAPI's results. */
export const WINDOWS_CODES: KindsOfCodes = [
  // Also for a certificate that is not valid yet.
  ['tls-expired', ['SEC_E_CERT_EXPIRED', 'CERT_E_EXPIRED']],
  ['tls-wrong-name', ['SEC_E_WRONG_PRINCIPAL', 'CERT_E_CN_NO_MATCH']],
  [
    'tls-unknown-ca',
    ['SEC_E_UNTRUSTED_ROOT', 'CERT_E_UNTRUSTEDROOT', 'CERT_E_CHAINING', 'CERT_E_UNTRUSTEDCA'],
  ],
  [
    'tls-bad-certificate',
    [
      'SEC_E_CERT_UNKNOWN',
      'SEC_E_CERT_WRONG_USAGE',
      'CERT_E_REVOKED',
      'CERT_E_WRONG_USAGE',
      'CRYPT_E_REVOKED',
      'TRUST_E_CERT_SIGNATURE',
    ],
  ],
  ['tls-protocol-mismatch', ['SEC_E_ALGORITHM_MISMATCH', 'SEC_E_UNSUPPORTED_FUNCTION']],
  // What came back is no TLS record, or one that is damaged.
  ['tls-failure', ['SEC_E_INVALID_TOKEN', 'SEC_E_ILLEGAL_MESSAGE', 'SEC_E_INTERNAL_ERROR']],
  [
    'tls-failure',
    ['CRYPT_E_NO_REVOCATION_CHECK', 'CRYPT_E_REVOCATION_OFFLINE', 'CERT_E_REVOCATION_FAILURE'],
  ],
];

/** The numbers of these results. The text beside a number is in the language of the system. */
export const WINDOWS_NUMBERS: ReadonlyMap<string, string> = new Map([
  ['0x80090302', 'SEC_E_UNSUPPORTED_FUNCTION'],
  ['0x80090304', 'SEC_E_INTERNAL_ERROR'],
  ['0x80090308', 'SEC_E_INVALID_TOKEN'],
  ['0x80090322', 'SEC_E_WRONG_PRINCIPAL'],
  ['0x80090325', 'SEC_E_UNTRUSTED_ROOT'],
  ['0x80090326', 'SEC_E_ILLEGAL_MESSAGE'],
  ['0x80090327', 'SEC_E_CERT_UNKNOWN'],
  ['0x80090328', 'SEC_E_CERT_EXPIRED'],
  ['0x80090331', 'SEC_E_ALGORITHM_MISMATCH'],
  ['0x80090349', 'SEC_E_CERT_WRONG_USAGE'],
  ['0x80092010', 'CRYPT_E_REVOKED'],
  ['0x80092012', 'CRYPT_E_NO_REVOCATION_CHECK'],
  ['0x80092013', 'CRYPT_E_REVOCATION_OFFLINE'],
  ['0x80096004', 'TRUST_E_CERT_SIGNATURE'],
  ['0x800b0101', 'CERT_E_EXPIRED'],
  ['0x800b0109', 'CERT_E_UNTRUSTEDROOT'],
  ['0x800b010a', 'CERT_E_CHAINING'],
  ['0x800b010c', 'CERT_E_REVOKED'],
  ['0x800b010e', 'CERT_E_REVOCATION_FAILURE'],
  ['0x800b010f', 'CERT_E_CN_NO_MATCH'],
  ['0x800b0110', 'CERT_E_WRONG_USAGE'],
  ['0x800b0112', 'CERT_E_UNTRUSTEDCA'],
]);
