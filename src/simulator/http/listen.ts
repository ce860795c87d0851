import { isIPv6, type Server, type Socket } from 'node:net';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';

const LOOPBACK = '127.0.0.1';

/** A server that listens and can be ended at once. */
export interface Listener {
  /** Host and port, as they stand in a URL. */
  readonly address: string;
  /** Ends all connections, whatever they are waiting for. */
  close(): Promise<void>;
}

/**
 * Listens on a port of this machine; 0 takes a free one. Only loopback can reach it unless `host`
 * is another address. A port that is taken is the user's matter.
 */
export async function listen(
  server: Server,
  port: number,
  host: string = LOOPBACK,
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
      `Cannot listen on ${host} port ${port} (${failure?.code ?? 'no address'}).`,
      'Choose another port, or leave it out to take a free one. A host has to be an address of this machine.',
    );
  }
  return ok({
    address: `${hostInUrl(host)}:${address.port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** An address that stands for all of them is reached at loopback. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return LOOPBACK;
  return isIPv6(host) ? `[${host}]` : host;
}
