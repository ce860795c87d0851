import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Where a connection of this process went to. */
export interface Outbound {
  readonly address: string;
  readonly port: number;
}

/** Every TCP connection that this process opens while `work` runs, in order, whoever opens it. */
export async function outboundDuring<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly connections: readonly Outbound[] }> {
  const connections: Outbound[] = [];
  const listen = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    // Before an address has answered, the one it tries last stands in the attempt's event.
    socket.on('connectionAttempt', (address: string, port: number) => {
      connections.push({ address, port });
    });
  };
  subscribe('net.client.socket', listen);
  try {
    return { result: await work(), connections };
  } finally {
    unsubscribe('net.client.socket', listen);
  }
}
