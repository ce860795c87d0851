import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request body larger than this is refused. Bytes. */
const LARGEST_BODY = 1_048_576;

type ReceivedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-large' };

/** A request, read to its end. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path without its query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: ReceivedBody;
}

/**
 * Reads a request and its body, at most `LARGEST_BODY` bytes of it. Rejects only when the client
 * goes away while it is sending.
 */
export async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const target = URL.parse(message.url ?? '/', 'http://simulator.invalid');
  const bytes = await readBody(message);
  return {
    method: message.method ?? 'GET',
    path: target?.pathname ?? '/',
    query: target?.searchParams ?? new URLSearchParams(),
    headers: message.headers,
    body: bytes === null ? { kind: 'too-large' } : parseBody(bytes, message.headers),
  };
}

/** Null when there is more than the limit; the rest is read and dropped. */
async function readBody(message: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  message.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  });
  await new Promise((resolve, reject) => {
    message.on('end', resolve).on('error', reject);
    message.on('close', () => reject(new Error('the client went away')));
  });
  return size > LARGEST_BODY ? null : Buffer.concat(chunks);
}

/** Without a JSON content type the API does not look at the body (live/2026-07-v3-contract). */
function parseBody(bytes: Buffer, headers: IncomingHttpHeaders): ReceivedBody {
  if (
    bytes.length === 0 ||
    !/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')
  ) {
    return { kind: 'none' };
  }
  try {
    return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'not-json' };
  }
}
