import type { KindsOfCodes } from './kinds-of-codes.ts';

/** Chromium's net error codes (`net::ERR_…`), as Chrome, Edge, Electron and WebView print them. */
export const CHROMIUM_CODES: KindsOfCodes = [
  ['dns-not-found', ['ERR_NAME_NOT_RESOLVED']],
  [
    'dns-failure',
    [
      'ERR_NAME_RESOLUTION_FAILED',
      'ERR_DNS_MALFORMED_RESPONSE',
      'ERR_DNS_SERVER_FAILED',
      'ERR_DNS_SERVER_REQUIRES_TCP',
      'ERR_DNS_SECURE_RESOLVER_HOSTNAME_RESOLUTION_FAILED',
      'ERR_ICANN_NAME_COLLISION',
    ],
  ],
  ['dns-timeout', ['ERR_DNS_TIMED_OUT']],
  ['connection-refused', ['ERR_CONNECTION_REFUSED']],
  ['connection-reset', ['ERR_CONNECTION_RESET', 'ERR_CONNECTION_ABORTED']],
  [
    'connection-closed',
    ['ERR_CONNECTION_CLOSED', 'ERR_EMPTY_RESPONSE', 'ERR_SOCKET_NOT_CONNECTED'],
  ],
  ['connection-timeout', ['ERR_CONNECTION_TIMED_OUT']],
  ['network-unreachable', ['ERR_INTERNET_DISCONNECTED']],
  ['host-unreachable', ['ERR_ADDRESS_UNREACHABLE']],
  [
    'blocked-locally',
    [
      'ERR_NETWORK_ACCESS_DENIED',
      'ERR_BLOCKED_BY_CLIENT',
      'ERR_BLOCKED_BY_ADMINISTRATOR',
      'ERR_BLOCKED_ENROLLMENT_CHECK_PENDING',
    ],
  ],
  ['tls-expired', ['ERR_CERT_DATE_INVALID']],
  ['tls-wrong-name', ['ERR_CERT_COMMON_NAME_INVALID']],
  ['tls-unknown-ca', ['ERR_CERT_AUTHORITY_INVALID', 'ERR_CERT_SYMANTEC_LEGACY']],
  [
    'tls-bad-certificate',
    [
      'ERR_CERT_CONTAINS_ERRORS',
      'ERR_CERT_INVALID',
      'ERR_CERT_KNOWN_INTERCEPTION_BLOCKED',
      'ERR_CERT_NAME_CONSTRAINT_VIOLATION',
      'ERR_CERT_NON_UNIQUE_NAME',
      'ERR_CERT_REVOKED',
      'ERR_CERT_VALIDITY_TOO_LONG',
      'ERR_CERT_WEAK_KEY',
      'ERR_CERT_WEAK_SIGNATURE_ALGORITHM',
      'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED',
      'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
      'ERR_SSL_SERVER_CERT_BAD_FORMAT',
    ],
  ],
  ['tls-protocol-mismatch', ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'ERR_SSL_OBSOLETE_VERSION']],
  [
    'tls-failure',
    [
      'ERR_BAD_SSL_CLIENT_AUTH_CERT',
      'ERR_CERT_NO_REVOCATION_MECHANISM',
      'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
      'ERR_SSL_PROTOCOL_ERROR',
    ],
  ],
  [
    'malformed-response',
    [
      'ERR_HTTP2_PROTOCOL_ERROR',
      'ERR_INVALID_CHUNKED_ENCODING',
      'ERR_INVALID_HTTP_RESPONSE',
      'ERR_INVALID_RESPONSE',
      'ERR_QUIC_PROTOCOL_ERROR',
      'ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH',
      'ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION',
    ],
  ],
  ['headers-too-large', ['ERR_RESPONSE_HEADERS_TOO_BIG']],
  ['body-cut', ['ERR_CONTENT_LENGTH_MISMATCH', 'ERR_INCOMPLETE_CHUNKED_ENCODING']],
  ['body-undecodable', ['ERR_CONTENT_DECODING_FAILED', 'ERR_CONTENT_DECODING_INIT_FAILED']],
  ['proxy-unreachable', ['ERR_PROXY_CONNECTION_FAILED', 'ERR_SOCKS_CONNECTION_FAILED']],
  ['proxy-refused', ['ERR_TUNNEL_CONNECTION_FAILED', 'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE']],
  [
    'proxy-auth-required',
    [
      'ERR_PROXY_AUTH_REQUESTED',
      'ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION',
      'ERR_PROXY_AUTH_UNSUPPORTED',
    ],
  ],
  ['proxy-unsupported', ['ERR_NO_SUPPORTED_PROXIES']],
  ['interrupted', ['ERR_ABORTED']],
  [
    'unclassified',
    [
      // Chrome's own rules keep the answer from the page.
      'ERR_BLOCKED_BY_ORB',
      'ERR_BLOCKED_BY_RESPONSE',
      'ERR_DISALLOWED_URL_SCHEME',
      'ERR_TOO_MANY_REDIRECTS',
      'ERR_UNKNOWN_URL_SCHEME',
    ],
  ],
];
