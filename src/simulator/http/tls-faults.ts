import type { Socket } from 'node:net';
import type { TlsFault } from '../scenarios/scenario.ts';

/** A fatal TLS alert record with this description (RFC 8446, 6). */
function fatalAlert(description: number): Buffer {
  return Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, description]);
}
const PROTOCOL_VERSION = 70;
const HANDSHAKE_FAILURE = 40;
const INTERNAL_ERROR = 80;

/** Breaks a TLS handshake once the client has said hello. No certificate is needed for it. */
export function breakHandshake(fault: TlsFault, socket: Socket): void {
  socket.once('data', () => {
    switch (fault) {
      case 'plain-http':
        socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      case 'silence':
        return;
      case 'close':
        socket.end();
        return;
      case 'reset':
        socket.resetAndDestroy();
        return;
      case 'old-protocol':
        socket.end(fatalAlert(PROTOCOL_VERSION));
        return;
      case 'no-common-cipher':
        socket.end(fatalAlert(HANDSHAKE_FAILURE));
        return;
      case 'internal-error':
        socket.end(fatalAlert(INTERNAL_ERROR));
        return;
    }
  });
}
