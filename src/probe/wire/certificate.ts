import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Certificate } from '../../model/exchange.ts';

const CHAIN_LIMIT = 10;
const TEXT_LIMIT = 1000;

/** The chain the server sent, leaf first, as far as it can be followed. */
export function chainOf(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next !== undefined && chain.length < CHAIN_LIMIT) {
    chain.push(summaryOf(next));
    const issuer: X509Certificate | undefined = next.issuerCertificate;
    next = issuer?.fingerprint256 === next.fingerprint256 ? undefined : issuer;
  }
  return chain;
}

function summaryOf(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    altNames: (certificate.subjectAltName ?? '').slice(0, TEXT_LIMIT),
  };
}

/** Node puts each part of a name on a line of its own, the most general one first. */
export function oneLine(name: string): string {
  return name.split('\n').reverse().join(', ').slice(0, TEXT_LIMIT);
}
