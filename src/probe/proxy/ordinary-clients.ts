import type {
  Exchange,
  Failure,
  KeyPlacement,
  PhaseTiming,
  SentRequest,
} from '../../model/exchange.ts';
import type { Clock } from '../../model/io.ts';
import type { Secret } from '../../model/secret.ts';
import { bodyOf } from '../wire/body.ts';
import { SENDERS, type ClientName } from '../client-transports.ts';
import { headersWithKeyAsIs } from '../credential.ts';
import { failureOf, stopFailure } from '../wire/failure-kind.ts';
import { keyMayGoTo } from '../origin.ts';

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
    const reply = await SENDERS[client]({
      ...setting,
      ...request,
      headers: headersWithKeyAsIs(request),
    });
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

function isCoding(name: string): boolean {
  return name.toLowerCase() === 'content-encoding';
}
