import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FailureKind, Header, Response } from '../../model/exchange.ts';
import type { Clock } from '../../model/io.ts';
import { bodyOf, headerValue, type WireBody } from '../wire/body.ts';
import { done, failed, type Step } from '../wire/timeline.ts';

export interface TunnelSetting {
  /** Host and port to be connected to, an IPv6 host in brackets. */
  readonly authority: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
  /** Told the proxy's answer, whatever it is. */
  readonly onAnswer: (answer: Response) => void;
}

/** Asks a proxy for a tunnel (CONNECT). The socket that comes out leads to the target. */
export async function openTunnel(socket: Socket, setting: TunnelSetting): Promise<Step<Socket>> {
  const { message, head } = await connectAnswer(socket, setting);
  const status = message.statusCode ?? 0;
  const headers = headersOf(message);
  const granted = status >= 200 && status < 300;
  const wire = granted ? NOTHING : await restOf(socket, head, headers, setting);
  const { body } = await bodyOf(wire, headers, setting.maxBodyBytes);
  setting.onAnswer({ status, statusText: message.statusMessage ?? '', headers, body });
  if (!granted) return refused(status);
  if (head.length > 0) socket.unshift(head);
  return done(socket);
}

/** `Proxy-Authorization` for the user name and password in a proxy's URL, if it has any. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${percentDecoded(username)}:${percentDecoded(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

interface ConnectAnswer {
  readonly message: IncomingMessage;
  readonly head: Buffer;
}

async function connectAnswer(socket: Socket, setting: TunnelSetting): Promise<ConnectAnswer> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const { authority, headers, maxHeaderBytes } = setting;
    request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, connection: 'keep-alive', ...headers },
      setHost: false,
      maxHeaderSize: maxHeaderBytes,
      createConnection: () => socket,
    })
      .once('connect', (message, _socket, head) => resolve({ message, head }))
      .once('error', reject)
      .end();
  });
}

const NOTHING: WireBody = { bytes: Buffer.alloc(0), end: 'whole' };

/** A refusal is known from its status; its page is worth no more than this, in milliseconds. */
const PAGE_MS = 500;

/** The body of a refused CONNECT. Node hands over the bare socket, so framing is done here. */
async function restOf(
  socket: Socket,
  head: Buffer,
  headers: readonly Header[],
  { clock, maxBodyBytes }: TunnelSetting,
): Promise<WireBody> {
  const chunked = /\bchunked\b/i.test(headerValue(headers, 'transfer-encoding'));
  const announced = Number.parseInt(headerValue(headers, 'content-length'), 10);
  const wanted = Number.isSafeInteger(announced) && !chunked ? announced : Infinity;
  let bytes = head;
  const complete = () =>
    bytes.length >= Math.min(wanted, maxBodyBytes) || (chunked && bytes.includes('\r\n0\r\n\r\n'));
  const arrived = new Promise<void>((resolve) => {
    const take = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (complete()) resolve();
    };
    socket.on('data', take).once('end', resolve).once('close', resolve).resume();
    if (complete()) resolve();
  });
  const given = new AbortController();
  await Promise.race([arrived, clock.sleep(PAGE_MS, given.signal)]);
  given.abort();
  const body = chunked ? unchunked(bytes) : bytes.subarray(0, Math.min(wanted, maxBodyBytes));
  return { bytes: body, end: bytes.length >= maxBodyBytes ? 'limit' : 'whole' };
}

function unchunked(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, Math.max(at, lineEnd)), 16);
    if (lineEnd < 0 || !(size > 0)) break;
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function headersOf({ rawHeaders }: IncomingMessage): Header[] {
  const headers: Header[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push({ name: rawHeaders[at] ?? '', value: rawHeaders[at + 1] ?? '' });
  }
  return headers;
}

function refused(status: number): Step<never> {
  const kind: FailureKind = status === 407 ? 'proxy-auth-required' : 'proxy-refused';
  const message = `the proxy answered CONNECT with ${status}`;
  return failed({ kind, code: `CONNECT_${status}`, phase: 'proxy', message });
}

/** Decodes percent signs; text that only looks encoded stays as it is. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
