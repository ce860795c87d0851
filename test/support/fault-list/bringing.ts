import { SERVED_NAME, certificates, type Certificates } from '../certificates.ts';
import { judged, lifted, type Asked, type Judgement } from '../faults.ts';
import { probing, type Wish } from '../probing.ts';
import { startProxy, type ProxyManner } from '../proxies.ts';
import { recorder } from '../recorder.ts';
import { afterRequest, saying, Servers } from '../servers.ts';
import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

/** One row: what the server does, the verdict, its layer, and the exit code. */
export type Fault = readonly [
  what: string,
  bring: () => Promise<Judgement>,
  verdict: string,
  layer: string,
  exitCode: number,
];

/** The servers of all faults; who brings one about closes them. */
export const servers = new Servers();

export const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

export function lift(wish: Wish, address = 'https://nowhere.invalid'): Promise<Judgement> {
  return probing(address, wish).then(lifted);
}

export function unresolved(code: string): () => Promise<Judgement> {
  return () => lift({ lookup: () => Promise.reject(Object.assign(new Error(code), { code })) });
}

export function raw(onConnection: (socket: Socket) => void): () => Promise<Judgement> {
  return async () => judged((await servers.tcp(onConnection)).url);
}

export function rawTls(onConnection: (socket: Socket) => void): () => Promise<Judgement> {
  return async () => judged((await servers.tcp(onConnection, 'https')).url);
}

export function tls(
  name: Exclude<keyof Certificates, 'authority'>,
  options: TlsOptions = {},
): () => Promise<Judgement> {
  return async () => {
    const minted = await certificates();
    return withCa((await servers.https(minted[name], recorder().handle, options)).url);
  };
}

export async function withCa(url: string, args: readonly string[] = []) {
  const { authority } = await certificates();
  return judged(url, {
    args: ['--ca', 'ca.pem', ...args],
    world: { files: { 'ca.pem': authority } },
  });
}

export function viaProxyAt(proxy: string): Promise<Judgement> {
  return judged(`https://${SERVED_NAME}`, { args: ['--proxy', proxy] });
}

export function viaProxy(manner: ProxyManner): () => Promise<Judgement> {
  return async () => viaProxyAt((await startProxy(servers, manner)).url);
}

export function encoded(coding: string, bytes: Uint8Array): () => Promise<Judgement> {
  const head = `${OK}content-encoding: ${coding}\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return raw(saying(Buffer.concat([Buffer.from(head), bytes])));
}

export function page(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
  asked: Asked = {},
): () => Promise<Judgement> {
  return async () => {
    const server = await servers.http((_request, response) => {
      response.writeHead(status, headers).end(body);
    });
    return judged(server.url, asked);
  };
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  asked: Asked = {},
): () => Promise<Judgement> {
  const type = { 'content-type': 'application/json', ...headers };
  return page(status, type, JSON.stringify(body), asked);
}

export function redirect(status: number, location: string): () => Promise<Judgement> {
  return page(status, location === '' ? {} : { location }, '');
}

/** Sends the head, then the same drop again and again, faster than any limit for silence. */
export function dripping(head: string, drop: string): (socket: Socket) => void {
  return afterRequest((socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(drop), 40);
    socket.on('close', () => clearInterval(timer));
  });
}
