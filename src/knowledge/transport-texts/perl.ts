import type { FailurePhrase } from './phrase.ts';

/** LWP gives a status 500 of its own to a call that nobody answered, with the reason behind it. */
export const PERL_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'dns-not-found',
    says: [
      /\bCan't connect to \S{1,255} \((?:Bad hostname|Name or service not known|nodename nor)/,
    ],
  },
  {
    kind: 'connection-timeout',
    says: [/\bCan't connect to \S{1,255} \((?:Connection timed out|timeout|Operation timed out)\)/],
  },
  {
    kind: 'tls-bad-certificate',
    says: [/\bCan't connect to \S{1,255} \(certificate verify failed\)/],
  },
  { kind: 'headers-timeout', says: [/\b500 read timeout\b/] },
  { kind: 'tls-failure', says: [/\b500 SSL negotiation failed\b/] },
  { kind: 'connection-closed', says: [/\b500 Status read failed\b/] },
];
