import type { IncomingMessage } from 'node:http';
import { placementOf } from '../../../reading/matches/placement.ts';
import type { Body, Exchange, Failure, Header, PhaseTiming } from '../../../model/exchange.ts';
import type { Clock } from '../../../model/io.ts';
import { bodyOf } from '../../../probe/wire/body.ts';
import { credentialsOf, maskedTarget, withoutValues } from '../../../redact/request-line.ts';

/** A call that went through the relay, without the caller's key and without what it fetched. */
export interface RelayedCall {
  readonly exchange: Exchange;
  /** Epoch milliseconds at which the answer was complete or had failed. */
  readonly endedAt: number;
}

export interface Witnessed {
  readonly request: IncomingMessage;
  readonly target: string;
  readonly origin: string;
  readonly clock: Clock;
}

/** More than any error body; an answer's contact data is not looked at. */
const KEPT_BYTES = 64 * 1024;
const USAGE = /^(?:\/v3)?\/account\/usage(?:\?|$)/;
const NO_BODY: Body = { text: '', wireBytes: 0, bytes: 0, notes: [] };

/**
 * Looks on while a call passes and writes down what a diagnosis needs. The body is kept only
 * of errors and of account usage; the key is read to be masked where it is echoed, never kept.
 */
export class Witness {
  readonly #seen: Witnessed;
  readonly #startedAt: number;
  readonly #began: number;
  #status = 0;
  #statusText = '';
  #rawHeaders: readonly string[] = [];
  #keeps = false;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #answeredMs: number | null = null;

  constructor(seen: Witnessed) {
    this.#seen = seen;
    this.#startedAt = seen.clock.now();
    this.#began = seen.clock.elapsed();
  }

  head(status: number, statusText: string, rawHeaders: readonly string[]): void {
    this.#answeredMs = this.#seen.clock.elapsed() - this.#began;
    this.#status = status;
    this.#statusText = statusText;
    this.#rawHeaders = rawHeaders;
    this.#keeps = status >= 300 || USAGE.test(this.#seen.target);
  }

  data(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (!this.#keeps || this.#bytes > KEPT_BYTES) return;
    this.#chunks.push(chunk);
  }

  async call(failure?: Failure): Promise<RelayedCall> {
    const { request, target, origin, clock } = this.#seen;
    const headers = pairsOf(request.rawHeaders);
    const keys = credentialsOf(headers, target);
    const exchange: Exchange = {
      door: 'live',
      startedAt: this.#startedAt,
      request: {
        method: request.method ?? 'GET',
        origin,
        path: maskedTarget(withoutValues(target, keys)),
        headerNames: headers.map(({ name }) => name),
        keyPlacement: placementOf(headers, target),
        bodyBytes: Number(request.headers['content-length'] ?? 0) || 0,
      },
      phases: this.#phases(failure),
      ...(this.#answeredMs === null ? {} : { response: await this.#response(keys) }),
      ...(failure === undefined ? {} : { failure }),
    };
    return { exchange, endedAt: clock.now() };
  }

  #phases(failure: Failure | undefined): readonly PhaseTiming[] {
    if (this.#answeredMs !== null) {
      return [{ phase: 'wait', startMs: 0, durationMs: this.#answeredMs, outcome: 'done' }];
    }
    const durationMs = this.#seen.clock.elapsed() - this.#began;
    return [{ phase: failure?.phase ?? 'wait', startMs: 0, durationMs, outcome: 'failed' }];
  }

  async #response(keys: readonly string[]) {
    const headers = pairsOf(this.#rawHeaders).map(({ name, value }) => ({
      name,
      value: withoutValues(value, keys),
    }));
    const { body } = this.#keeps
      ? await bodyOf(
          {
            bytes: Buffer.concat(this.#chunks),
            end: this.#bytes > KEPT_BYTES ? 'limit' : 'whole',
          },
          headers,
          KEPT_BYTES,
        )
      : { body: NO_BODY };
    this.#chunks = [];
    return {
      status: this.#status,
      statusText: withoutValues(this.#statusText, keys),
      headers,
      body: { ...body, text: withoutValues(body.text, keys) },
    };
  }
}

function pairsOf(flat: readonly string[]): readonly Header[] {
  const pairs: Header[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    pairs.push({ name: flat[at] ?? '', value: flat[at + 1] ?? '' });
  }
  return pairs;
}
