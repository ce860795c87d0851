import { createServer, type RequestListener, type Server as HttpServer } from 'node:http';
import type { Server, Socket } from 'node:net';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** For the head of a request, also where not a byte of it comes. */
  readonly headMs: number;
  /** For a whole request. */
  readonly requestMs: number;
  /** How often clients are looked at. */
  readonly checkMs: number;
}

const PATIENCE: Patience = { headMs: 15_000, requestMs: 120_000, checkMs: 5_000 };
/** As long as common load balancers keep a connection. */
const KEPT_OPEN_MS = 65_000;
const MOST_CONNECTIONS = 1_000;

/** An HTTP server for programs of this machine, which holds nothing for a client that stalls. */
export function localServer(
  serve: RequestListener,
  { headMs, requestMs, checkMs }: Patience = PATIENCE,
): HttpServer {
  const server = createServer(
    {
      headersTimeout: headMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: KEPT_OPEN_MS,
      joinDuplicateHeaders: false,
    },
    serve,
  );
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

/** A server that listens and can be ended at once. */
export interface Listener {
  readonly port: number;
  /** Ends all connections, whatever they are waiting for. */
  close(): Promise<void>;
}

/** Listens on a port of `host`; 0 takes a free one. A port that is taken is the user's matter. */
export async function listen(
  server: Server,
  host: string,
  port: number,
): Promise<Result<Listener>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client may go away at any moment; there is nobody to tell.
    socket.on('error', () => socket.destroy());
  });
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.on('error', resolve).listen(port, host, () => resolve(null));
  });
  const address = server.address();
  if (failure !== null || address === null || typeof address === 'string') {
    return wrongUsage(
      'port-not-free',
      `Cannot listen on ${host}:${port} (${failure?.code ?? 'no address'}).`,
      'Choose another port, or 0 to take a free one.',
    );
  }
  return ok({
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
