import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { environmentFindings, type EnvironmentFinding } from './environment-findings.ts';
import { noProxyEntries, noProxyEntryFor } from './no-proxy.ts';
import { isLoopbackName } from '../origin.ts';
import { maskProxyText, parseProxyUrl } from './proxy-url.ts';
import { proxyVariable, variable, type Environment, type Variable } from './proxy-variables.ts';

/** Which way a request goes, and why. */
export type ProxyChoice =
  | { readonly kind: 'none'; readonly because: string }
  /** A variable demands a proxy that no client can use; `text` is its value, credentials masked. */
  | { readonly kind: 'unusable'; readonly text: string; readonly source: string }
  | {
      readonly kind: 'proxy';
      readonly url: URL;
      /** `--proxy`, a config file or the variable's name as it was found. */
      readonly source: string;
    };

/** The way, and what is noteworthy about the environment that led to it. */
export interface ProxyDecision {
  readonly choice: ProxyChoice;
  readonly findings: readonly EnvironmentFinding[];
  /** The variable that names a proxy for the target, used or not; credentials masked. */
  readonly variable?: Variable;
}

export interface ProxyQuestion {
  readonly env: Environment;
  /** `--proxy`: a URL, or `none`. */
  readonly option?: string | undefined;
  /** What named that option: `--proxy` itself unless told otherwise. */
  readonly optionSource?: string;
  readonly target: URL;
  /** Node version without the leading "v". */
  readonly node: string;
  /** Whether the file of NODE_EXTRA_CA_CERTS can be read, where somebody tried. */
  readonly extraCaReadable?: boolean;
}

/**
 * Decides which proxy a target is reached through. An explicit option wins over everything;
 * otherwise the variables count, in either case of letters, lower case first, as in curl and
 * Node. A variable never takes a loopback target away from this machine.
 */
export function chooseProxy(question: ProxyQuestion): Result<ProxyDecision> {
  const chosen = byOption(question) ?? ok(byVariables(question));
  if (!chosen.ok) return chosen;
  const choice = chosen.value;
  const source = choice.kind === 'none' ? undefined : choice.source;
  const named = proxyVariable(question.env, question.target);
  return ok({
    choice,
    findings: environmentFindings(question, source),
    ...(named === undefined
      ? {}
      : { variable: { name: named.name, value: maskProxyText(named.value) } }),
  });
}

function byOption({
  option,
  optionSource = '--proxy',
  target,
}: ProxyQuestion): Result<ProxyChoice> | undefined {
  if (option === undefined) return undefined;
  if (option.trim().toLowerCase() === 'none') return ok(none('--proxy none'));
  const url = parseProxyUrl(option);
  if (url === undefined) {
    return wrongUsage(
      'bad-proxy',
      'The value of --proxy is neither a URL nor "none".',
      'For example:  --proxy http://proxy.example:3128',
    );
  }
  if (target.protocol === 'http:' && isLoopbackName(target.hostname)) {
    return ok(none('clear text stays on this machine, also with --proxy'));
  }
  return ok({ kind: 'proxy', url, source: optionSource });
}

function byVariables({ env, target }: ProxyQuestion): ProxyChoice {
  if (isLoopbackName(target.hostname)) return none('the target is this machine');
  const setting = proxyVariable(env, target);
  if (setting === undefined) return none('no proxy variable is set');
  const exemption = variable(env, 'no_proxy');
  const entry = noProxyEntryFor(target, noProxyEntries(exemption?.value ?? ''));
  if (exemption !== undefined && entry !== undefined) {
    return none(`${exemption.name} covers the target with "${entry.text}"`);
  }
  const url = parseProxyUrl(setting.value);
  if (url === undefined) {
    return { kind: 'unusable', text: maskProxyText(setting.value), source: setting.name };
  }
  return { kind: 'proxy', url, source: setting.name };
}

function none(because: string): ProxyChoice {
  return { kind: 'none', because };
}
