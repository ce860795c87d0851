import type { Server, Socket } from 'node:net';
import { ok, wrongUsage, type Result } from '../model/problem.ts';

export const LOOPBACK = '127.0.0.1';

/** A server that listens on loopback and can be ended at once. */
export interface Listener {
  /** Host and port. */
  readonly address: string;
  /** Ends all connections, whatever they are waiting for. */
  close(): Promise<void>;
}

/** Listens on a port of 127.0.0.1; 0 takes a free one. A port that is taken is the user's matter. */
export async function listen(server: Server, port: number): Promise<Result<Listener>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client may go away at any moment; there is nobody to tell.
    socket.on('error', () => socket.destroy());
  });
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.on('error', resolve).listen(port, LOOPBACK, () => resolve(null));
  });
  const address = server.address();
  if (failure !== null || address === null || typeof address === 'string') {
    return wrongUsage(
      'port-not-free',
      `Cannot listen on ${LOOPBACK}:${port} (${failure?.code ?? 'no address'}).`,
      'Choose another port, or leave the port out to take a free one.',
    );
  }
  return ok({
    address: `${LOOPBACK}:${address.port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
