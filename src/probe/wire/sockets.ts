import type { Duplex } from 'node:stream';

/** Every socket of one exchange, so that nothing stays open however it ends. */
export class Sockets {
  readonly #held: Duplex[] = [];

  /** Takes charge of a socket. Errors that nobody waits for any more end here. */
  hold<T extends Duplex>(socket: T): T {
    socket.on('error', () => {});
    this.#held.push(socket);
    return socket;
  }

  /** Closes all, the innermost first. */
  close(): void {
    for (const socket of this.#held.splice(0).reverse()) socket.destroy();
  }
}
