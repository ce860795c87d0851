import type { FactName } from './fact.ts';

/** A phrase with `{}` where the value stands, or one phrase for each value. */
type Words = string | Readonly<Record<string, string>>;

const COMPARED = (same: string, different: string, accepted: string): Words => ({
  same,
  different,
  accepted,
});

/** Every fact as a native reader would say it. Internal names are for programs only. */
const WORDS: Readonly<Record<FactName, Words>> = {
  status: 'the status is {}',
  statusText: 'the reason phrase is "{}"',
  answeredBy: {
    lusha: 'Lusha answered',
    gateway: "Lusha's gateway answered",
    'cdn-waf': 'a CDN or firewall answered',
    proxy: 'a proxy answered',
    'captive-portal': 'a network log-in page answered',
    other: 'somebody other than Lusha answered',
    nobody: 'nobody answered',
  },
  failure: 'no answer came ({})',
  failureCode: 'the error code is {}',
  failurePhase: {
    dns: 'it failed while looking up the name',
    tcp: 'it failed while connecting',
    proxy: 'it failed at the proxy',
    tls: 'it failed while setting up TLS',
    send: 'it failed while sending the request',
    wait: 'it failed while waiting for the answer',
    body: 'it failed while reading the answer',
  },
  address: 'the address is {}',
  attempts: 'the addresses tried are {}',
  slowPhase: {
    dns: 'the time went into looking up the name',
    tcp: 'the time went into connecting',
    proxy: 'the time went by at the proxy',
    tls: 'the time went into setting up TLS',
    send: 'the time went into sending the request',
    wait: 'the time went into waiting for the answer',
    body: 'the time went into reading the answer',
  },
  slowMs: 'that took {} ms',
  sent: { true: 'the request was sent', false: 'the request was not sent' },
  connectStatus: 'the proxy answered CONNECT with {}',
  product: 'the answer is marked {}',
  productSays: {
    policy: 'it forbids this destination',
    login: 'it asks for a log-in',
    unreachable: 'it could not reach the server behind it',
    challenge: 'it takes the caller for a robot',
    firewall: 'its firewall refused the request',
    'rate-limit': 'its own rate limit was reached',
    'no-route': 'it knows no such path, host or application',
    'gateway-key': 'it wants a credential of its own',
    malformed: 'it cannot read the request',
    'own-app': "it speaks of the caller's own application",
    trace: 'it left its mark and nothing more',
  },
  bodyKind: {
    empty: 'the body is empty',
    'json-object': 'the body is JSON',
    'json-other': 'the body is JSON, but not an object',
    'broken-json': 'the body is broken JSON',
    html: 'the body is an HTML page',
    text: 'the body is plain text',
    binary: 'the body is not text',
  },
  bodyIsCut: 'the text breaks off inside the body',
  contentType: 'the content type is {}',
  shape: {
    success: 'the body has the shape of a Lusha success',
    'success-like': 'the body looks like a success',
    error: 'the body has the shape of a Lusha error',
    'error-like': 'the body looks like an error',
  },
  message: 'the message is "{}"',
  errorName: 'the error name is "{}"',
  errors: 'the body lists: {}',
  itemErrors: 'items failed with {}',
  itemErrorCounts: 'failed items: {}',
  itemCount: 'items: {}',
  emptyResult: { true: 'the list of results is empty', false: 'the list of results is not empty' },
  creditsCharged: 'credits charged: {}',
  creditsLeft: 'credits left: {}',
  requestId: 'the request id is {}',
  answeredAt: 'the answer is dated {}',
  retryAfter: 'the answer asks for a wait of {} s',
  waitSeconds: 'the wait is {} s',
  waitSource: 'the wait is stated in: {}',
  windowEmpty: 'no calls are left in the {} window',
  windowsOpen: 'calls are left in: {}',
  windowLimit: 'the limit is {} calls',
  windowReset: 'the window opens again in {} s',
  keyDefects: 'the key has: {}',
  keyPlace: 'the place of the key is {}',
  keyKind: {
    variable: 'the key belongs into a variable',
    dotenv: 'the key is in .env',
    file: 'the key belongs into a file',
    stdin: 'the key comes from a pipe',
    simulator: 'the key is that of the simulator',
  },
  keyVariable: 'the variable of the key is {}',
  keyNamedBy: {
    usual: 'nobody named a place for the key',
    '': 'the place of the key was named by {}',
  },
  keyMissing: 'there is no key: {}',
  keyElsewhere: 'another key is in {}',
  keyPlacement: {
    none: 'the request carries no key',
    query: 'the key is in the URL',
    '': 'the key is in the header {}',
  },
  keyAccepted: {
    true: 'the same key was accepted elsewhere',
    false: 'the same key was refused elsewhere too',
  },
  withoutKey: COMPARED(
    'without a key the answer is the same',
    'without a key the answer is different',
    'the call works without any key',
  ),
  junkKey: COMPARED(
    'a made-up key gets the same answer',
    'a made-up key gets a different answer',
    'a made-up key is accepted',
  ),
  asBearer: COMPARED(
    'sent as Authorization: Bearer, the key gets the same answer',
    'sent as Authorization: Bearer, the key gets a different answer',
    'sent as Authorization: Bearer, the key is accepted',
  ),
  olderUsage: COMPARED(
    "V2's usage call gives the same answer",
    "V2's usage call gives a different answer",
    "V2's usage call accepts the key",
  ),
  method: 'the method is {}',
  origin: 'the request went to {}',
  host: 'the host is {}',
  port: 'the port is {}',
  hostSource: { default: 'the host is the built-in one', '': 'the host was named by {}' },
  proxyUrl: 'the proxy is {}',
  proxySource: 'the proxy was named by {}',
  proxyVariable: 'the proxy variable is {}',
  proxyValue: 'the value of the proxy variable is {}',
  extraCa: 'additional authorities were named by {}',
  free: { true: 'the call is free', false: 'the call is charged' },
  path: 'the path is {}',
  endpoint: { unlisted: 'the endpoint is not in the catalogue', '': 'the endpoint is {}' },
  nearestPath: 'the path spelt most like it is {}',
  endpointVersion: {
    v2: 'the endpoint belongs to V2',
    v3: 'the endpoint belongs to V3',
    '': 'the endpoint belongs to {}',
  },
  otherMethod: 'the path exists under another method',
  plan: 'the plan is {}',
  redirect: {
    'same-origin': 'it redirects to the same host',
    'cross-origin': 'it redirects to another host',
    'to-clear-text': 'it redirects from https to http',
    'to-login': 'it redirects to a log-in page',
    unusable: 'it redirects without a usable address',
  },
  redirectTo: 'it redirects to {}',
  clockSkew: "this machine's clock is {} s ahead of the server's",
  sunset: 'the endpoint is announced to end on {}',
  sunsetWords: 'the endpoint {}',
  certificateIssuer: 'the certificate was issued by {}',
  certificateDays: 'days until the certificate expires: {}',
  runtime: {
    node: 'Node made the call',
    bun: 'Bun made the call',
    deno: 'Deno made the call',
    python: 'Python made the call',
    java: 'a program on the JVM made the call',
    dotnet: '.NET made the call',
    powershell: 'PowerShell made the call',
    php: 'PHP made the call',
    ruby: 'Ruby made the call',
    go: 'Go made the call',
    rust: 'Rust made the call',
    elixir: 'Elixir or Erlang made the call',
    dart: 'Dart made the call',
    swift: 'Swift made the call',
    r: 'R made the call',
    curl: 'curl made the call',
    wget: 'wget made the call',
    browser: 'a browser made the call',
    postman: 'Postman made the call',
    insomnia: 'Insomnia made the call',
  },
  platform: {
    n8n: 'the call came from n8n',
    zapier: 'the call came from Zapier',
    make: 'the call came from Make',
    pipedream: 'the call came from Pipedream',
    'power-automate': 'the call came from Power Automate',
    salesforce: 'the call came from Salesforce',
    'apps-script': 'the call came from Google Apps Script',
    clay: 'the call came from Clay',
    hubspot: 'the call came from HubSpot',
    workato: 'the call came from Workato',
    tray: 'the call came from Tray',
    airbyte: 'the call came from Airbyte',
    airflow: 'the call came from Airflow',
    lambda: 'the call came from AWS Lambda',
    'azure-functions': 'the call came from Azure Functions',
    docker: 'the call came from a Docker container',
    kubernetes: 'the call came from Kubernetes',
    supabase: 'the call came from a Supabase function',
    vercel: 'the call came from a Vercel function',
    heroku: 'the call came from Heroku',
    'github-actions': 'the call came from GitHub Actions',
    'mcp-client': 'the call came from an MCP client',
  },
  shell: {
    fish: 'the shell is fish',
    powershell: 'the shell is PowerShell',
  },
  environment: {
    'ca-file-unreadable': 'NODE_EXTRA_CA_CERTS names a file that cannot be read',
    'ca-known-to-system': 'the system trusts the authority, and Node does not',
    'no-proxy-typo': 'NO_PROXY has a name that is nearly that of the host',
    'no-proxy-blanks': 'NO_PROXY has blanks between its names',
    'proxy-variables-differ': 'two spellings of a proxy variable differ',
    'proxy-without-scheme': 'a proxy variable has no scheme',
    'proxy-ignored-by-fetch': 'fetch in Node ignores the proxy variables',
    'proxy-credentials-in-url': 'a proxy variable holds a password',
    'ipv6-first': 'IPv6 is tried before IPv4',
    'tls-verification-off': 'NODE_TLS_REJECT_UNAUTHORIZED is 0',
    '': 'the environment has: {}',
  },
};

/** A fact's short name as a label: `request id`, `made-up key`. */
const LABELS: Partial<Readonly<Record<FactName, string>>> = {
  answeredBy: 'answered by',
  failureCode: 'error code',
  failurePhase: 'failed in',
  slowPhase: 'slow part',
  slowMs: 'took (ms)',
  connectStatus: 'CONNECT',
  bodyKind: 'body',
  bodyIsCut: 'cut off',
  contentType: 'content type',
  errorName: 'error name',
  itemErrors: 'item errors',
  itemErrorCounts: 'item errors',
  itemCount: 'items',
  emptyResult: 'empty result',
  creditsCharged: 'credits charged',
  creditsLeft: 'credits left',
  requestId: 'request id',
  answeredAt: 'answered at',
  retryAfter: 'retry after',
  waitSeconds: 'wait (s)',
  waitSource: 'wait stated in',
  windowEmpty: 'used up',
  windowsOpen: 'calls left in',
  windowLimit: 'limit',
  windowReset: 'opens in (s)',
  keyDefects: 'defects',
  keyPlace: 'key in',
  keyKind: 'kind of place',
  keyNamedBy: 'place named by',
  keyMissing: 'no key',
  keyElsewhere: 'other key in',
  keyPlacement: 'key sent in',
  keyAccepted: 'key accepted',
  withoutKey: 'without a key',
  junkKey: 'made-up key',
  asBearer: 'as Bearer',
  olderUsage: 'usage of V2',
  statusText: 'reason phrase',
  hostSource: 'host named by',
  proxyUrl: 'proxy',
  proxySource: 'proxy named by',
  extraCa: 'authorities named by',
  sunsetWords: 'end',
  nearestPath: 'nearest path',
  endpointVersion: 'version',
  otherMethod: 'other method',
  redirectTo: 'redirect to',
  clockSkew: 'clock ahead (s)',
  certificateIssuer: 'issued by',
  certificateDays: 'days left',
};

function isFactName(name: string): name is FactName {
  return Object.hasOwn(WORDS, name);
}

/** What was observed, as part of a sentence: `the message is "…"`, `nobody answered`. */
export function factPhrase(name: string, value: string): string {
  if (!isFactName(name)) return `${factLabel(name)}: ${value}`;
  const words = WORDS[name];
  if (typeof words === 'string') return words.replace('{}', () => value);
  const phrase = Object.hasOwn(words, value) ? words[value] : words[''];
  return (phrase ?? `${factLabel(name)}: {}`).replace('{}', () => value);
}

/** The name of a fact, or of anything else named in camel case, as a label. */
export function factLabel(name: string): string {
  const label = isFactName(name) ? LABELS[name] : undefined;
  return label ?? spaced(name);
}

/** `looked` and `wrongNames` as `looked` and `wrong names`. */
function spaced(camelCase: string): string {
  return camelCase
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** The names of all facts. */
export const FACT_NAMES: readonly string[] = Object.keys(WORDS);
