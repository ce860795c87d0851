import type { FailurePhrase } from './phrase.ts';

/** Words of the operating system, of the C library and of HTTP clients of every kind. */
export const SYSTEM_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'unclassified',
    phase: 'wait',
    code: 'too many redirects',
    says: [
      'TooManyRedirects',
      'redirected too many times',
      /\b(?:stopped after|Exceeded) \d{1,3} redirects/i,
      /\bmaximum (?:\(\d{1,3}\) )?(?:number of )?redirects (?:followed|exceeded|reached)/i,
      /\bmaximum redirect reached\b/i,
    ],
  },
  { kind: 'dns-timeout', says: ['DNS query timed out'] },
  { kind: 'dns-failure', says: ['Temporary failure in name resolution'] },
  {
    kind: 'dns-not-found',
    says: [
      'Name or service not known',
      'nodename nor servname',
      'No address associated with hostname',
      'name does not resolve',
    ],
  },
  { kind: 'network-unreachable', says: ['Network is unreachable'] },
  { kind: 'host-unreachable', says: ['No route to host'] },
  { kind: 'connection-refused', says: ['Connection refused'] },
  {
    kind: 'connection-timeout',
    says: ['connect timed out', 'connection timed out', 'connect timeout'],
  },
  {
    kind: 'connection-reset',
    says: ['Connection reset', 'Connection was reset', 'reset by peer'],
  },
];
