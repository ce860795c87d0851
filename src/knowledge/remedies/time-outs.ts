import type { Fix } from '../../model/cause.ts';
import type { Runtime } from '../../model/fact.ts';
import { ANSWERS_IN, type Remedy } from './remedy.ts';

const SLOW = ['client-timed-out', 'headers-timeout', 'body-timeout', 'connection-timeout'] as const;

/** The setting by name, 60 seconds for the whole call. */
const SETTINGS: readonly (readonly [readonly Runtime[], string, Fix['verify']?])[] = [
  [
    ['node', 'bun', 'deno'],
    'fetch: signal: AbortSignal.timeout(60_000); axios and got: timeout: 60_000',
  ],
  [
    ['python'],
    'requests: timeout=(10, 60); httpx: httpx.Timeout(60, connect=10); aiohttp: ClientTimeout(total=60)',
    ANSWERS_IN.python,
  ],
  [
    ['java'],
    'HttpRequest.timeout(Duration.ofSeconds(60)); OkHttp: readTimeout and callTimeout of 60 s; Apache HttpClient: setResponseTimeout',
    ANSWERS_IN.java,
  ],
  [['dotnet'], 'HttpClient.Timeout = TimeSpan.FromSeconds(60)', ANSWERS_IN.dotnet],
  [['powershell'], 'Invoke-RestMethod -TimeoutSec 60', ANSWERS_IN.powershell],
  [
    ['php'],
    "Guzzle: 'connect_timeout' => 10, 'timeout' => 60; curl: CURLOPT_TIMEOUT; and max_execution_time in php.ini",
    ANSWERS_IN.php,
  ],
  [
    ['ruby'],
    'Net::HTTP: open_timeout = 10, read_timeout = 60; Faraday: request.timeout = 60',
    ANSWERS_IN.ruby,
  ],
  [
    ['go'],
    'http.Client{Timeout: 60 * time.Second}, and the deadline of the context',
    ANSWERS_IN.go,
  ],
  [
    ['rust'],
    'reqwest: .connect_timeout(Duration::from_secs(10)).timeout(Duration::from_secs(60))',
    ANSWERS_IN.rust,
  ],
  [
    ['elixir'],
    'Req and Finch: receive_timeout: 60_000; hackney: recv_timeout: 60_000',
    ANSWERS_IN.elixir,
  ],
  [
    ['dart'],
    'dio: connectTimeout and receiveTimeout; HttpClient: connectionTimeout and .timeout()',
    ANSWERS_IN.dart,
  ],
  [['swift'], 'URLRequest.timeoutInterval = 60', ANSWERS_IN.swift],
  [['r'], 'httr2: req_timeout(60); httr: timeout(60)', ANSWERS_IN.r],
  [['curl'], 'curl --connect-timeout 10 -m 60', ANSWERS_IN.curl],
  [['wget'], 'wget --timeout=60', ANSWERS_IN.wget],
  [['postman'], 'Postman: Settings, General, Request timeout in ms'],
  [['insomnia'], 'Insomnia: Preferences, Request timeout'],
];

/** How long a call may take, in the terms of each runtime and platform. */
export const TIMEOUT_REMEDIES: readonly Remedy[] = [
  ...SETTINGS.map(([runtimes, setting, verify]): Remedy => ({
    causes: SLOW,
    in: runtimes,
    fixes: [
      {
        text: `Allow the call 60 s: ${setting}.`,
        source: 'inferred',
        ...(verify === undefined ? {} : { verify }),
      },
    ],
  })),
  {
    causes: [...SLOW, 'dns-timeout', 'dns-failure', 'network-unreachable'],
    in: ['lambda'],
    comesFirst: true,
    fixes: [
      {
        text: 'If the function is in a VPC it has no way to the internet by itself, also not in a public subnet: add a NAT gateway, a route 0.0.0.0/0 to it, and a security group that lets port 443 out.',
        source: 'platform/docs',
      },
      {
        text: 'If other public hosts answer from the function, raise its own time-out (Configuration, General) above that of the call.',
        source: 'platform/docs',
      },
    ],
  },
  {
    causes: [...SLOW, 'dns-timeout', 'network-unreachable'],
    in: ['azure-functions'],
    comesFirst: true,
    fixes: [
      {
        text: 'If the app is joined to a virtual network, give that network a NAT gateway, and let port 443 out. Then call any public host from the app to see that it works.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: SLOW,
    in: ['vercel'],
    comesFirst: true,
    fixes: [
      {
        text: 'Raise maxDuration of the function above the time of the call, and ask for less at once. Then run it again and read its log.',
        source: 'platform/docs',
      },
    ],
  },
  {
    causes: SLOW,
    in: ['zapier'],
    comesFirst: true,
    fixes: [
      {
        text: 'Zapier ends a step after 30 s, and the call may have been charged: look at the usage of the account before the step runs again, and send fewer items at once.',
        source: 'platform/docs',
      },
    ],
  },
  {
    causes: SLOW,
    in: ['salesforce'],
    comesFirst: true,
    fixes: [
      {
        text: 'A callout ends after 10 s unless told otherwise: request.setTimeout(120000) allows the most. Then run it again and read the debug log, category Callout.',
        source: 'platform/docs',
      },
    ],
  },
  {
    causes: SLOW,
    in: ['n8n'],
    comesFirst: true,
    fixes: [
      {
        text: 'In the node open Options, Timeout, and allow 60000 ms; in a batch send fewer items. Then run the node once.',
        source: 'platform/docs',
      },
    ],
  },
  {
    causes: SLOW,
    in: ['hubspot'],
    comesFirst: true,
    fixes: [
      {
        text: 'HubSpot ends a webhook or custom code action early and repeats it for days; each repeat may be charged. Let your own server take the call and do the work later, and read the action logs.',
        source: 'platform/docs',
      },
    ],
  },
];
