import type {
  Exchange,
  Failure,
  KeyPlacement,
  PhaseTiming,
  SentRequest,
} from '../../model/exchange.ts';
import type { Clock } from '../../model/io.ts';
import type { Secret } from '../../model/secret.ts';
import { redactText } from '../../redact/redact.ts';
import { maskedTarget } from '../../redact/request-line.ts';
import { bodyOf } from '../wire/body.ts';
import type { ClientName } from '../client-names.ts';
import { SENDERS } from '../client-transports.ts';
import { connectFor, routeFailureIn } from '../connector.ts';
import { headersWithKeyAsIs } from '../credential.ts';
import { failureOf, stopFailure } from '../wire/failure-kind.ts';
import { keyMayGoTo } from '../origin.ts';
import { clearText, type Draft } from '../route.ts';
import { Sockets } from '../wire/sockets.ts';
import { Timeline } from '../wire/timeline.ts';
import type { ProxyChoice } from './proxy-settings.ts';

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
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** The client's own idea of proxies. */
  readonly proxy: ProxyChoice;
}

/**
 * Sends one request the way an ordinary program does: with the client's own idea of proxies,
 * authorities and header values. Two things differ: redirects are not followed, because the key
 * would go with them, and the certificate is verified whatever the environment says.
 */
export async function sendAs(
  client: ClientName,
  request: OrdinaryRequest,
  setting: OrdinarySetting,
): Promise<Exchange> {
  const { clock, signal } = setting;
  const startedAt = clock.now();
  const begun = clock.elapsed();
  const timeline = new Timeline(setting);
  const sockets = new Sockets();
  const draft: Draft = { door: 'live', startedAt, request: told(request), phases: [] };
  const phases: PhaseTiming[] = [];
  const ended = (failure?: Failure): Exchange => {
    sockets.close();
    const route = { ...draft, phases: [...timeline.phases, ...phases] };
    return failure === undefined ? route : { ...route, failure };
  };
  const note = (phase: PhaseTiming['phase'], from: number, outcome: PhaseTiming['outcome']) =>
    phases.push({ phase, startMs: from - begun, durationMs: clock.elapsed() - from, outcome });
  const verdict = keyMayGoTo(request.url);
  if (request.key !== null && !verdict.ok) return ended(clearText(verdict.reason));
  if (request.key !== null && redactText(request.url.href, [request.key]) !== request.url.href) {
    return ended({
      kind: 'unclassified',
      code: 'KEY_IN_URL',
      phase: 'send',
      message: 'a key is never put into a URL',
    });
  }
  let from = begun;
  let phase: 'wait' | 'body' = 'wait';
  try {
    const reply = await SENDERS[client]({
      ...setting,
      ...request,
      headers: headersWithKeyAsIs(request),
      connect: async () => {
        const socket = await connectFor(
          { ...setting, url: request.url, ca: [] },
          { timeline, sockets, draft },
        );
        from = clock.elapsed();
        return socket;
      },
    });
    note('wait', from, 'done');
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
    draft.response = { status, statusText, headers, body };
    return ended();
  } catch (error) {
    const unrouted = routeFailureIn(error);
    if (unrouted === undefined) note(phase, from, 'failed');
    return ended(unrouted ?? failureFrom(error, phase, signal));
  }
}

/** What may be told about the request: everything but the key. */
function told({ method, url, headers, body = '', key, placement }: OrdinaryRequest): SentRequest {
  const keyPlacement = key === null ? 'none' : placement;
  return {
    method,
    origin: url.origin,
    path: maskedTarget(`${url.pathname}${url.search}`),
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

function isCoding(name: string): boolean {
  return name.toLowerCase() === 'content-encoding';
}
