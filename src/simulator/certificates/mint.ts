import type { ServerCertificate } from '../serve.ts';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { issue, privateKeyPem, type Issued } from './certificate.ts';

/** A certificate to serve with, and the authority a client has to trust. */
export interface Minted {
  readonly server: ServerCertificate;
  /** PEM. With a good certificate, trusting it is all that is needed. */
  readonly authority: string;
}

const DAY_MS = 86_400_000;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '::1'];

/**
 * Mints a certificate for this machine and `hosts`, good or with one fault. Every fault is all
 * that is wrong with it: the authority that comes along would do for the rest. `now` is epoch ms.
 */
export function mint(
  fault: CertificateFault | null,
  now: number,
  hosts: readonly string[] = [],
): Minted {
  const root = authority('lusha-doctor simulator', now);
  const good: LeafTerms = {
    from: now - DAY_MS,
    to: now + 30 * DAY_MS,
    hosts: [...new Set([...LOCAL_HOSTS, ...hosts])],
    usage: 'server',
  };
  const trusted = root.certificate;
  switch (fault) {
    case null:
      return { authority: trusted, server: served(leaf(good, root)) };
    case 'expired':
      return {
        authority: trusted,
        server: served(leaf({ ...good, from: now - 30 * DAY_MS, to: now - 2 * DAY_MS }, root)),
      };
    case 'not-yet-valid':
      return { authority: trusted, server: served(leaf({ ...good, from: now + 2 * DAY_MS }, root)) };
    case 'expires-soon':
      return { authority: trusted, server: served(leaf({ ...good, to: now + 5 * DAY_MS }, root)) };
    case 'wrong-name':
      return {
        authority: trusted,
        server: served(leaf({ ...good, hosts: ['somewhere-else.example'] }, root)),
      };
    case 'wrong-purpose':
      return { authority: trusted, server: served(leaf({ ...good, usage: 'client' }, root)) };
    case 'self-signed':
      return { authority: trusted, server: served(leaf(good)) };
    case 'unknown-ca': {
      const stranger = authority('Example Inspection CA', now);
      return { authority: trusted, server: served(leaf(good, stranger), stranger) };
    }
  }
}

interface LeafTerms {
  readonly from: number;
  readonly to: number;
  readonly hosts: readonly string[];
  readonly usage: 'server' | 'client';
}

function authority(name: string, now: number): Issued {
  return issue({ name, from: now - DAY_MS, to: now + 30 * DAY_MS, kind: { is: 'authority' } });
}

function leaf({ from, to, hosts, usage }: LeafTerms, issuer?: Issued): Issued {
  return issue({ name: hosts[0] ?? 'localhost', from, to, kind: { is: 'leaf', hosts, usage } }, issuer);
}

function served(one: Issued, ...chain: readonly Issued[]): ServerCertificate {
  const certificates = [one, ...chain].map(({ certificate }) => certificate);
  return { cert: certificates.join(''), key: privateKeyPem(one) };
}
