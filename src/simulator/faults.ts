import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Fault } from './scenarios/scenario.ts';

/** Waits and says whether the client is still there; false ends the fault. */
export type Pause = (ms: number) => Promise<boolean>;

const JSON_BODY = JSON.stringify({ requestId: 'simulated', results: [], billing: {} });
/** What has arrived of a body when it is cut off. */
const JSON_START = '{"requestId":"simulated","results":[{"id":"v1.sim';
/** Larger than the header limits of the usual clients (16 to 64 KiB). */
const HEADER_FLOOD_BYTES = 160_000;
const DRIP_MS = 1000;
const FLOOD_MS = 20;

/**
 * Breaks the answer to a request that was read to its end. Writes to the socket past the HTTP
 * server, because the server would not let such bytes out. Ends when the damage is done or the
 * client is gone.
 */
export async function breakAnswer(fault: Fault, socket: Socket, pause: Pause): Promise<void> {
  switch (fault) {
    case 'close':
      socket.end();
      return;
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'not-http':
      socket.end('SSH-2.0-OpenSSH_9.6\r\n');
      return;
    case 'bad-header':
      socket.end('HTTP/1.1 200 OK\r\nthis line has no colon\r\n\r\n');
      return;
    case 'bad-chunk':
      socket.end(`${head('Transfer-Encoding: chunked')}zz\r\n${JSON_BODY}\r\n0\r\n\r\n`);
      return;
    case 'oversized-headers':
      socket.end(`${head(`X-Padding: ${'x'.repeat(HEADER_FLOOD_BYTES)}`)}${JSON_BODY}`);
      return;
    case 'stalled-body':
      socket.write(head('Content-Length: 5000') + JSON_START);
      return;
    case 'dripping-body':
      socket.write(head('Content-Length: 5000'));
      while (await pause(DRIP_MS)) socket.write(' ');
      return;
    case 'cut-body':
      socket.end(head('Content-Length: 5000') + JSON_START);
      return;
    case 'cut-chunks':
      socket.end(
        `${head('Transfer-Encoding: chunked')}${JSON_START.length.toString(16)}\r\n${JSON_START}\r\n`,
      );
      return;
    case 'reset-body':
      socket.write(head('Content-Length: 5000') + JSON_START);
      await pause(FLOOD_MS);
      socket.resetAndDestroy();
      return;
    case 'broken-gzip':
      sendBytes(socket, 'Content-Encoding: gzip', Buffer.from('this is no gzip stream'));
      return;
    case 'cut-gzip': {
      const whole = gzipSync(JSON_BODY);
      sendBytes(socket, 'Content-Encoding: gzip', whole.subarray(0, whole.length - 12));
      return;
    }
    case 'endless-body':
      socket.write(head('Transfer-Encoding: chunked') + chunk('{"results":['));
      await flood(socket, chunk('{"id":"v1.simulated"},'.repeat(1000)), pause, 0);
      return;
    case 'informational-flood':
      await flood(socket, 'HTTP/1.1 102 Processing\r\n\r\n', pause, FLOOD_MS);
      return;
  }
}

/** One piece of a chunked body; ASCII only. */
function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

/** Writes the same text again and again until the client has gone or `pause` says so. */
async function flood(socket: Socket, text: string, pause: Pause, everyMs: number): Promise<void> {
  while (!socket.destroyed && (await pause(everyMs))) {
    if (!socket.write(text)) await drained(socket);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve).once('close', () => resolve());
  });
}

function sendBytes(socket: Socket, header: string, body: Buffer): void {
  socket.write(head(`Content-Length: ${body.length}`, header));
  socket.end(body);
}

function head(...headers: readonly string[]): string {
  const lines = headers.filter((header) => header !== '').map((header) => `${header}\r\n`);
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n${lines.join('')}\r\n`;
}
