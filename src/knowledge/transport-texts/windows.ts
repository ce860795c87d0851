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
  { kind: 'tls-protocol-mismatch', says: [/HTTP\/2 requires TLS 1\.2 or newer/i] },
  // What an old .NET says when the other side wants TLS 1.2, in the language of Windows.
  {
    kind: 'tls-failure',
    code: 'Could not create SSL/TLS secure channel',
    isCode: true,
    says: [
      'Could not create SSL/TLS secure channel',
      'Es konnte kein gesch\u00FCtzter SSL/TLS-Kanal erstellt werden',
      'Impossible de cr\u00E9er un canal s\u00E9curis\u00E9 SSL/TLS',
      'No se puede crear un canal seguro SSL/TLS',
      'N\u00E3o foi poss\u00EDvel criar um canal seguro para SSL/TLS',
      'Impossibile creare un canale sicuro SSL/TLS',
    ],
  },
  {
    kind: 'tls-failure',
    code: 'An unexpected error occurred on a send',
    isCode: true,
    says: [
      /The underlying connection was closed: An unexpected error occurred on a (?:send|receive)/i,
      /Die zugrunde liegende Verbindung wurde geschlossen: Unerwarteter Fehler beim (?:Senden|Empfangen)/i,
      /La connexion sous-jacente a \u00E9t\u00E9 ferm\u00E9e ?: Une erreur inattendue s'est produite lors de (?:l'envoi|la r\u00E9ception)/iu,
      /Se ha terminado la conexi\u00F3n: Error inesperado de (?:env\u00EDo|recepci\u00F3n)/iu,
      /A conex\u00E3o subjacente estava fechada: Erro inesperado em um (?:envio|recebimento)/iu,
      '\u63A5\u7D9A\u304C\u5207\u65AD\u3055\u308C\u307E\u3057\u305F: \u9001\u4FE1\u6642\u306B\u3001\u4E88\u671F\u3057\u306A\u3044\u30A8\u30E9\u30FC\u304C\u767A\u751F\u3057\u307E\u3057\u305F',
    ],
  },
  {
    kind: 'tls-failure',
    says: ['SSL connection could not be established', 'schannel: failed to receive handshake'],
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
  {
    kind: 'connection-refused',
    says: [
      'actively refused',
      'da der Zielcomputer die Verbindung verweigerte',
      "l'ordinateur cible l'a express\u00E9ment refus\u00E9e",
      'el equipo de destino deneg\u00F3 expresamente dicha conexi\u00F3n',
      'a m\u00E1quina de destino as recusou ativamente',
      '\u5BFE\u8C61\u306E\u30B3\u30F3\u30D4\u30E5\u30FC\u30BF\u30FC\u306B\u3088\u3063\u3066\u62D2\u5426\u3055\u308C\u305F',
      winsock(10061),
    ],
  },
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
  {
    kind: 'connection-reset',
    says: [
      'forcibly closed by the remote host',
      'Eine vorhandene Verbindung wurde vom Remotehost geschlossen',
      "Une connexion existante a d\u00FB \u00EAtre ferm\u00E9e par l'h\u00F4te distant",
      'Se ha forzado la interrupci\u00F3n de una conexi\u00F3n existente por el host remoto',
      'For\u00E7ado o cancelamento de uma conex\u00E3o existente pelo host remoto',
      '\u65E2\u5B58\u306E\u63A5\u7D9A\u306F\u30EA\u30E2\u30FC\u30C8 \u30DB\u30B9\u30C8\u306B\u5F37\u5236\u7684\u306B\u5207\u65AD\u3055\u308C\u307E\u3057\u305F',
      winsock(10054),
    ],
  },
  {
    kind: 'body-cut',
    says: [
      /additional bytes expected\b/i,
      'The connection was closed before all data could be read',
    ],
  },
  {
    kind: 'connection-closed',
    says: [
      /\bThe response ended prematurely(?!, with at least)/i,
      'HTTP/2 server closed the connection',
      'did not complete the HTTP/2 handshake',
      'A connection that was expected to be kept alive was closed by the server',
      'The server shut down the connection',
      'The server committed a protocol violation. Section=ResponseStatusLine',
    ],
  },
  {
    kind: 'connection-closed',
    phase: 'tls',
    says: ['Received an unexpected EOF or 0 bytes from the transport stream'],
    beside: /SSL connection could not be established/i,
  },
  {
    kind: 'connection-closed',
    says: ['Received an unexpected EOF or 0 bytes from the transport stream'],
  },
  // WinHTTP: the number stays, the words beside it are in the language of Windows.
  { kind: 'deadline', phase: 'wait', code: 'TimeoutError', says: [winHttp(12002, '0x80072EE2')] },
  { kind: 'dns-not-found', says: [winHttp(12007, '0x80072EE7')] },
  { kind: 'connection-refused', phase: 'tcp', says: [winHttp(12029, '0x80072EFD')] },
  { kind: 'connection-reset', says: [winHttp(12030, '0x80072EFE')] },
  { kind: 'tls-failure', says: [winHttp(12175, '0x80072F8F')] },
  { kind: 'malformed-response', says: [winHttp(12152, '0x80072F78')] },
];

/** A number of Winsock, as Python and .NET print it. */
function winsock(number: number): RegExp {
  return new RegExp(
    String.raw`\b(?:WinError |Errno )${number}\b|(?<=\bSocketException \()${number}(?=\))`,
  );
}

function winHttp(number: number, hex: string): RegExp {
  // VBA prints the number in decimal, and in hexadecimal without its prefix.
  return new RegExp(
    String.raw`\bError ${number} calling WinHttp\w{2,40}|\b${hex}\b|\(${hex.slice(2)}\)`,
    'i',
  );
}
