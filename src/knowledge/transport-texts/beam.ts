import type { FailurePhrase } from './phrase.ts';

/** Reasons as Erlang and Elixir print them: Mint, Finch, Hackney, HTTPoison. */
export const BEAM_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-expired', says: [/:tls_alert, \{:certificate_expired\b/] },
  { kind: 'tls-unknown-ca', says: [/:tls_alert, \{:unknown_ca\b/] },
  { kind: 'tls-wrong-name', says: ['hostname_check_failed'] },
  { kind: 'tls-bad-certificate', says: [/:tls_alert, \{:bad_certificate\b/] },
  {
    kind: 'tls-protocol-mismatch',
    says: [/:tls_alert, \{:(?:protocol_version|handshake_failure)\b/],
  },
  { kind: 'tls-failure', says: [/:tls_alert, \{:/] },
  { kind: 'dns-not-found', says: [/(?<=[:{,] ?):?nxdomain\b/, /-> error: :?"?nxdomain\b/] },
  {
    kind: 'connection-refused',
    says: [/\breason: :econnrefused\b/, /-> error: :?"?econnrefused\b/],
  },
  { kind: 'connection-timeout', says: [/\breason: :connect_timeout\b/] },
  { kind: 'connection-timeout', says: [/\{:error, :connect_timeout\b/] },
  {
    kind: 'headers-timeout',
    says: [
      /\breason: :timeout\b/,
      /\{:error, :timeout\}/,
      // Tesla's logger: `GET https://… -> error: "timeout" (15131.153 ms)`
      /-> error: :?"?timeout\b/,
      /\(Mint\.TransportError\) timeout\b/,
    ],
  },
  {
    kind: 'unclassified',
    code: 'own pool',
    isCode: true,
    says: [
      /:checkout_timeout\b/,
      /:too_many_concurrent_requests\b/,
      /unable to provide a connection within the timeout/i,
    ],
  },
  {
    kind: 'connection-closed',
    says: [
      /\breason: :closed\b/,
      /\{:error, :closed\}/,
      /\{:error, \{:closed, /,
      /:closed_for_writing\b/,
      /\(Mint\.TransportError\) socket closed\b/,
      /-> error: :?"?(?:socket )?closed\b/,
    ],
  },
];
