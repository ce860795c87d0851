import { describe, expect, it } from 'vitest';
import { MOCKS } from '../../../src/knowledge/transport-texts/mocks.ts';
import { connectionFailureIn, proxyFailureIn } from '../../../src/reading/matches/failure-text.ts';
import { mocksIn } from '../../../src/reading/matches/mocks.ts';
import { transportFailuresIn } from '../../../src/reading/matches/transport.ts';

/** What a text tells of: kind, code or status of each failure, in its order. */
function told(text: string): readonly string[] {
  return transportFailuresIn(text).map(({ failure, proxy }) => {
    const status = proxy?.connect?.status;
    return [failure.kind, status ?? failure.code].join(' ');
  });
}

/** The kinds alone: the code is the words that were found. */
function kinds(text: string): readonly string[] {
  return transportFailuresIn(text).map(({ failure }) => failure.kind);
}

describe('a code of HTTP/2', () => {
  it.each([
    [
      'curl: (92) HTTP/2 stream 1 was not closed cleanly: REFUSED_STREAM (err 7)',
      'connection-reset REFUSED_STREAM',
    ],
    [
      'curl: (92) HTTP/2 stream 5 reset by server (error 0xb ENHANCE_YOUR_CALM)',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    [
      'curl: (92) HTTP/2 stream 1 was not closed cleanly: HTTP_1_1_REQUIRED (err 13)',
      'connection-reset HTTP_1_1_REQUIRED',
    ],
    [
      'Error: Stream closed with error code NGHTTP2_REFUSED_STREAM',
      'connection-reset REFUSED_STREAM',
    ],
    [
      'Error [ERR_HTTP2_SESSION_ERROR]: Session closed with error code 2',
      'connection-reset INTERNAL_ERROR',
    ],
    [
      'Error [ERR_HTTP2_GOAWAY_SESSION]: New streams cannot be created after receiving a GOAWAY',
      'connection-closed GOAWAY, not processed',
    ],
    [
      'SocketError: HTTP/2: "stream error" received - code 11',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    ['InformationalError: HTTP/2: "GOAWAY" frame received with code 0', 'connection-closed GOAWAY'],
    [
      'httpx.RemoteProtocolError: <StreamReset stream_id:1, error_code:7, remote_reset:True>',
      'connection-reset REFUSED_STREAM',
    ],
    [
      'httpx.RemoteProtocolError: <ConnectionTerminated error_code:0, last_stream_id:5, additional_data:None>',
      'connection-closed GOAWAY',
    ],
    [
      'java.io.IOException: Received RST_STREAM: Stream not processed',
      'connection-reset REFUSED_STREAM',
    ],
    ['java.io.IOException: /10.1.0.143:43288: GOAWAY received', 'connection-closed GOAWAY'],
    [
      'okhttp3.internal.http2.StreamResetException: stream was reset: PROTOCOL_ERROR',
      'connection-reset PROTOCOL_ERROR',
    ],
    [
      'Cannot create stream 2001 greater than Last-Stream-ID 1999 from GOAWAY.',
      'connection-closed GOAWAY, not processed',
    ],
    [
      "HttpProtocolException: The HTTP/2 server reset the stream. HTTP/2 error code 'REFUSED_STREAM' (0x7).",
      'connection-reset REFUSED_STREAM',
    ],
    [
      'Post "https://api.example.com/x": http2: server sent GOAWAY and closed the connection; LastStreamID=1, ErrCode=ENHANCE_YOUR_CALM, debug=""',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    [
      'stream error: stream ID 3; REFUSED_STREAM; received from peer',
      'connection-reset REFUSED_STREAM',
    ],
    [
      'http2: failed reading the frame payload: http2: frame too large, note that the frame header looked like an HTTP/1.1 header',
      'connection-reset HTTP/1.1 in place of HTTP/2',
    ],
    [
      'http2 error: stream error received: refused stream before processing any application logic',
      'connection-reset REFUSED_STREAM',
    ],
    [
      'http2 error: connection error received: detected excessive load generating behavior',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    [
      '%Mint.HTTPError{reason: {:server_closed_connection, :enhance_your_calm, ""}, module: Mint.HTTP2}',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    [
      '%Mint.HTTPError{reason: {:server_closed_request, :refused_stream}, module: Mint.HTTP2}',
      'connection-reset REFUSED_STREAM',
    ],
    [
      '{:error, %Mint.HTTPError{reason: :unprocessed, module: Mint.HTTP2}}',
      'connection-closed GOAWAY, not processed',
    ],
    [
      'WARN[0003] Request Failed error_code=1641 error="stream error"',
      'connection-reset ENHANCE_YOUR_CALM',
    ],
    ['stream 3 closed with error: refused_stream', 'connection-reset REFUSED_STREAM'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'The API returned INTERNAL_ERROR for job 7',
    'CANCEL was pressed, PROTOCOL_ERROR is a constant',
    'cancel the stream no later than Friday',
  ])('is not seen in %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a connection that was closed', () => {
  it.each([
    [
      'org.apache.http.NoHttpResponseException: api.example.com:443 failed to respond',
      'connection-closed',
    ],
    [
      'org.apache.http.NoHttpResponseException: The target server failed to respond',
      'connection-closed',
    ],
    [
      'error: The socket connection was closed unexpectedly. For more information, pass `verbose: true`',
      'connection-closed',
    ],
    [
      'aiohttp.client_exceptions.ClientConnectionResetError: Cannot write to closing transport',
      'connection-closed',
    ],
    [
      'httpx.RemoteProtocolError: Server disconnected without sending a response.',
      'connection-closed',
    ],
    ['{:error, :closed}', 'connection-closed'],
    ['{:error, {:closed, "HTTP/1.1 200"}}', 'connection-closed'],
    ['%Mint.TransportError{reason: :closed}', 'connection-closed'],
    ['** (Mint.TransportError) socket closed', 'connection-closed'],
    ['** (Mint.TransportError) timeout', 'headers-timeout'],
    ['GET https://api.lusha.com/v3 -> error: "timeout" (15131.153 ms)', 'headers-timeout'],
    ['GET https://api.lusha.com/v3 -> error: :econnrefused', 'connection-refused'],
    ['GET https://api.lusha.com/v3 -> error: :nxdomain', 'dns-not-found'],
    ["500 Can't connect to api.lusha.com:443 (Bad hostname)", 'dns-not-found'],
    ["500 Can't connect to api.lusha.com:443 (timeout)", 'connection-timeout'],
    ["500 Can't connect to api.lusha.com:443 (certificate verify failed)", 'tls-bad-certificate'],
    ['500 read timeout', 'headers-timeout'],
    ['500 SSL negotiation failed: ', 'tls-failure'],
    ['500 Status read failed: Connection reset', 'connection-closed'],
    ["Run-time error '-2147012889 (80072ee7)':", 'dns-not-found'],
    [
      'HttpException: Connection closed before full header was received, uri = https://api.example.com',
      'connection-closed',
    ],
    [
      'hyper::Error(IncompleteMessage): connection closed before message completed',
      'connection-closed',
    ],
    ['java.io.IOException: HTTP/1.1 header parser received no bytes', 'connection-closed'],
    [
      'java.io.IOException: unexpected end of stream on https://api.example.com/...',
      'connection-closed',
    ],
    ['io.netty.channel.StacklessClosedChannelException', 'connection-closed'],
    ['java.io.IOException: Remotely closed', 'connection-closed'],
    [
      'System.Net.Http.HttpIOException: The response ended prematurely. (ResponseEnded)',
      'connection-closed',
    ],
    ['The response ended prematurely, with at least 40 additional bytes expected.', 'body-cut'],
    ['requests.exceptions.ChunkedEncodingError: Response ended prematurely', 'body-cut'],
    [
      "ClientPayloadError: Response payload is not completed: <TransferEncodingError: 400, message='Not enough data to satisfy transfer length header.'>",
      'body-cut',
    ],
    ['java.io.IOException: fixed content-length: 403, bytes received: 0', 'body-cut'],
    ['EOFError (end of file reached)', 'connection-closed'],
    ['read tcp 10.0.0.1:5000->1.2.3.4:443: use of closed network connection', 'connection-closed'],
    ['error sending request: io: Peer disconnected', 'connection-closed'],
    [
      'The underlying connection was closed: A connection that was expected to be kept alive was closed by the server.',
      'connection-closed',
    ],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });
});

describe('a time-out with its phase', () => {
  it.each([
    [
      'ConnectTimeoutError: Connect Timeout Error (attempted address: api.example.com:443, timeout: 10000ms)',
      'connection-timeout',
    ],
    ['aiohttp: Connection timeout to host https://api.example.com/v3', 'connection-timeout'],
    [
      'aiohttp.client_exceptions.SocketTimeoutError: Timeout on reading data from socket',
      'headers-timeout',
    ],
    [
      'Get "https://api.example.com": net/http: timeout awaiting response headers',
      'headers-timeout',
    ],
    [
      'ConnectTimeoutException: Connect timeout has expired [url=https://api.example.com, connect_timeout=5000 ms]',
      'connection-timeout',
    ],
    [
      'SocketTimeoutException: Socket timeout has expired [url=https://api.example.com, socket_timeout=5000] ms',
      'headers-timeout',
    ],
    ['timeout: recv body', 'body-timeout'],
    ['timeout: connect', 'connection-timeout'],
    ['DioException [receive timeout]: The request took longer than 0:00:05', 'headers-timeout'],
    [
      'io.netty.handler.ssl.SslHandshakeTimeoutException: handshake timed out after 10000ms',
      'tls-timeout',
    ],
    ['DnsNameResolverTimeoutException: [1: udp] query timed out', 'dns-timeout'],
    ['Error 12002 calling WinHttpSendRequest, "Zeit\u00FCberschreitung"', 'deadline'],
    ['HRESULT: 0x80072EE7', 'dns-not-found'],
    ['httpx.WriteTimeout', 'deadline'],
    ['{:error, :connect_timeout}', 'connection-timeout'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    'httpx.PoolTimeout',
    'ConnectionPoolTimeoutException: Timeout waiting for connection from pool',
    '{:error, :checkout_timeout}',
    'PoolAcquirePendingLimitException: Pending acquire queue has reached its maximum size of 1000',
  ])('of its own pool is that of the client: %s', (text) => {
    expect(told(text)).toEqual(['unclassified own pool']);
  });
});

describe('Windows and .NET, in the language of the system', () => {
  it.each([
    [
      'The underlying connection was closed: An unexpected error occurred on a send.',
      'An unexpected error occurred on a send',
    ],
    [
      'Die zugrunde liegende Verbindung wurde geschlossen: Unerwarteter Fehler beim Senden..',
      'An unexpected error occurred on a send',
    ],
    [
      "La connexion sous-jacente a \u00E9t\u00E9 ferm\u00E9e : Une erreur inattendue s'est produite lors de l'envoi.",
      'An unexpected error occurred on a send',
    ],
    [
      'Se ha terminado la conexi\u00F3n: Error inesperado de env\u00EDo..',
      'An unexpected error occurred on a send',
    ],
    [
      'Die Anfrage wurde abgebrochen: Es konnte kein gesch\u00FCtzter SSL/TLS-Kanal erstellt werden.',
      'Could not create SSL/TLS secure channel',
    ],
    [
      'Se anul\u00F3 la solicitud: No se puede crear un canal seguro SSL/TLS.',
      'Could not create SSL/TLS secure channel',
    ],
  ])('%s', (text, code) => {
    expect(told(text)).toEqual([`tls-failure ${code}`]);
  });

  it.each([
    [
      'Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte',
      'connection-refused',
    ],
    [
      '\u65E2\u5B58\u306E\u63A5\u7D9A\u306F\u30EA\u30E2\u30FC\u30C8 \u30DB\u30B9\u30C8\u306B\u5F37\u5236\u7684\u306B\u5207\u65AD\u3055\u308C\u307E\u3057\u305F',
      'connection-reset',
    ],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });
});

describe('a refused CONNECT', () => {
  const URL = 'https://api.lusha.com/v3/account/usage';

  it.each([
    ['tunneling socket could not be established, statusCode=403', 403],
    [
      'io.netty.handler.proxy.HttpProxyHandler$HttpProxyConnectException: http, none, /10.0.0.1:3128 => api.lusha.com/<unresolved>:443, status: 403 Forbidden',
      403,
    ],
    [`Get "${URL}": Forbidden`, 403],
    [`time="x" level=error msg="Post \\"${URL}\\": Proxy Authentication Required"`, 407],
    [
      '%Mint.HTTPError{reason: {:proxy, {:unexpected_status, {403}}}, module: Mint.TunnelProxy}',
      403,
    ],
    ['proxy error: <<72,84,84,80,47,49,46,49,32,52,48,51,32,70,111>>', 403],
    [
      'HttpException: Proxy failed to establish tunnel (403 Forbidden), uri = https://api.lusha.com',
      403,
    ],
    ['CONNECT proxy failed: proxy server responded 403/403', 403],
    ['Proxy tunneling failed: Forbidden\nUnable to establish SSL connection.', 403],
    [
      `net/http/response.rb:119:in 'error!': 403 "Forbidden" (Net::HTTPClientException)\n\tfrom net/http/response.rb:128:in 'value'\n\tfrom /usr/lib/ruby/3.2.0/net/http.rb:1012:in 'connect'`,
      403,
    ],
    ['403 "Forbidden" (Faraday::ConnectionFailed)', 403],
    [
      '1568877879.417 0 172.16.1.126 TCP_DENIED/403 3595 CONNECT api.lusha.com:443 - HIER_NONE/- text/html',
      403,
    ],
    [
      '1568877879.417 60012 172.16.1.126 NONE_NONE/503 0 CONNECT api.lusha.com:443 - HIER_NONE/- -',
      503,
    ],
    [
      '10.0.0.9 - - [03/Nov/2026:10:00:00 +0000] "CONNECT api.lusha.com:443 HTTP/1.1" 403 1234',
      403,
    ],
    [
      '1700000000.1\t-\t10.0.0.9\thttps://api.lusha.com:443\tCONNECT\t403\t0\t-\t*DENIED* Blocked site',
      403,
    ],
    ['action=Blocked reason="Not allowed" reqmethod=CONNECT respcode=403', 403],
    [
      '> CONNECT api.lusha.com:443 HTTP/1.1\n> Host: api.lusha.com:443\n>\n< HTTP/1.1 403 Forbidden\n< Via: 1.1 proxy',
      403,
    ],
  ])('%s', (text, status) => {
    const [found, ...others] = transportFailuresIn(text);
    expect(others).toEqual([]);
    expect(found?.failure.kind).toBe(status === 407 ? 'proxy-auth-required' : 'proxy-refused');
    expect(found?.proxy?.connect?.status).toBe(status);
  });

  it.each([
    ['error trying to connect: tunnel error: unsuccessful', 'proxy-refused'],
    ['error sending request: unsuccessful tunnel', 'proxy-refused'],
    ['tunnel error: proxy authorization required', 'proxy-auth-required'],
    ['tunnel error: unexpected end of file', 'proxy-bad-answer'],
    ['failed to open stream: Cannot connect to HTTPS server through proxy', 'proxy-refused'],
    ['Error Domain=kCFErrorDomainCFNetwork Code=310 "There was a problem"', 'proxy-unreachable'],
    [
      'proxy connection could not be established (Excon::Error::ProxyConnectionError)',
      'proxy-refused',
    ],
    ['%Mint.HTTPError{reason: {:proxy, :tunnel_timeout}}', 'proxy-timeout'],
    [
      'tunneling socket could not be established, cause=connect ETIMEDOUT 10.0.0.1:3128',
      'proxy-unreachable',
    ],
    [
      'NOTICE Nov 03 10:00:00 [71]: Proxying refused on filtered domain "api.lusha.com"',
      'proxy-refused',
    ],
  ])('without its status: %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    `Get "${URL}": context canceled`,
    'the request was Forbidden by the team lead',
    '403 "Forbidden" (Net::HTTPClientException)\n\tfrom app.rb:3:in `fetch_usage\'',
    '1568877879.417 12 172.16.1.126 TCP_TUNNEL/200 403 CONNECT api.lusha.com:443 user HIER_DIRECT/1.2.3.4 -',
    '1568877879.417 12 172.16.1.126 TCP_MISS/403 1200 GET https://api.lusha.com/v3/account/usage - HIER_DIRECT/1.2.3.4 application/json',
    '> CONNECT api.lusha.com:443 HTTP/1.1\n>\n< HTTP/1.1 200 Connection established',
  ])('is not seen in %j', (text) => {
    expect(proxyFailureIn(text)).toBeNull();
  });
});

describe('a name that leads nowhere', () => {
  it.each([
    ['Error: connect ECONNREFUSED 0.0.0.0:443', 'ECONNREFUSED, 0.0.0.0 of a DNS filter'],
    ['Error: connect ECONNREFUSED :::443', 'ECONNREFUSED, :: of a DNS filter'],
    [
      'Error: connect ECONNREFUSED 127.0.0.1:443 on https://api.lusha.com/v3',
      'ECONNREFUSED, 127.0.0.1 of a DNS filter',
    ],
    ['Error: connect ECONNREFUSED 127.0.0.1:443 on http://localhost', 'ECONNREFUSED'],
    ['connect ETIMEDOUT 146.112.61.106:443', 'ETIMEDOUT, 146.112.61.106 of Cisco Umbrella'],
    ['connect ETIMEDOUT 146.112.61.200:443', 'ETIMEDOUT'],
    ['server listening on 0.0.0.0:3000; connect ECONNREFUSED 10.0.0.1:443', 'ECONNREFUSED'],
  ])('%s', (text, code) => {
    expect(connectionFailureIn(text)?.failure.code).toBe(code);
  });
});

describe('a library for tests', () => {
  it.each([
    "ConnectionError: Connection refused by Responses - the call doesn't match any registered mock.",
    'Error: Nock: No match for request {"method":"GET"} ECONNREFUSED is what you expected',
    '[MSW] Error: intercepted a request without a matching request handler',
    'WebMock::NetConnectNotAllowedError: Real HTTP connections are disabled. Unregistered request: GET https://api.lusha.com',
  ])('made no call: %s', (text) => {
    expect(mocksIn(text).length).toBeGreaterThan(0);
    expect(kinds(text)).toEqual([]);
  });

  it('is none where the network refused', () => {
    expect(mocksIn('ConnectionError: [Errno 111] Connection refused')).toEqual([]);
    expect(MOCKS.length).toBeGreaterThan(5);
  });
});

describe('several failures of one text', () => {
  it('are told one by one, in its order, with their places', () => {
    const text = [
      '2026-11-03T10:00:00Z ERROR connect ECONNREFUSED 10.0.0.1:443',
      '2026-11-03T10:00:01Z INFO retry',
      '2026-11-03T10:00:02Z ERROR getaddrinfo ENOTFOUND api.lusha.com',
    ].join('\n');
    expect(told(text)).toEqual(['connection-refused ECONNREFUSED', 'dns-not-found ENOTFOUND']);
    expect(transportFailuresIn(text).map(({ at, end }) => text.slice(at, end))).toEqual([
      'ECONNREFUSED',
      'ENOTFOUND',
    ]);
  });

  it.each([
    [
      'the blocks of an exception of Python',
      'ConnectionRefusedError: [Errno 111] Connection refused\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "y", line 1\nurllib3.exceptions.NewConnectionError: [Errno 111] Connection refused',
      ['connection-refused'],
    ],
    [
      'the errors of several addresses in Node',
      "TypeError: fetch failed\n  [cause]: AggregateError [ETIMEDOUT]:\n      at internalConnectMultiple (node:net:1)\n    code: 'ETIMEDOUT',\n    [errors]: [ Error: connect ETIMEDOUT 1.2.3.4:443, Error: connect ENETUNREACH 2600::1:443 ]",
      ['connection-timeout'],
    ],
    [
      'the causes of an exception of Java',
      'java.util.concurrent.CompletionException: java.net.ConnectException\n\tat java.base/x\nCaused by: java.nio.channels.UnresolvedAddressException',
      ['dns-not-found'],
    ],
    [
      'the notes of curl and its error',
      "* connect to 10.0.0.1 port 443 failed: Connection refused\n* Failed to connect to api.lusha.com port 443 after 1 ms: Couldn't connect to server\ncurl: (7) Failed to connect to api.lusha.com port 443 after 1 ms: Couldn't connect to server",
      ['connection-refused'],
    ],
    [
      'two lines of hackney',
      '{:error, :proxy_error}\nproxy error: <<72,84,84,80,47,49,46,49,32,52,48,51,32>>',
      ['proxy-refused'],
    ],
  ])('are one in %s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

it('reads hostile text to its end', () => {
  for (const piece of [
    '> CONNECT a\n',
    'reqmethod=CONNECT ',
    'HTTP/2 stream 1 ',
    'Get "https://',
    ' 403 1 - - ---- ',
    'ECONNREFUSED\n',
  ]) {
    expect(
      Array.isArray(transportFailuresIn(piece.repeat(Math.floor(200_000 / piece.length)))),
    ).toBe(true);
  }
});
