import type { Topic } from './topic.ts';

/** Programs that call Lusha for people: where the key goes there, and where the real answer is. */
export const PLATFORM_TOPICS: readonly Topic[] = [
  {
    id: 'n8n',
    title: 'Lusha in n8n',
    about: 'credential, real answer, what n8n says in its own words',
    answer: [
      {
        text: 'The key goes into Credentials > Lusha API; the node sends it as api_key. The real answer stands in context.data of the error, the status in httpCode.',
        source: 'code/n8n-node',
      },
      {
        text: 'The heading ("Authorization failed - please check your credentials") is n8n\'s own sentence for the status, not Lusha\'s.',
        source: 'code/platforms',
      },
    ],
    facts: [
      {
        text: '"Continue on fail" leaves only a message: switch it off once to see the rest.',
        source: 'code/n8n-node',
      },
      {
        text: 'The credential test of older versions may be refused with 400 for a good key.',
        source: 'inferred',
      },
      {
        text: 'Bulk enrich makes two calls, search and enrich; inputs without a match are left out.',
        source: 'code/n8n-node',
      },
      {
        text: 'MCP Client Tool: HTTP Streamable, Header Auth, name x-api-key.',
        source: 'code/mcp-clients',
      },
    ],
    see: ['key-unknown', 'mcp-connection'],
    asked: [
      'n8n, n8n node, n8n credential, n8n error, n8n authorization failed, key in n8n, n8n http request node',
    ],
  },
  {
    id: 'zapier',
    title: 'Lusha in Zapier',
    about: 'connection, real answer, refusals of Zapier itself',
    answer: [
      {
        text: 'The key goes into Apps > Lusha > connection. The real answer: Zap history > run > step > HTTP logs.',
        source: 'docs/platforms',
      },
      {
        text: '"Throttled by Zapier", "Too much data" and "did not respond in-time" are Zapier\'s own; after the last one the call may have been charged.',
        source: 'docs/platforms',
      },
    ],
    facts: [
      { text: 'A 401 always becomes a request to connect again.', source: 'code/platforms' },
      {
        text: 'Its limit for an answer is 30 s. Errors in 95 % of the runs of a week switch the Zap off.',
        source: 'docs/platforms',
      },
    ],
    see: ['timeouts', 'key-unknown'],
    asked: [
      'zapier, zap, zapier connection, zap turned off, zapier throttled, reconnect in zapier, key in zapier',
    ],
  },
  {
    id: 'make',
    title: 'Lusha in Make (Integromat)',
    about: 'connection, real answer, a scenario that was switched off',
    answer: [
      {
        text: 'A 401 or 403 counts as AccountValidationError there: the scenario is switched off at once. Mend the connection, then switch it on.',
        source: 'docs/platforms',
      },
      {
        text: 'The key goes into Connections. The real answer: the bubble of the module, or the execution log.',
        source: 'docs/platforms',
      },
    ],
    facts: [
      {
        text: '429 shows as RateLimitError, 503 and 504 as ConnectionError.',
        source: 'docs/platforms',
      },
      {
        text: 'In the HTTP module a 4xx is an error only with "evaluate all states as errors".',
        source: 'docs/platforms',
      },
    ],
    see: ['key-unknown', 'plan-lacks-endpoint'],
    asked: [
      'make.com, integromat, make scenario, make turned my scenario off, scenario deactivated, AccountValidationError, key in make',
    ],
  },
  {
    id: 'power-automate',
    title: 'Lusha in Power Automate and Power Apps',
    about: 'custom connector, real answer, errors of the gateway',
    answer: [
      {
        text: 'Custom connector > Security: API key, parameter name api_key, location Header. The real answer: run history > action > Outputs.',
        source: 'docs/platforms',
      },
      {
        text: "BadGateway with innerError and azure-apim.net is Microsoft's gateway, not Lusha: run it again.",
        source: 'code/platforms',
      },
    ],
    facts: [
      {
        text: '"An action failed. No dependent actions succeeded." names the inner action to look at.',
        source: 'docs/platforms',
      },
    ],
    see: ['key-in-wrong-header', 'gateway-timeout'],
    asked: [
      'power automate, microsoft flow, power apps, custom connector, logic apps, azure apim BadGateway, key in power automate',
    ],
  },
  {
    id: 'salesforce',
    title: 'Lusha in Salesforce',
    about: "callouts, Named Credentials, Lusha's own integration",
    answer: [
      {
        text: '"Unauthorized endpoint": nothing was sent. Setup > Remote Site Settings: add https://api.lusha.com. It is no 401 of Lusha.',
        source: 'docs/platforms',
      },
      {
        text: 'Named Credential: untick "Generate Authorization Header" and add the custom header api_key.',
        source: 'docs/platforms',
      },
    ],
    facts: [
      {
        text: '"We couldn\'t access the credential(s)": a permission set lacks the principal of the External Credential.',
        source: 'docs/platforms',
      },
      {
        text: '"Read timed out": 10 s unless set, 120 s at most. The call may have been charged.',
        source: 'docs/platforms',
      },
      {
        text: "Lusha's own integration is set up by a Lusha admin or manager and authorised by a Salesforce admin.",
        source: 'docs/salesforce',
      },
    ],
    see: ['timeouts', 'key-sent-as-bearer', 'roles'],
    asked: [
      'salesforce, apex callout, remote site settings, named credential, unauthorized endpoint, sfdc, CalloutException, key in salesforce',
    ],
  },
  {
    id: 'hubspot',
    title: 'Lusha in HubSpot',
    about: "workflow actions and Lusha's own integration",
    answer: [
      {
        text: "Lusha's integration: Lusha dashboard > Settings > Integrations. What a workflow got back: workflow > Action logs.",
        source: 'docs/platforms',
      },
      {
        text: 'A webhook action waits 30 s and repeats for up to 3 days, except after most 4xx: each repeat may be charged.',
        source: 'docs/platforms',
      },
    ],
    facts: [
      {
        text: "An error with correlationId and category is HubSpot's own.",
        source: 'docs/platforms',
      },
    ],
    see: ['timeouts', 'charges'],
    asked: [
      'hubspot, hubspot workflow, hubspot integration, hubspot scopes insufficient, correlationId, key in hubspot',
    ],
  },
  {
    id: 'apps-script',
    title: 'Lusha in Google Sheets and Apps Script',
    about: "UrlFetchApp: the whole answer, the key, Google's own limits",
    answer: [
      {
        text: 'Set muteHttpExceptions: true and read getResponseCode() and getContentText(): the exception cuts the answer and names the host only.',
        source: 'docs/platforms',
      },
      {
        text: 'Keep the key in Script Properties; send it in headers as api_key.',
        source: 'docs/platforms',
      },
    ],
    facts: [
      {
        text: '"Service invoked too many times for one day: urlfetch" is Google\'s limit.',
        source: 'docs/platforms',
      },
      { text: 'Each recalculation of a sheet may call again, and pay again.', source: 'inferred' },
    ],
    see: ['repeated-look-ups', 'address-unavailable'],
    asked: [
      'google sheets, google apps script, spreadsheet, UrlFetchApp, truncated server response, muteHttpExceptions, excel',
    ],
  },
  {
    id: 'clay',
    title: 'Lusha in Clay',
    about: 'whose credits are spent, and 429',
    answer: [
      {
        text: "With your own key (Settings > Connections) Lusha's credits are spent; with a connection that Clay manages, Clay's only, and the dashboard of Lusha shows nothing.",
        source: 'docs/platforms',
      },
      {
        text: '429 is usual because Clay runs rows side by side: lower the most concurrent runs.',
        source: 'code/platforms',
      },
    ],
    facts: [{ text: 'Click the cell to see the answer.', source: 'docs/platforms' }],
    see: ['request-windows', 'charges'],
    asked: [
      'clay, clay table, clay enrichment, clay credits or lusha credits, clay 429, key in clay',
    ],
  },
  {
    id: 'other-platforms',
    title: 'Lusha in Pipedream, Composio, Workato, Tray, Airbyte, Retool, Bubble',
    about: 'where the key goes and where the real answer is',
    answer: [
      {
        text: 'Key: Pipedream Connected Accounts, Composio Connected accounts, Workato Connections, Tray Authentications, Airbyte Source > Settings, Retool Resources, Bubble API Connector (private header).',
        source: 'docs/platforms',
      },
      {
        text: 'Real answer: Pipedream step > Exports > debug, Workato job > Error tab, Tray step log > output, Airbyte Connector Builder > response, Retool query > Preview, Bubble "show raw data".',
        source: 'docs/platforms',
      },
    ],
    facts: [
      { text: "Airbyte puts fixed sentences in place of Lusha's text.", source: 'code/platforms' },
      {
        text: 'Tray answers 200 with "outcome":"error"; the status is inside.',
        source: 'docs/platforms',
      },
      { text: 'The Lusha actions of Pipedream still have V2 paths.', source: 'code/platforms' },
      {
        text: 'debug of Pipedream holds the key: mask it before you share it.',
        source: 'code/platforms',
      },
    ],
    see: ['v2-retired', 'wrong-host', 'key-unknown'],
    asked: [
      'pipedream, composio, workato, tray, airbyte, retool, bubble, no-code platform, low-code platform, automation platform',
    ],
  },
  {
    id: 'serverless',
    title: 'Lusha from Lambda, Vercel, Supabase, Cloudflare',
    about: "refusals of the host that look like Lusha's",
    answer: [
      {
        text: 'Lusha\'s errors have statusCode and message. Supabase has code and message ("Missing authorization header"), AWS only message, Vercel a code in capitals, Cloudflare "error code: 1101".',
        source: 'docs/platforms',
      },
      {
        text: "Vercel's DEPLOYMENT_DISABLED is a 402 that has nothing to do with Lusha credits.",
        source: 'docs/platforms',
      },
    ],
    facts: [
      {
        text: 'AWS "Missing Authentication Token": a wrong route of your own gateway.',
        source: 'docs/platforms',
      },
      {
        text: 'Supabase: "Edge Function returned a non-2xx status code" hides the body; read error.context.json().',
        source: 'docs/platforms',
      },
      { text: 'API Gateway ends after 29 s.', source: 'docs/platforms' },
      { text: 'A CORS relay sees the key: replace it if one was used.', source: 'inferred' },
    ],
    see: ['wrong-host', 'timeouts', 'browser-cors'],
    asked: [
      'aws lambda, aws api gateway, vercel, netlify, supabase edge function, cloudflare worker, serverless function, missing authentication token',
    ],
  },
];
