import type { Simulator } from '../../simulator/http/server.ts';

/** What there is to tell about a simulator that has just started. */
export interface Announced {
  readonly simulator: Simulator;
  /** Ours, or the user's own name. */
  readonly name: string;
  /** The file the authority's certificate was written to. */
  readonly authorityFile: string | null;
}

/** The first line of `--json`. */
export function readyOf({ simulator, name, authorityFile }: Announced): object {
  const { url, proxyUrl, scenario, demoKey, clientKey, authority } = simulator;
  return {
    ready: url,
    proxy: proxyUrl,
    scenario: name,
    cause: scenario.cause,
    key: demoKey,
    clientKey,
    authority,
    authorityFile,
  };
}

/** How to point a program at the simulator. */
export function welcome(announced: Announced): string {
  const { simulator, name } = announced;
  const { url, proxyUrl, scenario, demoKey } = simulator;
  return [
    `scenario  ${name}: ${scenario.summary}`,
    `base URL  ${url}`,
    ...(proxyUrl === null ? [] : [`proxy     ${proxyUrl}   (use it as HTTPS_PROXY)`]),
    `key       ${demoKey}   (works here only)`,
    ...heldKey(simulator),
    ...trust(announced),
    '',
    `  export LUSHA_API_KEY=${demoKey}`,
    ...(proxyUrl === null ? [`  export LUSHA_BASE_URL=${url}`] : []),
    `  lusha-doctor check-key${ownOptions(announced)}`,
    `  curl -si ${curlOptions(announced)}${url}/v3/account/usage \\`,
    '    -H "api_key: $LUSHA_API_KEY"',
    '',
    'Ctrl-C stops it. Requests:',
    '',
  ].join('\n');
}

/** In scenarios about the key's text, the client has to hold that text. */
function heldKey({ clientKey, demoKey, scenario }: Simulator): readonly string[] {
  if (clientKey === demoKey) return [];
  return [
    'to see it lusha-doctor check-key --simulate ' + scenario.name,
    '          (nothing is wrong with the service, only with the key that is held)',
  ];
}

function trust({ simulator: { authority }, authorityFile }: Announced): readonly string[] {
  if (authority === null) return [];
  if (authorityFile === null) {
    return [
      'trust     Save this certificate (--authority FILE does it) and name its file in',
      '          NODE_EXTRA_CA_CERTS (Node), SSL_CERT_FILE (Python) or --cacert (curl).',
      '',
      ...authority.trimEnd().split('\n'),
    ];
  }
  return [
    `trust     Node    NODE_EXTRA_CA_CERTS=${authorityFile}`,
    `          Python  SSL_CERT_FILE=${authorityFile}`,
    `          curl    --cacert ${authorityFile}`,
  ];
}

function ownOptions({ simulator, authorityFile }: Announced): string {
  const { proxyUrl, url } = simulator;
  const proxy = proxyUrl === null ? '' : ` --base-url ${url} --proxy ${proxyUrl}`;
  return `${proxy}${authorityFile === null ? '' : ` --ca ${authorityFile}`}`;
}

function curlOptions({ simulator, authorityFile }: Announced): string {
  const proxy = simulator.proxyUrl === null ? '' : `-x ${simulator.proxyUrl} `;
  return `${proxy}${authorityFile === null ? '' : `--cacert ${authorityFile} `}`;
}
