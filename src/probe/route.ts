import type { Socket } from 'node:net';
import type { Address, Exchange, Failure, TlsSession } from '../model/exchange.ts';
import type { Clock } from '../model/io.ts';
import { connectTcp, literalAddress, peerOf, resolve, type Lookup } from './wire/dial.ts';
import { startTls } from './wire/handshake.ts';
import { isLoopbackAddress, unbracketed } from './origin.ts';
import { maskProxyUrl } from './proxy/proxy-url.ts';
import type { ProxyChoice } from './proxy/proxy-settings.ts';
import type { Sockets } from './wire/sockets.ts';
import { done, failed, type Step, type Timeline } from './wire/timeline.ts';
import { openTunnel, proxyAuthorization } from './proxy/tunnel.ts';

/** An exchange while it is being filled in. */
export type Draft = { -readonly [Part in keyof Exchange]: Exchange[Part] };

export interface RouteSetting {
  readonly url: URL;
  readonly proxy: ProxyChoice;
  /** A request in clear text that carries the key may only be dialled on this machine. */
  readonly loopbackOnly: boolean;
  readonly userAgent: string | undefined;
  readonly lookup: Lookup;
  readonly ca: readonly string[];
  readonly extraCa?: string | undefined;
  readonly clock: Clock;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
}

/** What one exchange measures, holds open and writes down. */
export interface Journey {
  readonly timeline: Timeline;
  readonly sockets: Sockets;
  readonly draft: Draft;
}

/** Opens the way to the target: name, TCP, the proxy's tunnel, TLS. Sends nothing of the request. */
export async function openRoute(setting: RouteSetting, journey: Journey): Promise<Step<Socket>> {
  const { url, ca, extraCa } = setting;
  const { timeline, sockets, draft } = journey;
  const dialled = await dial(setting, journey);
  if (!dialled.ok) return dialled;
  const reached = await passProxy(dialled.value, setting, journey);
  if (!reached.ok || url.protocol !== 'https:') return reached;
  const where = { phase: 'tls' } as const;
  const host = unbracketed(url.hostname);
  const onSession = (session: TlsSession) => {
    draft.tls = { ...session, ...(extraCa === undefined ? {} : { extraCa }) };
  };
  return timeline.run(where, () =>
    startTls(reached.value, { host, ca, where, onSession }, sockets),
  );
}

/** Connects to the first hop, which is the proxy when there is one. */
async function dial(
  { url, proxy, lookup, loopbackOnly }: RouteSetting,
  { timeline, sockets, draft }: Journey,
): Promise<Step<Socket>> {
  const hop = proxy.kind === 'proxy' ? proxy.url : url;
  const toProxy = proxy.kind === 'proxy';
  const host = unbracketed(hop.hostname);
  const literal = literalAddress(host);
  const found: Step<readonly Address[]> =
    literal === undefined
      ? await timeline.run({ phase: 'dns', toProxy }, async () => done(await resolve(host, lookup)))
      : done([literal]);
  if (!found.ok) return found;
  draft.addresses = found.value;
  if (loopbackOnly && !found.value.every(({ address }) => isLoopbackAddress(address))) {
    return failed(clearText(`${host} is not an address of this machine`));
  }
  return timeline.run({ phase: 'tcp', toProxy }, async () => {
    const socket = await connectTcp(host, portOf(hop), found.value, sockets);
    const peer = peerOf(socket);
    if (peer !== undefined) draft.peer = peer;
    return done(socket);
  });
}

/** From the proxy to the target. A target in clear text is asked for without a tunnel. */
async function passProxy(
  socket: Socket,
  { url, proxy, ca, userAgent, clock, maxHeaderBytes, maxBodyBytes }: RouteSetting,
  { timeline, sockets, draft }: Journey,
): Promise<Step<Socket>> {
  if (proxy.kind !== 'proxy') return done(socket);
  const secured = proxy.url.protocol === 'https:';
  const tunnelled = url.protocol === 'https:';
  if (!secured && !tunnelled) return done(socket);
  const where = { phase: 'proxy' } as const;
  return timeline.run(where, async () => {
    const host = unbracketed(proxy.url.hostname);
    const outer = secured ? await startTls(socket, { host, ca, where }, sockets) : done(socket);
    if (!outer.ok || !tunnelled) return outer;
    return openTunnel(outer.value, {
      authority: `${url.hostname}:${portOf(url)}`,
      headers: {
        ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
        ...proxyAuthorization(proxy.url),
      },
      clock,
      maxHeaderBytes,
      maxBodyBytes,
      onAnswer: (connect) => {
        draft.proxy = { url: maskProxyUrl(proxy.url), source: proxy.source, connect };
      },
    });
  });
}

/** The refusal to put the key on the wire in clear text. */
export function clearText(message: string): Failure {
  return { kind: 'unclassified', code: 'KEY_IN_CLEAR_TEXT', phase: 'send', message };
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
