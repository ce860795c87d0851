import type { MentionKind, TextKind } from './text-kind.ts';

/** A statement, a condition or a call as programming languages write them. */
const CODE: readonly RegExp[] = [
  /^\s{0,60}(?:export |public |private |protected |internal |static |final |abstract |async |override |pub )*(?:function|class|interface|enum|struct|impl|trait|fn|func|def|defp|defmodule|module|namespace|package|record) \w[^.!?]{0,200}(?:[({;:]|\bdo|=)\s{0,4}$/,
  /^\s{0,60}(?:import|from|require|include|use|using|#include|require_once)\b[^.!?]{0,160}(?:["'<>;*]|\bimport\b).{0,80}$/,
  /^\s{1,60}[A-Z]\w{1,60}\s{0,3}= ?["']?\d{3}["']?[,;]?$/,
  /^\s{0,60}(?:export )?(?:const|let|var|val|final|my|local|mut|auto|int|string|bool|def) [\w$:<>[\], ]{1,60} ?:?= ?\S/,
  /^\s{0,60}(?:if|elsif|elif|else if|unless|while|for|foreach|switch|match|catch|except|rescue|guard|with)\b ?[(\w$!][^?]{0,200}(?:[{:]|\bthen|\bdo|\))\s{0,4}$/,
  /^\s{0,60}(?:case|when|default)\b [^?]{0,120}(?::|->|=>|\{)[^?]{0,160}$/,
  /^\s{0,60}(?:return|throw|raise|yield|await|panic!|abort|die|exit)\b ?[^?]{0,200}[;)(}\]'"\w]\s{0,4}$/,
  /^\s{0,60}[\w$.[\]"']{1,80}(?:\.\w{1,40})?\([^\n]{0,300}\)\s{0,3}(?:;|\{|:|=>|,|\.\w{1,30}\()\s{0,4}\S{0,80}$/,
  /^\s{0,60}(?:await |return )?(?:expect|assert\w{0,30}|it|test|describe|context|before(?:Each|All)?|after(?:Each|All)?|should|verify|mock\w{0,20}|stub\w{0,20}|nock|responses\.add|httpretty|respx|WebMock|when|given)\b ?[.(!]/,
  /\.(?:reply|mockResolvedValue|mockRejectedValue|mockImplementation|to_return|toThrow|rejects|thenReturn|intercept|respond_with|side_effect)\w{0,10}[.(]/,
  /^\s{0,60}(?:\/\/|\/\*|\*\/|--\[\[|"""|'''|#\[|@\w{1,40}(?:\(|$)|#!\/)/,
  /^\s{1,60}\* \S/,
  /^\s{0,60}[\w$.]{1,60} ?(?:===?|!==?|>=|<=|&&|\|\||=>|\?\?) ?\S[^?]{0,160}[;{,)]\s{0,4}$/,
  /^\s{0,60}[\w$.[\]]{1,80} ?[+*/-]?= ?[^=\s][^?]{0,200};\s{0,4}$/,
];

/** Kinds of text, the most certain first. */
export const TEXT_KINDS: readonly TextKind[] = [
  {
    kind: 'diff',
    marks: [
      /^diff --git /,
      /^@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@/,
      /^(?:---|\+\+\+) (?:[ab]\/|\/dev\/null)/,
      /^index [\da-f]{7,40}\.\.[\da-f]{7,40}/,
    ],
    usual: [/^[ +-]/, /^\\ No newline/, /^(?:rename|similarity|new file|deleted file|old mode)/],
    fewestMarks: 1,
    leastShare: 0.6,
  },
  {
    kind: 'API description',
    marks: [
      /^\s{0,20}["']?(?:openapi|swagger|asyncapi)["']?\s{0,3}:\s{0,3}["']?\d/,
      /^\s{0,40}["']?(?:responses|components|requestBody|securitySchemes|operationId|examples?)["']?\s{0,3}:\s{0,3}(?:\{|["']?\w{0,60}["']?)\s{0,3},?$/,
      /^\s{0,40}["']?[1-5](?:\d\d|XX)["']?\s{0,3}:\s{0,3}\{?\s{0,3}$/i,
      /^\s{0,40}["']?[1-5](?:\d\d|XX)["']?\s{0,3}:\s{0,3}\{\s{0,3}["']?description["']?:/i,
      /^\s{0,20}["']?paths["']?\s{0,3}:\s{0,3}\{?$/,
      /^\s{0,40}["']?\$ref["']?\s{0,3}:/,
      /"\$schema"\s{0,3}:\s{0,3}"https?:\/\/json-schema/,
    ],
    usual: [
      /^\s{0,40}(?:\/\S{0,200}|get|post|put|patch|delete):$/,
      /^\s{0,60}["']?(?:description|summary|schema|content|application\/json|type|properties|required|enum|format|example|title|items|tags|parameters|in|name|value)["']?\s{0,3}:/,
    ],
    fewestMarks: 2,
    leastShare: 0.6,
  },
  {
    kind: 'alert rules',
    marks: [
      /^\s{0,30}-? ?(?:alert|record): ?\S/,
      /^\s{0,20}[+~-] (?:query|message|name|threshold|critical)\s{1,20}= ["\d]/,
      /^Terraform will perform|^Plan: \d{1,5} to add/,
      /^\s{0,30}["']?(?:expr|promql|query)["']?: .{0,200}(?:rate\(|increase\(|sum\(|count|avg|[<>]=? ?\d)/,
      /^\s{0,30}["']?(?:for|evaluation_periods|comparison_operator|alarm_name|threshold|critical|condition)["']?\s{0,4}[:=] ?["']?(?:\d{1,4}[smhd]?|[A-Z]\w{0,40}|>\S{0,20})["']?,?$/,
      /\b(?:Microsoft\.Insights|scheduledQueryRules|metricAlerts|evaluationFrequency|timeAggregation|GreaterThan(?:OrEqual|Threshold)?|aws_cloudwatch_metric_alarm|AlarmDescription|notificationChannels)\b/,
      /^\s{0,8}(?:[+~-] )?resource "(?:aws_cloudwatch|datadog_monitor|google_monitoring|azurerm_monitor|grafana)\w{0,60}"/,
    ],
    usual: [
      /^\s{0,40}["']?(?:labels|annotations|severity|summary|description|groups|rules|name|team|runbook_url|message|tags|type|metric_name|namespace|statistic|period|alarm_actions|notify)["']?\s{0,4}[:=]/,
      /^\s{0,40}- name: /,
    ],
    fewestMarks: 2,
    leastShare: 0.6,
  },
  {
    kind: 'metrics',
    marks: [
      /^# (?:HELP|TYPE|UNIT) \w/,
      /^[a-z_:][\w:]{3,120}(?:\{[^{}\n]{0,400}\})? {1,4}[\d.eE+-]{1,24}(?: \d{10,13})?$/,
    ],
    usual: [/^#/],
    fewestMarks: 2,
    leastShare: 0.7,
  },
  {
    kind: 'changelog',
    marks: [
      /^#{1,4} \[?v?\d{1,4}\.\d{1,4}(?:\.\d{1,5})?\]?/,
      /^#{0,4} ?(?:Changelog|Change log|Release notes|What'?s changed|What's new|Unreleased)\b/i,
      /^#{1,4} (?:Added|Changed|Fixed|Removed|Deprecated|Security|Bug fixes|Features|Breaking changes)\b/i,
      /^\s{0,8}[*-]? ?(?:[\da-f]{7,12} )?(?:\([^)\n]{1,60}\) )?(?:fix|feat|chore|docs|test|refactor|perf|ci|build|style|revert)(?:\([^)\n]{1,60}\))?!?: \S/,
      /^commit [\da-f]{40}\b/,
      /^(?:Author|AuthorDate|Commit|CommitDate|Merge): /,
      /^Merge (?:pull request #\d|branch ')/,
      /^\s{0,6}v\d{1,4}\.\d{1,4}\.\d{1,5}(?: |:|$)/,
    ],
    usual: [/^\s{0,12}[-*•+] \S/, /^ {4}\S/, /^Date: /, /^[\da-f]{7,12} \S/],
    fewestMarks: 2,
    leastShare: 0.6,
  },
  {
    kind: 'code review',
    marks: [
      /\b(?:approved these changes|requested changes|LGTM|left a comment|commented on|resolved this conversation|suggested change)\b/i,
      /(?:^|\s)nit(?:pick)?(?::|\s-)/i,
      /^@[\w-]{1,40}(?:\s{1,4}[·•-])?\s{1,4}(?:\d{1,3} (?:minutes?|hours?|days?|weeks?|months?)(?: ago)?|yesterday|today|last week)/,
    ],
    usual: [/\S/],
    fewestMarks: 2,
    leastShare: 0.5,
  },
  {
    kind: 'configuration',
    marks: [
      /^\s{0,40}["']?(?:retry\w{0,30}|status_?forcelist|statusCodes|retry_?on|retryable\w{0,30}|raise_on_status|on_status|error_page|proxy_next_upstream|statuses|codes|ignore_statuses|expected_status\w{0,20}|accepted_statuscodes)["']?\s{0,4}[:= ]\s{0,4}[[("'{\d]?.{0,80}\b[45]\d\d\b/i,
      /^\s{0,40}["']?[\w.-]{1,60}["']?:\s{0,3}$/,
      /\$\{[A-Z_]{3,60}(?::[^}]{0,60})?\}|\{\{ ?[\w.]{1,60} ?\}\}/,
      /^\s{0,20}(?:apiVersion|kind|metadata|spec|services|version|jobs|steps|on|env|stages|image|resources|provider|variables):\s{0,3}\S{0,80}$/,
      /^\s{0,8}(?:resource|provider|variable|module|data|output) "[\w-]{1,60}"/,
      // A cassette: what once was answered, to be played again.
      /^(?:http_interactions:$|recorded_with: )/,
    ],
    usual: [
      /^\s{0,60}-? ?["']?[\w.-]{1,60}["']?\s{0,3}[:=]\s{0,3}(?:\S{0,200}|["'].{0,300}["'])$/,
      /^\s{0,60}["']?[\w.-]{1,60}["']?:\s{0,3}$/,
      /^---$/,
      /^\s{0,40}[}\]{[],?$/,
      /^\s{0,20}#/,
      /^\s{0,40}- \S/,
    ],
    fewestMarks: 3,
    leastShare: 0.8,
  },
  {
    kind: 'source code',
    marks: CODE,
    usual: [
      /^\s{0,60}#(?!#)/,
      /^\s{2,60}\S/,
      /^\s{0,3}(?:\d{1,5}[\s|:]{1,3})/,
      /^\s{0,60}(?:\}|\{|\]|\)|end|fi|done|esac|else|try|finally|else:|try:|do)[\s;,){}]{0,6}$/,
    ],
    fewestMarks: 2,
    leastShare: 0.5,
  },
  {
    kind: 'documentation',
    marks: [
      /^#{1,6} \S/,
      /^\s{0,8}\|.{1,300}\|\s{0,4}$/,
      /^\s{0,8}\|?[\s:|-]{6,200}\|?\s{0,4}$/,
      /^\s{0,8}(?:[-*•] )?[`*]{0,3}(?:20[0-4]|30[1-8]|4\d\d|5[0-3]\d|[45]xx)[`*]{0,3}(?: [A-Z][\w ]{2,40})?[`*]{0,3}\s{0,3}(?:[-–—:]|=>|→|\.\.\.|means\b|is returned|\|)\s{0,3}\S/i,
      /\b(?:this (?:usually|typically|often|generally)? ?(?:means|happens|occurs|indicates)|is (?:returned|thrown|raised|sent) (?:when|if)|(?:occurs|happens|returned|thrown|raised) (?:when|if)\b|refer to|see also|for example, |the following (?:table|errors|codes|status)|status codes?:?$|error codes?:?$|how to (?:fix|resolve|handle)|possible (?:causes|values|responses))/i,
      /^(?:=====|-----|~~~~~)/,
      /^\s{0,8}(?:#{1,4} )?(?:Runbook|Playbook|How-?to|FAQ|SOP|Troubleshooting|Cheat ?sheet|Owner|Last (?:reviewed|updated))\b.{0,3}:?/i,
      /\b(?:looks? like this|example of the (?:body|answer|log|message))\b/i,
      /^\s{0,8}(?:Args|Returns|Raises|Throws|Parameters|Example|Examples|Usage|Note|Notes|Synopsis|Options|See also):?\s{0,3}$/,
      /^\s{0,8}:(?:raises|returns|param) /,
    ],
    usual: [/^\s{0,12}(?:[-*•+]|\d{1,3}[.)]) \S/, /^>/, /^```/, /^ {4}\S/],
    fewestMarks: 2,
    leastShare: 0.3,
  },
];

/** A line that something printed while it ran: never code, documentation or configuration by itself. */
export const RUNTIME_LINES: readonly RegExp[] = [
  /^\s{0,20}at [\w$.<>[\] ]{1,200}[ (].{0,300}:\d{1,7}(?::\d{1,6})?\)?/,
  /^\s{0,20}at [\w$.]{1,200}\([\w$.-]{1,100}(?::\d{1,6})?\)/,
  /^Traceback \(most recent call last\)/,
  /^\s{0,8}File "[^"]{1,300}", line \d{1,7}/,
  /^(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception|Timeout|Warning|Failure)(?:: | \[|$)/,
  /^(?:Uncaught |Unhandled |Caused by: |thread '|panic: |fatal: |Exception in thread )/,
  /^(?:[<>*] ?)?HTTP\/\d(?:\.\d)? [1-5]\d\d\b/,
  /^curl: \(\d{1,3}\)/,
  // `claude mcp list`
  /^[\w .-]{1,60}: \S{1,300} \((?:HTTP|SSE|stdio)\) - [✗✓✔✘!⚠] /,
  // n8n names the node that failed above its words.
  /^Problem in node [‘'"“]/,
  /^(?:npm|yarn|pnpm) (?:ERR!|error|warn)|^##\[(?:error|warning)\]|^(?:ERROR|E): \S/,
  // .NET's console logger, whose words stand on the lines below: `warn: Polly[3]`
  /^(?:trce|dbug|info|warn|fail|crit): [\w.]{1,200}\[\d{1,9}\]$/,
  /^(?:\$|>|%|❯|➜|PS [A-Z]:[^>]{0,100}>|[\w.-]{1,40}@[\w.-]{1,60}[:~][^$#]{0,80}[$#]) ?(?:curl|http|https|wget|python3?|node|npx|npm|ruby|php|go|java|mix|cargo|dotnet|Invoke-\w{1,20}|lusha-doctor)\b/,
  /^>>> \S/,
];

/** Words with which a person reports a failure: a text with them is no documentation. */
export const REPORTED: readonly RegExp[] = [
  /^#{1,4} (?:Exception|Stack ?trace|Traceback|Breadcrumbs|HTTP Request|Logs?|Console(?: output)?)\b/im,
  /\b(?:I|we|it|they)(?:'m|'re|'s| am| are| is)? (?:keep|keeps|kept|get|gets|got|getting|see|sees|saw|seeing|receive|receiving|run into|ran into|hit|hitting|failing|stuck|blocked)\b/i,
  /\b(?:gives?|gave|giving|returns?|returned|throws?|threw) (?:me|us)\b/i,
  /\b(?:steps to reproduce|actual (?:behaviou?r|result)|expected (?:behaviou?r|result)|describe the bug|to reproduce|what is the error message|stack ?trace:?$|error output|log output|logs?:$)/im,
  /\b(?:since (?:yesterday|today|this morning|last|monday|tuesday|wednesday|thursday|friday)|suddenly|any ideas?\b|please help|what (?:am I|are we) (?:doing|missing)|stopped working|does not work|doesn'?t work|not working|is failing|are failing|fails with|failed with|keeps? failing|started failing|can someone|can you (?:check|look))/i,
];

/**
 * Members that, together, only a definition has: a workflow of n8n or Step Functions, a collection, a
 * dashboard, a package, an answer of a stand-in (WireMock, MockServer, Pact, Mountebank, Mockoon, json-server).
 */
export const DEFINITIONS: readonly {
  readonly kind: MentionKind;
  readonly members: readonly string[];
}[] = [
  { kind: 'configuration', members: ['nodes', 'connections'] },
  { kind: 'configuration', members: ['StartAt', 'States'] },
  { kind: 'configuration', members: ['info', 'item'] },
  { kind: 'configuration', members: ['_type', '__export_format', 'resources'] },
  { kind: 'configuration', members: ['scenario', 'blueprint'] },
  { kind: 'configuration', members: ['flow', 'modules'] },
  { kind: 'configuration', members: ['name', 'flow', 'metadata'] },
  { kind: 'configuration', members: ['definition', 'parameters'] },
  { kind: 'configuration', members: ['panels', 'templating'] },
  { kind: 'configuration', members: ['name', 'version', 'dependencies'] },
  { kind: 'configuration', members: ['mappings'] },
  { kind: 'configuration', members: ['request', 'response', 'priority'] },
  { kind: 'configuration', members: ['mcpServers'] },
  { kind: 'configuration', members: ['request.urlPath', 'response'] },
  { kind: 'configuration', members: ['request.urlPattern', 'response'] },
  { kind: 'configuration', members: ['request.urlPathPattern', 'response'] },
  { kind: 'configuration', members: ['response.jsonBody'] },
  { kind: 'configuration', members: ['httpRequest', 'httpResponse'] },
  { kind: 'configuration', members: ['consumer', 'provider', 'interactions'] },
  { kind: 'configuration', members: ['predicates', 'responses'] },
  { kind: 'configuration', members: ['stubs'] },
  { kind: 'configuration', members: ['routes', 'endpointPrefix'] },
  { kind: 'API description', members: ['openapi', 'paths'] },
  { kind: 'API description', members: ['swagger', 'paths'] },
  { kind: 'API description', members: ['$schema', 'properties'] },
  { kind: 'alert rules', members: ['name', 'type', 'query', 'message', 'options'] },
  { kind: 'alert rules', members: ['AlarmName', 'MetricName', 'Threshold'] },
];
