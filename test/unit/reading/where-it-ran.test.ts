import { describe, expect, it } from 'vitest';
import { PLATFORM_SIGNS, RUNTIME_SIGNS } from '../../../src/knowledge/runtimes.ts';
import { PLATFORMS, RUNTIMES } from '../../../src/model/fact.ts';
import { whereItRan } from '../../../src/reading/matches/where-it-ran.ts';

describe('the runtime', () => {
  it.each([
    [
      'node',
      'TypeError: fetch failed\n    at node:internal/deps/undici/undici:13510:13\n  [cause]: Error: getaddrinfo ENOTFOUND api.lusha.com\n    errno: -3008,',
    ],
    [
      'node',
      'AxiosError: connect ECONNREFUSED 10.0.0.1:443\n    at AxiosError.from (/srv/app/node_modules/axios/lib/core/AxiosError.js:92:14)',
    ],
    ['node', 'npm ERR! code E403'],
    [
      'bun',
      'error: The socket connection was closed unexpectedly. For more information, pass `verbose: true` in the second argument to fetch()\n code: "ECONNRESET"',
    ],
    [
      'deno',
      'error: Uncaught (in promise) TypeError: error sending request for url (https://api.lusha.com/): x\n    at async fetch (ext:deno_fetch/26_fetch.js:385:7)',
    ],
    [
      'python',
      'Traceback (most recent call last):\n  File "/srv/app.py", line 12, in enrich\nrequests.exceptions.SSLError: HTTPSConnectionPool(host=\'api.lusha.com\', port=443)',
    ],
    [
      'python',
      'httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:1000)',
    ],
    [
      'java',
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed\n\tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)',
    ],
    [
      'java',
      'Exception in thread "main" java.net.UnknownHostException: api.lusha.com\n    at okhttp3.internal.Dns.lookup(Dns.kt:49)',
    ],
    [
      'dotnet',
      ' ---> System.Net.Sockets.SocketException (10061): Connection refused\n   at System.Net.Http.HttpConnectionPool.ConnectToTcpHostAsync(String host, Int32 port)\n   --- End of inner exception stack trace ---',
    ],
    [
      'powershell',
      'Invoke-RestMethod : The underlying connection was closed\nAt line:1 char:1\n    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest)\n    + FullyQualifiedErrorId : WebCmdletWebResponseException',
    ],
    [
      'php',
      'PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\ConnectException: cURL error 60: SSL certificate problem in /srv/vendor/guzzlehttp/guzzle/src/Handler/CurlFactory.php:210',
    ],
    ['php', '#0 /srv/vendor/symfony/http-client/Response/TransportResponseTrait.php(123): foo()'],
    [
      'ruby',
      "/usr/lib/ruby/3.2.0/net/http.rb:1271:in `initialize': execution expired (Net::OpenTimeout)",
    ],
    [
      'ruby',
      'Faraday::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed',
    ],
    [
      'go',
      'Get "https://api.lusha.com/v3/account/usage": dial tcp: lookup api.lusha.com: no such host',
    ],
    ['go', 'x509: certificate signed by unknown authority'],
    [
      'rust',
      'reqwest::Error { kind: Request, url: "https://api.lusha.com/", source: hyper_util::client::legacy::Error(Connect) }',
    ],
    ['rust', "thread 'main' panicked at src/main.rs:10:5: invalid peer certificate: UnknownIssuer"],
    [
      'elixir',
      '** (Mint.TransportError) connection refused\n    (finch 0.16.0) lib/finch/http1/pool.ex:80: x',
    ],
    ['elixir', '{:error, %Mint.TransportError{reason: :nxdomain}}'],
    [
      'dart',
      "DioException [connection error]: SocketException: Failed host lookup: 'api.lusha.com' (OS Error: No address, errno = 7)",
    ],
    [
      'dart',
      'HandshakeException: Handshake error in client (OS Error: CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate)',
    ],
    ['swift', 'Error Domain=NSURLErrorDomain Code=-1202 "…" UserInfo={NSLocalizedDescription=…}'],
    [
      'r',
      'Error in curl::curl_fetch_memory(url, handle = handle) :\n  Could not resolve host: api.lusha.com',
    ],
    ['curl', '*   Trying 1.2.3.4:443...\ncurl: (60) SSL certificate problem'],
    [
      'wget',
      "Resolving api.lusha.com (api.lusha.com)... failed\nwget: unable to resolve host address 'api.lusha.com'",
    ],
    [
      'browser',
      "Access to fetch at 'https://api.lusha.com' has been blocked by CORS policy\nGET https://api.lusha.com net::ERR_FAILED",
    ],
    [
      'insomnia',
      '* Preparing request to https://api.lusha.com/v3\n* Current time is 2026-11-03T10:00:00Z\n* Using libcurl/7.87.0',
    ],
    ['postman', 'Could not get response\nUser-Agent: PostmanRuntime/7.36.0'],
  ])('is %s', (runtime, text) => {
    expect(whereItRan(text).runtime).toBe(runtime);
  });

  it.each([
    'HTTP/1.1 403 Forbidden\nserver: cloudflare\n\n{"statusCode":403}',
    'We use Python and Java, the front end is in Node and Go is next.',
    'connection refused',
    '{"statusCode":401,"message":"Invalid API key","error":"Unauthorized"}',
    'please curl the endpoint again at line 3',
  ])('is open in %j', (text) => {
    expect(whereItRan(text)).toEqual({ runtime: null, client: null, platform: null });
  });

  it('is that of the wrapper that says more, not of what is quoted in it', () => {
    const text =
      'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in run\nsubprocess.CalledProcessError: x\nrequests.exceptions.ConnectionError: y\nnpm ERR! code E403';
    expect(whereItRan(text).runtime).toBe('python');
  });
});

describe('the client', () => {
  it.each([
    ['requests', 'requests.exceptions.ConnectTimeout: x'],
    ['OkHttp', '\tat okhttp3.internal.connection.RealCall.execute(RealCall.kt:1)'],
    ['Guzzle', 'GuzzleHttp\\Exception\\ConnectException: cURL error 6: x'],
    ['axios', 'AxiosError: Request failed with status code 401'],
    ['hackney', '{:error, %HTTPoison.Error{reason: :nxdomain}}'],
  ])('is %s', (client, text) => {
    expect(whereItRan(text).client).toBe(client);
  });

  it('says the runtime where nothing else does, unless it runs in several', () => {
    expect(whereItRan('NoHttpResponseException: failed to respond').runtime).toBe('java');
    expect(whereItRan('AxiosError: Request failed with status code 401').runtime).toBeNull();
  });
});

describe('the platform', () => {
  it.each([
    ['n8n', 'NodeApiError: Authorization failed - please check your credentials'],
    ['zapier', 'The app did not respond in-time. It may or may not have completed successfully.'],
    ['make', 'Make scenario 12: AccountValidationError'],
    ['pipedream', 'ConfigurationError at https://remote.mcp.pipedream.net/v3'],
    [
      'power-automate',
      '{"error":{"code":502,"source":"europe-002.azure-apim.net","message":"BadGateway"}}',
    ],
    [
      'salesforce',
      'System.CalloutException: Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://api.lusha.com/v3',
    ],
    [
      'apps-script',
      'Exception: Request failed for https://api.lusha.com returned code 401. Truncated server response: {…',
    ],
    ['clay', 'Clay column "Enrich" failed with 429'],
    ['hubspot', 'HubSpot workflow 7: webhook action failed'],
    ['workato', '{"error_type_id":"err.http.response.client_error.401"}'],
    ['tray', '{"outcome":"error","output":{"response":{"statusCode":404}},"expects":"2xx"}'],
    ['airbyte', 'Failure in source: HTTP Status Code: 401. Error: Unauthorized.'],
    ['airflow', '[2026-11-03, 10:00:00 UTC] {taskinstance.py:1824} ERROR - Task failed'],
    [
      'lambda',
      'START RequestId: 4f1a8c1e-1111-2222-3333-444455556666 Version: $LATEST\n2026 Task timed out after 3.00 seconds',
    ],
    ['azure-functions', "Executed 'Functions.Enrich' (Failed, Id=4f1a, Duration=30000ms)"],
    ['kubernetes', 'lookup api.lusha.com.default.svc.cluster.local on 10.96.0.10:53: no such host'],
    ['docker', 'worker-1  | Error: getaddrinfo EAI_AGAIN api.lusha.com'],
    ['supabase', 'FunctionsHttpError: Edge Function returned a non-2xx status code'],
    ['vercel', '504: GATEWAY_TIMEOUT\nCode: FUNCTION_INVOCATION_TIMEOUT'],
    ['heroku', '2026-11-03T10:00:00Z heroku[router]: at=error code=H12'],
    ['github-actions', '##[error]Process completed with exit code 1.\n/home/runner/work/app'],
    [
      'mcp-client',
      'StreamableHTTPError: Streamable HTTP error: Error POSTing to endpoint (HTTP 401): {}',
    ],
  ])('is %s', (platform, text) => {
    expect(whereItRan(text).platform).toBe(platform);
  });

  it.each([
    'make sure that the scenario is right, then zap the cache',
    'lambda x: x + 1',
    'the clay model, a docker by trade',
    'airflow over the wing',
  ])('is none of ordinary words: %s', (text) => {
    expect(whereItRan(text).platform).toBeNull();
  });
});

it('every runtime and platform has signs', () => {
  expect(RUNTIME_SIGNS.map(({ id }) => id).toSorted()).toEqual([...RUNTIMES].toSorted());
  expect(PLATFORM_SIGNS.map(({ id }) => id).toSorted()).toEqual([...PLATFORMS].toSorted());
});

it('reads hostile text to its end', () => {
  for (const piece of [
    '    at ',
    'File "',
    'Get "https://',
    '#0 ',
    '* ',
    '"outcome": "error"',
    'DioException ',
  ]) {
    expect(whereItRan(piece.repeat(20_000))).toBeDefined();
  }
});
