import type { IncomingMessage } from 'node:http';
import type {
  Exchange,
  Failure,
  Header,
  KeyPlacement,
  PhaseTiming,
  SentRequest,
} from '../model/exchange.ts';
import type { Clock } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { bodyOf } from './body.ts';
import { failureOf, stopFailure } from './failure-kind.ts';
import { keyMayGoTo } from './origin.ts';

/** What programs on Node send requests with. */
export const CLIENTS = ['fetch', 'undici', 'node'] as const;
export type ClientName = (typeof CLIENTS)[number];

export interface OrdinaryRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** As the program has it, defects and all; null sends none. */
  readonly key: Secret | null;
  readonly placement: Extract<KeyPlacement, 'api_key' | 'bearer'>;
}

export interface OrdinarySetting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly maxBodyBytes: number;
}

/** An answer as the three clients hand it over. */
interface Reply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: () => Promise<{ readonly bytes: Buffer; readonly whole: boolean }>;
}

type Send = (
  request: OrdinaryRequest,
  headers: Headers,
  setting: OrdinarySetting,
) => Promise<Reply>;
type Headers = Readonly<Record<string, string>>;

/**
 * Sends one request the way an ordinary program does: with the client's own idea of proxies,
 * certificates and header values. Only redirects are not followed, because the key would go
 * with them. Phases below `wait` cannot be told apart here.
 */
export async function sendAs(
  client: ClientName,
  request: OrdinaryRequest,
  setting: OrdinarySetting,
): Promise<Exchange> {
  const { clock, signal } = setting;
  const startedAt = clock.now();
  const begun = clock.elapsed();
  const exchange = { door: 'live', startedAt, request: told(request) } as const;
  const phases: PhaseTiming[] = [];
  const note = (phase: PhaseTiming['phase'], from: number, outcome: PhaseTiming['outcome']) =>
    phases.push({ phase, startMs: from - begun, durationMs: clock.elapsed() - from, outcome });
  const verdict = keyMayGoTo(request.url);
  if (request.key !== null && !verdict.ok) {
    const failure = {
      kind: 'blocked-locally',
      code: 'CLEAR_TEXT',
      phase: 'tcp',
      message: verdict.reason,
    } as const;
    return { ...exchange, phases, failure };
  }
  let from = begun;
  let phase: 'wait' | 'body' = 'wait';
  try {
    const reply = await SENDERS[client](request, headersOf(request), setting);
    note('wait', begun, 'done');
    from = clock.elapsed();
    phase = 'body';
    const { bytes, whole } = await reply.body();
    note('body', from, 'done');
    // fetch has undone the content coding already and left its header in place.
    const coded =
      client === 'fetch' ? reply.headers.filter(({ name }) => !isCoding(name)) : reply.headers;
    const wire = { bytes, end: whole ? 'whole' : 'limit' } as const;
    const { body } = await bodyOf(wire, coded, setting.maxBodyBytes);
    const { status, statusText, headers } = reply;
    return { ...exchange, phases, response: { status, statusText, headers, body } };
  } catch (error) {
    note(phase, from, 'failed');
    return { ...exchange, phases, failure: failureFrom(error, phase, signal) };
  }
}

/** What may be told about the request: everything but the key. */
function told({ method, url, headers, body = '', key, placement }: OrdinaryRequest): SentRequest {
  const keyPlacement = key === null ? 'none' : placement;
  return {
    method,
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    headerNames: ['host', ...Object.keys(headers)],
    keyPlacement,
    bodyBytes: Buffer.byteLength(body),
  };
}

/** The client's own words may quote the key, so only its code and our words go on. */
function failureFrom(error: unknown, phase: 'wait' | 'body', signal: AbortSignal): Failure {
  if (signal.aborted) return stopFailure(signal.reason, { phase });
  const failure = failureOf(error, { phase });
  const refused = /header|ByteString/i.test(error instanceof Error ? error.message : '');
  if (failure.code === '' && refused) {
    return {
      kind: 'header-refused',
      code: 'TypeError',
      phase: 'send',
      message: 'the header value was refused',
    };
  }
  const isHeader =
    failure.code === 'ERR_INVALID_CHAR' || (failure.code === 'UND_ERR_INVALID_ARG' && refused);
  return isHeader
    ? {
        kind: 'header-refused',
        code: failure.code,
        phase: 'send',
        message: 'the header value was refused',
      }
    : { ...failure, message: failure.kind };
}

function headersOf({ headers, key, placement }: OrdinaryRequest): Headers {
  if (key === null) return headers;
  const name = placement === 'bearer' ? 'authorization' : 'api_key';
  return key.reveal((value) => ({
    ...headers,
    [name]: placement === 'bearer' ? `Bearer ${value}` : value,
  }));
}

function isCoding(name: string): boolean {
  return name.toLowerCase() === 'content-encoding';
}

const SENDERS: Readonly<Record<ClientName, Send>> = {
  fetch: viaFetch,
  undici: viaUndici,
  node: viaNode,
};

async function viaFetch(
  { method, url, body }: OrdinaryRequest,
  headers: Headers,
  { signal, maxBodyBytes }: OrdinarySetting,
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].map(([name, value]) => ({ name, value })),
    body: () => bytesOf(response.body ?? [], maxBodyBytes),
  };
}

async function viaNode(
  { method, url, body }: OrdinaryRequest,
  headers: Headers,
  { signal, maxBodyBytes }: OrdinarySetting,
): Promise<Reply> {
  const { request } =
    url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(url, { method, headers, signal, agent: false }, resolve);
    call.on('error', reject);
    call.end(body);
  });
  const raw = message.rawHeaders;
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    headers: raw.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: raw[at + 1] ?? '' }] : [])),
    body: () => bytesOf(message, maxBodyBytes),
  };
}

async function viaUndici(
  { method, url, body }: OrdinaryRequest,
  headers: Headers,
  { signal, maxBodyBytes }: OrdinarySetting,
): Promise<Reply> {
  const { default: Client } = await import('undici/lib/dispatcher/client.js');
  const client = new Client(url.origin);
  const chunks: Buffer[] = [];
  let size = 0;
  let finish: (whole: boolean) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<boolean>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  ended.catch(() => {});
  const stop = () => void client.destroy(new DOMException('stopped', 'AbortError')).catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  void ended
    .finally(() => {
      signal.removeEventListener('abort', stop);
      stop();
    })
    .catch(() => {});
  const head = await new Promise<Omit<Reply, 'body'>>((resolve, reject) => {
    client.dispatch(
      { method, path: `${url.pathname}${url.search}`, headers, body: body ?? null },
      {
        onRequestStart: () => {},
        onResponseStart: (_controller, status, given, statusText = '') => {
          if (status >= 200) resolve({ status, statusText, headers: listOf(given) });
        },
        onResponseData: (_controller, chunk) => {
          size += chunk.length;
          if (size > maxBodyBytes) finish(false);
          else chunks.push(chunk);
        },
        onResponseEnd: () => finish(true),
        onResponseError: (_controller, error) => {
          reject(error);
          fail(error);
        },
      },
    );
  });
  return { ...head, body: async () => ({ whole: await ended, bytes: Buffer.concat(chunks) }) };
}

function listOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): readonly Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  );
}

async function bytesOf(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}
