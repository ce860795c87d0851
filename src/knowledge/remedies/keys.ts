import type { Fix } from '../../model/cause.ts';
import type { Platform, Runtime } from '../../model/fact.ts';
import { KEY_ACCEPTED } from '../causes/key-commands.ts';
import type { Remedy } from './remedy.ts';

/** The key did not arrive, or not in the header that Lusha reads. */
const PLACEMENT = [
  'key-header-missing',
  'key-in-wrong-header',
  'key-sent-as-bearer',
  'key-in-query',
] as const;
/** The text of the key is wrong, wherever it is kept. */
const TEXT = [
  'key-unknown',
  'key-malformed',
  'key-refused-unexplained',
  'header-refused',
  'key-absent',
  'key-empty',
  'key-has-several-lines',
  'key-has-line-break',
  'key-has-blanks',
  'key-has-blank-inside',
  'key-has-quotes',
  'key-has-invisible-characters',
  'key-has-look-alikes',
  'key-has-control-characters',
  'key-has-scheme-prefix',
  'key-is-variable-name',
  'key-is-placeholder',
  'key-is-doubled',
  'key-is-truncated',
  'key-is-too-long',
  'key-is-jwt',
  'key-is-other-vendors',
  'key-not-uuid',
] as const;

/** How a header is set in code; the key comes from the environment. */
const IN_CODE: readonly (readonly [readonly Runtime[], string])[] = [
  [['node', 'bun', 'deno'], 'headers: { api_key: process.env.LUSHA_API_KEY }'],
  [['python'], "headers={'api_key': os.environ['LUSHA_API_KEY']}"],
  [['java'], '.header("api_key", System.getenv("LUSHA_API_KEY"))'],
  [
    ['dotnet'],
    'request.Headers.Add("api_key", Environment.GetEnvironmentVariable("LUSHA_API_KEY"))',
  ],
  [['powershell'], 'Invoke-RestMethod -Headers @{ api_key = $env:LUSHA_API_KEY }'],
  [['php'], "Guzzle: 'headers' => ['api_key' => getenv('LUSHA_API_KEY')]"],
  [['ruby'], "request['api_key'] = ENV['LUSHA_API_KEY']"],
  [['go'], 'req.Header.Set("api_key", os.Getenv("LUSHA_API_KEY"))'],
  [['rust'], '.header("api_key", std::env::var("LUSHA_API_KEY")?)'],
  [['elixir'], 'headers: [{"api_key", System.fetch_env!("LUSHA_API_KEY")}]'],
  [['dart'], "headers: {'api_key': Platform.environment['LUSHA_API_KEY']!}"],
  [['swift'], 'request.setValue(key, forHTTPHeaderField: "api_key")'],
  [['r'], 'httr2: req_headers(api_key = Sys.getenv("LUSHA_API_KEY"))'],
  [['postman'], 'Postman: tab Headers, or Authorization, type API Key, key api_key, add to Header'],
  [['insomnia'], 'Insomnia: Auth, API Key, key api_key, add to Header'],
];

interface Screen {
  readonly where: string;
  /** How the header is named there. */
  readonly header: string;
  readonly proof: string;
}

const SCREENS: readonly (readonly [Platform, Screen])[] = [
  [
    'n8n',
    {
      where: 'In n8n open Credentials, Lusha API, and paste the key there alone.',
      header:
        'In n8n use the credential "Lusha API"; for the HTTP Request node Header Auth with the name api_key.',
      proof:
        'Then run the node once; "Continue on fail" hides the answer, so switch it off for that.',
    },
  ],
  [
    'zapier',
    {
      where: 'In Zapier open Apps, Lusha, and connect again with the key alone.',
      header:
        'In Zapier use the Lusha connection; in a Webhooks step write a header api_key and leave Basic Auth empty.',
      proof: 'Then test the step; the answer stands in Zap history, run, step, HTTP logs.',
    },
  ],
  [
    'make',
    {
      where: 'In Make open Connections, and enter the key again.',
      header: 'In Make use the Lusha connection; in the HTTP module add a header api_key.',
      proof:
        'Then run the scenario once and switch it on again: a 401 or 403 switches scenarios off.',
    },
  ],
  [
    'pipedream',
    {
      where: 'In Pipedream open Connected Accounts, and enter the key again.',
      header: 'In Pipedream use the connected account; in code set the header api_key.',
      proof:
        'Then test the step and read its Exports; the part "config" holds the key, so share none of it.',
    },
  ],
  [
    'power-automate',
    {
      where: 'In Power Automate open Data, Connections, and enter the key again.',
      header:
        'In the custom connector open Security: API key, parameter name api_key, location Header. In the HTTP action add a header api_key.',
      proof: 'Then run the flow once; the answer stands in the run history, action, Outputs.',
    },
  ],
  [
    'salesforce',
    {
      where:
        'In Setup open Named Credentials, External Credential, and enter the key in its principal.',
      header:
        'In the Named Credential untick "Generate Authorization Header" and add a custom header api_key.',
      proof: 'Then run the callout once and read the debug log, category Callout.',
    },
  ],
  [
    'apps-script',
    {
      where:
        'In the script editor open Project Settings, Script Properties, and enter the key there.',
      header:
        "UrlFetchApp.fetch(url, { headers: { api_key: PropertiesService.getScriptProperties().getProperty('LUSHA_API_KEY') }, muteHttpExceptions: true })",
      proof: 'Then run the script once; with muteHttpExceptions the whole answer can be read.',
    },
  ],
  [
    'clay',
    {
      where: 'In Clay open Settings, Connections, Lusha, and enter the key again.',
      header: 'In Clay use the Lusha connection; in an HTTP API column add a header api_key.',
      proof: 'Then run one row and click its cell.',
    },
  ],
  [
    'hubspot',
    {
      where:
        'In HubSpot open the secrets of the custom code action, and enter the key again; for the app of Lusha use the integration page of the Lusha dashboard.',
      header: 'In a custom code action set the header api_key from a secret.',
      proof: 'Then test the action and read the action logs of the workflow.',
    },
  ],
  [
    'workato',
    {
      where: 'In Workato open Connections, and enter the key again.',
      header: 'In the HTTP connection choose a custom header and name it api_key.',
      proof: 'Then test the job; the answer stands in its Error tab.',
    },
  ],
  [
    'tray',
    {
      where: 'In Tray open Authentications, and enter the key again.',
      header: 'In the HTTP client add a header api_key.',
      proof: 'Then run the step; the answer stands in its output.',
    },
  ],
  [
    'airbyte',
    {
      where: 'In Airbyte open the source, Settings, and enter the key again.',
      header: 'In the Connector Builder choose API Key, inject into Header, field name api_key.',
      proof: 'Then test the stream in the Connector Builder; its response tab shows the answer.',
    },
  ],
  [
    'airflow',
    {
      where:
        'In Airflow open Admin, Connections, and enter the key in the Extra field of the HTTP connection.',
      header: 'In the HTTP connection write {"api_key": "…"} into Extra, which becomes headers.',
      proof: 'Then clear the task once and read its log.',
    },
  ],
  [
    'lambda',
    {
      where:
        'Enter the key again in Secrets Manager or in Configuration, Environment variables, of the function.',
      header: 'Set the header api_key from the environment of the function.',
      proof: 'Then invoke the function once.',
    },
  ],
  [
    'azure-functions',
    {
      where:
        'Enter the key again in Settings, Environment variables, of the app, and let it restart.',
      header: 'Set the header api_key from the settings of the app.',
      proof: 'Then run the function once.',
    },
  ],
  [
    'supabase',
    {
      where: 'Set the key again as a secret of the functions: supabase secrets set --env-file .env',
      header: "Set the header api_key from Deno.env.get('LUSHA_API_KEY') inside the function.",
      proof: 'Then call the function once; the client shows the body by error.context.json().',
    },
  ],
  [
    'vercel',
    {
      where:
        'Enter the key again in Settings, Environment Variables, of the project, and deploy anew.',
      header: 'Set the header api_key from the environment, inside the function.',
      proof: 'Then call the function once and read its log.',
    },
  ],
  [
    'heroku',
    {
      where: 'Enter the key again in Settings, Config Vars, of the app.',
      header: 'Set the header api_key from the config var.',
      proof: 'Then make the call once and read heroku logs.',
    },
  ],
  [
    'github-actions',
    {
      where:
        'Enter the key again in Settings, Secrets and variables, Actions; a secret is not handed to workflows of forks.',
      header:
        'Hand it to the step by env: LUSHA_API_KEY: ${{ secrets.LUSHA_API_KEY }}, and set the header api_key.',
      proof: 'Then run the workflow again.',
    },
  ],
  [
    'mcp-client',
    {
      where: 'Enter the key again in the headers of the server entry of your MCP client.',
      header:
        'For mcp.lusha.com the header is x-api-key, under "headers" of the server entry and not under "env"; or log in by OAuth. For a local server set LUSHA_API_KEY under "env".',
      proof: 'Then restart the client and list its tools.',
    },
  ],
  [
    'docker',
    {
      where:
        'Hand the key to the container again, with docker run -e LUSHA_API_KEY or a secret of Compose.',
      header: 'Set the header api_key from the environment of the container.',
      proof:
        'Then look that it is there, without showing it: docker exec NAME sh -c \'printf %s "$LUSHA_API_KEY" | wc -c\' prints 36.',
    },
  ],
  [
    'kubernetes',
    {
      where:
        'Write the Secret again without a line break (kubectl create secret generic … --from-literal), and restart the pods.',
      header: 'Set the header api_key from the Secret, by valueFrom.secretKeyRef.',
      proof:
        'Then look that it is there, without showing it: kubectl exec deploy/YOUR-APP -- sh -c \'printf %s "$LUSHA_API_KEY" | wc -c\' prints 36.',
    },
  ],
];

function steps(step: string, proof: string): readonly Fix[] {
  return [
    { text: step, source: 'platform/docs', verify: KEY_ACCEPTED },
    { text: proof, source: 'platform/docs' },
  ];
}

/** Where the key goes, in code and on the screens of platforms. */
export const KEY_REMEDIES: readonly Remedy[] = [
  ...IN_CODE.map(([runtimes, code]): Remedy => ({
    causes: PLACEMENT,
    in: runtimes,
    comesFirst: true,
    fixes: [
      {
        text: `Send the bare key in the header api_key: ${code}`,
        source: 'docs/authentication',
        verify: KEY_ACCEPTED,
      },
    ],
  })),
  ...SCREENS.flatMap(([platform, { where, header, proof }]): readonly Remedy[] => [
    { causes: PLACEMENT, in: [platform], comesFirst: true, fixes: steps(header, proof) },
    { causes: TEXT, in: [platform], comesFirst: true, fixes: steps(where, proof) },
  ]),
];
