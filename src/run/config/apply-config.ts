import { listOf } from '../../model/json.ts';
import type { Config } from './config.ts';

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

type RawOptions = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Options completed by the file. What the caller says wins: option, then variable, then file. */
export function withConfig(raw: RawOptions, config: Config, env: Environment): RawOptions {
  const { baseUrl, proxy, timeout, deadline, failOn, networkErrors, skip = [] } = config;
  const given = listOf(raw['skip']) ?? [];
  const proxySet = PROXY_VARIABLES.some(
    (name) => (env[name] ?? env[name.toLowerCase()]) !== undefined,
  );
  return {
    ...(baseUrl === undefined || env['LUSHA_BASE_URL'] !== undefined ? {} : { baseUrl }),
    ...(proxy === undefined || proxySet ? {} : { proxy }),
    ...(timeout === undefined ? {} : { timeout: `${timeout}` }),
    ...(deadline === undefined ? {} : { deadline: `${deadline}` }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(networkErrors === undefined ? {} : { networkErrors }),
    ...raw,
    skip: [...skip, ...given],
  };
}

/** The names of what a file sets, for the report: nobody should have to guess. */
export function settingsIn(config: Config): readonly string[] {
  return Object.keys(config);
}
