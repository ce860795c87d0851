import type { Exchange } from '../../model/exchange.ts';
import { isLoopbackAddress } from '../origin.ts';
import { noProxyEntries, noProxyEntryFor } from './no-proxy.ts';
import { hasScheme, parseProxyUrl } from './proxy-url.ts';
import { proxyVariable, proxyVariableName, variable, type Environment } from './proxy-variables.ts';

/** What can be noteworthy about proxy variables and TLS switches; ids the knowledge base explains. */
export type EnvironmentFinding =
  | 'proxy-ignored-by-fetch'
  | 'tls-verification-off'
  | 'proxy-credentials-in-url'
  | 'no-proxy-typo'
  | 'no-proxy-blanks'
  | 'proxy-variables-differ'
  | 'proxy-without-scheme'
  | 'ca-file-unreadable'
  | 'ca-known-to-system'
  | 'ipv6-first';

interface Surroundings {
  readonly env: Environment;
  readonly target: URL;
  readonly node: string;
  readonly extraCaReadable?: boolean;
}

/** Looks through the environment; `source` is where the proxy in use was configured. */
export function environmentFindings(
  { env, target, node, extraCaReadable }: Surroundings,
  source: string | undefined,
): EnvironmentFinding[] {
  const setting = proxyVariable(env, target);
  const noProxy = variable(env, 'no_proxy')?.value ?? '';
  const byVariable = source !== undefined && source === setting?.name;
  const findings: Readonly<Record<(typeof FINDINGS)[number], boolean>> = {
    'proxy-ignored-by-fetch': byVariable && !fetchObeysVariables(env, node),
    'tls-verification-off': env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0',
    'proxy-credentials-in-url': setting !== undefined && hasCredentials(setting.value),
    'no-proxy-typo': setting !== undefined && hasTypo(env, noProxy, target),
    'no-proxy-blanks': /[^\s,]\s+[^\s,]/.test(noProxy),
    'proxy-variables-differ': [proxyVariableName(target), 'all_proxy', 'no_proxy'].some((name) =>
      spellingsDiffer(env, name),
    ),
    'proxy-without-scheme':
      setting !== undefined &&
      !hasScheme(setting.value) &&
      parseProxyUrl(setting.value) !== undefined,
    'ca-file-unreadable': extraCaReadable === false && (env['NODE_EXTRA_CA_CERTS'] ?? '') !== '',
  };
  return FINDINGS.filter((finding) => findings[finding]);
}

/** Those that variables show, in the order they are told. */
const FINDINGS = [
  'proxy-ignored-by-fetch',
  'tls-verification-off',
  'proxy-credentials-in-url',
  'no-proxy-typo',
  'no-proxy-blanks',
  'proxy-variables-differ',
  'proxy-without-scheme',
  'ca-file-unreadable',
] as const satisfies readonly EnvironmentFinding[];

/** True when the name led to IPv6 first and only IPv4 could be connected. */
export function fellBackToIpv4({ addresses = [], peer }: Pick<Exchange, 'addresses' | 'peer'>) {
  if (peer === undefined || peer.family === 6 || isLoopbackAddress(peer.address)) return false;
  return addresses[0]?.family === 6;
}

/**
 * Node's fetch reads proxy variables only when told to: by NODE_USE_ENV_PROXY=1 since 22.21
 * and 24.0, by --use-env-proxy since 22.21 and 24.5. Source: measured/proxies.
 */
export function fetchObeysVariables(env: Environment, node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const inLine22 = major === 22 && minor >= 21;
  const byFlag = /(^|\s)--use-env-proxy(\s|$)/.test(env['NODE_OPTIONS'] ?? '');
  const flagKnown = inLine22 || major > 24 || (major === 24 && minor >= 5);
  return (env['NODE_USE_ENV_PROXY'] === '1' && (inLine22 || major >= 24)) || (byFlag && flagKnown);
}

function hasCredentials(value: string): boolean {
  const url = parseProxyUrl(value);
  return url !== undefined && (url.username !== '' || url.password !== '');
}

function spellingsDiffer(env: Environment, name: string): boolean {
  const lower = env[name]?.trim() ?? '';
  const upper = env[name.toUpperCase()]?.trim() ?? '';
  return lower !== '' && upper !== '' && lower !== upper;
}

/** An exemption that was meant for the target, or could never fit anything. */
function hasTypo(env: Environment, noProxy: string, target: URL): boolean {
  const entries = noProxyEntries(noProxy);
  if (noProxyEntryFor(target, entries) !== undefined) return false;
  if (variable(env, 'noproxy') !== undefined) return true;
  return entries.some(({ text, host }) => cannotFit(text) || oneEditApart(host, target.hostname));
}

function cannotFit(text: string): boolean {
  const isNetwork = /^[\d.a-f:[\]]+\/\d+$/i.test(text);
  return (
    /[;"'\\]|:\/\//.test(text) || (text.includes('/') && !isNetwork) || /.\*|^\*[^.]/.test(text)
  );
}

/** One character too many, missing, different, or swapped with its neighbour. */
function oneEditApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let head = 0;
  while (head < one.length && one[head] === other[head]) head += 1;
  const rest = one.slice(head);
  const otherRest = other.slice(head);
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest.length > 1 && swapped === otherRest)
  );
}
