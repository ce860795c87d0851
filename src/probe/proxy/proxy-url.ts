/** A proxy's address as people write it; without a scheme it is taken for http, as curl does. */
export function parseProxyUrl(text: string): URL | undefined {
  const trimmed = text.trim();
  const url = URL.parse(hasScheme(trimmed) ? trimmed : `http://${trimmed}`);
  return url === null || url.hostname === '' ? undefined : url;
}

export function hasScheme(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}

/** A proxy's address without its user name and password, and nothing behind the port. */
export function maskProxyUrl({ protocol, host, username, password }: URL): string {
  const credentials = username === '' && password === '' ? '' : '•••@';
  return `${protocol}//${credentials}${host}`;
}
