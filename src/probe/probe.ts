import type { Socket } from 'node:net';
import type { Exchange, Failure, KeyPlacement, Phase } from '../model/exchange.ts';
import type { Clock } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { bodyOf, type WireBody } from './wire/body.ts';
import { seal, type SealedRequest } from './credential.ts';
import { systemLookup, type Lookup } from './wire/dial.ts';
import { keyMayGoTo } from './origin.ts';
import type { ProxyChoice } from './proxy/proxy-settings.ts';
import { maskProxyUrl } from './proxy/proxy-url.ts';
import { clearText, openRoute, type Draft, type Journey } from './route.ts';
import type { Call, Head } from './wire/send.ts';
import { Sockets } from './wire/sockets.ts';
import { done, failed, Timeline } from './wire/timeline.ts';
import { proxyAuthorization } from './proxy/tunnel.ts';

export interface ProbeRequest {
  readonly method: string;
  readonly url: URL;
  /** Everything but the credential. `accept` and `accept-encoding` are filled in when missing. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly key?: Secret;
  readonly keyPlacement: KeyPlacement;
}

interface ProbeLimits {
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Milliseconds for single phases, where they should be tighter. */
  readonly phaseMs?: Partial<Record<Phase, number>>;
  /** Bytes of body that are kept, on the wire and after decompression. */
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
}

export interface ProbeSetting {
  readonly clock: Clock;
  /** Ends the exchange; the reason `deadline` or a TimeoutError reads as `deadline`, any other as `interrupted`. */
  readonly signal: AbortSignal;
  readonly limits: ProbeLimits;
  readonly proxy: ProxyChoice;
  /** PEM certificates trusted in addition to Node's own. */
  readonly ca?: readonly string[];
  /** What named authorities that are trusted beside Node's own; absent where nothing did. */
  readonly extraCa?: string | undefined;
  /** Name resolution; the system's unless told otherwise. */
  readonly lookup?: Lookup;
}

/**
 * Sends one request and writes down everything that happens on the way, phase by phase.
 * Follows no redirect, retries nothing, and sends nothing before the certificate is good.
 * Never rejects for anything the network does: that is the exchange's `failure`.
 */
export async function probe(request: ProbeRequest, setting: ProbeSetting): Promise<Exchange> {
  const { clock, signal, limits } = setting;
  const timeline = new Timeline({ ...limits, clock, signal });
  const sockets = new Sockets();
  const draft: Draft = { door: 'live', startedAt: clock.now(), phases: [] };
  try {
    const failure = await attempt(request, setting, { timeline, sockets, draft });
    if (failure !== undefined) draft.failure = failure;
    return { ...draft, phases: [...timeline.phases] };
  } finally {
    sockets.close();
  }
}

async function attempt(
  request: ProbeRequest,
  setting: ProbeSetting,
  journey: Journey,
): Promise<Failure | undefined> {
  const { url } = request;
  const { proxy, limits } = setting;
  const sealed = seal({ ...request, headers: withDefaults(request.headers) });
  if (!sealed.ok) return sealed.failure;
  journey.draft.request = sealed.value.sent;
  if (proxy.kind !== 'none') {
    const shown = proxy.kind === 'proxy' ? maskProxyUrl(proxy.url) : proxy.text;
    journey.draft.proxy = { url: shown, source: proxy.source };
  }
  const refusal = refusalOf(sealed.value, url, proxy);
  if (refusal !== undefined) return refusal;
  const route = await openRoute(
    {
      url,
      proxy,
      loopbackOnly: sealed.value.carriesKey && url.protocol === 'http:',
      userAgent: request.headers['user-agent'],
      lookup: setting.lookup ?? systemLookup,
      ca: setting.ca ?? [],
      extraCa: setting.extraCa,
      clock: setting.clock,
      ...limits,
    },
    journey,
  );
  if (!route.ok) return route.failure;
  return exchangeOver(route.value, request, sealed.value, setting, journey);
}

const ASKED_FOR = { accept: 'application/json', 'accept-encoding': 'gzip, br, deflate' };

function withDefaults(headers: ProbeRequest['headers']): ProbeRequest['headers'] {
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const missing = Object.entries(ASKED_FOR).filter(([name]) => !given.has(name));
  return { ...Object.fromEntries(missing), ...headers };
}

/** What is not even dialled: clear text with a key in it, and proxies nobody here can talk to. */
function refusalOf(
  { carriesKey }: SealedRequest,
  url: URL,
  proxy: ProxyChoice,
): Failure | undefined {
  const verdict = keyMayGoTo(url);
  if (carriesKey && !verdict.ok) return clearText(verdict.reason);
  if (proxy.kind === 'none') return undefined;
  if (proxy.kind === 'unusable') {
    const message = `${proxy.source} holds no address of a proxy`;
    return { kind: 'proxy-bad-url', code: 'ERR_INVALID_URL', phase: 'proxy', message };
  }
  if (carriesKey && url.protocol === 'http:') {
    return clearText('a proxy would read the key in clear text');
  }
  const scheme = proxy.url.protocol.slice(0, -1);
  if (scheme === 'http' || scheme === 'https') return undefined;
  const message = `no ${scheme} proxies here, only http and https`;
  return { kind: 'proxy-unsupported', code: scheme, phase: 'proxy', message };
}

async function exchangeOver(
  socket: Socket,
  { method, url, body }: ProbeRequest,
  { headers }: SealedRequest,
  { limits, proxy }: ProbeSetting,
  { timeline, draft }: Journey,
): Promise<Failure | undefined> {
  // The HTTP client is the costliest import; it waits until there is a connection to use it on.
  const { send } = await import('./wire/send.ts');
  const relayed = proxy.kind === 'proxy' && url.protocol === 'http:';
  const sent = await timeline.run({ phase: 'send' }, async () => {
    const call = send(socket, {
      origin: url.origin,
      method,
      path: relayed ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
      headers: relayed ? [...headers, ...Object.entries(proxyAuthorization(proxy.url))] : headers,
      body,
      ...limits,
    });
    await call.sent;
    return done(call);
  });
  if (!sent.ok) return sent.failure;
  const head = await timeline.run({ phase: 'wait' }, async () => done(await sent.value.head));
  if (!head.ok) return head.failure;
  return readBody(sent.value, head.value, limits, { timeline, draft });
}

async function readBody(
  call: Call,
  head: Head,
  { maxBodyBytes }: ProbeLimits,
  { timeline, draft }: Pick<Journey, 'timeline' | 'draft'>,
): Promise<Failure | undefined> {
  const take = async (wire: WireBody) => {
    const { body, failure } = await bodyOf(wire, head.headers, maxBodyBytes);
    draft.response = { ...head, body };
    return failure === undefined ? done(undefined) : failed(failure);
  };
  const read = await timeline.run({ phase: 'body' }, async () => take(await call.body));
  if (read.ok) return undefined;
  if (draft.response === undefined) await take({ bytes: call.received(), end: 'broken' });
  return read.failure;
}
