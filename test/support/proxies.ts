import { connect, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { Credentials } from './certificates.ts';
import type { Running, Servers } from './servers.ts';

/** What a forward proxy does with a request. */
export type ProxyManner =
  | 'allow'
  /** Reads and never answers. */
  | 'silent'
  /** Says 200 and closes at once. */
  | 'grant-then-close'
  /** Closes without a word. */
  | 'close'
  /** Answers with these bytes, whatever it was asked. */
  | { readonly say: string };

export interface RunningProxy extends Running {
  /** The head of everything that was asked of the proxy, byte for byte. */
  readonly heads: readonly string[];
}

/** A forward proxy on 127.0.0.1; over TLS when it is given credentials. */
export async function startProxy(
  servers: Servers,
  manner: ProxyManner,
  credentials?: Credentials,
): Promise<RunningProxy> {
  const heads: string[] = [];
  const serve = (socket: Socket) => {
    socket.on('error', () => {});
    readHead(socket, (head) => {
      heads.push(head);
      behave(manner, head, socket);
    });
  };
  if (credentials === undefined) return { ...(await servers.tcp(serve)), heads };
  const secure = createTlsServer({ ...credentials }, (socket: TLSSocket) => serve(socket));
  secure.on('tlsClientError', () => {});
  return { ...(await servers.tcp((raw) => secure.emit('connection', raw), 'https')), heads };
}

/** A denial as squid words it: status, marks and page. */
export const SQUID_DENIAL = answerOf(
  '403 Forbidden',
  [
    'Server: squid/5.7',
    'Mime-Version: 1.0',
    'Content-Type: text/html;charset=utf-8',
    'X-Squid-Error: ERR_ACCESS_DENIED 0',
    'X-Cache: MISS from proxy.example',
    'Via: 1.1 proxy.example (squid/5.7)',
  ],
  '<!DOCTYPE html><html><head><title>ERROR: The requested URL could not be retrieved</title></head><body><p>Access Denied.</p></body></html>',
);

/** A proxy that wants to know who asks. */
export const LOGIN_WANTED = answerOf(
  '407 Proxy Authentication Required',
  ['Proxy-Authenticate: Basic realm="example"', 'Content-Type: text/plain'],
  'log in first',
);

/** A response with its Content-Length filled in. */
function answerOf(status: string, headers: readonly string[], body: string): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return `HTTP/1.1 ${[status, ...headers, length, '', body].join('\r\n')}`;
}

function readHead(socket: Socket, use: (head: string) => void): void {
  let bytes = Buffer.alloc(0);
  const take = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return;
    socket.off('data', take);
    use(bytes.toString('latin1', 0, end + 4));
  };
  socket.on('data', take);
}

function behave(manner: ProxyManner, head: string, socket: Socket): void {
  if (manner === 'allow') relay(head, socket);
  else if (manner === 'close') socket.end();
  else if (manner === 'grant-then-close') socket.end('HTTP/1.1 200 Connection established\r\n\r\n');
  else if (manner !== 'silent') socket.end(manner.say);
}

/** Every name leads to this machine: the tests' targets are nowhere else. */
function relay(head: string, socket: Socket): void {
  const [, method = '', target = ''] = /^(\S+) (\S+)/.exec(head) ?? [];
  const tunnelled = method === 'CONNECT';
  const { port } = new URL(tunnelled ? `http://${target}` : target);
  const upstream = connect(Number(port === '' ? 80 : port), '127.0.0.1', () => {
    if (tunnelled) socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    else upstream.write(head, 'latin1');
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
}
