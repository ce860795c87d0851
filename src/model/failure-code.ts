import type { FailureKind } from './exchange.ts';

/**
 * What each code of Node, OpenSSL, llhttp, zlib and undici means, whatever the phase.
 * The phase refines some of them afterwards. Source: measured/node-errors.
 */
const CODES_OF_KINDS: readonly (readonly [FailureKind, readonly string[]])[] = [
  ['dns-not-found', ['ENOTFOUND', 'ENODATA', 'ENONAME', 'EAI_NONAME', 'EAI_NODATA']],
  ['dns-failure', ['EAI_AGAIN', 'EAI_FAIL', 'EAI_MEMORY', 'EAI_SYSTEM', 'ESERVFAIL', 'EREFUSED']],
  ['dns-timeout', ['ETIMEOUT']],
  ['connection-refused', ['ECONNREFUSED']],
  ['connection-reset', ['ECONNRESET', 'ECONNABORTED']],
  ['connection-closed', ['EPIPE', 'ENOTCONN', 'ERR_STREAM_PREMATURE_CLOSE', 'UND_ERR_SOCKET']],
  [
    'connection-timeout',
    ['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT'],
  ],
  ['network-unreachable', ['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']],
  ['host-unreachable', ['EHOSTUNREACH', 'EHOSTDOWN']],
  ['blocked-locally', ['EACCES', 'EPERM']],
  ['tls-expired', ['CERT_HAS_EXPIRED']],
  ['tls-not-yet-valid', ['CERT_NOT_YET_VALID']],
  ['tls-wrong-name', ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']],
  ['tls-self-signed', ['DEPTH_ZERO_SELF_SIGNED_CERT']],
  [
    'tls-unknown-ca',
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_UNTRUSTED',
    ],
  ],
  [
    'tls-bad-certificate',
    [
      'CERT_CHAIN_TOO_LONG',
      'CERT_REJECTED',
      'CERT_REVOKED',
      'CERT_SIGNATURE_FAILURE',
      'CRL_HAS_EXPIRED',
      'CRL_NOT_YET_VALID',
      'CRL_SIGNATURE_FAILURE',
      'ERROR_IN_CERT_NOT_AFTER_FIELD',
      'ERROR_IN_CERT_NOT_BEFORE_FIELD',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'PATH_LENGTH_EXCEEDED',
      'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
      'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
      'UNABLE_TO_GET_CRL',
      'UNSPECIFIED',
    ],
  ],
  [
    'tls-protocol-mismatch',
    [
      'ERR_SSL_INAPPROPRIATE_FALLBACK',
      'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
      'ERR_SSL_NO_SHARED_CIPHER',
      'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
      'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
      'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'ERR_SSL_VERSION_TOO_LOW',
      'ERR_SSL_WRONG_SSL_VERSION',
    ],
  ],
  // OpenSSL reads "HTTP/" as a record header: the version is wrong or the length absurd.
  [
    'tls-plain-http',
    ['ERR_SSL_HTTP_REQUEST', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_WRONG_VERSION_NUMBER'],
  ],
  ['headers-too-large', ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']],
  ['malformed-response', ['HTTPParserError', 'ERR_HTTP_PARSER']],
  ['length-mismatch', ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH']],
  ['body-too-large', ['UND_ERR_RES_EXCEEDED_MAX_SIZE']],
  ['headers-timeout', ['UND_ERR_HEADERS_TIMEOUT']],
  ['body-timeout', ['UND_ERR_BODY_TIMEOUT']],
  [
    'header-refused',
    ['ERR_HTTP_INVALID_HEADER_VALUE', 'ERR_INVALID_CHAR', 'ERR_INVALID_HTTP_TOKEN'],
  ],
  ['deadline', ['TimeoutError']],
  ['interrupted', ['ABORT_ERR', 'AbortError', 'UND_ERR_ABORTED']],
];

const KIND_BY_CODE: ReadonlyMap<string, FailureKind> = new Map(
  CODES_OF_KINDS.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)),
);

/** The kind a code stands for by itself, or undefined for a code nobody has met. */
export function kindOfCode(code: string): FailureKind | undefined {
  const kind = KIND_BY_CODE.get(code);
  if (kind !== undefined) return kind;
  if (code.startsWith('HPE_')) return 'malformed-response';
  if (/^Z_[A-Z_]+$/.test(code)) return 'body-undecodable';
  if (/^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$)/.test(code)) return 'tls-failure';
  return undefined;
}
