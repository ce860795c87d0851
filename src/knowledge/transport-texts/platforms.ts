import type { FailurePhrase } from './phrase.ts';

/** Words of services and tools that make the call for somebody. */
export const PLATFORM_PHRASES: readonly FailurePhrase[] = [
  // A debugging proxy, about the client in front of it.
  { kind: 'tls-unknown-ca', says: ["does not trust the proxy's certificate"] },

  // Salesforce asks for its own permission before it calls anybody.
  {
    kind: 'blocked-locally',
    code: 'Remote Site Settings',
    says: [
      'Unauthorized endpoint, please check Setup',
      'Unauthorized endpoint. Please check Setup',
    ],
  },

  {
    kind: 'header-refused',
    says: ['characters are not allowed in header values', 'cannot include CR/LF'],
  },
  {
    kind: 'deadline',
    phase: 'wait',
    code: 'TimeoutError',
    says: [/\bDid not observe any item or terminal signal within \d{1,9}ms/],
  },

  // Dart and Flutter.
  { kind: 'dns-not-found', says: ['Failed host lookup'] },
  { kind: 'connection-closed', says: ['Connection closed before full header was received'] },
  { kind: 'tls-bad-certificate', says: ['DioException [bad certificate]'] },

  // Ruby's wrappers.
  {
    kind: 'connection-closed',
    says: [/\bEOFError\b[^\n]{0,40}end of file reached/, /end of file reached \(EOFError\)/],
  },
  { kind: 'malformed-response', says: ['Net::HTTPBadResponse', /\bwrong status line:/] },

  // R and PHP name what libcurl says; Symfony has words of its own.
  { kind: 'body-cut', says: [/\bTransfer closed with \d{1,15} bytes remaining to read/i] },

  // Google Apps Script, in the language of its user.
  {
    kind: 'dns-not-found',
    says: [/(?:^|\s)(?:DNS error|DNS-Fehler|Erreur DNS|Error de DNS)(?=\s?: https?:\/\/)/i],
  },
  {
    kind: 'unclassified',
    phase: 'tcp',
    code: 'Address unavailable',
    says: [
      /(?:Address unavailable|Adresse nicht verf\u00FCgbar|Adresse (?:non disponible|indisponible)|Direcci\u00F3n no disponible|Endere\u00E7o indispon\u00EDvel|Indirizzo non disponibile|Adres niet beschikbaar)\s?: https?:\/\//iu,
    ],
  },
  { kind: 'header-refused', says: [/(?<=: ?)Header:[\w-]{1,60}$/im] },
];
