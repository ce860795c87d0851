import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST, HOST_ANSWERS, NAME_LOOKUP } from '../verifications.ts';
import { LIVE, NO_PROXY, NOT_CHOSEN, USE_LUSHAS_HOST } from './own-host.ts';

const unresolved = { layer: 'network', subject: 'failure', severity: 'fail' } as const;

/** The code of a failure whose address is known for blocked names. */
const SUNK = /, (?!127\.|::1 )\S+ of (?:a DNS filter|Cisco Umbrella|Fortinet FortiGate)$/;
/** The same with the address of the machine itself, which a hosts file or a relay gives as well. */
export const SUNK_AT_HOME = /, (?:127\.0\.0\.1|::1) of a DNS filter$/;
const ANY = /./;

/** The name of the host did not become an address. */
export const networkDnsCauses = [
  {
    ...unresolved,
    id: 'dns-not-found',
    title: 'The host name does not exist for your resolver',
    names: 'host',
    when: [{ failure: 'dns-not-found' }],
    signs: [{ facts: { failure: 'dns-not-found' }, makes: 'certain' }],
    tell: 'ENOTFOUND; curl says "Could not resolve host"',
    meaning: 'Your resolver answered that {host|this name} has no address. Nothing was sent.',
    reasons: [
      {
        text: 'The host name in the base URL is misspelt.',
        source: 'measured/node-errors',
        unless: NOT_CHOSEN,
      },
      { text: 'An internal DNS zone or a filter hides the name.', source: 'inferred' },
      {
        text: 'Only the proxy can resolve outside names, and your client does not use the proxy.',
        source: 'measured/proxies',
        unless: [{ proxyUrl: /./ }],
      },
    ],
    whoActs: 'you',
    fixes: [
      ...USE_LUSHAS_HOST,
      {
        text: 'Ask the resolver for the name.',
        command: NAME_LOOKUP,
        source: 'inferred',
        verify: { command: NAME_LOOKUP, expect: 'null, an address and its family' },
      },
      {
        text: 'If other names resolve and this one does not, ask your network team to unblock it.',
        source: 'inferred',
      },
      {
        text: 'Behind a proxy set HTTPS_PROXY; the proxy then resolves the name.',
        source: 'measured/proxies',
        unless: [{ proxyUrl: /./ }],
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unresolved,
    id: 'dns-failure',
    title: 'The name server failed to answer',
    when: [{ failure: 'dns-failure' }],
    signs: [{ facts: { failure: 'dns-failure' }, makes: 'certain' }],
    tell: 'EAI_AGAIN; the name may be right, the resolver is not working',
    names: 'host',
    meaning:
      'Your resolver gave no answer for {host|the name}, or refused to give one. This is a matter of your machine or network, not of Lusha. Nothing was sent.',
    reasons: [
      { text: 'The machine is offline, or the VPN is down.', source: 'measured/node-errors' },
      {
        text: 'A container or CI runner has no resolver configured.',
        source: 'measured/node-errors',
      },
      {
        text: 'The network only lets traffic out through a proxy, and none is set.',
        source: 'measured/proxies',
        when: NO_PROXY,
      },
      {
        text: 'The network only lets traffic out through a proxy, and Node ignores HTTPS_PROXY unless told otherwise.',
        source: 'measured/proxies',
        unless: [...ONLY_IN_NODE, ...LIVE],
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Check that the machine is online and which resolver it uses.',
        command: 'cat /etc/resolv.conf',
        source: 'inferred',
        verify: { command: NAME_LOOKUP, expect: 'null, an address and its family' },
      },
      {
        text: 'Behind a proxy set HTTPS_PROXY; the proxy then resolves the name.',
        source: 'measured/proxies',
        unless: [{ proxyUrl: /./ }],
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors', 'measured/proxies'],
  },
  {
    ...unresolved,
    id: 'dns-timeout',
    title: 'Looking up the host name took too long',
    names: 'host',
    when: [{ failure: 'dns-timeout' }],
    signs: [{ facts: { failure: 'dns-timeout' }, makes: 'certain' }],
    tell: 'the time went by in the phase dns; many clients report it as a connection time-out',
    meaning:
      'The time was used up by the question for the address of {host|the host} (milliseconds: {slowMs|see the timings}). The answer came late or not at all; what follows had no time left.',
    reasons: [
      { text: 'A firewall drops DNS packets.', source: 'inferred' },
      {
        text: 'The first of several name servers does not answer, and the next one is asked only after a wait.',
        source: 'inferred',
      },
      { text: 'The configured resolver is gone, often after a VPN change.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Point the machine at a resolver that answers.',
        command: 'cat /etc/resolv.conf',
        source: 'inferred',
        verify: { command: NAME_LOOKUP, expect: 'null, an address and its family' },
      },
      {
        text: 'Measure again with more time, and read the time of the phase dns.',
        command:
          'lusha-doctor probe-endpoint GET /v3/account/usage --timeout 60 --deadline 90 --verbose',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
  {
    ...unresolved,
    id: 'dns-sinkholed',
    title: 'A DNS filter sends the name into the void',
    when: [
      { failure: ANY, failureCode: SUNK },
      { failure: ANY, failureCode: SUNK_AT_HOME },
    ],
    signs: [
      { facts: { failure: ANY, failureCode: SUNK }, makes: 'certain' },
      { facts: { failure: ANY, failureCode: SUNK_AT_HOME }, makes: 'likely' },
    ],
    tell: 'the connection went to 0.0.0.0, to 127.0.0.1, or to an address of block pages such as 146.112.61.106',
    meaning:
      'The name {host|of the host} was answered with an address that is none of its own ({failureCode|see the address}). Filters do so with names that they block; nothing reached Lusha.',
    reasons: [
      {
        text: 'A DNS filter of the network blocks the name: Cisco Umbrella, Cloudflare Gateway, FortiGate, Pi-hole, AdGuard.',
        source: 'inferred',
      },
      { text: 'The hosts file of the machine points the name at itself.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Look which address the name gives here, and whether the hosts file names it.',
        command: `grep -n lusha /etc/hosts; ${NAME_LOOKUP}`,
        source: 'inferred',
        verify: { command: NAME_LOOKUP, expect: 'null, a public address and its family' },
      },
      {
        text: `Ask your network team to allow ${HOST} in the DNS filter.`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: AFTER_FIX,
    notes: [
      {
        text: 'Where the block page answers with a certificate of its own, do not install that certificate: the name stays blocked.',
        source: 'inferred',
      },
    ],
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
