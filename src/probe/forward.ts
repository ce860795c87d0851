import { setMaxListeners } from 'node:events';
import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import type { Failure } from '../model/exchange.ts';
import { connectFor, routeFailureIn, type Connection } from './connector.ts';
import { refusingBadStatus } from './wire/broken-answer.ts';
import { failureOf } from './wire/failure-kind.ts';
import type { Draft } from './route.ts';
import { Sockets } from './wire/sockets.ts';
import { Timeline } from './wire/timeline.ts';

/** A request of somebody else, to be sent on as it is. */
interface ForwardedRequest {
  readonly method: string;
  /** As it stands in the request line; begins with a slash. */
  readonly target: string;
  /** Names and values in turn, as received, without those that belong to the connection. */
  readonly headers: string[];
  readonly body: Readable | null;
}

/** Told about an answer while it arrives. */
interface AnswerSink {
  head(status: number, statusText: string, rawHeaders: string[]): void;
  /** Gives back false to be asked to wait until `Flow.resume`. */
  data(chunk: Buffer): boolean;
  end(rawTrailers: string[]): void;
  failed(failure: Failure): void;
}

/** Control over an answer that is arriving. */
interface Flow {
  resume(): void;
  /** Ends the exchange: nobody wants the answer any more. */
  abort(): void;
}

/** Sends requests of others to one base URL over connections that are kept open. */
export interface Forwarder {
  send(request: ForwardedRequest, sink: AnswerSink): Flow;
  close(): Promise<void>;
}

/** Milliseconds for opening a connection; how long an answer takes is the caller's matter. */
const CONNECT_MS = 30_000;
const MAX_HEADER_BYTES = 256 * 1024;
const CONNECTIONS = 256;

/**
 * Opens a forwarder. Every connection goes the way a probe goes: same proxy, same trust, and
 * in clear text to this machine only.
 */
export function openForwarder(setting: Connection): Forwarder {
  const { origin } = setting.url;
  const gone = new AbortController();
  // Every connection that is being opened listens; Node warns of eleven, over a live screen.
  setMaxListeners(CONNECTIONS + 1, gone.signal);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    connect: (_options, callback) => {
      void connect(setting, gone.signal).then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error('no route'), null),
      );
    },
  });
  return {
    send: (request, sink) => send(pool, origin, request, sink),
    close: async () => {
      gone.abort('closed');
      await pool.destroy();
    },
  };
}

async function connect(setting: Connection, signal: AbortSignal) {
  const { clock } = setting;
  const timeline = new Timeline({ clock, signal, timeoutMs: CONNECT_MS });
  const draft: Draft = { door: 'live', phases: [] };
  return connectFor(setting, { timeline, sockets: new Sockets(), draft });
}

function send(
  pool: Pool,
  origin: string,
  { method, target, headers, body }: ForwardedRequest,
  sink: AnswerSink,
): Flow {
  let started = false;
  let aborted = false;
  let control: { resume(): void; abort(reason: Error): void } | undefined;
  try {
    pool.dispatch(
      { origin, path: target, method, headers, body },
      refusingBadStatus({
        onRequestStart: (controller) => {
          control = controller;
          if (aborted) controller.abort(new Error('nobody waits for the answer'));
        },
        onResponseStart: (controller, status, _headers, statusText = '') => {
          if (status < 200) return;
          started = true;
          sink.head(status, statusText, texts(controller.rawHeaders));
        },
        onResponseData: (controller, chunk) => {
          if (!sink.data(chunk)) controller.pause();
        },
        onResponseEnd: (controller) => sink.end(texts(controller.rawTrailers)),
        onResponseError: (_controller, error) =>
          sink.failed(
            routeFailureIn(error) ?? failureOf(error, { phase: started ? 'body' : 'wait' }),
          ),
      }),
    );
  } catch (error) {
    sink.failed(failureOf(error, { phase: 'send' }));
  }
  return {
    resume: () => control?.resume(),
    abort: () => {
      aborted = true;
      control?.abort(new Error('nobody waits for the answer'));
    },
  };
}

/** undici hands over headers as one flat list of names and values, as bytes. */
function texts(raw: unknown): string[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((part: unknown) =>
    Buffer.isBuffer(part) ? part.toString('latin1') : String(part),
  );
}
