import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { SUNK_AT_HOME } from './network-dns.ts';
import { WITHOUT_HTTP2 } from './network-http2.ts';
import {
  HOST,
  HOST_AND_PORT,
  HOST_ANSWERS,
  NAME_LOOKUP,
  ORIGIN,
  PROXY_VARIABLES,
  USAGE_PROBED,
} from '../verifications.ts';
import { LOST_ANSWER } from './lost-answer.ts';
import { HOST_CHOSEN, HOST_IS_ADDRESS, LIVE, NOT_CHOSEN, USE_LUSHAS_HOST } from './own-host.ts';

const unconnected = { layer: 'network', subject: 'failure', severity: 'fail' } as const;

const PORT_OPEN = `nc -vz -w 5 ${HOST} {port|443}`;

const PORT_OPENS = { command: PORT_OPEN, expect: 'succeeded or open' } as const;

/** The code of a failed connection to several addresses in turn, as Node reports it. */
const SEVERAL = 'ETIMEDOUT on several addresses';
const OVER_IPV4 = `curl -4 -sS -o /dev/null -m 10 -w '%{http_code}\\n' ${ORIGIN}/v3/account/usage`;

/** Several addresses were tried, and one of them took longer than its turn. */
const TRIED_SEVERAL = [{ failure: 'connection-timeout', attempts: /ETIMEDOUT/ }] as const;
/** An address is known and it is none of IPv6. */
const ONLY_IPV4 = [{ address: /^[\d.]+:\d+(?:, [\d.]+:\d+)*$/, attempts: null }] as const;
/** The connection stood and was secured when it failed. */
const AFTER_HANDSHAKE = [{ failurePhase: ['send', 'wait', 'body'] }] as const;
/** A proxy let the call through, and then it ended before TLS stood. */
const TUNNEL_CLOSED = [{ failurePhase: 'tls', proxyUrl: /./ }] as const;

/** The code of a callout that Salesforce stopped. */
const REMOTE_SITES = 'Remote Site Settings';

/** The name resolved, the connection did not stand. */
export const networkConnectCauses = [
  {
    ...unconnected,
    id: 'connection-refused',
    title: 'Nothing listens where the connection went',
    names: 'address',
    when: [{ failure: 'connection-refused' }],
    unless: [{ failureCode: SUNK_AT_HOME }],
    signs: [{ facts: { failure: 'connection-refused' }, makes: 'certain' }],
    tell: 'ECONNREFUSED, at once; curl exits 7',
    meaning:
      'A machine answered at {address|that address} and refused the port: nothing listens there, or a firewall refuses in its place.',
    reasons: [
      {
        text: 'The base URL names a local or wrong host or port.',
        source: 'measured/node-errors',
        unless: NOT_CHOSEN,
      },
      {
        text: 'The hosts file or a filter points the name at 127.0.0.1 or 0.0.0.0.',
        source: 'inferred',
        unless: HOST_IS_ADDRESS,
      },
      { text: 'A firewall refuses instead of dropping.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Look which address the name gives.',
        command: `grep -n ${HOST} /etc/hosts; ${NAME_LOOKUP}`,
        source: 'inferred',
        verify: PORT_OPENS,
        unless: [...HOST_CHOSEN, ...HOST_IS_ADDRESS],
      },
      ...USE_LUSHAS_HOST,
      {
        text: 'If that address is meant, start what should listen there and compare the port.',
        command: PORT_OPEN,
        source: 'inferred',
        verify: PORT_OPENS,
        when: [...HOST_CHOSEN, ...HOST_IS_ADDRESS],
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'connection-reset',
    title: 'The connection was reset',
    when: [{ failure: 'connection-reset' }],
    unless: [{ failureCode: WITHOUT_HTTP2 }],
    signs: [{ facts: { failure: 'connection-reset' }, makes: 'certain' }],
    tell: 'ECONNRESET; a reset in the phase tls points to a filter in between',
    meaning:
      'The other side, or somebody in between, tore the connection down in the phase {failurePhase|reported}.',
    reasons: [
      {
        text: 'A firewall or filter cuts connections to {host|this host}, in the handshake mostly by the name of the host.',
        source: 'inferred',
        unless: AFTER_HANDSHAKE,
      },
      {
        text: 'A filter reads the request and cuts the connection.',
        source: 'inferred',
        when: AFTER_HANDSHAKE,
      },
      {
        text: 'A load balancer closed a connection that was idle too long.',
        source: 'inferred',
        unless: LIVE,
      },
      { text: 'The server restarted, or failed on the request.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Call it a few times without a key. A reset every time points to a filter, one now and then to a fault that passes.',
        command: HOST_ANSWERS.command,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: `Try from another network. If it works there, ask your network team to allow ${HOST_AND_PORT}.`,
        source: 'inferred',
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'connection-closed',
    because: ['mcp-local-key-missing'],
    title: 'The connection was closed before an answer came',
    when: [{ failure: 'connection-closed' }],
    signs: [{ facts: { failure: 'connection-closed' }, makes: 'certain' }],
    tell: 'UND_ERR_SOCKET "other side closed", "socket hang up"; curl exits 52',
    meaning:
      'The other side ended the connection in good order and said nothing, in the phase {failurePhase|reported}.',
    reasons: [
      {
        text: 'A kept-alive connection was reused just when the server closed it.',
        source: 'inferred',
        unless: LIVE,
      },
      {
        text: 'The proxy granted the way to {host|the host} and then closed it.',
        source: 'inferred',
        when: TUNNEL_CLOSED,
      },
      {
        text: 'A proxy or filter closed it in place of an error page.',
        source: 'inferred',
        unless: TUNNEL_CLOSED,
      },
      {
        text: 'The other side does not speak TLS on this port, or refuses this client.',
        source: 'inferred',
        when: [{ failurePhase: 'tls' }],
      },
    ],
    whoActs: 'you',
    actsInstead: { who: 'your network team', when: TUNNEL_CLOSED },
    fixes: [
      {
        text: 'Repeat the request on a new connection.',
        source: 'inferred',
        verify: HOST_ANSWERS,
        unless: LIVE,
      },
      {
        text: `Ask whoever runs the proxy {proxyUrl|in use} why it closes the way to ${HOST_AND_PORT}.`,
        source: 'inferred',
        when: TUNNEL_CLOSED,
      },
      {
        text: 'Call it a few times without a key. Closed every time points to a filter or to another service on that port.',
        command: HOST_ANSWERS.command,
        source: 'inferred',
        verify: HOST_ANSWERS,
        when: LIVE,
      },
      {
        text: 'Before you repeat a request that is charged, look whether the balance moved.',
        command: 'lusha-doctor check-key',
        source: 'inferred',
        unless: [{ sent: false }, { free: true }],
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'connection-timeout',
    title: 'No connection within the time allowed',
    names: 'address',
    when: [{ failure: 'connection-timeout' }],
    unless: [{ failureCode: SEVERAL }, ...TRIED_SEVERAL],
    signs: [{ facts: { failure: 'connection-timeout' }, makes: 'certain' }],
    tell: 'UND_ERR_CONNECT_TIMEOUT or ETIMEDOUT; curl exits 28',
    meaning:
      'No connection came about within the time that the client allows. A firewall that drops the packets looks like this, and so does a limit that is too short for the way.',
    reasons: [
      {
        text: 'Outgoing port {port|443} is only open through a proxy.',
        source: 'measured/proxies',
        unless: [{ proxyUrl: /./ }],
      },
      {
        text: 'A security group or an allow-list of the runner lacks this host.',
        source: 'inferred',
      },
      {
        text: 'The name resolved to IPv6 and IPv6 leads nowhere.',
        source: 'inferred',
        unless: ONLY_IPV4,
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Test the port without TLS.',
        command: PORT_OPEN,
        source: 'inferred',
        verify: PORT_OPENS,
      },
      {
        text: 'Compare IPv4 with IPv6.',
        command: OVER_IPV4,
        source: 'inferred',
        unless: ONLY_IPV4,
      },
      {
        text: 'Look whether a proxy is configured for other programs, and use it here too.',
        command: PROXY_VARIABLES,
        source: 'measured/proxies',
        verify: USAGE_PROBED,
        unless: [{ proxyUrl: /./ }],
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors', 'measured/proxies'],
  },
  {
    ...unconnected,
    id: 'not-connected',
    title: 'No connection came about, and the client does not say why',
    when: [{ failure: 'unclassified', failurePhase: 'tcp' }],
    unless: [{ failureCode: 'UNKNOWN' }],
    signs: [],
    tell: 'the text says that it could not connect, and names no reason',
    meaning:
      'The client says only that it could not connect. The name may have no address, the port may be refused, or the packets may be lost. Lusha was not reached.',
    reasons: [
      {
        text: 'Clients such as Bun, .NET and Java have one sentence for several reasons.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Make the call with curl from the same machine: it names the reason.',
        command: `curl -sS -v -o /dev/null -m 30 ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Or see each phase of the way, from the name to the answer.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['inferred'],
  },
  {
    ...unconnected,
    id: 'connect-attempts-cut',
    title: 'Node gave each address too little time to connect',
    when: [{ failure: 'connection-timeout', failureCode: SEVERAL }, ...TRIED_SEVERAL],
    signs: [
      { facts: { failure: 'connection-timeout', failureCode: SEVERAL }, makes: 'likely' },
      { facts: TRIED_SEVERAL[0], makes: 'likely' },
    ],
    tell: 'AggregateError [ETIMEDOUT] with one error an address, or a frame internalConnectMultiple, while curl connects',
    meaning:
      'A name with several addresses is tried one by one, and Node allows each attempt but the last 250 ms (500 ms in newer lines). A far server or a slow VPN needs longer; the network may be in order.',
    reasons: [
      {
        text: 'The way to the server takes longer than the limit of one attempt.',
        source: 'node/cli',
      },
      {
        text: 'IPv6 is tried and has no route. Tried: {attempts|see the errors}.',
        source: 'inferred',
      },
      {
        text: 'A firewall drops the packets after all; then a longer limit changes nothing.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Allow each attempt a second, before Node starts.',
        command: 'export NODE_OPTIONS=--network-family-autoselection-attempt-timeout=1000',
        unless: ONLY_IN_NODE,
        source: 'node/cli',
        verify: {
          command: `node -e 'fetch("${ORIGIN}/v3/account/usage").then((r) => console.log(r.status), (e) => console.log(e.cause?.code))'`,
          expect: '401: fetch reached Lusha and misses nothing but a key',
        },
      },
      {
        text: 'If it changes nothing, test the port without TLS: a firewall drops the packets.',
        command: PORT_OPEN,
        source: 'inferred',
        verify: PORT_OPENS,
      },
    ],
    retry: AFTER_FIX,
    sources: ['node/cli', 'measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'network-unreachable',
    title: 'The machine has no way to the address',
    names: 'address',
    when: [{ failure: 'network-unreachable' }],
    signs: [{ facts: { failure: 'network-unreachable' }, makes: 'certain' }],
    tell: 'ENETUNREACH or EADDRNOTAVAIL',
    meaning: 'Your system knows no route for {address|this address}, so nothing was sent.',
    reasons: [
      {
        text: 'The machine is offline: no network, no VPN, or a container without one.',
        source: 'measured/node-errors',
      },
      {
        text: 'The name resolved to IPv6, and this machine has none.',
        source: 'inferred',
        unless: ONLY_IPV4,
      },
      { text: 'The interface or the VPN went down while the program ran.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Connect the machine to its network or VPN.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If it is connected, test over IPv4.',
        command: OVER_IPV4,
        source: 'inferred',
        unless: ONLY_IPV4,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'host-unreachable',
    title: 'There is no route to the host',
    names: 'address',
    when: [{ failure: 'host-unreachable' }],
    signs: [{ facts: { failure: 'host-unreachable' }, makes: 'certain' }],
    tell: 'EHOSTUNREACH',
    meaning: 'A router on the way answered that it cannot deliver to {address|this address}.',
    reasons: [
      { text: 'A firewall rejects the destination.', source: 'inferred' },
      { text: 'VPN or routing table send the traffic into a dead end.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Look where the way ends, and show that to your network team.',
        command: `traceroute ${HOST}`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'blocked-locally',
    title: 'Your own machine forbids the connection',
    when: [{ failure: 'blocked-locally' }],
    unless: [{ failureCode: REMOTE_SITES }],
    signs: [{ facts: { failure: 'blocked-locally' }, makes: 'certain' }],
    tell: 'EACCES or EPERM on connect; net::ERR_BLOCKED_BY_CLIENT in a browser',
    meaning:
      'The system refused to open the connection, before any packet left. A local firewall or sandbox does that.',
    reasons: [
      {
        text: 'A local firewall or endpoint protection blocks the program.',
        source: 'measured/node-errors',
      },
      { text: 'A sandbox or the permission model of Node has no network.', source: 'inferred' },
      { text: 'An extension of the browser, or its policy, stops the call.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: `Allow your program to connect to ${HOST_AND_PORT} in the local firewall or sandbox.`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unconnected,
    id: 'platform-forbids-host',
    title: 'Salesforce does not let calls out to this host yet',
    when: [{ failure: 'blocked-locally', failureCode: REMOTE_SITES }],
    signs: [{ facts: { failure: 'blocked-locally', failureCode: REMOTE_SITES }, makes: 'certain' }],
    tell: 'System.CalloutException: "Unauthorized endpoint, please check Setup->Security->Remote site settings"',
    meaning:
      'Salesforce stops every callout to a host that is not on its own list, so nothing was sent. It is no 401 of Lusha and says nothing about the key.',
    reasons: [
      {
        text: 'The host is missing in Remote Site Settings, or its entry is not active.',
        source: 'platform/docs',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: `In Setup open Security, Remote Site Settings, and add ${ORIGIN} as an active site. A Named Credential for this host does the same.`,
        source: 'platform/docs',
      },
      {
        text: 'Then run the callout once; the debug log, category Callout, shows a status in place of the exception.',
        source: 'platform/docs',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    credits: { text: 'Nothing was charged: nothing was sent.', source: 'platform/docs' },
    sources: ['platform/docs'],
  },
  {
    ...unconnected,
    id: 'address-unavailable',
    title: 'Google cannot reach the address',
    when: [{ failure: 'unclassified', failureCode: 'Address unavailable' }],
    signs: [
      { facts: { failure: 'unclassified', failureCode: 'Address unavailable' }, makes: 'certain' },
    ],
    tell: 'Apps Script says "Address unavailable", in the language of its user, and names the URL',
    meaning:
      'UrlFetchApp runs on servers of Google, and from there no connection to this address came about. Whether the name, the port or a block is the reason, it does not say.',
    reasons: [
      {
        text: 'The host in the URL is misspelt, or that of the V1 years.',
        source: 'code/v1-paths',
      },
      { text: 'The host is only known in your own network.', source: 'inferred' },
      { text: 'The connection failed for a moment.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Write the URL with https://api.lusha.com.',
        source: 'spec3',
        verify: HOST_ANSWERS,
        unless: NOT_CHOSEN,
      },
      { text: 'If the host is right, run the script again after a minute.', source: 'inferred' },
    ],
    retry: BACKOFF,
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
