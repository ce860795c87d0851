import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, PROXY_VARIABLES, USAGE_PROBED, WITHOUT_PROXY } from '../verifications.ts';

const stopped = { layer: 'proxy', subject: 'failure', severity: 'fail' } as const;

const BY_OPTION = [{ proxySource: /^--/ }] as const;

/** The step past the proxy, for whatever named it. */
const WITHOUT_THIS_PROXY = [
  {
    text: 'If you need no proxy here, remove the variable for this shell.',
    command: 'unset {proxySource|HTTPS_PROXY}',
    source: 'measured/proxies',
    verify: USAGE_PROBED,
    when: [{ proxySource: /^\w+$/ }],
  },
  {
    text: 'If you need no proxy here, leave out --proxy.',
    source: 'measured/proxies',
    verify: USAGE_PROBED,
    when: [{ proxySource: '--proxy' }],
  },
  {
    text: 'If you need no proxy here, take it out of {proxySource}.',
    source: 'measured/proxies',
    verify: USAGE_PROBED,
    when: [{ proxySource: /[./]/ }],
  },
] as const;

/** No way through the proxy: it does not answer, or not as a proxy does. */
export const proxyConnectionCauses = [
  {
    ...stopped,
    id: 'proxy-unreachable',
    title: 'The proxy itself cannot be reached',
    names: 'proxyUrl',
    when: [{ failure: 'proxy-unreachable' }],
    signs: [
      {
        facts: { failure: 'proxy-unreachable', failureCode: /^(?!.*, port \d)/ },
        makes: 'certain',
      },
      // A port where proxies listen, in words that name no proxy.
      { facts: { failure: 'proxy-unreachable', failureCode: /, port \d+$/ }, makes: 'likely' },
    ],
    tell: 'the address that refused or does not resolve is that of the proxy, not of Lusha',
    meaning:
      'The proxy {proxyUrl|that is configured} cannot be reached ({failureCode|see the code}); it was named by {proxySource|an option or a variable}. Lusha was not asked.',
    reasons: [
      {
        text: 'You left the company network or VPN and the variable is still set.',
        source: 'inferred',
        unless: BY_OPTION,
      },
      { text: 'Host or port of the proxy is wrong.', source: 'inferred' },
      { text: 'The proxy is down.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See which variables name a proxy.',
        command: PROXY_VARIABLES,
        source: 'measured/proxies',
        unless: [{ proxySource: /./ }],
      },
      {
        text: 'If you need no proxy here, remove them for this shell.',
        command: 'unset HTTPS_PROXY https_proxy HTTP_PROXY http_proxy ALL_PROXY all_proxy',
        source: 'measured/proxies',
        verify: USAGE_PROBED,
        unless: [{ proxySource: /./ }],
      },
      ...WITHOUT_THIS_PROXY,
      {
        text: 'If you need a proxy, connect to the VPN or correct host and port of {proxyUrl|the one that is set}.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors', 'measured/proxies'],
  },
  {
    ...stopped,
    id: 'proxy-timeout',
    title: 'The proxy took too long to open the way',
    names: 'proxyUrl',
    when: [{ failure: 'proxy-timeout' }],
    signs: [{ facts: { failure: 'proxy-timeout' }, makes: 'certain' }],
    tell: 'the time went by in the phase proxy, before TLS',
    meaning:
      'The proxy {proxyUrl|in use} was asked for a tunnel to {host|the host}, and that used up the time (milliseconds: {slowMs|see the timings}).',
    reasons: [
      {
        text: 'The proxy is overloaded, or its own way out hangs.',
        source: 'measured/node-errors',
      },
      {
        text: 'The port belongs to another service, which waits for something else.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Allow more time once.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --timeout 30',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If the network lets you, go around the proxy once.',
        command: WITHOUT_PROXY.command,
        source: 'inferred',
        verify: WITHOUT_PROXY,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
  {
    ...stopped,
    id: 'proxy-bad-answer',
    title: 'What is configured as proxy does not answer like one',
    names: 'proxyUrl',
    when: [{ failure: 'proxy-bad-answer' }],
    signs: [{ facts: { failure: 'proxy-bad-answer' }, makes: 'certain' }],
    tell: 'the answer to CONNECT is not HTTP, or was cut',
    meaning:
      'What listens at {proxyUrl|that address} did not answer as an HTTP proxy does; it was named by {proxySource|an option or a variable}. A SOCKS proxy or a TLS port configured as http:// looks like this. Lusha was not asked.',
    reasons: [
      { text: 'The port is that of a SOCKS proxy or of a web server.', source: 'inferred' },
      {
        text: 'The proxy expects TLS: https:// in its URL.',
        source: 'inferred',
        unless: [{ proxyUrl: /^https:/ }],
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Ask your network team for the HTTP proxy and its port, and try it once.',
        command:
          'lusha-doctor probe-endpoint GET /v3/account/usage --proxy http://proxy.example:3128',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...stopped,
    id: 'proxy-unsupported',
    title: 'This kind of proxy is not supported',
    names: 'proxyUrl',
    when: [{ failure: 'proxy-unsupported' }],
    signs: [{ facts: { failure: 'proxy-unsupported' }, makes: 'certain' }],
    tell: 'the proxy URL begins with socks, or with something else than http:// or https://',
    meaning:
      'lusha-doctor and the HTTP clients of Node speak to HTTP proxies only, and {proxySource|an option or a variable} names another kind. Nothing was sent.',
    reasons: [
      { text: 'It is a SOCKS proxy, as curl and ssh can use it.', source: 'inferred' },
      { text: 'The scheme of the proxy URL is misspelt.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Name an HTTP proxy.',
        command:
          'lusha-doctor probe-endpoint GET /v3/account/usage --proxy http://proxy.example:3128',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'If the network lets you, go around the proxy.',
        command: WITHOUT_PROXY.command,
        source: 'inferred',
        verify: WITHOUT_PROXY,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...stopped,
    id: 'proxy-url-unusable',
    title: 'A proxy is demanded whose address nobody can use',
    names: 'proxySource',
    when: [{ failure: 'proxy-bad-url' }],
    signs: [{ facts: { failure: 'proxy-bad-url' }, makes: 'certain' }],
    tell: 'the value of the proxy variable is no address; curl exits 5, requests raises InvalidURL',
    meaning:
      '{proxySource|The variable} is "{proxyUrl|not an address}", which is no address of a proxy. This call would have to go through it, so nothing was sent.',
    reasons: [
      {
        text: 'A number sign, a slash or an at sign in the password is not percent-encoded.',
        source: 'measured/proxies',
      },
      { text: 'The scheme, the host or the port is misspelt.', source: 'measured/proxies' },
      { text: 'A variable inside the value was not expanded.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Write it as http://host:port, a password percent-encoded. This prompt shows and stores nothing.',
        command: 'read -rs {proxySource|HTTPS_PROXY} && export {proxySource|HTTPS_PROXY}',
        source: 'measured/proxies',
        verify: USAGE_PROBED,
      },
      {
        text: 'If you need no proxy here, remove the variable.',
        command: 'unset {proxySource|HTTPS_PROXY}',
        source: 'measured/proxies',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    notes: [
      {
        text: 'Other clients fail or differ as well: curl exits 5, Python requests raises InvalidURL, an EnvHttpProxyAgent of undici throws ERR_INVALID_URL, and the fetch of Node goes past the proxy unless it is told to use it.',
        source: 'measured/proxies',
      },
    ],
    sources: ['measured/proxies'],
  },
] as const satisfies readonly Cause[];
