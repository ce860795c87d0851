import type { FailurePhrase } from './phrase.ts';

/**
 * The errors of Apple's URL loading, by number: the words are in the language of the device. -1001,
 * a time-out of any phase, is left out.
 */
export const APPLE_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-not-yet-valid', says: [domain('-1204')] },
  { kind: 'tls-unknown-ca', says: [domain('-120[23]')] },
  { kind: 'tls-bad-certificate', says: [domain('-1201')] },
  { kind: 'tls-failure', says: [domain('-120[0567]')] },
  { kind: 'dns-not-found', says: [domain('-1003')] },
  { kind: 'dns-failure', says: [domain('-1006')] },
  { kind: 'network-unreachable', says: [domain('-1009')] },
  { kind: 'connection-refused', says: [domain('-1004')] },
  { kind: 'connection-closed', says: [domain('-1005')] },
  { kind: 'tls-unknown-ca', says: [stream('-98(?:07|08|13)')] },
  { kind: 'tls-protocol-mismatch', says: [stream('-9836')] },
  { kind: 'connection-closed', phase: 'tls', says: [stream('-98(?:06|16)')] },
];

function domain(number: string): RegExp {
  return new RegExp(String.raw`\bNSURLErrorDomain[" ,]{0,3}(?:Code=|error )${number}\b`);
}

/** The reason of Secure Transport, which stands inside the other error. */
function stream(number: string): RegExp {
  return new RegExp(String.raw`\b_kCFStreamErrorCodeKey=${number}\b`);
}
