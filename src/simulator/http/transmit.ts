import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/**
 * Sends an answer whole, its header names spelt as they are given. It is dated `now` (epoch ms),
 * unless it has a date of its own.
 */
export function transmit(response: ServerResponse, answer: Answer, now: number): void {
  const headers = [
    ...Object.entries({ Date: new Date(now).toUTCString(), ...answer.headers }).flat(),
    'Content-Length',
    String(Buffer.byteLength(answer.body)),
  ];
  if (answer.statusText === undefined) response.writeHead(answer.status, headers);
  else response.writeHead(answer.status, answer.statusText, headers);
  response.end(answer.body);
}
