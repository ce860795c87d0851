import type { Socket } from 'node:net';
import { Client } from 'undici';
import type { Header } from '../../model/exchange.ts';
import type { WireBody } from './body.ts';
import { closedEarly, refusingBadStatus } from './broken-answer.ts';

/** The start of a final (not 1xx) answer. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
}

/** A request under way. Each promise rejects with what went wrong at that point. */
export interface Call {
  /** The request has been handed to the socket completely. */
  readonly sent: Promise<void>;
  readonly head: Promise<Head>;
  readonly body: Promise<WireBody>;
  /** What has been read of the body so far. */
  received(): Buffer;
}

export interface CallSetting {
  readonly origin: string;
  readonly method: string;
  /** As it stands in the request line. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
}

/** Sends one request over a socket that is ready for it. Redirects are answers like any other. */
export function send(socket: Socket, setting: CallSetting): Call {
  const sent = promise<void>();
  const head = promise<Head>();
  const body = promise<WireBody>();
  const chunks: Buffer[] = [];
  let size = 0;
  let handedOver = false;
  const received = () => Buffer.concat(chunks).subarray(0, setting.maxBodyBytes);
  const client = new Client(setting.origin, {
    // Time is kept by the caller: these two would fire half a second late and not for 1xx.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: setting.maxHeaderBytes,
    connect: (_options, callback) => {
      queueMicrotask(() => {
        // undici dials again when a connection ends early. There is nothing to dial, and an
        // error of its own making (UND_ERR_…) would have it try without end.
        if (handedOver) {
          callback(closedEarly(), null);
          return;
        }
        handedOver = true;
        callback(null, socket);
        socket.write('', (error) => {
          if (!error) sent.resolve();
        });
      });
    },
  });
  client.dispatch(
    {
      method: setting.method,
      path: setting.path,
      headers: setting.headers.flat(),
      body: setting.body ?? null,
      reset: true,
    },
    refusingBadStatus({
      onRequestStart: () => {},
      onResponseStart: (controller, status, _headers, statusText = '') => {
        if (status < 200) return;
        sent.resolve();
        head.resolve({ status, statusText, headers: headersOf(controller.rawHeaders) });
      },
      onResponseData: (controller, chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= setting.maxBodyBytes) return;
        body.resolve({ bytes: received(), end: 'limit' });
        controller.abort(new Error('read as much as is wanted'));
      },
      onResponseEnd: () => body.resolve({ bytes: received(), end: 'whole' }),
      onResponseError: (_controller, error) => {
        for (const { reject } of [sent, head, body]) reject(error);
      },
    }),
  );
  return { sent: sent.promise, head: head.promise, body: body.promise, received };
}

interface Settleable<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** A promise to settle from a callback; nobody has to be listening when it rejects. */
function promise<T>(): Settleable<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** undici gives raw headers as one flat list of names and values. */
function headersOf(raw: unknown): Header[] {
  const texts = Array.isArray(raw) ? raw.map(latin1) : [];
  const headers: Header[] = [];
  for (let at = 0; at + 1 < texts.length; at += 2) {
    headers.push({ name: texts[at] ?? '', value: texts[at + 1] ?? '' });
  }
  return headers;
}

function latin1(part: unknown): string {
  return Buffer.isBuffer(part) ? part.toString('latin1') : String(part);
}
