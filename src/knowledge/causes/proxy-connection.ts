import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, PROXY_VARIABLES, USAGE_PROBED, WITHOUT_PROXY } from '../verifications.ts';

const stopped = { layer: 'proxy', subject: 'failure', severity: 'fail' } as const;

/** No way through the proxy: it does not answer, or not as a proxy does. */
export const proxyConnectionCauses = [
  {
    ...stopped,
    id: 'proxy-unreachable',
    title: 'The proxy itself does not answer',
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
      'A proxy is configured and cannot be reached ({failureCode|see the code}). Lusha was not asked.',
    reasons: [
      {
        text: 'You left the company network or VPN and the variable is still set.',
        source: 'inferred',
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
      },
      {
        text: 'If you need no proxy here, remove them for this shell.',
        command: 'unset HTTPS_PROXY https_proxy HTTP_PROXY http_proxy ALL_PROXY all_proxy',
        source: 'measured/proxies',
        verify: USAGE_PROBED,
      },
      {
        text: 'If you need it, connect to the VPN or correct host and port.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors', 'measured/proxies'],
  },
  {
    ...stopped,
    id: 'proxy-timeout',
    title: 'The proxy accepted the connection and stayed silent',
    when: [{ failure: 'proxy-timeout' }],
    signs: [{ facts: { failure: 'proxy-timeout' }, makes: 'certain' }],
    tell: 'the time ran out in the phase proxy, before TLS',
    meaning: 'The proxy took the wish for a tunnel and did not answer it in time.',
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
    when: [{ failure: 'proxy-bad-answer' }],
    signs: [{ facts: { failure: 'proxy-bad-answer' }, makes: 'certain' }],
    tell: 'the answer to CONNECT is not HTTP, or was cut',
    meaning:
      'The address speaks another protocol. A SOCKS proxy or a TLS port configured as http:// looks like this.',
    reasons: [
      { text: 'The port is that of a SOCKS proxy or of a web server.', source: 'inferred' },
      { text: 'The proxy expects TLS: https:// in its URL.', source: 'inferred' },
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
    when: [{ failure: 'proxy-unsupported' }],
    signs: [{ facts: { failure: 'proxy-unsupported' }, makes: 'certain' }],
    tell: 'the proxy URL begins with socks, or with something else than http:// or https://',
    meaning:
      'lusha-doctor and the HTTP clients of Node speak to HTTP proxies only. Nothing was sent.',
    reasons: [
      { text: 'ALL_PROXY or HTTPS_PROXY names a SOCKS proxy.', source: 'inferred' },
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
] as const satisfies readonly Cause[];
