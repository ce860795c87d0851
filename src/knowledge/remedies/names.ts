import { HOST } from '../verifications.ts';
import type { Remedy } from './remedy.ts';

const NAMES = ['dns-not-found', 'dns-failure', 'dns-timeout'] as const;

/** Names that are not resolved in containers and functions. */
export const NAME_REMEDIES: readonly Remedy[] = [
  {
    causes: NAMES,
    in: ['docker'],
    comesFirst: true,
    fixes: [
      {
        text: 'See whether the name resolves in a container at all.',
        command: `docker run --rm busybox nslookup ${HOST}`,
        source: 'inferred',
        verify: {
          command: `docker run --rm busybox nslookup ${HOST}`,
          expect: `an address of ${HOST}`,
        },
      },
      {
        text: 'If not, give containers a resolver that works: "dns" in /etc/docker/daemon.json or --dns, and restart Docker. After a change of VPN the restart alone helps.',
        source: 'inferred',
      },
    ],
  },
  {
    causes: NAMES,
    in: ['kubernetes'],
    comesFirst: true,
    fixes: [
      {
        text: 'See whether the full name, with its last dot, resolves in the pod.',
        command: `kubectl exec deploy/YOUR-APP -- nslookup ${HOST}.`,
        source: 'inferred',
        verify: {
          command: `kubectl exec deploy/YOUR-APP -- nslookup ${HOST}.`,
          expect: `an address of ${HOST}`,
        },
      },
      {
        text: 'If it does, set dnsConfig options ndots to 1; if not, look at CoreDNS and at a NetworkPolicy that blocks port 53.',
        source: 'inferred',
      },
    ],
  },
];
