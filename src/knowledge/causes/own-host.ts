import type { Fix, Pattern } from '../../model/cause.ts';

type Verification = NonNullable<Fix['verify']>;

/** Nothing but the built-in address is in use, or a simulator; so is Lusha's host in a pasted call. */
export const NOT_CHOSEN = [
  { hostSource: ['default', '--simulate'] },
  { host: 'api.lusha.com' },
] as const satisfies readonly Pattern[];

/** Lusha's own host answers; with any answer the way is open. */
const LUSHA_ANSWERS = {
  command: "curl -sS -o /dev/null -w '%{http_code}\\n' https://api.lusha.com/v3/account/usage",
  expect: '401: Lusha answered and misses nothing but a key',
} as const satisfies Verification;

/** The step that sends the calls to Lusha, for whatever decided where they went. */
export const USE_LUSHAS_HOST = [
  {
    text: 'Set the base URL to https://api.lusha.com and remove LUSHA_BASE_URL if it is set.',
    verify: LUSHA_ANSWERS,
    source: 'spec3',
    unless: [{ hostSource: /./ }, ...NOT_CHOSEN],
  },
  {
    text: 'LUSHA_BASE_URL is {origin}; Lusha is at https://api.lusha.com. Remove it, unless you mean that address.',
    command: 'unset LUSHA_BASE_URL',
    verify: LUSHA_ANSWERS,
    source: 'spec3',
    when: [{ hostSource: 'LUSHA_BASE_URL' }],
    unless: NOT_CHOSEN,
  },
  {
    text: '--base-url is {origin}; Lusha is at https://api.lusha.com. Leave it out, unless you mean that address.',
    verify: LUSHA_ANSWERS,
    source: 'spec3',
    when: [{ hostSource: '--base-url' }],
    unless: NOT_CHOSEN,
  },
  {
    text: 'baseUrl in {hostSource} is {origin}; Lusha is at https://api.lusha.com. Correct it, unless you mean that address.',
    verify: LUSHA_ANSWERS,
    source: 'spec3',
    when: [{ hostSource: /^(?!default$|LUSHA_BASE_URL$|--)/ }],
    unless: NOT_CHOSEN,
  },
] as const satisfies readonly Fix[];

/** Somebody chose the host; for reasons that hold only then. */
export const HOST_CHOSEN = [
  { hostSource: /^(?!default$|--simulate$)/, host: /^(?!api\.lusha\.com$)/ },
] as const satisfies readonly Pattern[];

/** An address stands where a name could; nothing has to be looked up. */
export const HOST_IS_ADDRESS = [{ host: /^[\d.]+$|:/ }] as const satisfies readonly Pattern[];

/** A call of this tool, of which it is known that no setting names a proxy. */
export const NO_PROXY = [{ hostSource: /./, proxyUrl: null }] as const satisfies readonly Pattern[];

/** A call of this tool itself, on a new connection. */
export const LIVE = [{ hostSource: /./ }] as const satisfies readonly Pattern[];
