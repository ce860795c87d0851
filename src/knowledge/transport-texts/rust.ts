import type { FailurePhrase } from './phrase.ts';

/** Words of rustls and hyper, below reqwest, ureq and Deno. */
export const RUST_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: [peer('NotValidYet|certificate not valid yet')] },
  { kind: 'tls-expired', says: [peer('Expired|certificate expired')] },
  { kind: 'tls-wrong-name', says: [peer('NotValidForName|certificate not valid for name')] },
  { kind: 'tls-unknown-ca', says: [peer('UnknownIssuer')] },
  { kind: 'tls-self-signed', says: [peer('CaUsedAsEndEntity')] },
  { kind: 'tls-bad-certificate', says: ['invalid peer certificate', 'InvalidCertificate('] },
  { kind: 'tls-plain-http', says: ['received corrupt message of type InvalidContentType'] },
  {
    kind: 'tls-protocol-mismatch',
    says: [/received fatal alert: (?:ProtocolVersion|HandshakeFailure)/i],
  },
  {
    kind: 'connection-closed',
    says: [
      'connection closed before message completed',
      'rustls: peer closed TCP connection',
      /\bio: Peer disconnected\b/,
      /\bclient error \(SendRequest\)/,
    ],
  },
  {
    kind: 'deadline',
    phase: 'wait',
    code: 'TimeoutError',
    says: [/\btimeout: (?:global|per call)\b/],
  },
  { kind: 'connection-timeout', says: [/\btimeout: connect\b/] },
  { kind: 'headers-timeout', says: [/\btimeout: recv response\b/] },
  { kind: 'body-timeout', says: [/\btimeout: recv body\b/, 'body data reading stalled'] },
  { kind: 'body-cut', says: ['end of file before message length reached'] },
];

function peer(reason: string): RegExp {
  return new RegExp(String.raw`\b(?:invalid peer certificate: |InvalidCertificate\()(?:${reason})`);
}

/** What hyper puts in front of the resolver's own words. */
export const RUST_UNRESOLVED: FailurePhrase = {
  kind: 'dns-failure',
  says: [/\bdns error(?=:|$)/im, 'failed to lookup address information'],
};
