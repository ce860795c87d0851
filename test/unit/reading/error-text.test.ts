import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import { readPasted } from '../../../src/reading/from-text.ts';

const POOL =
  "HTTPSConnectionPool(host='api.lusha.com', port=443): Max retries exceeded with url: /v3/account/usage";

function failureIn(text: string): string {
  const [entry] = readPasted(text).entries;
  const { kind, code, phase } = entry?.exchange.failure ?? { kind: 'none', code: '', phase: '' };
  return [kind, phase, code].join(' | ');
}

describe('a system code of Node', () => {
  it.each([
    ['Error: getaddrinfo ENOTFOUND api.lusha.com', 'dns-not-found | dns | ENOTFOUND'],
    ['Error: getaddrinfo EAI_AGAIN api.lusha.com', 'dns-failure | dns | EAI_AGAIN'],
    ['Error: connect ECONNREFUSED 192.0.2.7:443', 'connection-refused | tcp | ECONNREFUSED'],
    ['Error: connect ETIMEDOUT 192.0.2.7:443', 'connection-timeout | tcp | ETIMEDOUT'],
    ['Error: read ECONNRESET', 'connection-reset | wait | ECONNRESET'],
    [
      "[cause]: ConnectTimeoutError: Connect Timeout Error\n  code: 'UND_ERR_CONNECT_TIMEOUT'",
      'connection-timeout | tcp | UND_ERR_CONNECT_TIMEOUT',
    ],
    ['UND_ERR_HEADERS_TIMEOUT', 'headers-timeout | wait | UND_ERR_HEADERS_TIMEOUT'],
    ['UND_ERR_BODY_TIMEOUT', 'body-timeout | body | UND_ERR_BODY_TIMEOUT'],
    [
      'SocketError: other side closed\n code: UND_ERR_SOCKET',
      'connection-closed | wait | UND_ERR_SOCKET',
    ],
    ['CERT_HAS_EXPIRED', 'tls-expired | tls | CERT_HAS_EXPIRED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-self-signed | tls | DEPTH_ZERO_SELF_SIGNED_CERT'],
    [
      'unable to verify the first certificate UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'tls-unknown-ca | tls | UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-wrong-name | tls | ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'EPROTO 12345:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
      'tls-plain-http | tls | wrong version number',
    ],
    [
      'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["api_key"]',
      'header-refused | send | ERR_INVALID_CHAR',
    ],
    [
      'InvalidArgumentError: invalid api_key header\n  code: UND_ERR_INVALID_ARG',
      'header-refused | send | UND_ERR_INVALID_ARG',
    ],
    [
      'TypeError: Cannot convert argument to a ByteString because the character at index 0',
      'header-refused | send | to a ByteString',
    ],
    ['AxiosError: timeout of 10000ms exceeded ECONNABORTED', 'deadline | wait | TimeoutError'],
    [
      'Client network socket disconnected before secure TLS connection was established ECONNRESET',
      'connection-closed | tls | before secure TLS connection',
    ],
    [
      'HTTPParserError: Response does not match the HTTP/1.1 protocol',
      'malformed-response | wait | HTTPParserError',
    ],
  ])('is read from %j', (text, expected) => {
    expect(failureIn(text)).toBe(expected);
  });
});

describe('an error of curl', () => {
  it.each([
    ['curl: (6) Could not resolve host: api.lusha.com', 'dns-not-found | dns | curl 6'],
    [
      'curl: (7) Failed to connect to api.lusha.com port 443 after 2 ms: Connection refused',
      'connection-refused | tcp | curl 7',
    ],
    [
      'curl: (7) Failed to connect to proxy.example port 3128: Connection refused',
      'proxy-unreachable | proxy | curl 7',
    ],
    [
      'curl: (7) Failed to connect to localhost port 8080: Connection refused',
      'connection-refused | tcp | curl 7',
    ],
    [
      'curl: (28) Operation timed out after 10001 milliseconds with 0 bytes received',
      'headers-timeout | wait | curl 28',
    ],
    [
      'curl: (28) Operation timed out after 10001 milliseconds with 512 bytes received',
      'body-timeout | body | curl 28',
    ],
    [
      'curl: (28) Failed to connect to api.lusha.com port 443 after 9000 ms: Timeout was reached',
      'connection-timeout | tcp | curl 28',
    ],
    [
      'curl: (35) error:0A00010B:SSL routines::wrong version number',
      'tls-plain-http | tls | curl 35',
    ],
    [
      'curl: (35) error:0A000410:SSL routines::ssl/tls alert handshake failure',
      'tls-protocol-mismatch | tls | curl 35',
    ],
    [
      'curl: (35) OpenSSL SSL_connect: Connection reset by peer in connection to api.lusha.com:443',
      'connection-reset | tls | curl 35',
    ],
    ['curl: (60) SSL certificate problem: certificate has expired', 'tls-expired | tls | curl 60'],
    [
      'curl: (60) SSL certificate problem: self-signed certificate',
      'tls-self-signed | tls | curl 60',
    ],
    [
      'curl: (60) SSL certificate problem: self signed certificate in certificate chain',
      'tls-unknown-ca | tls | curl 60',
    ],
    [
      "curl: (60) SSL: no alternative certificate subject name matches target host name 'x'",
      'tls-wrong-name | tls | curl 60',
    ],
    [
      'cURL error 60: SSL certificate problem: unable to get local issuer certificate',
      'tls-unknown-ca | tls | curl 60',
    ],
    ['curl: (52) Empty reply from server', 'connection-closed | wait | curl 52'],
    ['curl: (56) Recv failure: Connection reset by peer', 'connection-reset | wait | curl 56'],
    ['curl: (56) CONNECT tunnel failed, response 403', 'proxy-refused | proxy | curl 56'],
    [
      'curl: (56) Received HTTP code 407 from proxy after CONNECT',
      'proxy-auth-required | proxy | curl 56',
    ],
    ['curl: (5) Could not resolve proxy: proxy.example', 'proxy-unreachable | proxy | curl 5'],
    ['curl: (18) transfer closed with 100 bytes remaining to read', 'body-cut | body | curl 18'],
    [
      'curl: (61) Unrecognized content encoding type. libcurl understands deflate',
      'body-undecodable | body | curl 61',
    ],
    ['curl: (1) Received HTTP/0.9 when not allowed', 'malformed-response | wait | curl 1'],
  ])('is read from %j', (text, expected) => {
    expect(failureIn(text)).toBe(expected);
  });
});

describe('an exception of another language', () => {
  it.each([
    [
      `requests.exceptions.ConnectionError: ${POOL} (Caused by NameResolutionError("Failed to resolve 'api.lusha.com' ([Errno -2] Name or service not known)"))`,
      'dns-not-found',
    ],
    [
      `${POOL} (Caused by NewConnectionError('[Errno 111] Connection refused'))`,
      'connection-refused',
    ],
    [
      `${POOL} (Caused by ConnectTimeoutError('Connection to api.lusha.com timed out. (connect timeout=5)'))`,
      'connection-timeout',
    ],
    [
      "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.lusha.com', port=443): Read timed out. (read timeout=5)",
      'headers-timeout',
    ],
    [
      `${POOL} (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)')))`,
      'tls-unknown-ca',
    ],
    [
      `${POOL} (Caused by SSLError(SSLCertVerificationError("hostname mismatch, certificate is not valid for 'api.lusha.com'")))`,
      'tls-wrong-name',
    ],
    [
      `${POOL} (Caused by ProxyError('Unable to connect to proxy', OSError('Tunnel connection failed: 403 Forbidden')))`,
      'proxy-refused',
    ],
    [
      `${POOL} (Caused by ProxyError('Cannot connect to proxy.', NewConnectionError('[Errno 111] Connection refused')))`,
      'proxy-unreachable',
    ],
    [
      "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
      'connection-closed',
    ],
    [
      "('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
      'connection-reset',
    ],
    [
      "requests.exceptions.InvalidHeader: Invalid leading whitespace, reserved character(s), or return character(s) in header value: 'x'",
      'header-refused',
    ],
    ['Get "https://api.lusha.com/": dial tcp: lookup api.lusha.com: no such host', 'dns-not-found'],
    ['Get "https://api.lusha.com/": dial tcp 192.0.2.7:443: i/o timeout', 'connection-timeout'],
    ['Get "https://api.lusha.com/": net/http: TLS handshake timeout', 'tls-timeout'],
    [
      'Get "https://api.lusha.com/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'tls-unknown-ca',
    ],
    [
      'x509: certificate has expired or is not yet valid: current time 2026-11-23T12:00:00Z is after 2026-11-01T00:00:00Z',
      'tls-expired',
    ],
    [
      'x509: certificate has expired or is not yet valid: current time 2026-01-01T12:00:00Z is before 2026-11-01T00:00:00Z',
      'tls-not-yet-valid',
    ],
    [
      'Get "https://api.lusha.com/": x509: certificate is valid for example.com, not api.lusha.com',
      'tls-wrong-name',
    ],
    [
      'Get "https://api.lusha.com/": proxyconnect tcp: dial tcp 192.0.2.1:3128: connect: connection refused',
      'proxy-unreachable',
    ],
    [
      'Get "https://api.lusha.com/": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'headers-timeout',
    ],
    ['Get "https://api.lusha.com/": EOF', 'connection-closed'],
    ['java.net.UnknownHostException: api.lusha.com', 'dns-not-found'],
    [
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
      'tls-unknown-ca',
    ],
    [
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
      'tls-protocol-mismatch',
    ],
    [
      'java.io.IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 407 Proxy Authentication Required"',
      'proxy-auth-required',
    ],
    ['java.net.SocketTimeoutException: Connect timed out', 'connection-timeout'],
    [
      'System.Net.Http.HttpRequestException: No such host is known. (api.lusha.com:443)',
      'dns-not-found',
    ],
    [
      'The SSL connection could not be established, see inner exception. RemoteCertificateNameMismatch',
      'tls-wrong-name',
    ],
    [
      "The proxy tunnel request to proxy 'http://proxy.example:3128/' failed with status code '403'.",
      'proxy-refused',
    ],
    [
      'No connection could be made because the target machine actively refused it.',
      'connection-refused',
    ],
    [
      'The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.',
      'deadline',
    ],
  ])('is read from %j', (text, kind) => {
    expect(failureIn(text).split(' | ')[0]).toBe(kind);
  });
});

describe('a status that a program calls an error', () => {
  it.each([
    ['AxiosError: Request failed with status code 429', 429],
    [
      'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.lusha.com/v3/account/usage',
      401,
    ],
    ['urllib.error.HTTPError: HTTP Error 403: Forbidden', 403],
    ['curl: (22) The requested URL returned error: 503', 503],
    ['The remote server returned an error: (401) Unauthorized.', 401],
    ['Response status code does not indicate success: 402 (Payment Required).', 402],
    [
      'java.io.IOException: Server returned HTTP response code: 500 for URL: https://api.lusha.com/',
      500,
    ],
    ['GET https://api.lusha.com/v3/account/usage 401 (Unauthorized)', 401],
    ['Failed to load resource: the server responded with a status of 404 ()', 404],
    [`${POOL} (Caused by ResponseError('too many 429 error responses'))`, 429],
    ['gh: HTTP 403', 403],
    ['enriching ended with error 412', 412],
  ])('is read from %j', (text, status) => {
    const { kind, entries } = readPasted(text);
    expect([kind, entries[0]?.exchange.response?.status]).toEqual(['error-text', status]);
  });

  it('comes with the body and the call that the text quotes', () => {
    const text =
      'Client error: `POST https://api.lusha.com/v3/contacts/search` resulted in a `400 Bad Request` response:\n{"statusCode":400,"message":"Invalid API key format","error":"Bad Request"}';
    const [entry] = readPasted(text).entries;
    const facts = entry === undefined ? {} : factsOf(entry.exchange);
    expect(facts.message?.value).toBe('Invalid API key format');
    expect(facts.endpoint?.value).toBe('contacts.search');
    expect(facts.method?.value).toBe('POST');
  });
});

it.each([
  [
    'curl: (60) SSL certificate problem\nMore details here: https://curl.se/docs/sslcerts.html',
    undefined,
  ],
  ['See https://docs.lusha.com/authentication: connection refused', undefined],
  ['connection refused: https://api.lusha.com/v3/account/usage.', '/v3/account/usage'],
  [`${POOL} Connection refused`, '/v3/account/usage'],
])('takes only the URL of a call for the call in %j', (text, path) => {
  expect(readPasted(text).entries[0]?.exchange.request?.path).toBe(path);
});
