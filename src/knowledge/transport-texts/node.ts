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
    kind: 'headers-timeout',
    says: ['HTTP/2: "headers timeout after'],
  },
  { kind: 'body-timeout', says: ['HTTP/2: "stream timeout after'] },
  {
    kind: 'connection-closed',
    says: [
      'HTTP/2: stream closed before',
      'HTTP/2: stream half-closed',
      'ERR_HTTP2_INVALID_SESSION',
      'socket idle timeout',
      // Bun
      'The socket connection was closed unexpectedly',
    ],
  },
  {
    kind: 'connection-timeout',
    code: 'ETIMEDOUT on several addresses',
    isCode: true,
    says: ['internalConnectMultipleTimeout', /AggregateError \[ETIMEDOUT\]/],
  },
  {
    kind: 'connection-timeout',
    says: ['Connect Timeout Error'],
  },
  {
    kind: 'unclassified',
    phase: 'tcp',
    code: 'reason left empty',
    // node-fetch prints the message of the error below, and an AggregateError has none.
    says: [/\brequest to https?:\/\/\S{1,500} failed, reason:[ \t]{0,3}(?=$|\\n|["'])/m],
  },
  {
    kind: 'interrupted',
    says: ['The client is closed', 'The client is destroyed', 'UND_ERR_DESTROYED'],
  },
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
