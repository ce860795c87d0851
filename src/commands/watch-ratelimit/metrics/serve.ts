import { ok, type Result } from '../../../model/problem.ts';
import { isExpectedHost } from '../relay/host.ts';
import { listen, localServer } from '../relay/listen.ts';

/** An address that Prometheus can scrape. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** Serves `/metrics` and nothing else; `text` is asked for every scrape. */
export async function serveMetrics(
  { host, port }: MetricsAddress,
  contentType: string,
  text: () => Promise<string>,
): Promise<Result<MetricsServer>> {
  const server = localServer((request, response) => {
    if (!isExpectedHost(request.headers.host, host)) {
      response.writeHead(421, { 'content-type': 'text/plain' }).end('not under this name\n');
      return;
    }
    const path = request.url?.split('?', 1)[0];
    if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('see /metrics\n');
      return;
    }
    void text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  const listening = await listen(server, host, port);
  if (!listening.ok) return listening;
  const name = host.includes(':') ? `[${host}]` : host;
  return ok({
    url: `http://${name}:${listening.value.port}/metrics`,
    close: () => listening.value.close(),
  });
}
