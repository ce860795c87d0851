import { X509Certificate } from 'node:crypto';
import * as tls from 'node:tls';
import type { Certificate } from '../../model/exchange.ts';
import { oneLine } from './certificate.ts';

/** Where Linux distributions keep the authorities that curl and others trust. */
export const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

/** The authorities of the system as PEM; none where this Node cannot ask for them (before 22.15). */
export function systemAuthorities(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return [];
  const list: unknown = Reflect.apply(read, tls, ['system']);
  return Array.isArray(list) ? list.filter((pem) => typeof pem === 'string') : [];
}

/** True when one of these authorities (PEM) has the name that signed the end of the chain. */
export function isSignedByOneOf(
  chain: readonly Certificate[],
  authorities: readonly string[],
): boolean {
  const issuer = chain.at(-1)?.issuer;
  return issuer !== undefined && authorities.some((pem) => subjectOf(pem) === issuer);
}

function subjectOf(pem: string): string | null {
  try {
    return oneLine(new X509Certificate(pem).subject);
  } catch {
    return null;
  }
}
