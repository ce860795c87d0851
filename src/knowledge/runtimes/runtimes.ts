import type { Runtime } from '../../model/fact.ts';
import type { Signs } from './signs.ts';

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
