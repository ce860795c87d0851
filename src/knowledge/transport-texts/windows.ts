import type { FailurePhrase } from './phrase.ts';

/** Words of .NET, PowerShell and Windows. Windows translates its own; numbers and names stay. */
export const WINDOWS_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-expired', says: ['NotTimeValid'] },
  { kind: 'tls-wrong-name', says: ['RemoteCertificateNameMismatch'] },
  {
    kind: 'tls-unknown-ca',
    says: ['UntrustedRoot', 'PartialChain', 'RemoteCertificateChainErrors'],
  },
  {
    kind: 'tls-bad-certificate',
    says: [
      'The remote certificate is invalid',
      'The remote certificate was rejected',
      'Could not establish trust relationship for the SSL/TLS secure channel',
    ],
  },
  { kind: 'tls-plain-http', says: ['Cannot determine the frame size'] },
  {
    kind: 'tls-failure',
    says: [
      'SSL connection could not be established',
      'Could not create SSL/TLS secure channel',
      'schannel: failed to receive handshake',
    ],
  },
  {
    kind: 'dns-not-found',
    says: [
      'The remote name could not be resolved',
      'Der Remotename konnte nicht aufgelöst werden',
      "Le nom distant n'a pas pu être résolu",
      winsock(11001),
    ],
  },
  { kind: 'network-unreachable', says: ['unreachable network', winsock(10051)] },
  { kind: 'host-unreachable', says: ['unreachable host', winsock(10065)] },
  { kind: 'connection-refused', says: ['actively refused', winsock(10061)] },
  {
    kind: 'blocked-locally',
    says: [winsock(10013), 'forbidden by its access permissions'],
  },
  {
    kind: 'connection-timeout',
    says: ['did not properly respond after a period of time', winsock(10060)],
  },
  {
    kind: 'header-refused',
    says: ['message header value', 'New-line characters are not allowed in header'],
  },
  { kind: 'connection-reset', says: ['forcibly closed by the remote host', winsock(10054)] },
];

/** A number of Winsock, as Python and .NET print it. */
function winsock(number: number): RegExp {
  return new RegExp(
    String.raw`\b(?:WinError |Errno )${number}\b|(?<=\bSocketException \()${number}(?=\))`,
  );
}
