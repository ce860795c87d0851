import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import {
  HOST,
  HOST_AND_PORT,
  HOST_ANSWERS,
  ORIGIN,
  USAGE_PROBED,
  WITHOUT_PROXY,
} from '../verifications.ts';
import { NO_PROXY } from './own-host.ts';

/** A proxy answered that no setting of this machine names. */
const NOT_OURS = {
  text: 'No setting here names a proxy: the network puts one in the way.',
  source: 'inferred',
  when: NO_PROXY,
} as const;

const stopped = { layer: 'proxy', subject: 'failure', severity: 'fail' } as const;

const BYPASS = {
  text: 'If this host may bypass the proxy, say so for this shell.',
  command: `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${HOST}"`,
  source: 'measured/proxies',
  verify: USAGE_PROBED,
  // An option or a file names it for this tool alone, and a variable does not change that.
  unless: [{ proxySource: /[-./]/ }, ...NO_PROXY],
} as const;

/** The proxy redirects, which no tunnel follows. */
const SENT_ELSEWHERE = [{ connectStatus: { min: 300, max: 399 } }] as const;

/** The proxy answered in Lusha's place; Lusha was not asked. Proxies that fail: `proxy-connection`. */
export const proxyCauses = [
  {
    ...stopped,
    id: 'proxy-denied',
    title: 'A proxy refused the request, not Lusha',
    when: [
      { status: 403 },
      { status: { max: 499 }, answeredBy: 'proxy' },
      { answeredBy: 'proxy', productSays: 'policy' },
    ],
    unless: [
      { failure: ['proxy-refused', 'proxy-auth-required'] },
      { status: 407 },
      { productSays: ['unreachable', 'login'] },
    ],
    signs: [
      { facts: { answeredBy: 'proxy', productSays: 'policy' }, makes: 'certain' },
      { facts: { answeredBy: 'proxy' }, makes: 'certain' },
    ],
    tell: 'an HTML page, or headers that name a proxy (Via, Server: squid, X-Squid-Error, Zscaler, Blue Coat, tinyproxy)',
    meaning:
      'A proxy answered in place of {host|Lusha} ({product|see Server and Via}). Lusha was never reached, so this says nothing about key, plan or request.',
    reasons: [
      { text: 'A policy of the proxy does not allow {host|the host}.', source: 'measured/proxies' },
      NOT_OURS,
      {
        text: 'The category of the host is blocked, or new and not rated yet.',
        source: 'inferred',
      },
      { text: 'The proxy wants you to accept a notice in a browser first.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: `Ask your network team to allow ${HOST_AND_PORT} and show them this page with its headers.`,
        command: `curl -sS -i ${ORIGIN}/v3/account/usage | head -n 30`,
        source: 'measured/proxies',
        verify: HOST_ANSWERS,
      },
      BYPASS,
    ],
    retry: AFTER_FIX,
    credits: { text: 'Nothing was charged: Lusha saw no request.', source: 'inferred' },
    notes: [
      {
        text: 'A real 403 of Lusha is JSON with statusCode and message. A wrong key is a 401, not a 403.',
        source: 'docs/error-codes',
      },
    ],
    sources: ['measured/proxies'],
  },
  {
    ...stopped,
    id: 'proxy-cannot-reach',
    title: 'The proxy works and cannot reach the host',
    names: 'host',
    when: [
      { answeredBy: 'proxy', status: { min: 500, max: 599 } },
      { answeredBy: 'proxy', productSays: 'unreachable' },
      { failure: 'proxy-refused', connectStatus: { min: 500, max: 599 } },
    ],
    // Some filters refuse with 503.
    unless: [{ productSays: ['policy', 'login'] }],
    signs: [
      { facts: { answeredBy: 'proxy', productSays: 'unreachable' }, makes: 'certain' },
      { facts: { answeredBy: 'proxy', status: { min: 500, max: 599 } }, makes: 'certain' },
      {
        facts: { failure: 'proxy-refused', connectStatus: { min: 500, max: 599 } },
        makes: 'certain',
      },
    ],
    tell: 'the proxy answered 502, 503 or 504, to CONNECT or with a page of its own (ERR_CONNECT_FAIL, ERR_DNS_FAIL)',
    meaning:
      'You reached the proxy ({product|see Server and Via}), and its own way to {host|the host} is broken.',
    reasons: [
      { text: 'The proxy cannot resolve the name or open the connection.', source: 'inferred' },
      { text: 'The proxy is overloaded.', source: 'inferred' },
      {
        text: 'A debugging proxy (Fiddler, Charles, mitmproxy) is still switched on; its page names what failed.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Compare with another host through the same proxy; if that fails too, the proxy has a general problem.',
        command: "curl -sS -o /dev/null -w '%{http_code}\\n' https://status.lusha.com",
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If the network lets you, go around the proxy once.',
        command: WITHOUT_PROXY.command,
        source: 'inferred',
        verify: WITHOUT_PROXY,
        unless: NO_PROXY,
      },
    ],
    retry: BACKOFF,
    sources: ['inferred', 'measured/proxies'],
  },
  {
    ...stopped,
    id: 'proxy-refused-connect',
    title: 'The proxy refuses to open a tunnel',
    names: 'proxyUrl',
    when: [{ failure: 'proxy-refused' }],
    unless: [{ connectStatus: [407] }, { connectStatus: { min: 500 } }],
    signs: [
      {
        facts: { failure: 'proxy-refused', connectStatus: { min: 300, max: 499 } },
        makes: 'certain',
      },
      { facts: { failure: 'proxy-refused' }, makes: 'likely' },
    ],
    tell: 'curl: "CONNECT tunnel failed, response 403"; undici: "Proxy response (403) !== 200 when HTTP Tunneling"',
    meaning:
      'The proxy {proxyUrl|on the way} answered {connectStatus|with a refusal} to CONNECT {host|api.lusha.com}:{port|443}; it was named by {proxySource|an option or a variable}. TLS never started and Lusha was not asked.',
    reasons: [
      {
        text: 'A policy of the proxy does not allow {host|this host}.',
        source: 'measured/proxies',
        unless: SENT_ELSEWHERE,
      },
      {
        text: 'The proxy allows tunnels only to certain ports.',
        source: 'inferred',
        unless: [...SENT_ELSEWHERE, { hostSource: /./, port: null }],
      },
      {
        text: 'The proxy sends those whom it does not know to a login page first.',
        source: 'inferred',
        when: SENT_ELSEWHERE,
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Open any http:// page in a browser that uses the proxy, and log in or accept there.',
        source: 'inferred',
        verify: USAGE_PROBED,
        when: SENT_ELSEWHERE,
      },
      {
        text: `Ask whoever runs the proxy to allow CONNECT to ${HOST_AND_PORT}.`,
        command: `curl -sS -v -o /dev/null ${ORIGIN}/v3/account/usage`,
        source: 'measured/proxies',
        verify: HOST_ANSWERS,
      },
      BYPASS,
    ],
    retry: AFTER_FIX,
    notes: [
      {
        text: 'curl exits 56 here and undici throws UND_ERR_ABORTED; some tools misread it as an invalid token.',
        source: 'measured/proxies',
      },
    ],
    sources: ['measured/proxies'],
  },
  {
    ...stopped,
    id: 'proxy-auth-required',
    title: 'A proxy wants a user name and password',
    names: 'proxyUrl',
    when: [
      { failure: 'proxy-auth-required' },
      { status: 407 },
      { connectStatus: 407 },
      { answeredBy: 'proxy', productSays: 'login' },
    ],
    signs: [
      { facts: { answeredBy: 'proxy', productSays: 'login' }, makes: 'certain' },
      { facts: { failure: 'proxy-auth-required' }, makes: 'certain' },
      { facts: { connectStatus: 407 }, makes: 'certain' },
      { facts: { status: 407 }, makes: 'certain' },
    ],
    tell: 'the status is 407, which no API sends: it comes from the proxy',
    meaning:
      'The proxy does not know who you are and lets nothing through. The Lusha key does not matter here.',
    reasons: [
      NOT_OURS,
      {
        text: 'The proxy URL carries no credentials, or old ones.',
        source: 'measured/proxies',
        unless: NO_PROXY,
      },
      {
        text: 'The proxy only accepts Windows sign-on (NTLM, Kerberos), which few HTTP clients can do.',
        source: 'inferred',
      },
      {
        text: 'A character of the password is not percent-encoded in the URL.',
        source: 'inferred',
        unless: NO_PROXY,
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Ask your network team for the URL of the proxy.',
        source: 'inferred',
        when: NO_PROXY,
      },
      {
        text: 'Enter the proxy URL with user and password at the prompt of this command, which shows and stores nothing.',
        command: 'read -rs {proxyVariable|HTTPS_PROXY} && export {proxyVariable|HTTPS_PROXY}',
        source: 'measured/proxies',
        verify: USAGE_PROBED,
      },
      {
        text: 'For NTLM or Kerberos run a local relay such as cntlm or px and name that as the proxy.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['rfc/9110', 'measured/proxies'],
  },
] as const satisfies readonly Cause[];
