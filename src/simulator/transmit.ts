import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer whole, its header names spelt as they are given. */
export function transmit(response: ServerResponse, answer: Answer): void {
  const headers = [
    ...Object.entries(answer.headers).flat(),
    'Content-Length',
    String(Buffer.byteLength(answer.body)),
  ];
  if (answer.statusText === undefined) response.writeHead(answer.status, headers);
  else response.writeHead(answer.status, answer.statusText, headers);
  response.end(answer.body);
}
