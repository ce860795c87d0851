import { createServer, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { fixedAnswer } from './fixed-answer.ts';
import type { RequestLogEntry } from './request-log-entry.ts';
import type { Behaviour } from '../scenarios/scenario.ts';
import { transmit } from './transmit.ts';

export type ConnectAnswer = Exclude<Extract<Behaviour, { kind: 'proxy' }>['connect'], 'nobody'>;

interface ProxyStage {
  readonly clock: { now(): number };
  readonly record: (entry: RequestLogEntry) => void;
}

/** A proxy that never opens a tunnel; every request through it gets the same answer. */
export function serveProxy(connect: ConnectAnswer, stage: ProxyStage): Server {
  const record = (message: IncomingMessage, status: number | null): void =>
    stage.record({
      at: stage.clock.now(),
      method: message.method ?? 'CONNECT',
      path: '/',
      status,
      keyPlacement: 'none',
      keyVerdict: null,
      creditsCharged: 0,
      retryAt: null,
      endpoint: 'unlisted',
    });
  const server = createServer((message, response) => {
    if (connect === 'silence') return;
    if (connect === 'close') {
      message.socket.end();
      return;
    }
    record(message, connect.status);
    const now = stage.clock.now();
    transmit(response, fixedAnswer(connect, now, ''), now);
  });
  server.on('connect', (message: IncomingMessage, socket: Duplex) => {
    record(message, typeof connect === 'string' ? null : connect.status);
    if (connect === 'silence') return;
    if (connect === 'close') {
      socket.end();
      return;
    }
    const { status, statusText, headers, body } = fixedAnswer(connect, stage.clock.now(), '');
    const lines = [
      `HTTP/1.1 ${status} ${statusText ?? STATUS_CODES[status] ?? ''}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
  return server;
}
