import { API_HOST } from '../knowledge/endpoints.ts';
import type { SentRequest } from '../model/exchange.ts';
import type { RedirectKind } from '../model/fact.ts';
import { oneLine } from './one-line.ts';

/** Where a redirect points. The query is left out: it can carry a credential. */
export interface Redirect {
  readonly kind: RedirectKind;
  readonly to: string | null;
}

/** Words that make a host or a path one of a log-in, standing alone. */
const LOGIN_WORDS = [
  'log-?in',
  'sign-?in',
  'sso',
  'saml2?',
  'oauth2?',
  'authorize',
  'authenticate',
  'idp',
  'adfs',
  'captive',
  'captiveportal',
  'hotspot',
  'fgtauth',
];
const LOGIN_WORD = new RegExp(`(?:^|[^a-z])(?:${LOGIN_WORDS.join('|')})(?:[^a-z]|$)`, 'i');
/** As the first label of a host name; in a path these words mean too little. */
const LOGIN_HOST = /^(?:login|signin|sso|auth|idp|portal|captive|hotspot|wifi|wlan)\d{0,3}\./i;
const LONGEST_TARGET = 300;
const LONGEST_LOCATION = 4096;

/**
 * Classifies a Location header against the request that it answers. Where nobody stated the
 * request's target, it is taken to have gone to the Lusha API.
 */
export function redirectOf(
  location: string | null,
  { origin = `https://${API_HOST}`, path = '/' }: Partial<SentRequest> = {},
): Redirect {
  if (location === null || location.length > LONGEST_LOCATION)
    return { kind: 'unusable', to: null };
  // A path may begin with two slashes, which would read as another host.
  const base = urlOf(path.startsWith('/') ? `${origin}${path}` : path, origin);
  const target = urlOf(location, base?.href ?? origin);
  if (base === null || target === null || !/^https?:$/.test(target.protocol)) {
    return {
      kind: 'unusable',
      to: oneLine(location.split('?', 1)[0] ?? '', LONGEST_TARGET) || null,
    };
  }
  return {
    kind: kindOf(target, base),
    to: oneLine(`${target.origin}${target.pathname}`, LONGEST_TARGET),
  };
}

function kindOf(target: URL, base: URL): RedirectKind {
  if (LOGIN_HOST.test(target.host) || LOGIN_WORD.test(`${target.host}${target.pathname}`)) {
    return 'to-login';
  }
  if (target.protocol === 'http:' && base.protocol === 'https:') return 'to-clear-text';
  return target.origin === base.origin ? 'same-origin' : 'cross-origin';
}

function urlOf(text: string, base: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
