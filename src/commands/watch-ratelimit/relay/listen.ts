import type { Server, Socket } from 'node:net';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';

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
