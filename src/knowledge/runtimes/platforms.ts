import type { Platform } from '../../model/fact.ts';
import { N8N_SENTENCES } from '../platform-sentences.ts';
import type { Signs } from './signs.ts';

/** Platforms, by what only they write: their own classes, paths, sentences and variables. */
export const PLATFORM_SIGNS: readonly Signs<Platform>[] = [
  {
    id: 'n8n',
    signs: [
      /\bNode(?:Api|Operation)Error\b/,
      /\bn8n-nodes-\w|\/node_modules\/n8n\b|\bn8n_connector-prod\b/,
      /\bn8n (?:node|workflow|execution|version|log|worker)s?\b/i,
      new RegExp(N8N_SENTENCES.map(([sentence]) => sentence.replace('?', '[?]')).join('|')),
      /^Problem in node [‘'"“]/m,
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
