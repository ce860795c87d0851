import { gzipSync } from 'node:zlib';
import { afterRequest, saying } from '../servers.ts';
import { dripping, encoded, OK, raw, type Fault } from './bringing.ts';

const GZIPPED = gzipSync(JSON.stringify({ rateLimits: { day: 'x'.repeat(500) } }));

export const ANSWERS: readonly Fault[] = [
  [
    'it takes the request and stays silent',
    raw(saying('', 'stay')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'its headers never end',
    raw(dripping('HTTP/1.1 200 OK\r\n', 'x-more: 1\r\n')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'it sends one informational answer after the other',
    raw(dripping('', 'HTTP/1.1 103 Early Hints\r\n\r\n')),
    'headers-timeout',
    'network',
    3,
  ],
  [
    'it speaks another protocol',
    raw(saying('SSH-2.0-OpenSSH_9.2\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'its status line is broken',
    raw(saying('HTTP/1.1 abc OK\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'a header line is broken',
    raw(saying('HTTP/1.1 200 OK\r\nbad header\u0000: 1\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'it states two lengths',
    raw(saying('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab')),
    'body-cut',
    'network',
    3,
  ],
  [
    'it switches the protocol unasked',
    raw(saying('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')),
    'response-malformed',
    'network',
    3,
  ],
  [
    'its headers are larger than 64 KiB',
    raw(saying(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(80_000)}\r\n\r\n`)),
    'headers-too-large',
    'network',
    3,
  ],
  [
    'a chunk is none',
    raw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`)),
    'response-malformed',
    'network',
    3,
  ],
  [
    'the body ends early',
    raw(saying(`${OK}content-length: 100\r\n\r\n{"a`)),
    'body-cut',
    'network',
    3,
  ],
  [
    'the last chunk is missing',
    raw(saying(`${OK}transfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n`)),
    'body-cut',
    'network',
    3,
  ],
  [
    'it resets in the body',
    raw(
      afterRequest((socket) => {
        socket.write(`${OK}content-length: 100\r\n\r\n{"a`, () => {
          setTimeout(() => socket.resetAndDestroy(), 20);
        });
      }),
    ),
    'body-cut',
    'network',
    3,
  ],
  [
    'the body stalls',
    raw(saying(`${OK}content-length: 99\r\n\r\n{"a`, 'stay')),
    'body-timeout',
    'network',
    3,
  ],
  [
    'the body drips',
    raw(dripping(`${OK}content-length: 99999\r\n\r\n`, ' ')),
    'body-timeout',
    'network',
    3,
  ],
  [
    'the gzip body breaks off',
    encoded('gzip', GZIPPED.subarray(0, 40)),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'the gzip body has a wrong checksum',
    encoded(
      'gzip',
      GZIPPED.map((byte, at) => (at > GZIPPED.length - 8 ? ~byte : byte)),
    ),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'it uses a coding nobody asked for',
    encoded('zstd', Buffer.from('?')),
    'body-undecodable',
    'network',
    3,
  ],
  [
    'a small gzip body unpacks to 64 MiB of JSON',
    encoded('gzip', gzipSync(`{"a":"${'x'.repeat(64 * 1024 * 1024)}"}`)),
    'body-too-large',
    'network',
    3,
  ],
  [
    'a body without end begins as JSON',
    raw(
      afterRequest((socket) => {
        socket.write(`${OK}\r\n{"a":"`);
        const pour = () => {
          while (!socket.destroyed && socket.write('x'.repeat(16_384)));
        };
        socket.on('drain', pour);
        pour();
      }),
    ),
    'body-too-large',
    'network',
    3,
  ],
];
