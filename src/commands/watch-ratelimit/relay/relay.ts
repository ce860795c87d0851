import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Failure } from '../../../model/exchange.ts';
import type { Clock } from '../../../model/io.ts';
import { ok, type Result } from '../../../model/problem.ts';
import type { Forwarder } from '../../../probe/forward.ts';
import { answerHeaders, endToEndHeaders, reasonPhrase } from './hop.ts';
import { isLoopbackHost } from './host.ts';
import { listen, localServer, type Patience } from './listen.ts';
import { Witness, type RelayedCall } from './witness.ts';

const LOOPBACK = '127.0.0.1';

export interface RelaySetting {
  readonly port: number;
  readonly forwarder: Forwarder;
  /** Origin that everything is sent on to. */
  readonly origin: string;
  readonly clock: Clock;
  readonly patience?: Patience;
  /** Called once for each call, when its answer is out or has failed. */
  readonly onCall: (call: RelayedCall) => void;
}

export interface Relay {
  /** The base URL to use instead of Lusha's. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A reverse proxy on loopback in front of one origin. What comes in goes out as it is, and the
 * other way round; only headers of the connection itself are left behind and nothing is added.
 */
export async function openRelay(setting: RelaySetting): Promise<Result<Relay>> {
  const server = localServer(
    (request, response) => serve(setting, request, response),
    setting.patience,
  );
  server.on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  const listening = await listen(server, LOOPBACK, setting.port);
  if (!listening.ok) return listening;
  return ok({
    url: `http://${LOOPBACK}:${listening.value.port}`,
    close: async () => {
      await listening.value.close();
      await setting.forwarder.close();
    },
  });
}

function serve(setting: RelaySetting, request: IncomingMessage, response: ServerResponse): void {
  response.sendDate = false;
  const target = request.url ?? '/';
  if (!isLoopbackHost(request.headers.host)) {
    refuse(response, 421, 'this relay serves its own machine only; the Host header names another');
  } else if (!target.startsWith('/')) {
    refuse(response, 400, 'this relay is a base URL, not a proxy; send it paths only');
  } else {
    forward(setting, request, response, target);
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  const body = `lusha-doctor relay: ${why}\n`;
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': body.length });
  response.end(body);
}

function forward(
  { forwarder, origin, clock, onCall }: RelaySetting,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
): void {
  const witness = new Witness({ request, target, origin, clock });
  const done = (failure?: Failure) => void witness.call(failure).then(onCall);
  const flow = forwarder.send(
    {
      method: request.method ?? 'GET',
      target,
      headers: endToEndHeaders(request.rawHeaders),
      body: hasBody(request) ? request : null,
    },
    {
      head: (status, statusText, rawHeaders) => {
        const headers = answerHeaders(rawHeaders);
        witness.head(status, statusText, rawHeaders);
        // Our own connection headers would be headers of ours; HTTP/1.1 stays open without.
        response.removeHeader('connection');
        try {
          response.writeHead(status, reasonPhrase(statusText), headers);
          response.flushHeaders();
        } catch {
          // Nobody may be left without an answer because of one that cannot be passed on.
          refuse(response, 502, `${origin} gave an answer that cannot be passed on`);
        }
      },
      data: (chunk) => {
        witness.data(chunk);
        return response.writableEnded || response.write(chunk);
      },
      end: (trailers) => {
        if (trailers.length > 0 && !response.writableEnded) addTrailers(response, trailers);
        response.end();
        done();
      },
      failed: (failure) => {
        if (response.headersSent) response.destroy();
        else if (!response.destroyed) {
          refuse(response, 502, `${origin} gave no answer (${failure.code})`);
        }
        done(failure);
      },
    },
  );
  response.on('drain', () => flow.resume());
  response.on('close', () => {
    if (!response.writableFinished) flow.abort();
  });
}

/** A trailer that cannot be sent is left out: the answer itself is whole. */
function addTrailers(response: ServerResponse, trailers: readonly string[]): void {
  try {
    response.addTrailers(pairsOf(trailers));
  } catch {
    return;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return pairs;
}
