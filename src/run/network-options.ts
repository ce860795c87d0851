import type { KeyOptions } from '../key/find.ts';
import type { FailPolicy } from '../model/exit-code.ts';
import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import { baseUrlOf } from './base-url.ts';
import type { Config, LoadedConfig } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import type { NetworkGiven } from './options/network.ts';
import { outputOptionsOf, type OutputOptions } from './options/output.ts';

/** What every command that talks to the API works with. */
export interface NetworkOptions {
  readonly output: OutputOptions;
  readonly key: KeyOptions;
  readonly baseUrl: URL;
  /** The header the key goes into. */
  readonly auth: 'api_key' | 'bearer';
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly proxy: string | undefined;
  readonly ca: string | undefined;
  readonly policy: FailPolicy;
  readonly skip: readonly string[];
  readonly maxCredits: number;
  readonly caseFile: string | undefined;
  readonly simulate: string | undefined;
  /** The config file that filled in what was not given. */
  readonly config: LoadedConfig | null;
}

/**
 * The options completed by variables, the config file and the usual values, in this order.
 * `usualDeadline` is in seconds, for commands that make many calls.
 */
export async function networkOptionsOf(
  given: NetworkGiven,
  io: GuardedIo,
  usualDeadline = 30,
): Promise<Result<NetworkOptions>> {
  const loaded = await loadConfig(given.config, io);
  if (!loaded.ok) return loaded;
  const config: Config = loaded.value?.config ?? {};
  const output = outputOptionsOf(given, io.env, 'github');
  if (!output.ok) return output;
  const baseUrl =
    given.baseUrl === undefined
      ? baseUrlOf(io.env['LUSHA_BASE_URL'] ?? config.baseUrl)
      : ok(given.baseUrl);
  if (!baseUrl.ok) return baseUrl;
  const { keyEnv, keyFile, keyStdin } = given;
  for (const path of ['.env', keyFile]) if (path !== undefined) io.keep(path);
  return ok({
    output: output.value,
    key: { keyEnv, keyFile, keyStdin },
    baseUrl: baseUrl.value,
    auth: given.auth === 'bearer' ? 'bearer' : 'api_key',
    timeoutMs: (given.timeout ?? config.timeout ?? 10) * 1000,
    deadlineMs: (given.deadline ?? config.deadline ?? usualDeadline) * 1000,
    proxy: given.proxy ?? (namesProxy(io.env) ? undefined : config.proxy),
    ca: given.ca ?? config.ca,
    policy: {
      failOn: given.failOn ?? config.failOn ?? 'fail',
      networkErrors: given.networkErrors ?? config.networkErrors ?? 'fail',
    },
    skip: [...(config.skip ?? []), ...(given.skip ?? [])],
    maxCredits: given.maxCredits ?? 0,
    caseFile: given.case,
    simulate: given.simulate,
    config: loaded.value,
  });
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

function namesProxy(env: GuardedIo['env']): boolean {
  return PROXY_VARIABLES.some((name) => (env[name] ?? env[name.toLowerCase()]) !== undefined);
}
