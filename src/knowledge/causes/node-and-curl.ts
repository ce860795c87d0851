import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX } from '../retries.ts';
import { ORIGIN, USAGE_PROBED } from '../verifications.ts';

const around = {
  subject: 'setup',
  severity: 'warn',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

/** Why curl works where a Node program fails, on the same machine. */
export const nodeAndCurlCauses = [
  {
    ...around,
    id: 'proxy-ignored-by-fetch',
    layer: 'proxy',
    title: 'fetch in Node ignores your proxy variables',
    when: [{ environment: 'proxy-ignored-by-fetch' }],
    unless: [{ failure: 'proxy-bad-url' }],
    signs: [{ facts: { environment: 'proxy-ignored-by-fetch' }, makes: 'certain' }],
    tell: 'a proxy variable is set, and NODE_USE_ENV_PROXY is not or this Node does not know it',
    meaning:
      'curl and lusha-doctor obey {proxyVariable|the proxy variables}, your Node program goes directly. The two fail differently, or only one works.',
    reasons: [
      {
        text: 'Node reads proxy variables only with NODE_USE_ENV_PROXY=1, from 22.21 and 24.0 on; the option --use-env-proxy came with 22.21 and 24.5.',
        source: 'node/cli',
      },
      {
        text: 'Node 20 ignored HTTPS_PROXY even with that switch and failed with EAI_AGAIN.',
        source: 'measured/proxies',
      },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'On Node 22.21, 24.0 or later switch it on before Node starts.',
        command: 'export NODE_USE_ENV_PROXY=1',
        source: 'node/cli',
        verify: {
          command: `node -e 'fetch("${ORIGIN}/v3/account/usage").then((r) => console.log(r.status), (e) => console.log(e.cause?.code))'`,
          expect: '401: fetch reached Lusha and misses nothing but a key',
        },
      },
      {
        unless: ONLY_IN_NODE,
        text: 'On an older Node upgrade, or give fetch an EnvHttpProxyAgent of undici as dispatcher.',
        source: 'node/cli',
      },
    ],
    sources: ['node/cli', 'measured/proxies'],
  },
  {
    ...around,
    id: 'ca-known-to-system',
    layer: 'tls',
    title: 'Your system trusts this certificate, Node does not',
    when: [{ environment: 'ca-known-to-system' }],
    signs: [{ facts: { environment: 'ca-known-to-system' }, makes: 'certain' }],
    tell: 'the issuer of the certificate is in the trust store of the system and not in the list that Node ships',
    meaning:
      'curl and browsers ask the system whom to trust and are content; Node asks its own list and refuses. The authority is {certificateIssuer|a private one}, so somebody with a certificate of their own stands between you and {host|the API}.',
    reasons: [
      {
        text: 'A company authority was installed on this machine, for a proxy that reads TLS.',
        source: 'measured/node-errors',
      },
      {
        text: 'Node looks into the system only with --use-system-ca, which came with 22.15 and 23.8.',
        source: 'node/cli',
      },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'On Node 22.15 or later let Node use the system list too.',
        command: 'export NODE_OPTIONS=--use-system-ca',
        source: 'node/cli',
        verify: USAGE_PROBED,
      },
      {
        unless: ONLY_IN_NODE,
        text: 'On an older Node name the list of the system (Debian, Ubuntu; on Fedora /etc/pki/tls/certs/ca-bundle.crt).',
        command: 'export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt',
        source: 'node/cli',
        verify: USAGE_PROBED,
      },
    ],
    notes: [
      {
        text: 'Whoever opens TLS on the way can read your key. Make sure that you know who it is.',
        source: 'inferred',
      },
    ],
    sources: ['node/cli', 'measured/node-errors'],
  },
  {
    ...around,
    id: 'ipv6-first',
    layer: 'network',
    title: 'IPv6 is tried first and does not work here',
    when: [{ environment: 'ipv6-first' }],
    signs: [{ facts: { environment: 'ipv6-first' }, makes: 'certain' }],
    tell: 'the name has IPv6 addresses, they come first, and only IPv4 could be connected',
    meaning:
      'Every call first waits for an IPv6 address that does not answer. curl tries both kinds side by side; Node gives each address a moment in turn, and clients that only take the first address fail.',
    reasons: [
      { text: 'The network or the VPN announces IPv6 and does not carry it.', source: 'inferred' },
      { text: 'A container or a runner has an IPv6 address and no route.', source: 'inferred' },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'Let Node take IPv4 first.',
        command: 'export NODE_OPTIONS=--dns-result-order=ipv4first',
        source: 'node/cli',
        verify: USAGE_PROBED,
      },
      {
        text: 'Have IPv6 repaired or switched off in this network. This shows whether it works.',
        command: `curl -6 -sS -o /dev/null -m 10 -w '%{http_code}\\n' ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
      },
    ],
    sources: ['node/cli', 'inferred'],
  },
] as const satisfies readonly Cause[];
