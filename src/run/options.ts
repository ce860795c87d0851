import { withConfig } from './config/apply-config.ts';
import type { LoadedConfig } from './config/config.ts';
import type { KeyOptions } from '../key/find.ts';
import type { FailPolicy } from '../model/exit-code.ts';
import { ok, wrongUsage, type Failed, type Result } from '../model/problem.ts';
import { baseUrlOf } from './base-url.ts';
import { outputOptionsOf, type OutputOptions } from './options/output.ts';
import { choiceOf, numberOf, switchOf, textOf, textsOf, type RawOptions } from './raw-options.ts';

/** What every command that talks to the API accepts. */
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

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the options of a network command; the first mistake is returned. */
export function networkOptionsOf(
  given: RawOptions,
  env: Environment,
  config: LoadedConfig | null = null,
): Result<NetworkOptions> {
  if (given['key'] !== undefined) return refusedKey();
  const raw = config === null ? given : withConfig(given, config.config, env);
  const output = outputOptionsOf(raw, env, 'github');
  if (!output.ok) return output;
  const baseUrl = baseUrlOf(textOf(raw, 'baseUrl') ?? env['LUSHA_BASE_URL']);
  if (!baseUrl.ok) return baseUrl;
  const auth = choiceOf(raw, 'auth', {
    option: '--auth',
    choices: ['api-key', 'bearer'],
    fallback: 'api-key',
  });
  if (!auth.ok) return auth;
  const limits = limitsOf(raw);
  if (!limits.ok) return limits;
  const policy = policyOf(raw);
  if (!policy.ok) return policy;
  return ok({
    output: output.value,
    key: {
      keyEnv: textOf(raw, 'keyEnv'),
      keyFile: textOf(raw, 'keyFile'),
      keyStdin: switchOf(raw, 'keyStdin'),
    },
    baseUrl: baseUrl.value,
    auth: auth.value === 'bearer' ? 'bearer' : 'api_key',
    ...limits.value,
    proxy: textOf(raw, 'proxy'),
    ca: textOf(raw, 'ca'),
    policy: policy.value,
    skip: textsOf(raw, 'skip'),
    caseFile: textOf(raw, 'case'),
    simulate: textOf(raw, 'simulate'),
    config,
  });
}

type Limits = Pick<NetworkOptions, 'timeoutMs' | 'deadlineMs' | 'maxCredits'>;

function limitsOf(raw: RawOptions): Result<Limits> {
  const seconds = { min: 0.1, max: 600, unit: 'seconds' };
  const timeout = numberOf(raw, 'timeout', { ...seconds, option: '--timeout', fallback: 10 });
  if (!timeout.ok) return timeout;
  // A command that makes many calls needs longer where nobody says how long.
  const usual = typeof raw['usualDeadline'] === 'number' ? raw['usualDeadline'] : 30;
  const deadline = numberOf(raw, 'deadline', { ...seconds, option: '--deadline', fallback: usual });
  if (!deadline.ok) return deadline;
  const maxCredits = numberOf(raw, 'maxCredits', {
    option: '--max-credits',
    min: 0,
    max: 100_000,
    fallback: 0,
    unit: 'credits',
    whole: true,
  });
  if (!maxCredits.ok) return maxCredits;
  return ok({
    timeoutMs: timeout.value * 1000,
    deadlineMs: deadline.value * 1000,
    maxCredits: maxCredits.value,
  });
}

function policyOf(raw: RawOptions): Result<FailPolicy> {
  const failOrWarn = { choices: ['fail', 'warn'], fallback: 'fail' } as const;
  const failOn = choiceOf(raw, 'failOn', { option: '--fail-on', ...failOrWarn });
  if (!failOn.ok) return failOn;
  const networkErrors = choiceOf(raw, 'networkErrors', {
    option: '--network-errors',
    ...failOrWarn,
  });
  if (!networkErrors.ok) return networkErrors;
  return ok({ failOn: failOn.value, networkErrors: networkErrors.value });
}

/** The value itself is not looked at: arguments are visible to every process on the machine. */
function refusedKey(): Failed {
  return wrongUsage(
    'key-in-arguments',
    'A key on the command line can be read by every process on this machine and stays in the shell history.',
    'Set the variable LUSHA_API_KEY, or use --key-file PATH, or pipe it in with --key-stdin. Rotate the key if the machine is shared.',
  );
}
