import type { Fix } from '../model/cause.ts';

type Verification = NonNullable<Fix['verify']>;

/** Where the call went; Lusha's own address where there is no case to speak of. */
export const ORIGIN = '{origin|https://api.lusha.com}';
export const HOST = '{host|api.lusha.com}';
export const HOST_AND_PORT = '{host|api.lusha.com}:{port|443}';

/** Free, needs a key: proves path, TLS, key and account at once. */
export const USAGE_PROBED = {
  command: 'lusha-doctor probe-endpoint GET /v3/account/usage',
  expect: 'exit 0',
} as const satisfies Verification;

/** Free, needs no key: any answer of Lusha proves that the way is open. */
export const HOST_ANSWERS = {
  command: `curl -sS -o /dev/null -w '%{http_code}\\n' ${ORIGIN}/v3/account/usage`,
  expect: '401: Lusha answered and misses nothing but a key',
} as const satisfies Verification;

/** The system's trust store is asked, not Node's. */
export const CERTIFICATE_ACCEPTED = {
  command: `openssl s_client -connect ${HOST_AND_PORT} -servername ${HOST} </dev/null`,
  expect: 'the line "Verify return code: 0 (ok)"',
} as const satisfies Verification;

/**
 * The call that failed, sent again in its corrected form: only that proves a fix of a request.
 * Which call it was is known to its owner alone.
 */
export const OWN_CALL = {
  command: '<your corrected curl command> -i | lusha-doctor explain -',
  expect: 'success (a match may be charged)',
} as const satisfies Verification;

/** Asks the resolver that programs use; prints null, an address and its family when it works. */
export const NAME_LOOKUP = `node -e 'require("node:dns").lookup("${HOST}", console.log)'`;

/** Names of the proxy variables that are set, without their values. */
export const PROXY_VARIABLES = "env | grep -i _proxy | sed 's/=.*//'";

/**
 * Sends `body.json` to a path of the API and reads the answer. The key goes through a pipe, so
 * that it is in no argument list. Where the call is not free, the text says what it may cost.
 */
export function resentTo(path: string, { free = false }: { free?: boolean } = {}): Verification {
  return {
    command: `printf 'api_key: %s\\n' "\${keyVariable|LUSHA_API_KEY}" | curl -sS -i -H @- -H 'Content-Type: application/json' --data-binary @body.json ${ORIGIN}${path} | lusha-doctor explain-error -`,
    expect: `success, with your request saved as body.json${free ? '' : ' (a match may be charged)'}`,
  };
}

/** The way around the proxy works. */
export const WITHOUT_PROXY = {
  command: 'lusha-doctor probe-endpoint GET /v3/account/usage --proxy none',
  expect: 'exit 0',
} as const;
