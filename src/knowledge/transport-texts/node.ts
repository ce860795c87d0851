import type { FailurePhrase } from './phrase.ts';

/** Words of Node, undici and the clients built on them. Their codes stand in `failure-code.ts`. */
export const NODE_PHRASES: readonly FailurePhrase[] = [
  { kind: 'tls-wrong-name', says: ["does not match certificate's altnames"] },
  { kind: 'connection-closed', phase: 'tls', says: ['before secure TLS connection'] },
  {
    kind: 'header-refused',
    says: [
      'Invalid character in header content',
      'to a ByteString',
      /invalid [\w-]{1,60} header$/im,
    ],
  },
  {
    kind: 'headers-timeout',
    says: ['Headers Timeout Error'],
  },
  { kind: 'body-timeout', says: ['Body Timeout Error'] },
  {
    kind: 'connection-closed',
    says: ['socket hang up', 'other side closed', 'prematurely closed the connection'],
  },
  { kind: 'body-cut', says: ['premature close', 'stream has been aborted'] },
  { kind: 'body-undecodable', says: ['incorrect header check'] },
  {
    kind: 'malformed-response',
    says: ['Parse Error: ', 'Response does not match the HTTP/1.1 protocol'],
  },
  { kind: 'headers-too-large', says: ['Headers Overflow', 'Header overflow'] },
  {
    kind: 'unclassified',
    phase: 'body',
    code: 'limit of the client',
    says: [/\bmax(?:Content|Body)Length size of -?\d{1,15} exceeded/],
  },
];
