import type { IncomingMessage, RequestListener } from 'node:http';
import { TLSSocket } from 'node:tls';

/** One request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly encrypted: boolean;
}

/** Records every request and answers like the account usage endpoint, or as told. */
export function recorder(answer: RequestListener = usageAnswer) {
  const arrivals: Arrival[] = [];
  const handle: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString();
    });
    request.on('end', () => {
      arrivals.push(arrivalOf(request, body));
      answer(request, response);
    });
  };
  return { arrivals, handle };
}

/** Everything that arrived in a request, as one text to search for a key. */
export function textOf({ path, headers, body }: Arrival): string {
  return [path, ...headers.map((header) => header.join(': ')), body].join('\n');
}

function arrivalOf(request: IncomingMessage, body: string): Arrival {
  const { rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : [],
  );
  return {
    method: request.method ?? '',
    host: request.headers.host ?? '',
    path: request.url ?? '',
    headers,
    body,
    encrypted: request.socket instanceof TLSSocket,
  };
}

const usageAnswer: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"usage":{"api":{"total":100,"used":1,"remaining":99}}}');
};

/** Answers like the usage endpoint of V3. */
export const usageOfV3: RequestListener = (_request, response) => {
  const daily = { limit: 1500, used: 3, remaining: 1497, resetsAt: '2099-01-01T00:00:00Z' };
  const usage = {
    credits: { total: 480, used: 12, remaining: 468 },
    rateLimits: { daily, hourly: null, minute: null },
    plan: { category: 'professional' },
  };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(usage));
};
