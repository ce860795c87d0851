import { PLAN_IDS } from '../../knowledge/plans.ts';

/** What may stand in a config file. `$schema` is for editors and means nothing here. */
export type Rule =
  | { readonly kind: 'text' }
  | { readonly kind: 'url'; readonly or?: string }
  | { readonly kind: 'seconds'; readonly min: number; readonly max: number }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'list' };

const FAIL_OR_WARN: Rule = { kind: 'word', words: ['fail', 'warn'] };
const SECONDS: Rule = { kind: 'seconds', min: 0.1, max: 600 };

export const SETTINGS = {
  $schema: { kind: 'text' },
  baseUrl: { kind: 'url' },
  proxy: { kind: 'url', or: 'none' },
  timeout: SECONDS,
  deadline: SECONDS,
  failOn: FAIL_OR_WARN,
  networkErrors: FAIL_OR_WARN,
  skip: { kind: 'list' },
  plan: { kind: 'word', words: PLAN_IDS },
} as const satisfies Readonly<Record<string, Rule>>;

/** Options that only the caller may set, and why a file in a folder may not. */
export const CALLERS_ONLY: Readonly<Record<string, string>> = {
  maxCredits: 'spending needs your word on every call: --max-credits',
  ca: 'a file must not decide whom to trust: --ca',
  auth: 'it belongs to one experiment: --auth',
  case: 'it belongs to one run: --case',
  output: 'it belongs to one run: --output',
  format: 'it belongs to one run: --format',
  keyEnv: 'a file must not decide which secret is sent: --key-env',
  keyFile: 'a file must not decide which secret is sent: --key-file',
};

/** Names under which people put the key itself. */
export const KEY_NAME =
  /^(?:lusha[-_]?)?(?:api[-_]?)?(?:key|token|secret)$|^authorization$|^bearer$|password/i;
