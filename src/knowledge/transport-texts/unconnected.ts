import { CURL_UNCONNECTED } from './curl.ts';
import type { FailurePhrase } from './phrase.ts';
import { RUST_UNRESOLVED } from './rust.ts';
import { FUNCTION_TIMEOUT } from './timeouts.ts';

/**
 * Words for any reason that kept a client from connecting: anything else that is said goes first,
 * and a code too.
 */
export const LAST_PHRASES: readonly FailurePhrase[] = [
  RUST_UNRESOLVED,
  CURL_UNCONNECTED,
  {
    kind: 'unclassified',
    phase: 'tcp',
    says: [
      'Unable to connect to the remote server',
      'Failed to establish a new connection: [Errno',
      'Die Verbindung mit dem Remoteserver kann nicht hergestellt werden',
      'Impossible de se connecter au serveur distant',
      // Bun has one code for a name without an address and for a refusal.
      'Unable to connect. Is the computer able to access the url?',
      /\bcode: ["']?ConnectionRefused\b/,
      /\bConnectException: Failed to connect to \S{1,255}/i,
      /\bjava\.net\.ConnectException(?=$|\r|\n)/m,
      /\berror trying to connect: tcp connect error\b/i,
    ],
  },
  FUNCTION_TIMEOUT,
];
