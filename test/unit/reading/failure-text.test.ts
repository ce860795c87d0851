import { describe, expect, it } from 'vitest';
import { answeredBy } from '../../../src/evidence/answered-by.ts';
import {
  bodyFailureIn,
  causeCodeIn,
  connectionFailureIn,
  corsFailureIn,
  proxyFailureIn,
} from '../../../src/reading/matches/failure-text.ts';
import { FAILURE_PHRASES } from '../../../src/reading/matches/failure-phrases.ts';
import { readHar } from '../../../src/reading/forms/har.ts';
import { answered } from '../../support/answers.ts';

function failureIn(text: string): string {
  const { kind, phase, code } = connectionFailureIn(text)?.failure ?? {
    kind: 'none',
    phase: '',
    code: '',
  };
  return [kind, phase, code].join(' | ');
}

describe('a code of a browser', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns-not-found'],
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'connection-timeout'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-unknown-ca'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'tls-wrong-name'],
    ['net::ERR_CERT_DATE_INVALID', 'tls-expired'],
    ['net::ERR_EMPTY_RESPONSE', 'connection-closed'],
    ['net::ERR_INTERNET_DISCONNECTED', 'network-unreachable'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls-protocol-mismatch'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-failure'],
    ['net::ERR_BLOCKED_BY_CLIENT.Inspector', 'blocked-locally'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'malformed-response'],
    ['net::ERR_TIMED_OUT', 'none'],
    ['NS_ERROR_UNKNOWN_HOST', 'dns-not-found'],
    ['NS_ERROR_NET_RESET', 'connection-reset'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'proxy-unreachable'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'tls-unknown-ca'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'tls-wrong-name'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'tls-self-signed'],
    ['PR_END_OF_FILE_ERROR', 'connection-closed'],
  ])('%s is %s', (code, kind) => {
    const text = `POST https://api.lusha.com/v3/contacts/enrich ${code}\nUncaught (in promise) Error`;
    expect(failureIn(text).split(' | ')[0]).toBe(kind);
  });
});

describe('the number of curl', () => {
  it.each([
    [
      "(28) Failed to connect to api.lusha.com port 443 after 21041 ms: Couldn't connect to server",
      'connection-timeout | tcp | curl 28',
    ],
    [
      '(7) Failed to connect to api.lusha.com port 443 after 12 ms: Could not connect to server',
      'connection-refused | tcp | curl 7',
    ],
    ['(18) end of response with 512 bytes missing', 'body-cut | body | curl 18'],
    ['(3) URL rejected: No host part in the URL', 'unclassified | send | curl 3'],
    ['(16) Error in the HTTP2 framing layer', 'malformed-response | wait | curl 16'],
    ['(26) Failed to open body.json', 'unclassified | send | curl 26'],
    ['(35) SSL connect error', 'tls-failure | tls | curl 35'],
    ['(35) Recv failure: Connection was reset', 'connection-reset | tls | curl 35'],
    ['(47) Maximum (50) redirects followed', 'unclassified | wait | curl 47'],
    ["(60) Peer's Certificate issuer is not recognized.", 'tls-unknown-ca | tls | curl 60'],
    ['(60) in words that nobody has met', 'tls-bad-certificate | tls | curl 60'],
    ['(77) Problem with the SSL CA cert (path? access rights?)', 'unclassified | send | curl 77'],
    ['(28) Timeout was reached', 'none |  | '],
    ['(22) The requested URL returned error: 503', 'none |  | '],
    [
      '(35) schannel: next InitializeSecurityContext failed: Unknown error (0x80092012) - Die Sperrfunktion',
      'tls-failure | tls | CRYPT_E_NO_REVOCATION_CHECK',
    ],
    [
      '(60) schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - Die Zertifikatkette',
      'tls-unknown-ca | tls | SEC_E_UNTRUSTED_ROOT',
    ],
    ['(35) NSS error -12190', 'tls-protocol-mismatch | tls | SSL_ERROR_PROTOCOL_VERSION_ALERT'],
    ['(97) connection to proxy closed', 'none |  | '],
  ])('%s', (text, expected) => {
    expect(failureIn(`curl: ${text}`)).toBe(expected);
  });

  it('is not the version of curl', () => {
    expect(failureIn('curl 7.19.7 (x86_64)\nConnection reset by peer')).toBe(
      'connection-reset | wait | Connection reset',
    );
  });
});

describe('a host that is a piece of the command line', () => {
  const PIECE = 'unclassified | send | curl 6, a piece of the command';

  it.each([
    ['application', PIECE],
    ['api_key', PIECE],
    ['json', PIECE],
    ["[masked]'", PIECE],
    ['example.com}]}', PIECE],
    ['Müller', PIECE],
    ['api.lusha.com', 'dns-not-found | dns | curl 6'],
    ['lusha-mock', 'dns-not-found | dns | curl 6'],
  ])('%s', (host, expected) => {
    expect(failureIn(`curl: (6) Could not resolve host: ${host}`)).toBe(expected);
  });

  it('gives way to a failure that is about the host of the API', () => {
    const text = [
      'curl: (28) Connection timed out after 5001 milliseconds',
      'curl: (6) Could not resolve host: application',
    ].join('\n');
    expect(failureIn(text)).toBe('connection-timeout | tcp | curl 28');
  });

  it('is the host after all where a URL names it', () => {
    expect(failureIn('curl https://intranet/v3\ncurl: (6) Could not resolve host: intranet')).toBe(
      'dns-not-found | dns | curl 6',
    );
  });
});

describe('words of other clients', () => {
  it.each([
    ["wget: unable to resolve host address 'api.lusha.com'", 'dns-not-found'],
    [
      "ERROR: cannot verify api.lusha.com's certificate, issued by 'CN=Corp':\n  Unable to locally verify the issuer's authority.",
      'tls-unknown-ca',
    ],
    [
      "ERROR: cannot verify api.lusha.com's certificate, issued by 'CN=Corp':",
      'tls-bad-certificate',
    ],
    ["The client does not trust the proxy's certificate for api.lusha.com", 'tls-unknown-ca'],
    ['Exception: DNS error: https://api.lusha.com/', 'dns-not-found'],
    ['Exception: Attribut mit ungültigem Wert angegeben: Header:api_key', 'header-refused'],
    ['SocketException (11001): Der angegebene Host ist unbekannt.', 'dns-not-found'],
    ['SocketException (10061): Aucune connexion', 'connection-refused'],
    ['{:error, %Mint.TransportError{reason: :nxdomain}}', 'dns-not-found'],
    ['Error Domain=NSURLErrorDomain Code=-1202 "…"', 'tls-unknown-ca'],
    ['Error Domain=NSURLErrorDomain Code=-1001 "…"', 'none'],
  ])('%s', (text, kind) => {
    expect(failureIn(text).split(' | ')[0]).toBe(kind);
  });

  it('are ordered by kind, whatever family they come from', () => {
    const kinds = FAILURE_PHRASES.map(({ kind }) => kind);
    expect(kinds.indexOf('tls-unknown-ca')).toBeLessThan(kinds.indexOf('tls-bad-certificate'));
    expect(kinds.lastIndexOf('tls-failure')).toBeLessThan(kinds.indexOf('dns-timeout'));
  });
});

describe('words of runtimes and their libraries', () => {
  it.each([
    [
      'Invoke-RestMethod : The request was aborted: Could not create SSL/TLS secure channel.',
      'tls-failure',
    ],
    ["Invoke-RestMethod : Le nom distant n'a pas pu être résolu: 'api.lusha.com'", 'dns-not-found'],
    [
      'Unable to connect to the remote server ---> SocketException (10060): Ein Verbindungsversuch',
      'connection-timeout',
    ],
    ['Invoke-RestMethod : Unable to connect to the remote server', 'unclassified'],
    ['invalid peer certificate: UnknownIssuer', 'tls-unknown-ca'],
    ['invalid peer certificate: Expired', 'tls-expired'],
    ['invalid peer certificate: certificate not valid for name "api.lusha.com"', 'tls-wrong-name'],
    ['invalid peer certificate: BadEncoding', 'tls-bad-certificate'],
    [
      'hyper::Error(IncompleteMessage): connection closed before message completed',
      'connection-closed',
    ],
    ['dns error: failed to lookup address information: Name or service not known', 'dns-not-found'],
    ['error trying to connect: dns error: failed', 'dns-failure'],
    [
      'reqwest::Error { kind: Request, source: TimedOut }\nCaused by:\n    operation timed out',
      'deadline',
    ],
    [
      'HttpRequestTimeoutException: Request timeout has expired [url=https://api.lusha.com]',
      'deadline',
    ],
    ['java.net.SocketTimeoutException: timeout\n\tat okhttp3.internal', 'deadline'],
    ['java.net.SocketTimeoutException: Read timed out', 'headers-timeout'],
    [
      'java.net.SocketTimeoutException: Read timed out\n\tat sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:455)',
      'tls-timeout',
    ],
    ['SSLPeerUnverifiedException: Hostname api.lusha.com not verified:', 'tls-wrong-name'],
    [
      'javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?',
      'tls-plain-http',
    ],
    [
      'java.net.ConnectException\nCaused by: java.nio.channels.UnresolvedAddressException',
      'dns-not-found',
    ],
    ['Exception in thread "main" java.net.ConnectException\n\tat java.net.http', 'unclassified'],
    [
      'SSLHandshakeException: Remote host terminated the handshake\nCaused by: java.net.SocketException: Connection reset',
      'connection-reset',
    ],
    [
      'SSLHandshakeException: Remote host terminated the handshake\nCaused by: java.io.EOFException: SSL peer shut down incorrectly',
      'connection-closed',
    ],
    ['Net::OpenTimeout: execution expired', 'connection-timeout'],
    ['aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected', 'connection-closed'],
    ['PrematureCloseException: Connection prematurely closed BEFORE response', 'connection-closed'],
    ['PrematureCloseException: Connection prematurely closed DURING response', 'body-cut'],
    ['HttpException: Connection closed before full header was received', 'connection-closed'],
    ['error: Unable to connect. Is the computer able to access the url?', 'unclassified'],
    [
      String.raw`cURL error 7: Failed to connect to api.lusha.com port 443: Couldn\'t connect to server`,
      'connection-refused',
    ],
    ['FetchError: network timeout at: https://api.lusha.com/v3/account/usage', 'deadline'],
    ['FetchError: Response timeout while trying to fetch https://api.lusha.com', 'body-timeout'],
    ['2026-01-01T00:00:00Z 5b2 Task timed out after 3.00 seconds', 'unclassified'],
  ])('%s', (text, kind) => {
    expect(failureIn(text).split(' | ')[0]).toBe(kind);
  });
});

describe('a time-out', () => {
  it.each([
    ["RequestError: Timeout awaiting 'lookup' for 500ms\n  code: 'ETIMEDOUT'", 'dns-timeout'],
    [
      "RequestError: Timeout awaiting 'connect' for 500ms\n  code: 'ETIMEDOUT'",
      'connection-timeout',
    ],
    ["RequestError: Timeout awaiting 'secureConnect' for 500ms", 'tls-timeout'],
    ["RequestError: Timeout awaiting 'response' for 500ms\n  code: 'ETIMEDOUT'", 'headers-timeout'],
    ["RequestError: Timeout awaiting 'request' for 500ms\n  code: 'ETIMEDOUT'", 'deadline'],
    ['TimeoutError: The read operation timed out', 'headers-timeout'],
    [
      'File "/usr/lib/python3.11/http/client.py", line 590, in _read_chunked\nTimeoutError: The read operation timed out',
      'body-timeout',
    ],
    ['TimeoutError: _ssl.c:989: The handshake operation timed out', 'tls-timeout'],
    ['urllib.error.URLError: <urlopen error timed out>', 'connection-timeout'],
    ['Error: read ETIMEDOUT', 'headers-timeout'],
    ['Error: connect ETIMEDOUT 192.0.2.1:443', 'connection-timeout'],
  ])('has the phase that %j names', (text, kind) => {
    expect(failureIn(text).split(' | ')[0]).toBe(kind);
  });

  it('of which no phase is named has the name by which it is told from that of a probe', () => {
    expect(failureIn('raise TimeoutError from exc\nTimeoutError')).toBe(
      'deadline | wait | TimeoutError',
    );
  });
});

describe('a code', () => {
  it.each([
    [
      "ParseError: x\n  options: {\n    retry: {\n      errorCodes: [\n        'ETIMEDOUT',\n      ]\n    }\n  }",
      'none',
    ],
    ["retry: { limit: 2, errorCodes: [ 'ETIMEDOUT', 'ECONNRESET' ] }", 'none'],
    ["HTTPError: x\n  errorCodes: [\n    'ETIMEDOUT',\n    'ECONNRESET'\n  ]", 'none'],
    ['{"message":"x","retryOn":["ETIMEDOUT","ECONNRESET"]}', 'none'],
    [
      "Error: x\n  retried after ECONNRESET\n  code: 'ENOTFOUND'",
      'dns-not-found | dns | ENOTFOUND',
    ],
    [
      "AbortError: aborted\n  [cause]: Error\n    code: 'UND_ERR_CONNECT_TIMEOUT'",
      'connection-timeout | tcp | UND_ERR_CONNECT_TIMEOUT',
    ],
  ])('of a list or of settings is not what happened: %j', (text, expected) => {
    expect(failureIn(text).replace(/^none.*/, 'none')).toBe(expected);
  });

  it.each([
    [
      "TypeError: fetch failed\n  [cause]: Error\n    code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'\n POST /api/enrich 500 in 429ms",
      'tls-unknown-ca',
    ],
    ['{"level":"error","code":"ECONNRESET","path":"/api"}', 'connection-reset'],
    ["Error: socket hang up\n  code: 'ECONNRESET'\n GET / 500", 'connection-closed'],
    ["AxiosError: Request failed with status code 401\n  code: 'ERR_BAD_REQUEST'", undefined],
    ['ECONNRESET, retried\nHTTP 401', undefined],
    ["errorCodes: [ 'ECONNRESET' ]\nstatus: 401", undefined],
    ["code: 'ABORT_ERR'\nstatus 429", undefined],
    ["curl: (22) The requested URL returned error: 503\ncode: 'ECONNRESET'", undefined],
  ])('of the cause in %j goes before a status', (text, kind) => {
    expect(causeCodeIn(text)?.failure.kind).toBe(kind);
  });

  it('is found in time, however the text is built', () => {
    const parts = [
      'options: {\n  a: [\n',
      "'ETIMEDOUT',\n",
      '[cause]: ',
      'ECONNREFUSED ::',
      'retry: {[',
      'http://',
    ];
    const started = performance.now();
    for (const part of parts) {
      const text = part.repeat(Math.floor(65_536 / part.length));
      connectionFailureIn(text);
      causeCodeIn(text);
      bodyFailureIn(text);
    }
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('a connection that a port refused', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:443', 'connection-refused | tcp | ECONNREFUSED'],
    ['connect ECONNREFUSED 127.0.0.1:3128', 'proxy-unreachable | proxy | ECONNREFUSED, port 3128'],
    ['connect ECONNREFUSED ::1:8888', 'proxy-unreachable | proxy | ECONNREFUSED, port 8888'],
    ['connect ECONNREFUSED 127.0.0.1:5000', 'connection-refused | tcp | ECONNREFUSED, port 5000'],
    [
      'GET http://localhost:8080/v3/account/usage\nconnect ECONNREFUSED 127.0.0.1:8080',
      'connection-refused | tcp | ECONNREFUSED, port 8080',
    ],
    [
      'dial tcp 127.0.0.1:3128: connect: connection refused',
      'proxy-unreachable | proxy | Connection refused, port 3128',
    ],
  ])('%s', (text, expected) => {
    expect(failureIn(text)).toBe(expected);
  });
});

describe('a proxy', () => {
  it.each([
    ['httpx.ProxyError: 403 Forbidden', 'proxy-refused', 403],
    ['httpx.ProxyError: 503 Service Unavailable', 'proxy-refused', 503],
    ["ClientHttpProxyError: 403, message='Forbidden'", 'proxy-refused', 403],
    ['java.io.IOException: Tunnel failed, got: 407', 'proxy-auth-required', 407],
    ['java.io.IOException: Unexpected response code for CONNECT: 502', 'proxy-refused', 502],
    ['java.io.IOException: Failed to authenticate with proxy', 'proxy-auth-required', undefined],
    [
      'aiohttp.client_exceptions.ClientProxyConnectionError: Cannot connect to host 127.0.0.1:3129',
      'proxy-unreachable',
      undefined,
    ],
    [
      'File "/x/httpcore/_sync/http_proxy.py", line 288, in handle_request\nhttpx.ConnectError: [Errno 111] Connection refused',
      'proxy-unreachable',
      undefined,
    ],
    ['httpx.ConnectError: [Errno 111] Connection refused', undefined, undefined],
  ])('is told in %j', (text, kind, status) => {
    const found = proxyFailureIn(text);
    expect(found?.failure.kind).toBe(kind);
    expect(found?.proxy?.connect?.status).toBe(status);
  });
});

describe('a body that was not taken whole', () => {
  it.each([
    ["AxiosError: stream has been aborted\n  code: 'ERR_BAD_RESPONSE'\n  status: 200", 'body-cut'],
    ['AxiosError: maxContentLength size of 2000 exceeded\n  status: 200', 'unclassified'],
    ['BodyTimeoutError: Body Timeout Error', 'body-timeout'],
    ['AxiosError: Request failed with status code 500', undefined],
  ])('is told in %j', (text, kind) => {
    expect(bodyFailureIn(text)?.failure.kind).toBe(kind);
  });
});

describe('a refusal of a browser', () => {
  const URL = 'https://api.lusha.com/v3/account/usage';

  it.each([
    [
      `Access to fetch at '${URL}' from origin 'http://localhost:5173' has been blocked by CORS policy: x`,
      'CORS',
    ],
    [
      `Cross-Origin Request Blocked: … at ${URL}. (Reason: CORS header missing). Status code: 401.`,
      'CORS',
    ],
    [`Quellübergreifende (Cross-Origin) Anfrage blockiert: … auf ${URL}. Statuscode: 401.`, 'CORS'],
    [
      `Raison : l’en-tête CORS « Access-Control-Allow-Origin » est manquant. Code d’état : 401.`,
      'CORS',
    ],
    [`Fetch API cannot load ${URL} due to access control checks.`, 'CORS'],
    [`GET ${URL} net::ERR_FAILED 401 (Unauthorized)`, 'net::ERR_FAILED 401'],
    [
      `(Reason: CORS request did not succeed). Status code: (null).`,
      'CORS request did not succeed',
    ],
    [`GET ${URL} 401 (Unauthorized)\naccess-control-allow-origin: *`, undefined],
    [
      `GET ${URL} 402 (Payment Required)\nAccess to fetch at 'https://t.example.com/x' from origin 'https://a.example.com' has been blocked by CORS policy`,
      undefined,
    ],
  ])('%s', (text, code) => {
    expect(corsFailureIn(text)?.failure.code).toBe(code);
  });

  it.each([
    ['ERROR\n\nTypeError: Failed to fetch', 'TypeError: Failed to fetch'],
    ['Uncaught (in promise) TypeError: Failed to fetch', 'TypeError: Failed to fetch'],
    ['TypeError: Failed to fetch dynamically imported module', undefined],
  ])('leaves the reason open in %j', (text, code) => {
    expect(connectionFailureIn(text)?.failure.code).toBe(code);
  });
});

describe('an entry of a HAR file without an answer', () => {
  const read = (response: object) => {
    const request = { method: 'GET', url: 'https://api.lusha.com/v3/account/usage', headers: [] };
    const text = JSON.stringify({ log: { entries: [{ request, response }] } });
    return readHar(text, (part) => part)?.exchanges[0]?.exchange;
  };

  it.each([
    [{ status: 0, _error: 'net::ERR_NAME_NOT_RESOLVED' }, 'dns-not-found', 'ERR_NAME_NOT_RESOLVED'],
    [{ status: 0, _error: 'net::ERR_OF_TOMORROW' }, 'unclassified', 'net::ERR_OF_TOMORROW'],
    [{ status: 0 }, 'unclassified', 'no answer'],
  ])('%j is a failure', (response, kind, code) => {
    expect(read(response)?.failure).toMatchObject({ kind, code });
  });

  it('keeps a part of an answer and says that it broke off', () => {
    const exchange = read({ status: 200, _error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' });
    expect(exchange?.response?.status).toBe(200);
    expect(exchange?.failure?.kind).toBe('body-cut');
  });
});

it.each([
  ['Fiddler', 502, '[Fiddler] DNS Lookup for "api.lusha.com" failed.'],
  [
    'Charles',
    503,
    '<html><title>Charles Error Report</title><p>The actual exception reported was:</p><pre>java.net.UnknownHostException</pre>',
  ],
  [
    'mitmproxy',
    502,
    '<html><body><h1>502 Bad Gateway</h1><p>Certificate verify failed: unable to get local issuer certificate</p>',
  ],
])('the page of %s is known for that of a proxy, with its reason', (product, status, body) => {
  const answerer = answeredBy(answered({ status, body }));
  expect(answerer).toMatchObject({ party: 'proxy', product });
  expect(answerer?.evidence.join(' ')).toMatch(/DNS Lookup|UnknownHost|Certificate verify/);
});

it('reads hostile text in linear time', () => {
  const started = performance.now();
  for (const piece of [
    'curl: (6) ',
    'CORS ',
    'Failed to connect to ',
    'the certificate of ',
    'ERR_',
    'Header:',
    'curl error ',
    '<p>',
    'NSURLErrorDomain ',
  ]) {
    const text = piece.repeat(65_536 / piece.length);
    corsFailureIn(text);
    connectionFailureIn(text);
  }
  expect(performance.now() - started).toBeLessThan(5000);
});
