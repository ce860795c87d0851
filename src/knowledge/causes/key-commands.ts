import type { Fix, Pattern } from '../../model/cause.ts';

type Verification = NonNullable<Fix['verify']>;
/** A step whose command depends on where the key is kept. */
type Step = Omit<Fix, 'command' | 'unless'>;

/** The key is not in a variable of the shell. */
const NO_VARIABLE = [
  { keyKind: ['dotenv', 'file', 'stdin'] },
] as const satisfies readonly Pattern[];
const IN_FILE = [{ keyKind: 'file' }] as const satisfies readonly Pattern[];
const IN_DOTENV = [{ keyKind: 'dotenv' }] as const satisfies readonly Pattern[];
const FROM_PIPE = [{ keyKind: 'stdin' }] as const satisfies readonly Pattern[];

/**
 * The one call that proves a key for free; it counts as one of five a minute (spec3). The key
 * goes through a pipe, so that it is in no argument list.
 */
const withVariable = (origin: string) =>
  `printf "api_key: %s" "\${keyVariable|LUSHA_API_KEY}" | curl -sS -i -H @- ${origin}/v3/account/usage`;
const withFile = (origin: string) =>
  `printf "api_key: %s" "$(cat {keyPlace|key.txt})" | curl -sS -i -H @- ${origin}/v3/account/usage`;

/** `contacted`: where the run went; `lusha`: straight to Lusha, past every relay. */
const ORIGINS = {
  contacted: '{origin|https://api.lusha.com}',
  lusha: 'https://api.lusha.com',
} as const;

const IN_FISH = [{ shell: 'fish' }] as const satisfies readonly Pattern[];
const IN_POWERSHELL = [{ shell: 'powershell' }] as const satisfies readonly Pattern[];
export const AT_GITHUB = [{ platform: 'github-actions' }] as const satisfies readonly Pattern[];

/** Reads a key from the keyboard without echo, shell history or stray blanks. */
const ENTER_KEY = 'read -rs {keyVariable|LUSHA_API_KEY} && export {keyVariable|LUSHA_API_KEY}';
const ENTER_IN_FISH = 'read -s -gx {keyVariable|LUSHA_API_KEY}';
/** Since PowerShell 7.1; an older one shows the key while it is pasted. */
const ENTER_IN_POWERSHELL = '$env:{keyVariable|LUSHA_API_KEY} = Read-Host -MaskInput';
const ENTER_IN_FILE = '(umask 077; read -rs KEY && printf %s "$KEY" > {keyPlace|key.txt})';

/** Stores the key as a CI secret exactly as it is, without the line break `echo` would add. */
const STORE_SECRET = 'printf %s "${keyVariable|LUSHA_API_KEY}" | gh secret set LUSHA_API_KEY';

/** Lusha accepts the key. */
export const KEY_ACCEPTED = {
  command: 'lusha-doctor check-key',
  expect: 'exit 0',
} as const satisfies Verification;

/** The usage call answers; shows balance, plan and windows as well. */
export const USAGE_CALL_WORKS = {
  command: 'lusha-doctor probe-endpoint GET /v3/account/usage',
  expect: 'exit 0: the usage call answers with balance, plan and windows',
} as const satisfies Verification;

/** The secret was replaced; its value is not shown. */
const SECRET_REPLACED = {
  command: 'gh secret list',
  expect: 'LUSHA_API_KEY, updated just now',
} as const satisfies Verification;

/** The text in the variable is one UUID and nothing else. No network, and nothing is shown. */
export const KEY_HAS_THE_FORM = {
  command: String.raw`printf %s "${'$'}{keyVariable|LUSHA_API_KEY}" | tr '\r\n' '??' | grep -Ecx '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'`,
  expect: '1',
} as const satisfies Verification;

/** The step that makes the usage call with nothing but curl. */
export function usageCall(to: keyof typeof ORIGINS, step: Step): readonly Fix[] {
  return [
    { ...step, command: withVariable(ORIGINS[to]), unless: NO_VARIABLE },
    { ...step, command: withFile(ORIGINS[to]), when: both(step, IN_FILE) },
    { ...step, when: both(step, [...IN_DOTENV, ...FROM_PIPE]) },
  ];
}

/** What a step asks for and what its place asks for, together. */
function both({ when = [{}] }: Step, patterns: readonly Pattern[]): readonly Pattern[] {
  return when.flatMap((own) => patterns.map((pattern) => ({ ...own, ...pattern })));
}

/** The step that puts a key, typed or pasted, where the key is kept. `text` ends with "this command". */
export function enterKey(step: Step): readonly Fix[] {
  return [
    { ...step, command: ENTER_KEY, unless: [...NO_VARIABLE, ...IN_FISH, ...IN_POWERSHELL] },
    { ...step, command: ENTER_IN_FISH, when: IN_FISH, unless: NO_VARIABLE },
    { ...step, command: ENTER_IN_POWERSHELL, when: IN_POWERSHELL, unless: NO_VARIABLE },
    {
      ...step,
      text: `${step.text} It goes into {keyPlace}.`,
      command: ENTER_IN_FILE,
      verify: KEY_ACCEPTED,
      when: IN_FILE,
    },
    {
      text: 'Put the key from the dashboard into .env as {keyPlace}=, without quotes and blanks.',
      verify: KEY_ACCEPTED,
      source: step.source,
      when: IN_DOTENV,
    },
    {
      text: 'Pipe in the key from the dashboard and nothing else: printf %s writes no line break.',
      source: step.source,
      when: FROM_PIPE,
    },
  ];
}

/** The step that changes the text of a key where it is kept; `filter` reads it from a pipe. */
export function filterKey(filter: string, step: Step): readonly Fix[] {
  return [
    {
      ...step,
      command: `{keyVariable|LUSHA_API_KEY}="$(printf %s "$\{keyVariable|LUSHA_API_KEY}" | ${filter})" && export {keyVariable|LUSHA_API_KEY}`,
      unless: NO_VARIABLE,
    },
    {
      ...step,
      command: `KEY="$(cat {keyPlace|key.txt} | ${filter})" && printf %s "$KEY" > {keyPlace|key.txt}`,
      verify: KEY_ACCEPTED,
      when: IN_FILE,
    },
    { ...step, verify: KEY_ACCEPTED, when: IN_DOTENV },
    {
      text: `${step.text} For a pipe, put this between: ${filter}`,
      source: step.source,
      when: FROM_PIPE,
    },
  ];
}

/** The step that stores the key anew where it is kept; the command of GitHub only where GitHub is seen. */
export function storeSecret(step: Omit<Step, 'verify'>): readonly Fix[] {
  return [
    {
      ...step,
      command: STORE_SECRET,
      verify: SECRET_REPLACED,
      when: AT_GITHUB,
      unless: NO_VARIABLE,
    },
    { ...step, verify: KEY_ACCEPTED, unless: AT_GITHUB },
    { ...step, verify: KEY_ACCEPTED, when: both({ ...step, when: AT_GITHUB }, NO_VARIABLE) },
  ];
}
