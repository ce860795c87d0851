import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { Credentials } from './certificates.ts';

/** A server on 127.0.0.1, on a port of its own. */
export interface Running {
  readonly port: number;
  /** Origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts servers and closes them all; `afterEach(() => servers.close())`. */
export class Servers {
  readonly #running: Running[] = [];

  /** Serves HTTP in clear text. */
  http(handle: RequestListener): Promise<Running> {
    const server = createHttpServer({ keepAliveTimeout: 1 }, handle);
    return this.#start(server, 'http');
  }

  /** Serves HTTP over TLS; `options` for versions and ciphers. */
  https(
    credentials: Credentials,
    handle: RequestListener,
    options: TlsOptions = {},
  ): Promise<Running> {
    const server = createHttpsServer({ ...credentials, ...options, keepAliveTimeout: 1 }, handle);
    server.on('tlsClientError', () => {});
    return this.#start(server, 'https');
  }

  /** Hands over bare connections: for what is no HTTP, or broken HTTP. */
  tcp(onConnection: (socket: Socket) => void, scheme: 'http' | 'https' = 'http'): Promise<Running> {
    const server = createTcpServer({ noDelay: true }, (socket) => {
      socket.on('error', () => {});
      onConnection(socket);
    });
    return this.#start(server, scheme);
  }

  /** A port on which nothing listens. */
  async nobody(scheme: 'http' | 'https' = 'http'): Promise<Running> {
    const gone = await this.tcp(() => {}, scheme);
    await gone.close();
    return gone;
  }

  async close(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((server) => server.close()));
  }

  async #start(server: Server, scheme: 'http' | 'https'): Promise<Running> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const close = () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      });
    const running = { port, url: `${scheme}://127.0.0.1:${port}`, close };
    this.#running.push(running);
    return running;
  }
}

/** Waits for a whole request head, then does `answer`; what comes later is read and dropped. */
export function afterRequest(answer: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => {
    let head = '';
    let answered = false;
    socket.on('data', (bytes) => {
      head = `${head}${bytes.toString('latin1')}`.slice(-65_536);
      if (answered || !head.includes('\r\n\r\n')) return;
      answered = true;
      answer(socket);
    });
  };
}

/** Answers every request with exactly these bytes and then closes, unless told to stay. */
export function saying(bytes: string | Buffer, then: 'close' | 'stay' = 'close') {
  return afterRequest((socket) => {
    if (then === 'close') socket.end(bytes);
    else socket.write(bytes);
  });
}
