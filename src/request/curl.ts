import { shellWord } from '../model/shell-word.ts';

/** A request to write as a curl line. */
export interface CurlRequest {
  readonly method: string;
  /** Absolute, credentials never in it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The variable that holds the key and how it is sent; null sends none. */
  readonly key: {
    readonly variable: string;
    readonly header: string;
    readonly scheme: string;
  } | null;
  /** Proxy URL, `none`, or undefined for what the environment says. */
  readonly proxy?: string | undefined;
  readonly ca?: string | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
}

/**
 * The same request for a POSIX shell. The key goes through a pipe, so that no process list
 * and no file ever holds it.
 */
export function curlLine(request: CurlRequest): string {
  const { key, headers, body, method, proxy, ca, timeout } = request;
  const usual = body === undefined ? 'GET' : 'POST';
  const words = [
    'curl -sS -i',
    ...(key === null ? [] : ['-H @-']),
    ...methodWords(method, usual),
    ...(proxy === undefined ? [] : proxyWords(proxy)),
    ...(ca === undefined ? [] : [`--cacert ${shellWord(ca)}`]),
    ...(timeout === undefined ? [] : [`--max-time ${timeout}`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${shellWord(body)}`]),
    shellWord(request.url),
  ];
  const line = words.join(' ');
  return key === null ? line : `${keyPipe(key)} | ${line}`;
}

function keyPipe({ variable, header, scheme }: NonNullable<CurlRequest['key']>): string {
  return String.raw`printf '${header}: ${scheme}%s\n' "$${variable}"`;
}

function methodWords(method: string, usual: string): string[] {
  if (method === usual) return [];
  return method === 'HEAD' ? ['-I'] : [`-X ${method}`];
}

function proxyWords(proxy: string): string[] {
  return proxy === 'none' ? ["--noproxy '*'"] : [`--proxy ${shellWord(proxy)}`];
}
