import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { HOST_AND_PORT, HOST_ANSWERS, ORIGIN, USAGE_PROBED } from '../verifications.ts';
import { USE_LUSHAS_HOST } from './own-host.ts';

/** The statuses a client follows. */
const FOLLOWED = [301, 302, 303, 307, 308] as const;

/** How clients name a chain of redirects that they stopped following. */
const LOOP_CODES = [
  'too many redirects',
  'curl 47',
  'ERR_TOO_MANY_REDIRECTS',
  'ERR_FR_TOO_MANY_REDIRECTS',
  'NS_ERROR_REDIRECT_LOOP',
] as const;

const WHERE_TO = `curl -sS -o /dev/null -w '%{http_code} %{redirect_url}\\n' ${ORIGIN}/v3/account/usage`;

const KEY_LEAKS = {
  text: 'Clients that follow redirects (curl -L, fetch, axios, got, HTTPie --follow) send api_key to the new address as well; only Authorization is dropped. lusha-doctor never follows.',
  source: 'measured/redirects',
} as const;

const redirected = {
  layer: 'edge',
  subject: 'failure',
  severity: 'fail',
  retry: AFTER_FIX,
} as const;

/** A redirect in place of an answer. Lusha's API is not known to send any. */
export const redirectCauses = [
  {
    ...redirected,
    id: 'redirect-to-clear-text',
    title: 'The answer redirects to unencrypted http',
    when: [{ status: FOLLOWED }],
    signs: [{ facts: { redirect: 'to-clear-text' }, makes: 'certain' }],
    tell: 'Location starts with http://, while the request was https',
    meaning:
      'Whoever answered wants the request again without encryption, at {redirectTo|the address in Location}. A client that follows shows your key to everybody on the way.',
    reasons: [
      { text: 'A captive portal or a proxy wants to show a page.', source: 'inferred' },
      {
        text: 'A gateway behind TLS builds its redirects with the wrong scheme.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Switch off following of redirects in your client.',
        source: 'measured/redirects',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If a client followed it already, replace the key in the dashboard.',
        source: 'measured/redirects',
      },
      { text: 'See who redirects and have that corrected.', command: WHERE_TO, source: 'inferred' },
    ],
    notes: [KEY_LEAKS],
    sources: ['measured/redirects', 'spec3'],
  },
  {
    ...redirected,
    id: 'redirect-to-login',
    title: 'The answer redirects to a login page',
    names: 'redirectTo',
    when: [{ status: FOLLOWED }],
    signs: [{ facts: { redirect: 'to-login' }, makes: 'certain' }],
    tell: 'Location names a login, sign-in, SSO or portal page',
    meaning:
      'Something between you and Lusha wants you to log in first, at {redirectTo|the address in Location}. Lusha was not reached, so nothing is known about the key.',
    reasons: [
      { text: 'A company proxy or gateway asks for single sign-on.', source: 'inferred' },
      { text: 'A guest network shows its portal.', source: 'inferred' },
      {
        text: 'The base URL points at a web application and not at the API.',
        source: 'inferred',
        unless: [{ hostSource: ['default', '--simulate'] }],
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Log in to the network or VPN in a browser.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: `On a server or CI runner ask the network team to let ${HOST_AND_PORT} through without a login.`,
        source: 'inferred',
      },
      { text: 'See where the redirect leads.', command: WHERE_TO, source: 'inferred' },
    ],
    notes: [KEY_LEAKS],
    sources: ['measured/redirects', 'inferred'],
  },
  {
    ...redirected,
    id: 'redirect-other-origin',
    title: 'The answer redirects to another host',
    names: 'redirectTo',
    when: [{ status: FOLLOWED }],
    signs: [{ facts: { redirect: 'cross-origin' }, makes: 'certain' }],
    tell: 'the host in Location is not the one you called',
    meaning:
      'What answers at {host|the host} sends you to {redirectTo|the address in Location}. The Lusha API is not known to redirect, so check who answers there.',
    reasons: [
      {
        text: 'The base URL has a mistake or names a web site of Lusha.',
        source: 'inferred',
        unless: [{ hostSource: ['default', '--simulate'] }],
      },
      { text: 'A proxy, portal or DNS entry sends you elsewhere.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      ...USE_LUSHAS_HOST,
      {
        text: 'Switch off following of redirects in your client. If it followed already, replace the key.',
        source: 'measured/redirects',
      },
      {
        text: 'See where the redirect leads.',
        command: WHERE_TO,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    notes: [KEY_LEAKS],
    sources: ['measured/redirects', 'spec3'],
  },
  {
    ...redirected,
    id: 'redirect-same-origin',
    title: 'The answer redirects to another path of the same host',
    when: [{ status: FOLLOWED }],
    signs: [{ facts: { redirect: 'same-origin' }, makes: 'certain' }],
    tell: 'Location has the same scheme, host and port',
    meaning:
      'The path you called is written differently from the one that is served: {redirectTo|see Location}. After 301, 302 and 303 many clients turn POST into GET and lose the body.',
    reasons: [
      { text: 'The path has a slash at the end or two in a row.', source: 'inferred' },
      { text: 'The path moved.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Call the path in Location directly, with your own method.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    sources: ['measured/redirects', 'rfc/9110'],
  },
  {
    ...redirected,
    id: 'redirect-unusable',
    title: 'The answer is a redirect that leads nowhere',
    when: [{ status: { min: 300, max: 303 } }, { status: { min: 305, max: 399 } }],
    signs: [{ facts: { redirect: 'unusable' }, makes: 'certain' }],
    tell: 'the status is 3xx and Location is missing or is not a URL',
    meaning: 'A 3xx ({status|3xx}) without a usable Location is not an answer of the Lusha API.',
    reasons: [
      { text: 'A proxy or cache in between answered.', source: 'rfc/9110' },
      { text: 'A gateway is configured wrongly.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Find out who answers: look at the headers Server and Via.',
        command: `curl -sSI ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    sources: ['rfc/9110', 'inferred'],
  },
  {
    ...redirected,
    id: 'not-modified',
    title: 'The answer says that nothing has changed, and has no body',
    when: [{ status: 304 }],
    signs: [{ facts: { status: 304 }, makes: 'likely' }],
    tell: 'the status is 304; the request had If-None-Match or If-Modified-Since',
    meaning:
      'A 304 refers to a copy that the client is supposed to have. The Lusha API is not known to send it: the client, or a cache on the way, asked whether its copy still holds.',
    reasons: [
      { text: 'The HTTP client keeps a cache and asks with a condition.', source: 'rfc/9110' },
      { text: 'A cache between you and Lusha answers for it.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Switch off the cache of the client, or send Cache-Control: no-cache.',
        source: 'rfc/9110',
        verify: HOST_ANSWERS,
      },
    ],
    sources: ['rfc/9110', 'inferred'],
  },
  {
    ...redirected,
    id: 'redirect-loop',
    title: 'The redirects do not end',
    when: [{ failure: 'unclassified', failureCode: LOOP_CODES }],
    signs: [{ facts: { failure: 'unclassified', failureCode: LOOP_CODES }, makes: 'certain' }],
    tell: 'curl exits 47; ERR_TOO_MANY_REDIRECTS, TooManyRedirects, "stopped after 10 redirects"',
    meaning:
      'One redirect led to the next until your client gave up ({failureCode|see the message}). The Lusha API does not redirect, so somebody else answered.',
    reasons: [
      {
        text: 'A portal or single sign-on wants a cookie that your client does not keep.',
        source: 'inferred',
      },
      { text: 'A gateway or proxy sends http to https and back.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See where the first answer leads, without following it.',
        command: WHERE_TO,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      ...USE_LUSHAS_HOST,
    ],
    notes: [KEY_LEAKS],
    sources: ['measured/redirects', 'inferred'],
  },
] as const satisfies readonly Cause[];
