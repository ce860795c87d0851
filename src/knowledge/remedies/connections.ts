import { HOST } from '../verifications.ts';
import { ANSWERS_IN, type Remedy } from './remedy.ts';

const CLOSED = ['connection-closed', 'connection-reset', 'http2-goaway'] as const;
const PROXY_NEEDED = ['dns-not-found', 'dns-failure', 'connection-timeout'] as const;
const NO_TUNNEL = ['proxy-refused-connect', 'proxy-denied'] as const;

/** Connections that end too soon, and the way through or around a proxy, in each runtime. */
export const CONNECTION_REMEDIES: readonly Remedy[] = [
  {
    causes: CLOSED,
    in: ['node'],
    fixes: [
      {
        text: 'Close idle connections sooner than the server: new Agent({ keepAliveTimeout: 4000 }) in undici, or an http.Agent with keepAlive: false to see whether that is the reason.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['python'],
    fixes: [
      {
        text: 'Let the client repeat calls that are safe to repeat: an HTTPAdapter with Retry(total=3, backoff_factor=1) in requests, HTTPTransport(retries=3) in httpx.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['java'],
    fixes: [
      {
        text: 'Close idle connections sooner than the server: evictIdleConnections(30 s) in Apache HttpClient, ConnectionPool(5, 30, SECONDS) in OkHttp, maxIdleTime(30 s) in Reactor Netty, -Djdk.httpclient.keepalive.timeout=30 for the HttpClient of the JDK.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['dotnet'],
    fixes: [
      {
        text: 'Limit the age of connections: SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), PooledConnectionLifetime = TimeSpan.FromMinutes(2) }.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['powershell'],
    fixes: [{ text: 'Add -DisableKeepAlive to the call.', source: 'inferred' }],
  },
  {
    causes: CLOSED,
    in: ['go'],
    fixes: [
      {
        text: 'Set IdleConnTimeout: 30 * time.Second in the Transport, and read and close every body.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['rust'],
    fixes: [
      {
        text: 'Set pool_idle_timeout(Duration::from_secs(30)) on the reqwest client.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['elixir'],
    fixes: [
      {
        text: 'Set pool_max_idle_time: 30_000 on the Finch pool, and retry: :transient in Req.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: CLOSED,
    in: ['ruby', 'php', 'dart', 'swift', 'r'],
    fixes: [
      {
        text: 'Use a new connection for each call for a while; if the failures end, idle connections were the reason.',
        source: 'inferred',
      },
    ],
  },

  {
    causes: PROXY_NEEDED,
    in: ['node'],
    fixes: [
      {
        text: 'Node reads HTTPS_PROXY only when told to, from 22.21 and 24.0 on.',
        command: 'export NODE_USE_ENV_PROXY=1',
        source: 'node/cli',
        verify: ANSWERS_IN.node,
      },
    ],
  },
  {
    causes: PROXY_NEEDED,
    in: ['python'],
    fixes: [
      {
        text: 'requests, httpx and urllib read HTTPS_PROXY; aiohttp only with ClientSession(trust_env=True).',
        source: 'inferred',
        verify: ANSWERS_IN.python,
      },
    ],
  },
  {
    causes: PROXY_NEEDED,
    in: ['java'],
    fixes: [
      {
        text: 'The JVM does not read HTTPS_PROXY: name the proxy by -Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT.',
        source: 'inferred',
        verify: ANSWERS_IN.java,
      },
    ],
  },
  {
    causes: PROXY_NEEDED,
    in: ['powershell'],
    fixes: [
      {
        text: 'PowerShell 5.1 uses the proxy of Windows and no variable: add -Proxy http://HOST:PORT to the call.',
        source: 'inferred',
        verify: ANSWERS_IN.powershell,
      },
    ],
  },
  {
    causes: PROXY_NEEDED,
    in: ['elixir', 'dart'],
    fixes: [
      {
        text: 'The client does not read HTTPS_PROXY: give it the proxy in its own options (Req: connect_options: [proxy: {:http, "HOST", PORT, []}]; Dart: HttpClient.findProxy).',
        source: 'inferred',
      },
    ],
  },
  {
    causes: NO_TUNNEL,
    in: ['java'],
    fixes: [
      {
        text: `If this host may bypass the proxy, add it to -Dhttp.nonProxyHosts="${HOST}|localhost"; the JVM does not read NO_PROXY.`,
        source: 'inferred',
        verify: ANSWERS_IN.java,
      },
    ],
  },
  {
    causes: ['proxy-auth-required'],
    in: ['java'],
    fixes: [
      {
        text: 'If the proxy asks for Basic, Java refuses it in tunnels unless told otherwise: -Djdk.http.auth.tunneling.disabledSchemes="", with an Authenticator that knows user and password.',
        source: 'inferred',
        verify: ANSWERS_IN.java,
      },
    ],
  },
  {
    causes: ['proxy-auth-required'],
    in: ['powershell', 'dotnet'],
    fixes: [
      {
        text: 'Windows can log in with the account of the user: -ProxyUseDefaultCredentials in PowerShell, UseDefaultCredentials on the WebProxy in .NET.',
        source: 'inferred',
        verify: ANSWERS_IN.dotnet,
      },
    ],
  },

  {
    causes: ['tls-protocol-mismatch'],
    in: ['node'],
    comesFirst: true,
    fixes: [
      {
        text: 'Upgrade Node if it is older than 12, which knows no TLS 1.3.',
        source: 'inferred',
        verify: ANSWERS_IN.node,
      },
    ],
  },
  {
    causes: ['tls-protocol-mismatch'],
    in: ['java'],
    fixes: [
      {
        text: 'Use Java 8 or later, and take TLS 1.2 out of jdk.tls.disabledAlgorithms if it stands there; -Dhttps.protocols=TLSv1.2 forces it.',
        source: 'inferred',
        verify: ANSWERS_IN.java,
      },
    ],
  },
  {
    causes: ['tls-protocol-mismatch'],
    in: ['dotnet', 'powershell'],
    fixes: [
      {
        text: "Switch TLS 1.2 on: [Net.ServicePointManager]::SecurityProtocol = 'Tls12' in PowerShell 5.1, .NET 4.7 or later in programs.",
        source: 'runtime/docs',
        verify: ANSWERS_IN.powershell,
      },
    ],
  },
  {
    causes: ['tls-protocol-mismatch'],
    in: ['python', 'php', 'ruby'],
    fixes: [
      {
        text: 'Look which OpenSSL the program uses; 1.0.1 is the oldest that knows TLS 1.2. (python3 -c "import ssl; print(ssl.OPENSSL_VERSION)", php -i, ruby -ropenssl -e "puts OpenSSL::OPENSSL_LIBRARY_VERSION")',
        source: 'inferred',
      },
    ],
  },
];
