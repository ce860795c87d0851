import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Client } from 'undici';
import type { Header } from '../model/exchange.ts';
import type { ClientName } from './client-names.ts';
import { badStatus, closedEarly, isNoStatus, refusingBadStatus } from './wire/broken-answer.ts';

/** One request, its key among the headers by now. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly maxBodyBytes: number;
  /** Opens the one connection that the client gets: none dials, or judges certificates, by itself. */
  readonly connect: () => Promise<Socket>;
}

/** An answer as the three clients hand it over. */
export interface Reply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: () => Promise<{ readonly bytes: Buffer; readonly whole: boolean }>;
}

/** Sends a request with each of the clients. Follows no redirect; rejects with what the client throws. */
export const SENDERS: Readonly<Record<ClientName, (request: PlainRequest) => Promise<Reply>>> = {
  fetch: viaFetch,
  undici: viaUndici,
  node: viaNode,
};

async function viaFetch(request: PlainRequest): Promise<Reply> {
  const { method, url, headers, body, signal, maxBodyBytes } = request;
  const client = await clientOver(request);
  const end = () => void client.destroy().catch(() => {});
  // An `object`, because Node's types of undici are of another version.
  const connection: object = {
    dispatcher: client.compose((dispatch) => (options, handler) => {
      return dispatch(options, refusingBadStatus(handler));
    }),
  };
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...connection,
    });
    return {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      body: () => bytesOf(response.body ?? [], maxBodyBytes).finally(end),
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function viaNode(plain: PlainRequest): Promise<Reply> {
  const { method, url, headers, body, signal, maxBodyBytes, connect } = plain;
  const { request } =
    url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(url, {
      method,
      headers,
      signal,
      createConnection: (_options, given) => {
        connect().then(
          (socket) => given(null, socket),
          (error: unknown) => {
            reject(error);
            call.destroy();
          },
        );
        return undefined;
      },
    });
    call.on('response', resolve).on('error', reject);
    call.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer);
    });
    // Whatever Node thinks an end is: without an answer by now there will be none.
    call.on('close', () => reject(closedEarly()));
    call.end(body);
  });
  const { statusCode = 0, statusMessage = '', rawHeaders } = message;
  if (isNoStatus(statusCode)) {
    message.destroy();
    throw badStatus(statusCode);
  }
  return {
    status: statusCode,
    statusText: statusMessage,
    headers: rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [{ name, value: rawHeaders[at + 1] ?? '' }] : [],
    ),
    body: () => bytesOf(statusCode === 101 ? [] : message, maxBodyBytes),
  };
}

async function viaUndici(request: PlainRequest): Promise<Reply> {
  const { method, url, headers, body, signal, maxBodyBytes } = request;
  const client = await clientOver(request);
  const chunks: Buffer[] = [];
  let size = 0;
  let finish: (whole: boolean) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<boolean>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  ended.catch(() => {});
  const stop = () => void client.destroy(new DOMException('stopped', 'AbortError')).catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  void ended
    .finally(() => {
      signal.removeEventListener('abort', stop);
      stop();
    })
    .catch(() => {});
  const head = await new Promise<Omit<Reply, 'body'>>((resolve, reject) => {
    client.dispatch(
      { method, path: `${url.pathname}${url.search}`, headers, body: body ?? null },
      refusingBadStatus({
        onRequestStart: () => {},
        onResponseStart: (_controller, status, given, statusText = '') => {
          if (status >= 200) resolve({ status, statusText, headers: listOf(given) });
        },
        onResponseData: (_controller, chunk) => {
          size += chunk.length;
          if (size > maxBodyBytes) finish(false);
          else chunks.push(chunk);
        },
        onResponseEnd: () => finish(true),
        onResponseError: (_controller, error) => {
          reject(error);
          fail(error);
        },
      }),
    );
  });
  return { ...head, body: async () => ({ whole: await ended, bytes: Buffer.concat(chunks) }) };
}

/** A client of undici that has one connection: undici dials again when that ends early. */
async function clientOver({ url, connect }: PlainRequest): Promise<Client> {
  const { Client } = await import('undici');
  let isConnected = false;
  return new Client(url.origin, {
    connect: (_options, callback) => {
      if (isConnected) return callback(closedEarly(), null);
      isConnected = true;
      connect().then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : closedEarly(), null),
      );
    },
  });
}

function listOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): readonly Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  );
}

async function bytesOf(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}
