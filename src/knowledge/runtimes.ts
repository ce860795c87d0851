import type { Platform, Runtime } from '../model/fact.ts';

/** Signs that only one runtime, client or platform writes. Each expression is bounded. */
interface Signs<Id extends string> {
  readonly id: Id;
  readonly signs: readonly RegExp[];
}

/** Frames of stacks, classes of exceptions and words of standard libraries. */
export const RUNTIME_SIGNS: readonly Signs<Runtime>[] = [
  {
    id: 'bun',
    signs: [
      /\bpass `verbose: true` in the second argument to fetch\(\)/,
      /\bUnable to connect\. Is the computer able to access the url\?/,
      /^Bun v\d/m,
    ],
  },
  {
    id: 'deno',
    signs: [
      /^error: Uncaught\b/m,
      /\bext:deno_\w{2,30}/,
      /^\s{0,8}at (?:async )?\S{0,120}\(?ext:/m,
      /\bDeno\.errors\./,
    ],
  },
  {
    id: 'node',
    signs: [
      /\bnode:(?:internal|net|https?|tls|events|dns|_http_\w{2,20}|diagnostics_channel)\b/,
      /^\s{1,12}at [^\n]{0,200}\/node_modules\/[^\n]{1,200}:\d{1,6}:\d{1,5}\)?$/m,
      /^\s{1,12}at (?:async )?[\w.<>$ ]{1,100} \((?:file:\/\/)?\/[^\n()]{1,200}\.[cm]?[jt]s:\d{1,6}:\d{1,5}\)/m,
      /\bUND_ERR_[A-Z_]{3,40}\b/,
      /\berrno: -\d{2,4},/,
      /\bTypeError: fetch failed\b/,
      /\bFetchError: request to\b/,
      /\bERR_(?:TLS_CERT_ALTNAME_INVALID|HTTP2_\w{3,40}|INVALID_CHAR|SSL_[A-Z_]{3,50})\b/,
      /\b(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?)\b/,
      /\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN)\b/,
      /\bconnect (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH) [\da-f:.]{2,60}/,
      /\bnpm (?:ERR!|error) /,
      /^Node\.js v\d{1,2}\./m,
    ],
  },
  {
    id: 'python',
    signs: [
      /^\s{0,40}Traceback \(most recent call last\):/m,
      /^\s{0,40}File "[^"\n]{1,300}", line \d{1,7}, in /m,
      /\b(?:requests|urllib3|httpx|httpcore|aiohttp|urllib)\.(?:exceptions|error|client_exceptions|connectionpool)?\.?[A-Z]?\w{2,60}(?:Error|Exception|Timeout)\b/,
      /\bHTTPS?ConnectionPool\(host=/,
      /\(_ssl\.c:\d{1,5}\)/,
      /\[SSL: [A-Z_]{3,60}\]/,
      /\bMax retries exceeded with url:/,
      /\b(?:python-requests|python-httpx|Python-urllib|aiohttp)\/\d/,
      /\bRequestsDependencyWarning\b/,
    ],
  },
  {
    id: 'powershell',
    signs: [
      /\bInvoke-(?:RestMethod|WebRequest) ?:/,
      /^\s{0,8}At line:\d{1,6} char:\d{1,6}/m,
      /\bFullyQualifiedErrorId\b/,
      /^\s{0,8}\+ CategoryInfo\b/m,
      /\bIn Zeile:\d{1,6} Zeichen:\d{1,6}/,
    ],
  },
  {
    id: 'dotnet',
    signs: [
      /\bSystem\.Net\.(?:Http\.)?\w{2,60}Exception\b/,
      /\bSystem\.(?:Net|IO|Security|Threading)\.[\w.]{2,100}Exception\b/,
      /--- End of (?:inner exception )?stack trace/,
      /^\s{2,8}at [\w.<>`[\],]{3,200}\((?![\w$]{1,100}\.(?:java|kt|scala|groovy):)[^\n()]{0,300}\)(?: in [^\n]{1,300}:line \d{1,7})?\r?$/m,
      / ---> System\./,
      /\bHttpClient\.Timeout of\b/,
    ],
  },
  {
    id: 'java',
    signs: [
      /^\s{1,12}(?:at )?[\w.$/@]{3,200}\([\w$]{1,100}\.(?:java|kt|scala|groovy):\d{1,6}\)/m,
      /\b(?:java|javax|sun|jdk|kotlin|scala|okhttp3|retrofit2)\.[\w.$]{2,120}(?:Exception|Error)\b/,
      /\borg\.(?:apache\.(?:http|hc)|springframework|asynchttpclient)\.[\w.$]{2,120}/,
      /\bio\.(?:netty|ktor|vertx)\.[\w.$]{2,120}/,
      /\breactor\.netty\.[\w.$]{2,120}/,
      /\bException in thread "/,
      /\bPKIX path building failed\b/,
    ],
  },
  {
    id: 'php',
    signs: [
      /\bGuzzleHttp\\{1,2}\w/,
      /\bSymfony\\{1,2}Component\\{1,2}HttpClient/,
      /^#\d{1,4} [^\n]{1,300}\.php\(\d{1,6}\): /m,
      /\bPHP (?:Fatal error|Warning|Notice|Deprecated): /,
      /\bcURL error \d{1,3}: /,
      / in \/[^\n:]{1,200}\.php(?:\(\d{1,6}\)| on line \d{1,6}|:\d{1,6})/,
      /\bIlluminate\\{1,2}Http\\{1,2}Client/,
    ],
  },
  {
    id: 'ruby',
    signs: [
      /\.rb:\d{1,6}:in [`']/,
      /\bNet::(?:OpenTimeout|ReadTimeout|HTTP\w{2,40})\b/,
      /\b(?:Faraday|RestClient|HTTParty|Excon|HTTPX|OpenSSL::SSL|Errno|Typhoeus)::[A-Z]\w{1,60}/,
    ],
  },
  {
    id: 'go',
    signs: [
      /\bdial (?:tcp|udp)\b[^\n]{0,200}: /,
      /\bx509: /,
      /\b(?:Get|Post|Put|Patch|Delete|Head) \\?"https?:\/\/[^"\n]{1,500}": /,
      /\bgoroutine \d{1,7} \[/,
      /\bnet\/http: /,
      /\bcontext deadline exceeded\b/,
      /\bGo-http-client\/\d/,
    ],
  },
  {
    id: 'rust',
    signs: [
      /\b(?:reqwest|hyper|ureq|hyper_util|h2|rustls)::\w{2,60}/,
      /\berror sending request for url \(/,
      /\bthread '[^'\n]{1,100}' panicked at\b/,
      /\binvalid peer certificate: /,
      /\bclient error \((?:Connect|SendRequest)\)/,
    ],
  },
  {
    id: 'elixir',
    signs: [
      /%(?:Mint|Finch|Req|HTTPoison|Tesla)\.\w{2,60}\{/,
      /^\s{0,8}\*\* \([A-Z][\w.]{2,80}\) /m,
      /^\s{1,12}\(\w{2,60} \d[\w.-]{1,30}\) lib\/[^\n]{1,200}\.exs?:\d{1,6}/m,
      /\{:(?:error|proxy|tls_alert), [:{%]/,
      /\breason: :[a-z]\w{2,40}\b/,
    ],
  },
  {
    id: 'dart',
    signs: [
      /\bDio(?:Exception|Error)\b/,
      /\b(?:SocketException|HandshakeException|ClientException with SocketException): [^\n]{0,300}\(OS Error: /,
      /^#\d{1,3} {2,10}\S[^\n]{0,200}\(package:[^\n()]{1,200}\.dart/m,
      /\bHttpException: [^\n]{1,300}, uri = /,
      /\bDart\/\d\.\d{1,3} \(dart:io\)/,
    ],
  },
  {
    id: 'swift',
    signs: [
      /\bNSURLErrorDomain\b/,
      /\bError Domain=[\w.]{3,80} Code=-?\d{1,6}/,
      /\bkCF(?:ErrorDomainCFNetwork|StreamError\w{2,30})\b/,
      /\bNSLocalizedDescription\b/,
    ],
  },
  {
    id: 'r',
    signs: [
      /\bError in (?:curl::)?curl_fetch_memory\(/,
      /\bError in `(?:httr2::)?req_perform\(\)`/,
      /\bhttr2_(?:http_\d{3}|failure|error)\b/,
      /^! Failed to perform HTTP request\./m,
    ],
  },
  {
    id: 'insomnia',
    signs: [
      /^\* Preparing request to https?:/m,
      /^\* Current time is \d{4}-/m,
      /^\* Using libcurl\//m,
      /\binsomnia\/\d{4}\.\d/,
    ],
  },
  {
    id: 'postman',
    signs: [
      /\bPostmanRuntime\/\d/,
      /\bCould not (?:get|send) (?:any )?(?:response|request)\b/,
      /^newman$/m,
    ],
  },
  {
    id: 'curl',
    signs: [/^curl: \(\d{1,3}\)/m, /^\* +(?:Trying|Connected to|Host) /m, /\bcurl\/\d\.\d/],
  },
  { id: 'wget', signs: [/^wget: /m, /^Resolving \S{1,255} \(/m, /\bWget\/\d\.\d/] },
  {
    id: 'browser',
    signs: [
      /\bnet::ERR_[A-Z0-9_]{3,60}\b/,
      /\bblocked by CORS policy\b/,
      /\bUncaught \(in promise\)/,
      /\bNS_ERROR_[A-Z_]{3,60}\b/,
      /\bCross-Origin Request Blocked\b/,
      /\bTypeError: (?:Failed to fetch\b|NetworkError when attempting|Load failed\b)/,
      /\bchrome-extension:\/\//,
    ],
  },
];

/** Libraries and tools that make calls, by the words that only they write. */
export const CLIENT_SIGNS: readonly (Signs<string> & { readonly runtime?: Runtime })[] = [
  { id: 'axios', signs: [/\bAxiosError\b|\bRequest failed with status code \d{3}\b|\baxios\/\d/] },
  { id: 'node-fetch', runtime: 'node', signs: [/\bFetchError: request to\b|\bnode-fetch\b/] },
  {
    id: 'got',
    runtime: 'node',
    signs: [
      /\bRequestError: [^\n]{1,200}\n[^]{0,2000}\bnode_modules\/got\b|\bTimeout awaiting '\w{3,20}' for\b/,
    ],
  },
  { id: 'undici', runtime: 'node', signs: [/\bUND_ERR_|\bTypeError: fetch failed\b|\bundici\b/] },
  {
    id: 'requests',
    runtime: 'python',
    signs: [/\brequests\.(?:exceptions|adapters|sessions|models)\b|\bpython-requests\/\d/],
  },
  { id: 'httpx', runtime: 'python', signs: [/\bhttp(?:x|core)\.\w{2,60}|\bpython-httpx\/\d/] },
  {
    id: 'aiohttp',
    runtime: 'python',
    signs: [/\baiohttp\.\w{2,60}|\bClientConnector\w{2,40}Error\b/],
  },
  { id: 'urllib', runtime: 'python', signs: [/\burllib\.(?:error|request)\b|\burlopen error\b/] },
  { id: 'OkHttp', runtime: 'java', signs: [/\bokhttp3?\.\w/] },
  {
    id: 'Apache HttpClient',
    runtime: 'java',
    signs: [/\borg\.apache\.(?:http|hc)\.|\bNoHttpResponseException\b/],
  },
  {
    id: 'Java HttpClient',
    runtime: 'java',
    signs: [/\bjava\.net\.http\.|\bjdk\.internal\.net\.http\b/],
  },
  {
    id: 'Reactor Netty',
    runtime: 'java',
    signs: [/\breactor\.netty\.|\bWebClientRequestException\b/],
  },
  {
    id: 'Spring',
    runtime: 'java',
    signs: [/\borg\.springframework\.web\.|\bI\/O error on [A-Z]{3,7} request for\b/],
  },
  { id: 'ktor', runtime: 'java', signs: [/\bio\.ktor\./] },
  {
    id: 'HttpClient',
    runtime: 'dotnet',
    signs: [/\bSystem\.Net\.Http\.|\bHttpRequestException\b/],
  },
  { id: 'Guzzle', runtime: 'php', signs: [/\bGuzzleHttp\b/] },
  {
    id: 'Symfony HttpClient',
    runtime: 'php',
    signs: [/\bSymfony\\{1,2}Component\\{1,2}HttpClient/],
  },
  { id: 'Faraday', runtime: 'ruby', signs: [/\bFaraday::\w/] },
  { id: 'HTTParty', runtime: 'ruby', signs: [/\bHTTParty\b/] },
  {
    id: 'Net::HTTP',
    runtime: 'ruby',
    signs: [/\bNet::(?:HTTP|OpenTimeout|ReadTimeout)\b|\bnet\/http\.rb:/],
  },
  { id: 'reqwest', runtime: 'rust', signs: [/\breqwest::|\berror sending request for url \(/] },
  { id: 'ureq', runtime: 'rust', signs: [/\bureq::/] },
  { id: 'Finch', runtime: 'elixir', signs: [/%Finch\.|\bFinch\b/] },
  { id: 'Req', runtime: 'elixir', signs: [/%Req\.\w/] },
  { id: 'hackney', runtime: 'elixir', signs: [/:hackney\b|\bhackney_\w{2,40}|%HTTPoison\./] },
  { id: 'Mint', runtime: 'elixir', signs: [/%Mint\.\w/] },
  { id: 'dio', runtime: 'dart', signs: [/\bDio(?:Exception|Error)\b/] },
  {
    id: 'k6',
    runtime: 'go',
    signs: [/\bRequest Failed\b[^\n]{0,200}\berror=|\berror_code=1\d{3}\b/],
  },
];

/** Platforms, by what only they write: their own classes, paths, sentences and variables. */
export const PLATFORM_SIGNS: readonly Signs<Platform>[] = [
  {
    id: 'n8n',
    signs: [
      /\bNode(?:Api|Operation)Error\b/,
      /\bn8n-nodes-\w|\/node_modules\/n8n\b|\bn8n_connector-prod\b/,
      /\bn8n (?:node|workflow|execution|version|log|worker)s?\b/i,
      /\b(?:Authorization failed - please check your credentials|The service is receiving too many requests from you|Bad request - please check your parameters|Forbidden - perhaps check your credentials\?)/,
    ],
  },
  {
    id: 'zapier',
    signs: [
      /\bThrottled by Zapier!/,
      /\b(?:RefreshAuthError|HaltedError|StopRequestError|ExpiredAuthError)\b/,
      /\bzapier-platform\b|\bzapier\.com\/(?:app|editor)\b/,
      /\bZapier (?:zap|task|history|step|run)s?\b|\bZap (?:run|history|step)s?\b/i,
      /\bThe app did not respond in-time\. It may or may not have completed successfully\b/,
    ],
  },
  {
    id: 'make',
    signs: [
      /\b(?:AccountValidationError|BundleValidationError|ModuleTimeoutError)\b/,
      /\bMake(?:\.com)? (?:scenario|module|execution|operation)s?\b/,
      /\bhook\.(?:eu\d|us\d)\.make\.com\b|\bIntegromat\b/,
    ],
  },
  {
    id: 'pipedream',
    signs: [
      /\bpipedream\.(?:net|com)\b|@pipedream\/\w|\bPipedream (?:workflow|step|component)s?\b/i,
    ],
  },
  {
    id: 'power-automate',
    signs: [
      /\.azure-apim\.net\b/,
      /\bx-ms-(?:apihub|workflow)-[\w-]{2,40}/i,
      /\bPower (?:Automate|Apps)\b|\blogic\.azure\.com\b/,
      /\bActionFailed\b[^\n]{0,200}No dependent actions succeeded/,
    ],
  },
  {
    id: 'salesforce',
    signs: [
      /\bSystem\.(?:CalloutException|HttpRequest|HttpResponse|LimitException|DmlException)\b/,
      /\bUnauthorized endpoint, please check Setup\b/,
      /\bRemote site settings\b/i,
      /\bcallout:\w{2,60}/,
      /^\d\d:\d\d:\d\d\.\d{1,3} \(\d{1,15}\)\|(?:CALLOUT|EXCEPTION|USER_DEBUG|FATAL_ERROR)/m,
    ],
  },
  {
    id: 'apps-script',
    signs: [
      /\bRequest failed for https?:\/\/\S{1,255} returned code \d{3}\b/,
      /\bmuteHttpExceptions\b/,
      /\bUrlFetchApp\b/,
      /\bService invoked too many times for one day: urlfetch\b/,
      /\b(?:Address unavailable|Adresse nicht verf\u00FCgbar|DNS error|DNS-Fehler): https?:\/\//u,
    ],
  },
  { id: 'clay', signs: [/\bClay (?:table|column|row|credit|workspace)s?\b|\bapp\.clay\.com\b/] },
  {
    id: 'hubspot',
    signs: [
      /\bHubSpot (?:workflow|custom code|webhook action|action log)s?\b/i,
      /\bhs-?functions?\b|\bhubapi\.com\/automation\b/,
    ],
  },
  {
    id: 'workato',
    signs: [/\berr\.http\.response\.(?:client|server)_error\b|\bWorkato\b|\berror_type_id\b/],
  },
  { id: 'tray', signs: [/\btray\.io\b|"outcome" ?: ?"error"[^]{0,400}"expects"/] },
  { id: 'airbyte', signs: [/\bairbyte[-_.]\w|\bAirbyte\b|\bFailure in source:/] },
  {
    id: 'airflow',
    signs: [
      /\bairflow\.(?:exceptions|providers|models|task)\b/,
      /\{(?:taskinstance|local_task_job_runner|standard_task_runner|http)\.py:\d{1,5}\}/,
      /\bMarking task as (?:UP_FOR_RETRY|FAILED|SUCCESS)\b/,
    ],
  },
  {
    id: 'lambda',
    signs: [
      /\bTask timed out after \d{1,4}(?:\.\d{1,3})? seconds/,
      /^(?:START|END|REPORT) RequestId: [\da-f-]{36}/m,
      /\/var\/(?:task|runtime)\//,
      /\bRuntime\.(?:ImportModuleError|ExitError|UnhandledPromiseRejection|HandlerNotFound)\b/,
      /\bAWS_LAMBDA_\w{3,40}\b/,
    ],
  },
  {
    id: 'azure-functions',
    signs: [
      /\bFunctions\.\w{1,80}' \((?:Failed|Succeeded), Id=/,
      /\bMicrosoft\.Azure\.WebJobs\b|\bAzure Functions\b|\/home\/site\/wwwroot\//,
    ],
  },
  {
    id: 'kubernetes',
    signs: [
      /\.svc\.cluster\.local\b/,
      /\b(?:kubelet|kubectl|CrashLoopBackOff|ndots:\d)\b/,
      /"kubernetes" ?: ?\{|\bkubernetes\.(?:pod_name|namespace_name)\b/,
    ],
  },
  {
    id: 'docker',
    signs: [
      /^[\w.-]{1,60}-\d{1,3} {1,4}\| /m,
      /\b127\.0\.0\.11:53\b/,
      /\bdocker(?:-compose| compose| run| build)\b/i,
      /^(?:FROM|RUN|COPY|ENTRYPOINT) \S/m,
    ],
  },
  {
    id: 'supabase',
    signs: [
      /\bsupabase\.co\b|\bEdge Function returned a non-2xx status code\b|\bFunctionsHttpError\b/,
    ],
  },
  {
    id: 'vercel',
    signs: [
      /\bFUNCTION_INVOCATION_(?:TIMEOUT|FAILED)\b/,
      /\bx-vercel-(?:id|error|cache)\b/i,
      /\bVercel Runtime Timeout Error\b|\bvercel\.app\b/,
    ],
  },
  {
    id: 'heroku',
    signs: [
      /\bheroku\[(?:router|web\.\d{1,3}|worker\.\d{1,3})\]:|\bapp\[(?:web|worker)\.\d{1,3}\]:|\bherokuapp\.com\b/,
    ],
  },
  {
    id: 'github-actions',
    signs: [
      /^##\[(?:error|group|warning|command)\]/m,
      /\/home\/runner\/work\//,
      /\bGITHUB_ACTIONS\b/,
    ],
  },
  {
    id: 'mcp-client',
    signs: [
      /\bmcp\.lusha\.com\b/,
      /\bMCP error -32\d{3}\b/,
      /\b(?:StreamableHTTPError|Error POSTing to endpoint \(HTTP \d{3}\))/,
      /\bmcp-remote\b|\bmcpServers\b/,
      /\bMcp-Session-Id\b/i,
      /\blusha-public-api-mcp\b|@lusha-org\/mcp\b/,
    ],
  },
];
