import type { Fix } from '../../model/cause.ts';

type Verification = NonNullable<Fix['verify']>;

/**
 * The one call that proves a key for free; it counts as one of five a minute (spec3). The key
 * goes through a pipe, so that it is in no argument list.
 */
export const USAGE_CALL =
  'printf "api_key: %s" "$LUSHA_API_KEY" | curl -sS -i -H @- https://api.lusha.com/v3/account/usage';

/** Reads a key from the keyboard without echo, shell history or stray blanks. */
export const ENTER_KEY = 'read -rs LUSHA_API_KEY && export LUSHA_API_KEY';

/** Stores the key as a CI secret exactly as it is, without the line break `echo` would add. */
export const STORE_SECRET = 'printf %s "$LUSHA_API_KEY" | gh secret set LUSHA_API_KEY';

/** Lusha accepts the key. */
export const KEY_ACCEPTED = {
  command: 'lusha-doctor check-key',
  expect: 'exit 0',
} as const satisfies Verification;

/** The usage call answers; shows balance, plan and windows as well. */
export const USAGE_CALL_WORKS = {
  command: USAGE_CALL,
  expect: 'HTTP 200 and a JSON body with "credits"',
} as const satisfies Verification;

/** The secret was replaced; its value is not shown. */
export const SECRET_REPLACED = {
  command: 'gh secret list',
  expect: 'LUSHA_API_KEY, updated just now',
} as const satisfies Verification;

/** The text in the variable is one UUID and nothing else. No network, and nothing is shown. */
export const KEY_HAS_THE_FORM = {
  command: String.raw`printf %s "$LUSHA_API_KEY" | tr '\r\n' '??' | grep -Ecx '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'`,
  expect: '1',
} as const satisfies Verification;
