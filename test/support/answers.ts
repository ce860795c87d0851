import type { Exchange, Header, Response } from '../../src/model/exchange.ts';

/** Parts of a response; a body that is no text is sent as JSON. */
export interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A response made of the parts that matter to a test. */
export function response({ status = 200, headers = {}, body = '' }: Given): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.byteLength(text);
  return {
    status,
    statusText: '',
    headers: headerList(headers),
    body: { text, wireBytes: bytes, bytes, notes: [] },
  };
}

/** A live exchange that was answered, with further parts of the exchange if needed. */
export function answered(given: Given, rest: Partial<Exchange> = {}): Exchange {
  return { door: 'live', phases: [], response: response(given), ...rest };
}

/** Headers from an object, in its order. */
export function headerList(headers: Readonly<Record<string, string>>): readonly Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
