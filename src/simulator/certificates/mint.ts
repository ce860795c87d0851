import type { ServerCertificate } from '../http/serve.ts';
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
  return { authority: root.certificate, server: serverFor(fault, good, root, now) };
}

function serverFor(
  fault: CertificateFault | null,
  good: LeafTerms,
  root: Issued,
  now: number,
): ServerCertificate {
  if (fault === 'self-signed') return served(leaf(good));
  if (fault === 'unknown-ca') {
    const stranger = authority('Example Inspection CA', now);
    return served(leaf(good, stranger), stranger);
  }
  return served(leaf({ ...good, ...(fault === null ? {} : wrongTerms(fault, now)) }, root));
}

/** What the certificate says that it should not. */
function wrongTerms(
  fault: Exclude<CertificateFault, 'self-signed' | 'unknown-ca'>,
  now: number,
): Partial<LeafTerms> {
  const faults = {
    expired: { from: now - 30 * DAY_MS, to: now - 2 * DAY_MS },
    'expires-soon': { to: now + 5 * DAY_MS },
    'not-yet-valid': { from: now + 2 * DAY_MS },
    'wrong-name': { hosts: ['somewhere-else.example'] },
    'wrong-purpose': { usage: 'client' },
  } as const;
  return faults[fault];
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
  return issue(
    { name: hosts[0] ?? 'localhost', from, to, kind: { is: 'leaf', hosts, usage } },
    issuer,
  );
}

function served(one: Issued, ...chain: readonly Issued[]): ServerCertificate {
  const certificates = [one, ...chain].map(({ certificate }) => certificate);
  return { cert: certificates.join(''), key: privateKeyPem(one) };
}
