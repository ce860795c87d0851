/**
 * A proxy's address as people write it; without a scheme it is taken for http, as curl does.
 * Undefined for what no client can use (measured/proxies).
 */
export function parseProxyUrl(text: string): URL | undefined {
  const trimmed = text.trim();
  const url = URL.parse(hasScheme(trimmed) ? trimmed : `http://${trimmed}`);
  if (url === null || url.hostname === '') return undefined;
  // A slash in a password, or "http//host": what stands before it was taken for the host.
  return /@|\/\//.test(`${url.pathname}${url.search}${url.hash}`) ? undefined : url;
}

const LONGEST_SHOWN = 100;

/** The text of a proxy's address, usable or not, without user name and password. */
export function maskProxyText(text: string): string {
  return text
    .trim()
    .replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1•••@')
    .slice(0, LONGEST_SHOWN);
}

export function hasScheme(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}

/** A proxy's address without its user name and password, and nothing behind the port. */
export function maskProxyUrl({ protocol, host, username, password }: URL): string {
  const credentials = username === '' && password === '' ? '' : '•••@';
  return `${protocol}//${credentials}${host}`;
}
